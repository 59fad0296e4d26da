"""Own keys of the full screen: they stand in the place of the usual ones, on the key line too."""

import pytest

from integrate import config
from integrate.tui.app import IntegrateApp
from integrate.tui.frame import KeyLine
from integrate.tui.keys import name_of
from integrate.tui.screens.ground import GroundScreen
from integrate.tui.screens.guided import GuidedScreen
from integrate.tui.screens.home import HomeScreen
from integrate.tui.screens.menu import MenuScreen
from integrate.tui.screens.settings import SettingsScreen
from integrate.tui.screens.write import WritingScreen
from integrate.tui.widgets.writing_area import WritingArea


@pytest.fixture
def keyed(parts, journal):
    """The app at home, with these keys in its settings."""

    def make(**keys: str) -> IntegrateApp:
        named = {name.replace("__", "."): value for name, value in keys.items()}
        config.write(parts["config_file"], config.Config(keys=named))
        return IntegrateApp(**parts, journal=journal)

    return make


async def settled(pilot):
    await pilot.app.workers.wait_for_complete()
    await pilot.pause()


def said(app):
    return [str(each) for each in app.screen.query_one(KeyLine).groups()]


def names(kind):
    return {name_of(kind, binding) for _, binding in kind._merged_bindings}


def test_a_key_is_named_after_its_place_and_what_it_does():
    assert {"home.put_away", "home.go-journal", "home.not_now"} <= names(HomeScreen)
    assert {"everywhere.ground", "everywhere.menu"} <= names(IntegrateApp)


def test_grounding_bears_one_name_wherever_it_is_bound():
    assert "everywhere.ground" in names(GuidedScreen)
    assert "guided.ground" not in names(GuidedScreen)


def test_the_keys_of_textual_s_own_widgets_have_no_name_here():
    assert name_of(WritingArea, WritingArea._merged_bindings.key_to_bindings["ctrl+a"][0]) is None


async def test_an_own_key_takes_the_place_of_the_usual_one_and_is_shown(keyed):
    app = keyed(**{"home__go-settings": "z"})
    async with app.run_test(size=(120, 36)) as pilot:
        await settled(pilot)
        assert "z Settings" in said(app)
        assert "e Settings" not in said(app)
        await pilot.press("e")
        assert isinstance(app.screen, HomeScreen)
        await pilot.press("z")
        await settled(pilot)
        assert isinstance(app.screen, SettingsScreen)


async def test_an_own_key_for_grounding_works_on_every_page_and_in_a_field(keyed):
    app = keyed(everywhere__ground="f5", guided__only_one="ctrl+u")
    async with app.run_test(size=(120, 36)) as pilot:
        await settled(pilot)
        await pilot.press("w")
        await settled(pilot)
        assert isinstance(app.screen, WritingScreen)
        assert "f5 Ground me" in said(app)
        await pilot.press("f5")
        await settled(pilot)
        assert isinstance(app.screen, GroundScreen)


async def test_a_letter_that_was_set_is_still_a_letter_in_a_field(keyed):
    app = keyed(everywhere__menu="z,f6")
    async with app.run_test(size=(120, 36)) as pilot:
        await settled(pilot)
        await pilot.press("w")
        await settled(pilot)
        assert isinstance(app.screen, WritingScreen)
        await pilot.press("z")
        assert app.screen.query_one(WritingArea).text == "z"
        await pilot.press("escape")
        await settled(pilot)
        assert isinstance(app.screen, HomeScreen)
        await settled(pilot)
        await pilot.press("z")
        await settled(pilot)
        assert isinstance(app.screen, MenuScreen)


async def test_what_is_set_comes_first_where_two_meet(keyed):
    app = keyed(**{"home__go-settings": "j"})
    async with app.run_test(size=(120, 36)) as pilot:
        await settled(pilot)
        await pilot.press("j")
        await settled(pilot)
        assert isinstance(app.screen, SettingsScreen)


async def test_what_was_left_without_a_key_is_still_in_the_menu(keyed):
    app = keyed(**{"home__go-settings": ""})
    async with app.run_test(size=(120, 36)) as pilot:
        await settled(pilot)
        assert not any("Settings" in each for each in said(app))
        await pilot.press("0", *"settings", "enter")
        await settled(pilot)
        assert isinstance(app.screen, SettingsScreen)


async def test_settings_that_would_take_safety_away_hold_nothing(keyed):
    app = keyed(everywhere__ground="", everywhere__support="alt+q", home__why="ctrl+g")
    async with app.run_test(size=(120, 36)) as pilot:
        await settled(pilot)
        assert app.own_keys == {}
        await pilot.press("ctrl+g")
        await settled(pilot)
        assert isinstance(app.screen, GroundScreen)
