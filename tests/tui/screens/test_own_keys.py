"""Keys and the own editor, chosen from the settings."""

import pytest

from integrate import config
from integrate.keymap import KEYS, SAFE, shown, told
from integrate.tui.app import IntegrateApp
from integrate.tui.screens.ask import AskScreen
from integrate.tui.screens.ground import GroundScreen
from integrate.tui.screens.home import HomeScreen
from integrate.tui.screens.own_editor import OwnEditorScreen
from integrate.tui.screens.own_keys import KeyScreen, OwnKeysScreen
from integrate.tui.screens.settings import SettingsScreen
from integrate.tui.widgets.line import Line
from integrate.tui.widgets.notice import Notice
from integrate.tui.widgets.picks import Picks
from integrate.tui.widgets.row_list import RowList
from integrate.words import say

from .gallery import text_of

SIZES = [(80, 24), (40, 24)]


class At:
    """The settings in front of home, and a hand in them."""

    def __init__(self, pilot, until):
        self.pilot, self.app, self._until = pilot, pilot.app, until

    async def to(self, kind):
        await self._until(self.pilot, lambda: isinstance(self.app.screen, kind))
        await self.pilot.pause()
        return self.app.screen

    async def press(self, *keys):
        for key in keys:
            await self.app._press_keys([key])
        await self.pilot.pause()

    async def row(self, name):
        rows = self.app.screen.query_one(RowList)
        await self.press("home")
        while rows.key != name:
            before = rows.key
            await self.press("down")
            assert rows.key != before, f"{name} is not there"
        await self.press("enter")

    async def keys(self):
        await self.row("keys")
        return await self.to(OwnKeysScreen)

    async def ask_for(self, name):
        await self.row(name)
        return await self.to(KeyScreen)

    async def pick(self, value):
        values = [each.value for each in self.app.screen.query_one(Picks)._picks]
        await self.press(str(values.index(value) + 1))

    @property
    def kept(self):
        return config.read(self.app.config_file)

    @property
    def said(self):
        return self.app.screen.query_one(Notice).words


@pytest.fixture
def settings(app, until):
    class Open:
        def __init__(self, size):
            self._run = app.run_test(size=size)

        async def __aenter__(self):
            pilot = await self._run.__aenter__()
            await app.workers.wait_for_complete()
            at = At(pilot, until)
            await at.press("e")
            await at.to(SettingsScreen)
            return at

        async def __aexit__(self, *failed):
            await self._run.__aexit__(*failed)

    return lambda size=(80, 24): Open(size)


@pytest.mark.parametrize("size", SIZES, ids=str)
async def test_a_key_is_pressed_kept_and_works_at_once(settings, size):
    async with settings(size) as at:
        await at.keys()
        await at.ask_for("home.why")
        await at.press("z")
        await at.to(OwnKeysScreen)
        assert at.said == say("keys.page.kept", which="z")
        assert at.kept.keys == {"home.why": "z"}
        assert at.app.own_keys == {"home.why": "z"}
        assert say("keys.page.own", keys="z")[:8] in "\n".join(text_of(at.app))
        await at.press("escape", "escape")
        await at.to(HomeScreen)
        await at.press("e")
        await at.to(SettingsScreen)


async def test_what_clashes_is_told_before_it_is_kept(settings):
    async with settings() as at:
        await at.keys()
        await at.ask_for("home.why")
        await at.press("j")
        await at.to(AskScreen)
        assert told("home.go-journal")[:20] in " ".join(text_of(at.app))
        await at.pick("no")
        await at.to(OwnKeysScreen)
        assert at.kept.keys == {}
        await at.ask_for("home.why")
        await at.press("j")
        await at.to(AskScreen)
        await at.pick("yes")
        await at.to(OwnKeysScreen)
        assert at.kept.keys == {"home.why": "j"}


async def test_a_key_that_no_terminal_can_be_trusted_with_is_not_taken(settings):
    async with settings() as at:
        await at.keys()
        await at.ask_for("home.why")
        await at.press("alt+w")
        assert at.said == say("keys.alt", which="alt+w")
        await at.press("ctrl+h")
        assert at.said == say("keys.eaten", which="ctrl+h")
        await at.press("escape")
        await at.to(OwnKeysScreen)
        assert at.kept.keys == {}


async def test_grounding_stays_one_key_away_and_its_key_is_not_given_away(settings):
    async with settings() as at:
        await at.keys()
        await at.ask_for("home.why")
        await at.press("ctrl+g")
        await at.to(GroundScreen)
        await at.press("escape")
        await at.to(KeyScreen)
        assert at.kept.keys == {}


async def test_what_is_safe_keeps_a_key_that_is_typed_nowhere(settings):
    async with settings() as at:
        await at.keys()
        page = await at.ask_for(SAFE[0])
        values = [each.value for each in page.query_one(Picks)._picks]
        assert "none" not in values
        await at.press("z")
        assert at.said == say("keys.safe.typed")
        await at.press("f5")  # in questions it has another use
        assert at.said == say("keys.safe.typed")
        assert at.kept.keys == {}


async def test_one_key_and_all_keys_become_the_usual_ones_again(settings):
    async with settings() as at:
        at.app.keep_config(keys={"home.why": "z", "home.go-free": ""})
        await at.keys()
        await at.ask_for("home.why")
        await at.pick("usual")
        await at.to(OwnKeysScreen)
        assert at.kept.keys == {"home.go-free": ""}
        await at.ask_for("home.go-journal")
        await at.pick("none")
        await at.to(OwnKeysScreen)
        assert at.kept.keys == {"home.go-free": "", "home.go-journal": ""}
        await at.row("all")
        await at.pilot.pause()
        assert at.kept.keys == {}
        assert at.said == say("keys.reset.all")


def test_every_page_that_has_keys_has_a_heading():
    for name in KEYS:
        assert say(f"keys.room.{name.partition('.')[0]}")
        assert shown(KEYS[name])


# --- the own editor


async def test_an_editor_is_chosen_with_its_price_said_and_taken_back(settings):
    async with settings() as at:
        price = say("outside.price")[:40]
        await at.row("editor")
        await at.to(AskScreen)
        assert price in " ".join(text_of(at.app))
        await at.pick("/")
        page = await at.to(OwnEditorScreen)
        assert price in " ".join(text_of(at.app))
        await at.press(*"nothing-like-it", "enter")
        assert at.said == say("outside.unknown", editor="nothing-like-it")
        page.query_one(Line).value = "sh -e"
        await at.press("enter")
        await at.to(SettingsScreen)
        assert at.kept.editor == "sh -e"
        await at.row("editor")
        await at.to(AskScreen)
        await at.pick("")
        await at.to(SettingsScreen)
        assert at.kept.editor == ""


async def test_back_leaves_the_editor_as_it_was(settings):
    async with settings() as at:
        at.app.keep_config(editor="sh")
        await at.row("editor")
        await at.to(AskScreen)
        await at.press("escape")
        await at.to(SettingsScreen)
        assert at.kept.editor == "sh"
        assert isinstance(at.app, IntegrateApp)
