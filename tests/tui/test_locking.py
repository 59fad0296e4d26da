"""Hiding and locking: on a key or by itself, and never at the price of a word."""

from collections.abc import Callable
from threading import Event
from typing import Any

import pytest
from textual import events
from textual.widgets import Static

from integrate import config
from integrate.journal.draft import waiting
from integrate.journal.unlock import unlock
from integrate.tui.app import IntegrateApp
from integrate.tui.frame import HeaderLine
from integrate.tui.screens import guided_ways
from integrate.tui.screens.ground import GroundScreen
from integrate.tui.screens.hidden import HiddenScreen
from integrate.tui.screens.home import HomeScreen
from integrate.tui.screens.support import SupportScreen
from integrate.tui.screens.unlock import UnlockScreen
from integrate.tui.screens.write import WritingScreen
from integrate.tui.widgets.secret import Secret
from integrate.tui.widgets.writing_area import WritingArea
from integrate.vault import NotWritten, Vault
from integrate.words import say

PASSPHRASE = "a lamp in the hall"
MINUTE = 60.0
SIZES = [(80, 24), (120, 36)]


class Ticks:
    """A clock that goes when it is told to."""

    def __init__(self) -> None:
        self.seconds = 1000.0

    def __call__(self) -> float:
        return self.seconds

    def pass_by(self, seconds: float) -> None:
        self.seconds += seconds


@pytest.fixture
def ticks() -> Ticks:
    return Ticks()


@pytest.fixture
def opened(parts, journal, ticks) -> IntegrateApp:
    """The app at home, its journal open, with a clock for idle time that the test moves."""
    return IntegrateApp(**parts, journal=journal, now=ticks)


@pytest.fixture
def drafts(parts) -> Callable[[], list[str]]:
    """The drafts in the file, as another process would find them."""

    def read() -> list[str]:
        journal = unlock(
            parts["path"], PASSPHRASE, machine=parts["machine"], library=parts["library"]
        )
        texts = [each.passage.text for each in waiting(journal)]
        journal.close()
        return texts

    return read


async def settled(pilot) -> None:
    await pilot.pause()
    await pilot.app.workers.wait_for_complete()
    await pilot.pause()


async def writing(pilot, words: str) -> WritingArea:
    """A free page in front, with these words just typed on it."""
    await settled(pilot)
    await pilot.press("w", *words)
    assert isinstance(pilot.app.screen, WritingScreen)
    return pilot.app.screen.query_one(WritingArea)


async def enter(pilot, secret: str) -> None:
    pilot.app.screen.query_one(Secret).value = secret
    await pilot.press("enter")
    await settled(pilot)
    await settled(pilot)


def notice(app) -> str:
    return str(app.screen.query_one(".notice", Static).content)


def seen(app) -> str:
    """Every word on the screen."""
    return "\n".join(strip.text for strip in app.screen._compositor.render_strips())


def header(app) -> str:
    return app.screen.query_one(HeaderLine).render().plain


# --- the lock key


@pytest.mark.parametrize("key", ["ctrl+l", "f4"])
async def test_the_lock_key_seals_drops_the_keys_and_shows_the_lock(opened, journal, drafts, key):
    async with opened.run_test() as pilot:
        await writing(pilot, "the kettle")
        await pilot.press(key)
        await settled(pilot)
        assert isinstance(opened.screen, UnlockScreen)
        assert len(opened.screen_stack) == 2
        assert opened.journal is None
        assert notice(opened) == say("lock.locked")
        assert "kettle" not in seen(opened)
    with pytest.raises(ValueError, match="closed"):
        journal.vault.present()
    assert drafts() == ["the kettle"]


async def test_unlocking_leads_home_where_the_draft_is_offered_back(opened):
    async with opened.run_test() as pilot:
        await writing(pilot, "the kettle")
        await pilot.press("ctrl+l")
        await settled(pilot)
        await enter(pilot, PASSPHRASE)
        assert isinstance(opened.screen, HomeScreen)
        await pilot.press("d")
        await settled(pilot)
        assert opened.screen.query_one(WritingArea).text == "the kettle"
        opened.lock()


