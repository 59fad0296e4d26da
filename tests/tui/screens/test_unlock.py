"""The lock: passphrase or code, and one calm sentence for everything that is not a journal."""

import asyncio
import os
import sqlite3
from contextlib import closing
from threading import Event

import pytest
from textual.widgets import Static

from integrate.journal.init import init, init_on_paper
from integrate.journal.journal import Journal
from integrate.machine import Machine
from integrate.tui.app import IntegrateApp
from integrate.tui.frame import KeyLine
from integrate.tui.screens.home import HomeScreen
from integrate.tui.screens.passphrase import PassphraseScreen
from integrate.tui.screens.unlock import UnlockScreen
from integrate.tui.widgets.secret import Secret
from integrate.vault import Vault
from integrate.words import say

PASSPHRASE = "a lamp in the hall"
SIZES = [(80, 24), (120, 36)]


@pytest.fixture
def code(parts):
    """A closed journal at the usual place; its recovery code."""
    journal, code = init(
        parts["path"],
        PASSPHRASE,
        machine=Machine(name=b"test-dev"),
        library=parts["library"],
        kdf=parts["kdf"],
    )
    journal.close()
    return code


@pytest.fixture
def locked(parts, code):  # noqa: ARG001 - the code's journal must be there
    return IntegrateApp(**parts)


@pytest.fixture
def bare(parts):
    """The app over whatever a test puts at its path."""
    return IntegrateApp(**parts)


async def idle(pilot) -> None:
    """Until every key and every worker is done."""
    await pilot.pause()
    await pilot.app.workers.wait_for_complete()
    await pilot.pause()


async def enter(pilot, secret: str) -> None:
    pilot.app.screen.query_one(Secret).value = secret
    await pilot.press("enter")
    await idle(pilot)


def notice(app) -> str:
    return str(app.screen.query_one(".notice", Static).content)


async def test_the_passphrase_opens_home(locked):
    async with locked.run_test() as pilot:
        await enter(pilot, PASSPHRASE)
        assert isinstance(locked.screen, HomeScreen)
        assert locked.journal is not None
        locked.lock()


async def test_the_recovery_code_opens_too_however_it_is_typed(locked, code):
    async with locked.run_test() as pilot:
        await enter(pilot, code.lower().replace("-", " "))
        assert isinstance(locked.screen, HomeScreen)
        locked.lock()


async def test_a_wrong_passphrase_is_one_sentence_and_an_empty_field_in_focus(locked):
    async with locked.run_test() as pilot:
        await enter(pilot, "wrong")
        field = locked.screen.query_one(Secret)
        assert notice(locked) == say("vault.wrong_secret")
        assert field.value == ""
        assert field.has_focus
        await enter(pilot, PASSPHRASE)
        assert isinstance(locked.screen, HomeScreen)
        locked.lock()


async def test_the_fifth_wrong_one_in_a_row_says_what_else_there_is(locked):
    async with locked.run_test(size=(80, 24)) as pilot:
        for _ in range(4):
            await enter(pilot, "wrong")
            assert notice(locked) == say("vault.wrong_secret")
        await enter(pilot, "wrong")
        assert notice(locked) == say("unlock.fifth", sight="ctrl+s")
        await enter(pilot, PASSPHRASE)
        assert isinstance(locked.screen, HomeScreen)
        locked.lock()


async def test_a_slip_in_the_code_keeps_its_own_sentence_however_often(locked, code):
    slipped = ("1" if code[0] != "1" else "2") + code[1:]
    async with locked.run_test() as pilot:
        for _ in range(6):
            await enter(pilot, slipped)
        assert notice(locked) == say("vault.mistyped_code")


async def test_after_the_recovery_code_home_says_how_the_passphrase_is_changed(locked, code):
    async with locked.run_test(size=(80, 24)) as pilot:
        await enter(pilot, code)
        await idle(pilot)
        assert notice(locked) == say("unlock.by_code")
        locked.lock()


async def test_a_slip_in_the_code_is_told_apart(locked, code):
    async with locked.run_test() as pilot:
        first = "1" if code[0] != "1" else "2"
        await enter(pilot, first + code[1:])
        assert notice(locked) == say("vault.mistyped_code")


async def test_the_key_line_says_what_enter_does(locked):
    async with locked.run_test() as pilot:
        await pilot.pause()
        keys = [str(group) for group in locked.screen.query_one(KeyLine).groups()]
        assert keys[0] == f"enter {say('key.open')}"


async def test_nothing_typed_asks_for_something(locked):
    async with locked.run_test() as pilot:
        await pilot.press("enter")
        await idle(pilot)
        assert notice(locked) == say("unlock.empty")


