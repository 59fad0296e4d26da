"""The day's backup: made after unlocking, beside everything else, and told in one quiet line."""

import asyncio
from datetime import timedelta
from pathlib import Path
from threading import Event

import pytest

from integrate import config
from integrate.journal import daily
from integrate.journal.backup import backup
from integrate.journal.draft import waiting
from integrate.journal.unlock import unlock
from integrate.journal.write import note
from integrate.tui.app import IntegrateApp
from integrate.tui.screens.home import HomeScreen
from integrate.tui.screens.home_backup import BackupLine
from integrate.tui.screens.reopen import ReopenScreen
from integrate.tui.screens.unlock import UnlockScreen
from integrate.tui.screens.write import WritingScreen
from integrate.tui.widgets.secret import Secret
from integrate.words import say

PASSPHRASE = "a lamp in the hall"
SIZES = [(80, 24), (120, 36)]


class Slow:
    """Holds a backup in the middle of the copying, until a test lets it go on."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.reached = Event()
        self.go_on = Event()
        self.ended = Event()
        real = daily.backup

        def slow(*args, progress, **more):
            def see(done: int, most: int) -> None:
                self.reached.set()
                assert self.go_on.wait(20)
                progress(done, most)

            try:
                return real(*args, progress=see, **more)
            finally:
                self.ended.set()

        monkeypatch.setattr(daily, "backup", slow)


@pytest.fixture
def slow(monkeypatch):
    held = Slow(monkeypatch)
    yield held
    held.go_on.set()


@pytest.fixture
def home_dir(tmp_path, monkeypatch) -> Path:
    """The person's home directory, which every path in these tests lies in."""
    monkeypatch.setattr(Path, "home", lambda: tmp_path)
    return tmp_path


@pytest.fixture
def folder(home_dir) -> Path:
    return home_dir / "backups"


@pytest.fixture
def locked(parts, journal, clock, folder) -> IntegrateApp:  # noqa: ARG001 - that it is there
    """The app at its lock, before a journal with a page in it."""
    note(journal, "the kettle", clock() - timedelta(days=2), title="Tuesday")
    journal.close()
    return IntegrateApp(**parts)


async def settled(pilot) -> None:
    await pilot.pause()
    await pilot.app.workers.wait_for_complete()
    await pilot.pause()


async def enter(pilot, secret: str = PASSPHRASE) -> None:
    pilot.app.screen.query_one(Secret).value = secret
    await pilot.press("enter")


async def unlocked(pilot) -> None:
    """Home is there, and all that it does by itself is done."""
    await enter(pilot)
    async with asyncio.timeout(20):
        while not isinstance(pilot.app.screen, HomeScreen):
            await pilot.pause()
    await settled(pilot)
    await settled(pilot)


def line(app) -> str:
    """What is said about the backup; nothing where it is not shown."""
    shown = app.screen.query_one(BackupLine)
    return str(shown.content) if shown.display else ""


def seen(app) -> str:
    return "\n".join(strip.text for strip in app.screen._compositor.render_strips())


def names(folder: Path) -> list[str]:
    return sorted(each.name for each in folder.iterdir()) if folder.exists() else []


async def test_after_unlocking_a_backup_is_made_and_home_says_where(locked, folder):
    async with locked.run_test() as pilot:
        await unlocked(pilot)
        assert names(folder) == ["journal-2026-03-10-190000.vault"]
        assert line(locked) == say("home.backup.whole", folder="~/backups")
        assert say("home.backup.whole", folder="~/backups") in seen(locked)
        locked.lock()


@pytest.mark.parametrize("key", ["down", "n", "tab", "j", "z"])
async def test_the_line_goes_with_the_next_thing_done(locked, key):
    async with locked.run_test() as pilot:
        await unlocked(pilot)
        home = locked.screen
        await pilot.press(key)
        await settled(pilot)
        assert not home.query_one(BackupLine).display
        locked.lock()


async def test_there_is_one_a_day_and_not_one_an_unlocking(locked, folder):
    async with locked.run_test() as pilot:
        await unlocked(pilot)
        await pilot.press("ctrl+l")
        await settled(pilot)
        await unlocked(pilot)
        assert len(names(folder)) == 1
        assert line(locked) == ""
        locked.lock()


async def test_a_day_later_there_is_another(locked, parts, folder, clock):
    old = unlock(parts["path"], PASSPHRASE, machine=parts["machine"], library=parts["library"])
    backup(old, folder, clock() - timedelta(hours=25))
    old.close()
    async with locked.run_test() as pilot:
        await unlocked(pilot)
        assert len(names(folder)) == 2
        locked.lock()


async def test_the_folder_is_the_persons_to_choose(locked, parts, home_dir):
    config.write(parts["config_file"], config.Config(backups=str(home_dir / "on a stick")))
    async with locked.run_test() as pilot:
        await unlocked(pilot)
        assert line(locked) == say("home.backup.whole", folder="~/on a stick")
        assert len(names(home_dir / "on a stick")) == 1
        locked.lock()


