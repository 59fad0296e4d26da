"""After the lock no word of the person is reachable in the program any more, nor the passphrase.

Everything that Python can reach is walked through. What it cannot show: memory that was freed and
not yet used again. docs/THREATS.md says so.
"""

import asyncio
import gc
import sys
from collections.abc import Iterator
from secrets import token_hex
from typing import Any

import msgspec
import pytest
from textual import events

from integrate.domain.people import People, Person
from integrate.journal.write import note
from integrate.tui.app import IntegrateApp
from integrate.tui.screens.ask import AskScreen
from integrate.tui.screens.code import CodeScreen
from integrate.tui.screens.code_back import CodeBackScreen
from integrate.tui.screens.entry import EntryScreen
from integrate.tui.screens.guided import GuidedScreen
from integrate.tui.screens.home import HomeScreen
from integrate.tui.screens.journal import JournalScreen
from integrate.tui.screens.new_passphrase import NewPassphraseScreen
from integrate.tui.screens.people import PeopleScreen
from integrate.tui.screens.present import PresentScreen
from integrate.tui.screens.sessions import SessionsScreen
from integrate.tui.screens.settings import SettingsScreen
from integrate.tui.screens.support import SupportScreen
from integrate.tui.screens.told import ToldScreen
from integrate.tui.screens.unlock import UnlockScreen
from integrate.tui.screens.write import WritingScreen
from integrate.tui.widgets.form_line import FormLine
from integrate.tui.widgets.line import Line
from integrate.tui.widgets.row_list import RowList
from integrate.tui.widgets.secret import Secret
from integrate.words import say

PASSPHRASE = "a lamp in the hall"


def backwards(text: str) -> str:
    return text[::-1]


class Canaries:
    """Words that stand nowhere else. They are held backwards: holding them is not finding them."""

    def __init__(self, *names: str) -> None:
        self._held = {name: backwards(f"kettle{token_hex(4)}") for name in names}

    def __getitem__(self, name: str) -> str:
        return backwards(self._held[name])

    def hold(self, name: str, text: str) -> None:
        """Watches for a text that the program made."""
        self._held[name] = backwards(text)

    def found(self) -> dict[str, int]:
        """How many texts that can be reached hold each of them; none where that is nought."""
        counts = dict.fromkeys(self._held, 0)
        for text in texts():
            turned = backwards(text)
            for name, canary in self._held.items():
                counts[name] += canary in turned
        return {name: count for name, count in counts.items() if count}


def reachable() -> Iterator[Any]:
    """Every object that can be reached: what the collector knows, and all that hangs on it."""
    gc.unfreeze()  # what is kept out of collections is not listed either
    gc.collect()
    waiting = gc.get_objects()
    waiting += [frame for frame in sys._current_frames().values() if frame is not sys._getframe()]
    waiting += [frame.f_locals for frame in sys._current_frames().values()]
    known = {id(each) for each in waiting}
    known.add(id(waiting))
    known.add(id(known))
    while waiting:
        each = waiting.pop()
        yield each
        for below in gc.get_referents(each):
            if id(below) not in known:
                known.add(id(below))
                waiting.append(below)


def texts() -> Iterator[str]:
    for each in reachable():
        if isinstance(each, str):
            yield each
        elif isinstance(each, bytes | bytearray):
            yield each.decode("utf-8", "replace")
        elif isinstance(each, memoryview | msgspec.Raw):
            yield bytes(each).decode("utf-8", "replace")


NAMES = (
    "title",
    "words",
    "draft",
    "heading",
    "guided",
    "person",
    "reach",
    "session",
    "copied",
    "query",
)


@pytest.fixture
def canaries() -> Canaries:
    return Canaries(*NAMES)


async def settled(pilot) -> None:
    await pilot.pause()
    await pilot.app.workers.wait_for_complete()
    await pilot.pause()


async def paste(pilot, text: str) -> None:
    event = events.Paste(text)
    event.set_sender(pilot.app)
    pilot.app._driver.send_message(event)
    await settled(pilot)


async def show(pilot, key: str, kind: type, *then: str) -> None:
    """Opens a page with a key."""
    await pilot.press(key, *then)
    await settled(pilot)
    assert isinstance(pilot.app.screen, kind), pilot.app.screen


def drawn(app) -> str:
    return "\n".join(strip.text for strip in app.screen._compositor.render_strips())


async def look_at_everything(pilot, canaries: Canaries) -> None:
    """Shows every canary on the screen where it belongs, and leaves one page with words open."""
    app = pilot.app
    await show(pilot, "j", JournalScreen)
    assert canaries["title"] in drawn(app)
    await pilot.press("slash")
    await paste(pilot, canaries["query"])
    assert canaries["query"] in drawn(app)
    await pilot.press("escape")
    await settled(pilot)
    await show(pilot, "enter", EntryScreen)
    assert canaries["words"] in drawn(app)
    await pilot.press("escape", "escape")
    await show(pilot, "s", SessionsScreen)
    assert canaries["session"] in drawn(app)
    await pilot.press("escape")
    await show(pilot, "ctrl+r", SupportScreen)
    assert canaries["person"] in drawn(app)
    await show(pilot, "e", PeopleScreen)
    assert canaries["reach"] in drawn(app)
    await pilot.press("escape", "escape")
    await show(pilot, "c", GuidedScreen)
    while "kettle" not in drawn(app):
        await pilot.press("ctrl+o")
        await settled(pilot)
        if app.screen.query("WritingArea"):
            await paste(pilot, canaries["guided"])
    await pilot.press("escape")
    await settled(pilot)
    await show(pilot, "w", WritingScreen)
    await paste(pilot, canaries["copied"])
    await pilot.press("home", "shift+end", "ctrl+x")
    assert app.clipboard
    await pilot.press(*canaries["draft"], "left", "right")
    await pilot.press(*"abc", "ctrl+z", "ctrl+y")
    app.screen.query_one(Line).focus()
    await pilot.press(*canaries["heading"])
    await settled(pilot)
    assert canaries["draft"] in drawn(app)