async def test_the_screen_stays_live_while_the_key_is_derived(locked, monkeypatch):
    said = []

    def slow(self) -> None:
        said.append(notice(self.app))

    monkeypatch.setattr(UnlockScreen, "_open", slow)
    async with locked.run_test() as pilot:
        await enter(pilot, PASSPHRASE)
        await enter(pilot, PASSPHRASE)
        assert said == [say("unlock.opening")]
        await pilot.press("ctrl+s")
        assert not locked.screen.query_one(Secret).password


async def test_what_is_typed_can_be_shown_and_hidden(locked):
    async with locked.run_test() as pilot:
        await pilot.press(*"lamp")
        assert locked.screen.query_one(Secret).password
        await pilot.press("ctrl+s")
        assert not locked.screen.query_one(Secret).password
        await pilot.press("f2")
        assert locked.screen.query_one(Secret).password


async def test_a_passphrase_never_goes_to_the_clipboard(locked):
    async with locked.run_test() as pilot:
        await pilot.press(*"lamp", "ctrl+shift+a", "ctrl+c", "ctrl+x")
        assert locked.clipboard == ""
        assert locked.screen.query_one(Secret).value == "lamp"


async def test_the_rest_is_loaded_while_somebody_types(locked, monkeypatch):
    prepared = []
    monkeypatch.setattr(UnlockScreen, "_prepare", lambda _self: prepared.append(True))
    async with locked.run_test() as pilot:
        await pilot.pause()
        assert not prepared
        await pilot.press("a", "b")
        assert prepared == [True]


def a_folder(path):
    path.mkdir()


def a_link(path):
    target = path.with_name("target")
    target.write_bytes(b"elsewhere")
    path.symlink_to(target)


def nothing_in_it(path):
    path.touch()


def something_else(path):
    path.write_bytes(b"not a journal at all, whatever it may be" * 100)


def a_pipe(path):
    os.mkfifo(path)


@pytest.mark.parametrize(
    ("make", "key"),
    [
        (a_folder, "vault.not.directory"),
        (a_link, "vault.not.link"),
        (nothing_in_it, "vault.not.empty"),
        (something_else, "vault.not.other"),
        (a_pipe, "vault.not.special"),
    ],
)
async def test_what_is_no_journal_is_said_and_left_as_it_is(bare, parts, make, key):
    path = parts["path"]
    make(path)
    before = sorted(each.name for each in path.parent.iterdir())
    async with bare.run_test() as pilot:
        await enter(pilot, "anything")
        assert notice(bare) == say(key, path=path)
        assert bare.screen.query_one(Secret).has_focus
    assert sorted(each.name for each in path.parent.iterdir()) == before


async def test_a_truncated_journal_is_called_damaged_not_wrong(locked, parts):
    path = parts["path"]
    path.write_bytes(path.read_bytes()[:5000])
    async with locked.run_test() as pilot:
        await enter(pilot, PASSPHRASE)
        assert notice(locked) == say("vault.damaged", path=path)


def damage_slot(path, kind: str) -> None:
    with closing(sqlite3.connect(path)) as db, db:
        db.execute("UPDATE slot SET wrapped = zeroblob(length(wrapped)) WHERE kind = ?", (kind,))


async def test_with_one_lock_damaged_the_other_is_named_and_opens(locked, parts, code):
    damage_slot(parts["path"], "passphrase")
    async with locked.run_test(size=(80, 24)) as pilot:
        await enter(pilot, PASSPHRASE)
        assert notice(locked) == say("vault.damaged_slot.passphrase")
        await enter(pilot, code)
        assert isinstance(locked.screen, HomeScreen)
        locked.lock()


async def test_with_the_codes_lock_damaged_the_passphrase_opens(locked, parts, code):
    damage_slot(parts["path"], "recovery")
    async with locked.run_test(size=(80, 24)) as pilot:
        await enter(pilot, code)
        assert notice(locked) == say("vault.damaged_slot.recovery")
        await enter(pilot, PASSPHRASE)
        assert isinstance(locked.screen, HomeScreen)
        locked.lock()


async def test_a_journal_from_a_newer_version_is_left_as_it_is(locked, parts):
    with closing(sqlite3.connect(parts["path"])) as db, db:
        db.execute("PRAGMA user_version = 99")
    before = parts["path"].read_bytes()
    async with locked.run_test(size=(80, 24)) as pilot:
        await enter(pilot, PASSPHRASE)
        assert notice(locked) == say("vault.newer")
    assert parts["path"].read_bytes() == before


async def test_a_journal_that_cannot_be_written_in_opens_and_says_so(locked, monkeypatch):
    monkeypatch.setattr(Vault, "read_only", property(lambda _vault: True))
    async with locked.run_test(size=(80, 24)) as pilot:
        await enter(pilot, PASSPHRASE)
        await idle(pilot)
        assert isinstance(locked.screen, HomeScreen)
        assert notice(locked) == say("vault.read_only")
        locked.lock()