async def test_what_is_typed_right_after_the_lock_key_goes_to_the_lock_alone(opened, drafts):
    async with opened.run_test() as pilot:
        await writing(pilot, "the kettle")
        for key in ("ctrl+l", "a", "b"):
            event = events.Key(key, key if len(key) == 1 else None)
            event.set_sender(opened)
            opened._driver.send_message(event)
        await settled(pilot)
        assert opened.screen.query_one(Secret).value == "ab"
    assert drafts() == ["the kettle"]


async def test_the_passphrase_does_not_stay_in_the_field(opened):
    async with opened.run_test() as pilot:
        await settled(pilot)
        await pilot.press("ctrl+l")
        await settled(pilot)
        lock = opened.screen
        field = lock.query_one(Secret)
        await enter(pilot, PASSPHRASE)
        assert field.value == ""
        opened.lock()


async def test_the_header_says_hide_and_lock_while_the_journal_is_open(opened):
    async with opened.run_test() as pilot:
        await settled(pilot)
        assert header(opened).endswith("   ctrl+p Hide   ctrl+l Lock   integrate")
        await pilot.press("ctrl+l")
        await settled(pilot)
        assert "ctrl+p" not in header(opened)
        assert "ctrl+l" not in header(opened)


async def test_while_nothing_is_open_neither_key_does_anything(parts, journal):
    journal.close()
    app = IntegrateApp(**parts)
    async with app.run_test() as pilot:
        lock = app.screen
        await pilot.press("ctrl+l", "ctrl+p")
        assert app.screen is lock


async def test_in_the_welcome_nothing_locks_for_the_code_may_not_be_written_down(opened, ticks):
    async with opened.run_test() as pilot:
        await settled(pilot)
        opened.welcoming = True
        ticks.pass_by(60 * MINUTE)
        opened.locking.tick()
        await pilot.press("ctrl+l")
        assert isinstance(opened.screen, HomeScreen)


async def test_what_is_being_written_when_the_lock_comes_is_written_and_shows_nothing(
    opened, parts, monkeypatch
):
    door = Event()
    real = guided_ways.write

    def slow(*args: Any) -> Any:
        assert door.wait(10)
        return real(*args)

    monkeypatch.setattr(guided_ways, "write", slow)
    async with opened.run_test() as pilot:
        await settled(pilot)
        await pilot.press("c")
        await settled(pilot)
        await pilot.press("7", "ctrl+t")
        await pilot.press("ctrl+l")
        assert isinstance(opened.screen, UnlockScreen)
        door.set()
        await settled(pilot)
        assert isinstance(opened.screen, UnlockScreen)
        assert len(opened.screen_stack) == 2
    journal = unlock(parts["path"], PASSPHRASE, machine=parts["machine"], library=parts["library"])
    assert len(journal.entries) == 1
    assert not waiting(journal)
    journal.close()


# --- a disk that refuses