@pytest.fixture
def written(journal, session_at, clock, canaries):
    """The journal with a canary in everything that it can hold."""
    session_at(90, title=canaries["session"], slept=True)
    note(journal, canaries["words"], clock(), title=canaries["title"])
    journal.put_people(
        People(people=(Person(name=canaries["person"], reach=canaries["reach"]),), care_team=())
    )
    return journal


@pytest.fixture
def app(parts, written):
    return IntegrateApp(**parts, journal=written)


def test_the_walk_finds_what_is_there(canaries):
    class Holder:
        pass

    holder = Holder()
    holder.text = f"before {canaries['title']} after"
    holder.raw = msgspec.Raw(f'"{canaries["words"]}"'.encode())
    holder.bytes = bytearray(canaries["draft"].encode())
    assert canaries.found() == {"title": 1, "words": 1, "draft": 1}


@pytest.mark.parametrize("by", ["key", "itself"])
async def test_after_the_lock_no_word_is_reachable(app, canaries, by, monkeypatch):
    async with app.run_test(size=(100, 30)) as pilot:
        await settled(pilot)
        await look_at_everything(pilot, canaries)
        assert set(canaries.found()) == set(NAMES)
        if by == "key":
            await pilot.press("ctrl+l")
        else:
            monkeypatch.setattr(app.locking, "_now", lambda: 1e12)
            app.locking._idle._now = app.locking._now
            app.locking.tick()
        await settled(pilot)
        await settled(pilot)
        assert isinstance(app.screen, UnlockScreen)
        assert canaries.found() == {}


async def test_the_passphrase_is_reachable_neither_before_nor_after_it_opens(
    parts, written, canaries
):
    del canaries
    written.close()
    secret = Canaries("passphrase")
    app = IntegrateApp(**parts)
    async with app.run_test() as pilot:
        await paste(pilot, secret["passphrase"])
        assert app.screen.query_one(Secret).value
        await pilot.press("enter")
        await settled(pilot)
        assert isinstance(app.screen, UnlockScreen)
        assert str(app.screen.query_one(".notice").content) == say("vault.wrong_secret")
        assert secret.found() == {}


async def test_after_the_welcome_neither_the_passphrase_nor_the_code_is_reachable(parts):
    secret = Canaries("passphrase")
    app = IntegrateApp(**parts)

    async def press(*keys: str) -> None:
        for key in keys:
            await pilot.press(key)
            await pilot.pause()
            while busy := [each for each in app.workers if each.group != "default"]:
                await app.workers.wait_for_complete(busy)
                await pilot.pause()
            await pilot.pause()

    async with app.run_test() as pilot:
        await press("1", "1")
        for line in app.screen.query(Secret):
            line.value = secret["passphrase"]
        line.focus()
        del line
        await press("enter")
        secret.hold("code", "-".join(app.screen._groups))
        secret.hold("shown", "   ".join(app.screen._groups))
        await press("1")
        for at, line in app.screen._lines.items():
            line.value = app.screen._groups[at].lower()
        app.screen.query(FormLine).last().focus()
        del line
        await press("enter", "enter", "ctrl+n")
        assert isinstance(app.screen, HomeScreen)
        assert secret.found() == {}
        app.lock()


async def test_nothing_of_a_new_passphrase_or_code_is_left_once_the_settings_took_it(app):
    """The journal stays open: what opens it is not needed for that."""
    secret = Canaries("passphrase")

    async def at(pilot, kind):
        async with asyncio.timeout(15):
            while not isinstance(app.screen, kind):  # noqa: ASYNC110 - the app has no event for it
                await asyncio.sleep(0.005)
        await pilot.pause()
        return app.screen

    async def choose(pilot, name):
        rows = app.screen.query_one(RowList)
        while rows.key != name:
            await pilot.press("down")
        await pilot.press("enter")

    async def enter(pilot, text):
        app.focused.insert_text_at_cursor(text)
        await pilot.press("enter")

    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await pilot.press("e")
        await at(pilot, SettingsScreen)
        await choose(pilot, "passphrase")
        await at(pilot, PresentScreen)
        await enter(pilot, PASSPHRASE)
        await at(pilot, NewPassphraseScreen)
        await enter(pilot, secret["passphrase"])
        await enter(pilot, secret["passphrase"])
        await at(pilot, ToldScreen)
        await pilot.press("escape")
        await at(pilot, SettingsScreen)
        await choose(pilot, "code")
        await at(pilot, PresentScreen)
        await enter(pilot, secret["passphrase"])
        await at(pilot, AskScreen)
        await pilot.press("2")
        code = await at(pilot, CodeScreen)
        secret.hold("code", code._groups[2])
        await pilot.press("1")
        back = await at(pilot, CodeBackScreen)
        for group in back._lines:
            await enter(pilot, code._groups[group])
        del code, back
        await at(pilot, ToldScreen)
        await pilot.press("escape")
        await at(pilot, SettingsScreen)
        await settled(pilot)
        assert secret.found() == {}