async def test_grounding_and_people_are_one_key_away_before_unlocking(locked):
    async with locked.run_test() as pilot:
        for key in ("ctrl+g", "f9", "ctrl+r", "f10"):
            await pilot.press(key)
            await pilot.pause()
            assert not isinstance(locked.screen, UnlockScreen)
            await pilot.press("escape")
            await pilot.pause()
            assert isinstance(locked.screen, UnlockScreen)
        assert locked.screen.query_one(Secret).has_focus


@pytest.fixture
def on_paper(parts):
    """A journal that opens with its code alone; the code."""
    journal, code = init_on_paper(
        parts["path"], machine=Machine(name=b"test-dev"), library=parts["library"], kdf=parts["kdf"]
    )
    journal.close()
    return code


async def test_a_journal_on_paper_offers_a_passphrase(bare, on_paper):
    async with bare.run_test() as pilot:
        await enter(pilot, on_paper)
        assert isinstance(bare.screen, PassphraseScreen)
        first, again = bare.screen.query(Secret)
        first.value = again.value = "kettle orbit velvet mustard"
        again.focus()
        await pilot.press("enter")
        await idle(pilot)
        await idle(pilot)
        assert isinstance(bare.screen, HomeScreen)
        assert bare.journal.vault.has_passphrase
        bare.lock()


async def test_not_now_is_a_whole_answer(bare, on_paper):
    async with bare.run_test() as pilot:
        await enter(pilot, on_paper)
        await pilot.press("escape")
        await idle(pilot)
        assert isinstance(bare.screen, HomeScreen)
        assert not bare.journal.vault.has_passphrase
        bare.lock()


@pytest.mark.parametrize("size", SIZES)
def test_the_lock_looks_calm(snap_compare, locked, size):
    assert snap_compare(locked, terminal_size=size)


@pytest.mark.parametrize("size", SIZES)
def test_a_wrong_passphrase_looks_calm(snap_compare, locked, size):
    async def type_wrong(pilot) -> None:
        await enter(pilot, "wrong")

    assert snap_compare(locked, terminal_size=size, run_before=type_wrong)


@pytest.mark.parametrize("size", SIZES)
def test_the_offer_of_a_passphrase_looks_calm(snap_compare, bare, on_paper, size):
    async def open_it(pilot) -> None:
        await enter(pilot, on_paper)

    assert snap_compare(bare, terminal_size=size, run_before=open_it)


@pytest.mark.parametrize("size", SIZES)
def test_the_fifth_wrong_passphrase_looks_calm(snap_compare, locked, size):
    async def type_wrong(pilot) -> None:
        for _ in range(5):
            await enter(pilot, "wrong")

    assert snap_compare(locked, terminal_size=size, run_before=type_wrong)


@pytest.mark.parametrize("size", SIZES)
def test_home_after_the_recovery_code_looks_calm(snap_compare, locked, code, size):
    async def open_it(pilot) -> None:
        await enter(pilot, code)
        await idle(pilot)

    assert snap_compare(locked, terminal_size=size, run_before=open_it)


async def test_opening_can_be_stopped_and_what_it_came_to_is_closed(locked, monkeypatch):
    derived, pressed = Event(), Event()
    really, opened = Vault.open, []

    def slowly(*parts, **named):
        derived.set()
        assert pressed.wait(15)
        opened.append(really(*parts, **named))
        return opened[-1]

    monkeypatch.setattr(Vault, "open", slowly)
    async with locked.run_test() as pilot:
        keys = locked.screen.query_one(KeyLine)
        assert say("unlock.stop") not in str(keys.render())
        locked.screen.query_one(Secret).value = PASSPHRASE
        await pilot.press("enter")
        assert await asyncio.to_thread(derived.wait, 15)
        await pilot.pause()
        assert f"esc {say('unlock.stop')}" in str(keys.render())
        await pilot.press("escape")
        assert notice(locked) == say("unlock.stopping")
        pressed.set()
        await idle(pilot)
        assert notice(locked) == say("unlock.stopped")
        assert isinstance(locked.screen, UnlockScreen)
        assert locked.screen.query_one(Secret).value == ""
        assert locked.journal is None
        assert not opened[0]._access._keys
        await enter(pilot, PASSPHRASE)
        assert isinstance(locked.screen, HomeScreen)
        locked.lock()


async def test_it_says_when_the_journal_is_being_read_and_offers_nothing_before(
    locked, monkeypatch
):
    reading, may_end = Event(), Event()
    really = Journal.read

    def slowly(self, look=None):
        reading.set()
        assert may_end.wait(15)
        really(self, look)

    monkeypatch.setattr(Journal, "read", slowly)
    async with locked.run_test() as pilot:
        locked.screen.query_one(Secret).value = PASSPHRASE
        await pilot.press("enter")
        assert await asyncio.to_thread(reading.wait, 15)
        assert notice(locked) == say("unlock.reading")
        assert isinstance(locked.screen, UnlockScreen)
        may_end.set()
        await idle(pilot)
        assert isinstance(locked.screen, HomeScreen)
        locked.lock()