class Disk:
    """Lets the vault's drafts fail as if the disk were full."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.full = False
        self.tries = 0
        real = Vault.keep_draft

        def keep(vault: Vault, *args: Any) -> bytes:
            self.tries += 1
            if self.full:
                raise NotWritten(lambda: None)
            return real(vault, *args)

        monkeypatch.setattr(Vault, "keep_draft", keep)


@pytest.fixture
def disk(monkeypatch) -> Disk:
    return Disk(monkeypatch)


async def test_where_words_cannot_be_sealed_the_lock_key_says_so_and_loses_nothing(opened, disk):
    disk.full = True
    async with opened.run_test() as pilot:
        area = await writing(pilot, "the kettle")
        await pilot.press("ctrl+l")
        await pilot.pause()
        assert isinstance(opened.screen, WritingScreen)
        assert [each.message for each in opened._notifications] == [
            say("lock.stays", hide="ctrl+p")
        ]
        assert opened.journal is not None
        await pilot.press("s")
        assert area.text == "the kettles"


async def test_a_lock_by_itself_hides_what_cannot_be_sealed_and_locks_once_it_is(
    opened, disk, ticks, drafts
):
    disk.full = True
    async with opened.run_test() as pilot:
        await writing(pilot, "the kettle")
        ticks.pass_by(10 * MINUTE)
        opened.locking.tick()
        await pilot.pause()
        assert isinstance(opened.screen, HiddenScreen)
        assert "kettle" not in seen(opened)
        disk.full = False
        ticks.pass_by(11)
        opened.locking.tick()
        await settled(pilot)
        assert opened.journal is None
        await pilot.press("escape")
        await settled(pilot)
        assert isinstance(opened.screen, UnlockScreen)
    assert drafts() == ["the kettle"]


async def test_what_could_not_be_sealed_comes_back_to_whoever_comes_back(opened, disk, ticks):
    disk.full = True
    async with opened.run_test() as pilot:
        area = await writing(pilot, "the kettle")
        ticks.pass_by(10 * MINUTE)
        opened.locking.tick()
        await pilot.pause()
        await pilot.press("escape")
        assert isinstance(opened.screen, WritingScreen)
        assert area.text == "the kettle"
        opened.locking.tick()
        assert isinstance(opened.screen, WritingScreen)


async def test_a_full_disk_is_not_asked_again_at_every_tick(opened, disk, ticks):
    disk.full = True
    async with opened.run_test() as pilot:
        await writing(pilot, "the kettle")
        ticks.pass_by(10 * MINUTE)
        opened.locking.tick()
        await pilot.pause()
        before = disk.tries
        for _ in range(5):
            ticks.pass_by(1)
            opened.locking.tick()
        assert disk.tries == before


# --- by itself


async def test_nobody_there_for_ten_minutes_locks(opened, ticks, drafts):
    async with opened.run_test() as pilot:
        await writing(pilot, "the kettle")
        ticks.pass_by(10 * MINUTE - 1)
        opened.locking.tick()
        assert isinstance(opened.screen, WritingScreen)
        ticks.pass_by(1)
        opened.locking.tick()
        await settled(pilot)
        assert isinstance(opened.screen, UnlockScreen)
        assert notice(opened) == say("lock.by_itself")
    assert drafts() == ["the kettle"]


@pytest.mark.parametrize(
    "touch",
    [
        events.Key("a", "a"),
        events.Paste("tea"),
        events.MouseMove(None, 1, 1, 0, 0, 0, False, False, False),
        events.MouseScrollDown(None, 1, 1, 0, 0, 0, False, False, False),
    ],
    ids=lambda each: type(each).__name__,
)
async def test_a_key_a_paste_or_the_mouse_begins_the_time_anew(opened, ticks, touch):
    async with opened.run_test() as pilot:
        await settled(pilot)
        ticks.pass_by(9 * MINUTE)
        touch.set_sender(opened)
        opened._driver.send_message(touch)
        await pilot.pause()
        ticks.pass_by(9 * MINUTE)
        opened.locking.tick()
        assert isinstance(opened.screen, HomeScreen)
        opened.lock()


async def test_what_textual_does_by_itself_does_not(opened, ticks):
    async with opened.run_test() as pilot:
        await settled(pilot)
        ticks.pass_by(9 * MINUTE)
        opened.app_focus = False
        opened.app_focus = True
        await pilot.resize_terminal(100, 30)
        await settled(pilot)
        ticks.pass_by(1 * MINUTE)
        opened.locking.tick()
        await settled(pilot)
        assert isinstance(opened.screen, UnlockScreen)


async def test_the_key_that_wakes_a_machine_goes_nowhere(opened, ticks, drafts):
    """It comes before any tick: what was left open must not take it, nor stay open."""
    async with opened.run_test() as pilot:
        await writing(pilot, "the kettle")
        ticks.pass_by(8 * 60 * MINUTE)
        await pilot.press("x")
        await settled(pilot)
        assert isinstance(opened.screen, UnlockScreen)
        assert opened.screen.query_one(Secret).value == ""
    assert drafts() == ["the kettle"]


async def test_the_time_is_the_persons_to_set(parts, journal, ticks):
    config.write(parts["config_file"], config.Config(lock_after=2))
    app = IntegrateApp(**parts, journal=journal, now=ticks)
    async with app.run_test() as pilot:
        await settled(pilot)
        ticks.pass_by(2 * MINUTE)
        app.locking.tick()
        await settled(pilot)
        assert isinstance(app.screen, UnlockScreen)


async def test_nought_means_never(parts, journal, ticks):
    config.write(parts["config_file"], config.Config(lock_after=0))
    app = IntegrateApp(**parts, journal=journal, now=ticks)
    async with app.run_test() as pilot:
        await settled(pilot)
        ticks.pass_by(7 * 24 * 60 * MINUTE)
        app.locking.tick()
        await settled(pilot)
        assert isinstance(app.screen, HomeScreen)


async def test_settings_that_cannot_be_read_lock_after_the_usual_time(parts, journal, ticks):
    parts["config_file"].write_text("lock_after = -3")
    app = IntegrateApp(**parts, journal=journal, now=ticks)
    async with app.run_test() as pilot:
        await settled(pilot)
        ticks.pass_by(10 * MINUTE)
        app.locking.tick()
        await settled(pilot)
        assert isinstance(app.screen, UnlockScreen)


async def test_nobody_is_thrown_out_of_grounding(opened, ticks, library):
    room = next(each for each in library.grounding() if each.id == "room")
    async with opened.run_test() as pilot:
        await writing(pilot, "the kettle")
        await pilot.press("ctrl+g")
        await pilot.press("1", "right")
        before = seen(opened).splitlines()
        ticks.pass_by(10 * MINUTE)
        opened.locking.tick()
        await settled(pilot)
        assert opened.journal is None
        assert isinstance(opened.screen, GroundScreen)
        assert str(opened.screen.query_one(".words", Static).content) == room.steps[1]
        # All that changes is that nothing is left to hide or lock.
        assert seen(opened).splitlines()[1:] == before[1:]
        await pilot.press("left")
        assert str(opened.screen.query_one(".words", Static).content) == room.steps[0]
        await pilot.press("escape", "escape")
        await settled(pilot)
        assert isinstance(opened.screen, UnlockScreen)
        assert opened.screen.query_one(Secret).has_focus


async def test_a_key_within_grounding_still_moves_a_step_after_a_long_time(opened, ticks, library):
    room = next(each for each in library.grounding() if each.id == "room")
    async with opened.run_test() as pilot:
        await settled(pilot)
        await pilot.press("ctrl+g")
        await pilot.press("1")
        ticks.pass_by(20 * MINUTE)
        await pilot.press("right")
        await settled(pilot)
        assert opened.journal is None
        assert str(opened.screen.query_one(".words", Static).content) == room.steps[1]


async def test_whoever_reads_the_help_lines_goes_on_reading_them(opened, ticks):
    async with opened.run_test() as pilot:
        await settled(pilot)
        await pilot.press("ctrl+r")
        ticks.pass_by(10 * MINUTE)
        opened.locking.tick()
        await settled(pilot)
        assert isinstance(opened.screen, SupportScreen)
        assert say("support.locked") in " ".join(seen(opened).split())
        await pilot.press("escape")
        assert isinstance(opened.screen, UnlockScreen)


async def test_the_lock_key_leaves_grounding_too(opened):
    async with opened.run_test() as pilot:
        await settled(pilot)
        await pilot.press("ctrl+g")
        await pilot.press("ctrl+l")
        await settled(pilot)
        assert isinstance(opened.screen, UnlockScreen)


# --- hiding


@pytest.mark.parametrize("key", ["ctrl+p", "f8"])
@pytest.mark.parametrize("back", ["escape", "same"])
async def test_hiding_blanks_the_screen_and_brings_it_back_caret_and_all(opened, key, back):
    async with opened.run_test(size=(80, 24)) as pilot:
        area = await writing(pilot, "the kettle")
        await pilot.press("left", "left", "left")
        at = area.cursor_location
        await pilot.press(key)
        assert seen(opened).split() == ["esc", say("key.back")]
        await pilot.press(*"typed blindly", "enter", "backspace")
        await pilot.press(key if back == "same" else "escape")
        assert isinstance(opened.screen, WritingScreen)
        assert area.text == "the kettle"
        assert area.cursor_location == at
        assert area.has_focus
        await pilot.press("x")
        assert area.text == "the ketxtle"


async def test_a_paste_while_hidden_goes_nowhere(opened):
    async with opened.run_test() as pilot:
        area = await writing(pilot, "the kettle")
        await pilot.press("ctrl+p")
        event = events.Paste("from somewhere")
        event.set_sender(opened)
        opened._driver.send_message(event)
        await pilot.pause()
        await pilot.press("escape")
        assert area.text == "the kettle"


async def test_hiding_seals(opened, drafts):
    async with opened.run_test() as pilot:
        await writing(pilot, "the kettle")
        await pilot.press("ctrl+p")
        await settled(pilot)
        assert drafts() == ["the kettle"]


async def test_hidden_for_a_minute_it_locks_and_stays_empty(opened, ticks):
    async with opened.run_test() as pilot:
        await writing(pilot, "the kettle")
        await pilot.press("ctrl+p")
        ticks.pass_by(30)
        await pilot.press("a")
        ticks.pass_by(29)
        opened.locking.tick()
        assert opened.journal is not None
        ticks.pass_by(1)
        opened.locking.tick()
        await settled(pilot)
        assert opened.journal is None
        assert seen(opened).split() == ["esc", say("key.back")]
        await pilot.press("ctrl+p")
        await settled(pilot)
        assert isinstance(opened.screen, UnlockScreen)
        assert opened.screen.query_one(Secret).has_focus


async def test_brought_back_in_time_it_does_not_lock_a_minute_later(opened, ticks):
    async with opened.run_test() as pilot:
        await settled(pilot)
        await pilot.press("ctrl+p")
        ticks.pass_by(50)
        await pilot.press("escape")
        ticks.pass_by(50)
        opened.locking.tick()
        assert isinstance(opened.screen, HomeScreen)
        opened.lock()


async def test_grounding_is_one_key_away_while_hidden_and_leads_back_to_nothing(opened):
    async with opened.run_test() as pilot:
        await settled(pilot)
        await pilot.press("ctrl+p")
        await pilot.press("ctrl+g")
        assert isinstance(opened.screen, GroundScreen)
        await pilot.press("escape")
        assert isinstance(opened.screen, HiddenScreen)
        await pilot.press("ctrl+c")
        assert not list(opened._notifications)
        await pilot.press("ctrl+l")
        await settled(pilot)
        assert isinstance(opened.screen, UnlockScreen)


@pytest.mark.parametrize("size", SIZES)
def test_hidden_looks_like_nothing(snap_compare, opened, size):
    async def hide(pilot) -> None:
        await writing(pilot, "the kettle")
        await pilot.press("ctrl+p")
        await settled(pilot)

    assert snap_compare(opened, terminal_size=size, run_before=hide)


@pytest.mark.parametrize("size", SIZES)
def test_locked_by_itself_looks_calm(snap_compare, opened, ticks, size):
    async def wait(pilot) -> None:
        await settled(pilot)
        ticks.pass_by(10 * MINUTE)
        opened.locking.tick()
        await settled(pilot)

    assert snap_compare(opened, terminal_size=size, run_before=wait)


@pytest.mark.parametrize("size", SIZES)
def test_a_lock_that_has_to_wait_looks_calm(snap_compare, opened, disk, size):
    async def try_to(pilot) -> None:
        disk.full = True
        await writing(pilot, "the kettle")
        await pilot.press("ctrl+l")
        await settled(pilot)

    assert snap_compare(opened, terminal_size=size, run_before=try_to)