async def test_a_folder_elsewhere_is_named_whole(locked, monkeypatch, tmp_path):
    monkeypatch.setattr(Path, "home", lambda: tmp_path / "somebody")
    async with locked.run_test() as pilot:
        await unlocked(pilot)
        assert line(locked) == say("home.backup.whole", folder=tmp_path / "backups")
        locked.lock()


async def test_where_it_cannot_be_made_one_line_says_so_and_all_goes_on(locked, folder):
    folder.write_text("not a folder")
    async with locked.run_test() as pilot:
        await unlocked(pilot)
        assert line(locked) == say("home.backup.none", folder="~/backups")
        await pilot.press("w", *"tea")
        assert isinstance(locked.screen, WritingScreen)
        locked.lock()


async def test_what_is_damaged_is_said_by_both_lines(locked, parts, folder):
    journal = unlock(parts["path"], PASSPHRASE, machine=parts["machine"], library=parts["library"])
    note(journal, "more", parts["clock"](), title="Wednesday")
    journal.vault._access._db.execute(
        "UPDATE rec SET ct = zeroblob(600) WHERE seq IN (SELECT max(seq) FROM rec)"
    )
    journal.close()
    async with locked.run_test() as pilot:
        await unlocked(pilot)
        assert line(locked) == say("home.backup.damaged", folder="~/backups")
        assert say("home.damaged.one") in seen(locked)
        assert len(names(folder)) == 1
        locked.lock()


async def test_a_journal_that_was_just_made_or_invented_needs_none(parts, journal, clock, folder):
    note(journal, "the kettle", clock(), title="Tuesday")
    app = IntegrateApp(**parts, journal=journal)
    async with app.run_test() as pilot:
        await settled(pilot)
        await settled(pilot)
        assert isinstance(app.screen, HomeScreen)
        assert names(folder) == []


async def test_a_new_key_is_asked_for_and_nothing_is_said_of_a_backup(
    locked, parts, folder, kdf, slow, until
):
    other = unlock(parts["path"], PASSPHRASE, machine=parts["machine"], library=parts["library"])
    real = daily.is_time

    def rekeyed(*args):
        other.vault.rekey("a kettle on the stove", kdf=kdf)
        return real(*args)

    slow.go_on.set()
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(daily, "is_time", rekeyed)
        async with locked.run_test() as pilot:
            await enter(pilot)
            await until(pilot, lambda: isinstance(locked.screen, ReopenScreen))
            assert names(folder) == []
            home = locked.screen_stack[-2]
            assert not home.query_one(BackupLine).display
    other.close()


# --- while it runs


async def test_home_is_there_first_and_drafts_are_sealed_meanwhile(
    locked, parts, folder, slow, until
):
    async with locked.run_test() as pilot:
        await enter(pilot)
        await until(pilot, slow.reached.is_set)
        assert isinstance(locked.screen, HomeScreen)
        await pilot.press("w", *"tea and toast")
        assert locked.seal()
        other = unlock(
            parts["path"], PASSPHRASE, machine=parts["machine"], library=parts["library"]
        )
        assert [each.passage.text for each in waiting(other)] == ["tea and toast"]
        other.close()
        slow.go_on.set()
        await until(pilot, slow.ended.is_set)
        await settled(pilot)
        assert len(names(folder)) == 1
        await pilot.press("escape")
        await settled(pilot)
        assert line(locked) == say("home.backup.whole", folder="~/backups")
        locked.lock()


async def test_locking_stops_it_and_leaves_nothing_half_done(locked, folder, slow, until):
    async with locked.run_test() as pilot:
        await enter(pilot)
        await until(pilot, slow.reached.is_set)
        await pilot.press("ctrl+l")
        assert isinstance(locked.screen, UnlockScreen)
        slow.go_on.set()
        await until(pilot, slow.ended.is_set)
        await settled(pilot)
        assert names(folder) == []


async def test_leaving_stops_it_and_leaves_nothing_half_done(locked, folder, slow, until):
    async with locked.run_test() as pilot:
        await enter(pilot)
        await until(pilot, slow.reached.is_set)
        await locked._press_keys(["ctrl+q"])
        asyncio.get_running_loop().call_later(0.2, slow.go_on.set)
    assert await asyncio.to_thread(slow.ended.wait, 20)
    assert names(folder) == []


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("how", ["whole", "none"])
def test_the_line_looks_calm(locked, folder, snap_compare, size, how):
    if how == "none":
        folder.write_text("not a folder")
    assert snap_compare(locked, terminal_size=size, run_before=unlocked)


@pytest.mark.parametrize("size", SIZES)
def test_beside_damage_it_looks_calm(locked, parts, snap_compare, size):
    journal = unlock(parts["path"], PASSPHRASE, machine=parts["machine"], library=parts["library"])
    note(journal, "more", parts["clock"](), title="Wednesday")
    journal.vault._access._db.execute(
        "UPDATE rec SET ct = zeroblob(600) WHERE seq IN (SELECT max(seq) FROM rec)"
    )
    journal.close()
    assert snap_compare(locked, terminal_size=size, run_before=unlocked)
