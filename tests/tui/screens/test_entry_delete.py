"""Deleting a page: asked for, done here and in the backups, and brought back with one key."""

from datetime import timedelta
from threading import Event

import pytest
from textual._context import visible_screen_stack
from textual.widgets import Static

from integrate.journal import delete as deleting
from integrate.journal.backup import backup
from integrate.journal.journal import Journal
from integrate.journal.undoable import Deleted
from integrate.journal.unlock import unlock
from integrate.journal.write import note
from integrate.tui.frame import KeyLine
from integrate.tui.screens.ask import AskScreen
from integrate.tui.screens.entry import EntryScreen
from integrate.tui.screens.journal import JournalScreen
from integrate.tui.screens.unlock import UnlockScreen
from integrate.tui.widgets.found_list import FoundList
from integrate.tui.widgets.notice import Notice
from integrate.tui.widgets.picks import Picks
from integrate.tui.widgets.reading import Reading
from integrate.tui.widgets.row_list import RowList
from integrate.vault import NotWritten, Vault
from integrate.words import say
from tests.tui.test_forgetting import Canaries

PASSPHRASE = "a lamp in the hall"
SIZES = [(80, 24), (120, 36)]


@pytest.fixture
def listed(filled, stage):
    """The list of a journal, on the stage."""
    return stage(JournalScreen(filled))


@pytest.fixture
def arriving(filled, session_at):
    """The same journal, an hour after a session began."""
    session_at(1, title="Third session")
    return filled


@pytest.fixture
def backups(filled, parts, clock):
    """Two backups, beside the journal."""
    folder = parts["path"].parent / "backups"
    for days in (3, 2):
        backup(filled, folder, clock() - timedelta(days=days))
    return folder


def seen(app) -> str:
    return "\n".join(strip.text for strip in app.screen._compositor.render_strips())


def keys(app) -> str:
    return " ".join(str(each) for each in app.screen.query_one(KeyLine).groups())


def question(app) -> str:
    return str(app.screen.query_one(".question", Static).content)


def below(app) -> str:
    return str(app.screen.query_one(".muted", Static).content)


def titles(journal: Journal) -> list[str]:
    return [each.heading.title for each in journal.entries]


async def settled(pilot) -> None:
    await pilot.pause()
    await pilot.app.workers.wait_for_complete()
    await pilot.pause()


async def reading(pilot, until, at: int = 0) -> None:
    """The page at this place of the list, open and read."""
    await until(pilot, lambda: pilot.app.screen.query_one(RowList).key is not None)
    await pilot.press(*["down"] * at, "enter")
    await until(pilot, lambda: isinstance(pilot.app.screen, EntryScreen))
    await until(pilot, lambda: pilot.app.screen.query_one(Reading).text)


async def deleted(pilot, until) -> None:
    """After the yes, back in the list."""
    await pilot.press("x", "down")
    await pilot.app._press_keys(["enter"])
    await until(pilot, lambda: isinstance(pilot.app.screen, JournalScreen))
    await settled(pilot)


# --- the question


@pytest.mark.parametrize("key", ["x", "delete"])
async def test_it_is_asked_with_title_and_date_and_says_how_it_comes_back(listed, until, key):
    async with listed.run_test() as pilot:
        await reading(pilot, until)
        await pilot.press(key)
        assert isinstance(listed.screen, AskScreen)
        assert question(listed) == "Delete “Ana” of Tue 10 March 2026, 16:00?"
        assert "for good here" in below(listed)
        assert "Until the journal is locked, it can be brought back in the list" in below(listed)


@pytest.mark.parametrize("answer", ["enter", "escape", "1"])
async def test_the_harmless_answer_comes_first(listed, filled, until, answer):
    before = titles(filled)
    async with listed.run_test() as pilot:
        await reading(pilot, until)
        await pilot.press("x", answer)
        await settled(pilot)
        assert isinstance(listed.screen, EntryScreen)
        assert titles(filled) == before


async def test_a_yes_deletes_it_and_leads_to_the_list_on_the_page_beside(listed, filled, until):
    neighbour = filled.entries[2].id
    async with listed.run_test() as pilot:
        await reading(pilot, until, at=1)
        gone = filled.entries[1].id
        await deleted(pilot, until)
        assert gone not in {each.id for each in filled.entries}
        assert listed.screen.query_one(RowList).key == neighbour
        assert say("journal.deleted", undo="u") in seen(listed)


async def test_after_a_page_was_deleted_out_of_the_search_it_is_told_how_it_comes_back(
    listed, filled, until
):
    before = len(filled.entries)
    async with listed.run_test() as pilot:
        await settled(pilot)
        await pilot.press("slash", *"ana")
        await until(pilot, lambda: listed.screen.query_one(FoundList).key is not None)
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(listed.screen, EntryScreen))
        await deleted(pilot, until)
        assert say("journal.deleted.searching", undo="u") in seen(listed)
        await pilot.press("escape", "u")
        await until(pilot, lambda: len(filled.entries) == before)


async def test_the_oldest_leaves_the_list_on_the_page_before_it(listed, filled, until):
    async with listed.run_test() as pilot:
        await reading(pilot, until, at=len(filled.entries) - 1)
        neighbour = filled.entries[-2].id
        await deleted(pilot, until)
        assert listed.screen.query_one(RowList).key == neighbour


async def test_the_only_page_leaves_an_empty_list_where_it_can_still_be_brought_back(
    journal, stage, until, clock
):
    note(journal, "words", clock(), title="Alone")
    app = stage(JournalScreen(journal))
    async with app.run_test() as pilot:
        await reading(pilot, until)
        await deleted(pilot, until)
        assert say("journal.empty") in seen(app)
        await pilot.press("u")
        await until(pilot, lambda: "Alone" in seen(app))


# --- bringing it back


async def test_u_brings_it_back_and_stands_on_it(listed, filled, until):
    before = titles(filled)
    async with listed.run_test() as pilot:
        await reading(pilot, until, at=3)
        await deleted(pilot, until)
        assert f"u {say('journal.undo')}" in keys(listed)
        await pilot.press("u")
        await until(pilot, lambda: len(filled.entries) == len(before))
        await settled(pilot)
        assert titles(filled) == before
        assert listed.screen.query_one(RowList).key == filled.entries[3].id
        assert say("journal.deleted", undo="u") not in seen(listed)
        assert say("journal.undo") not in keys(listed)
        await pilot.press("u")
        await settled(pilot)
        assert titles(filled) == before


async def test_it_can_still_be_brought_back_from_home_and_no_more_after_the_lock(
    listed, filled, until
):
    async with listed.run_test() as pilot:
        await reading(pilot, until)
        await deleted(pilot, until)
        assert isinstance(filled.undoable, Deleted)
        await pilot.press("ctrl+l")
        await settled(pilot)
        assert isinstance(listed.screen, UnlockScreen)
        assert filled.undoable is None


async def test_where_it_cannot_be_brought_back_now_it_says_why_and_can_be_tried_again(
    listed, filled, until, monkeypatch
):
    def refuse(*_args, **_more):
        raise NotWritten(lambda: None)

    async with listed.run_test() as pilot:
        await reading(pilot, until)
        await deleted(pilot, until)
        with monkeypatch.context() as patched:
            patched.setattr(Vault, "bring_back", refuse)
            await pilot.press("u")
            await until(pilot, lambda: listed.screen.query_one(Notice).words)
        assert listed.screen.query_one(Notice).words == say("vault.not_written")
        assert "Ana" not in titles(filled)


# --- the backups


async def test_backups_that_hold_it_are_counted_and_left_as_they_are_by_enter(
    listed, backups, until, parts
):
    async with listed.run_test() as pilot:
        await reading(pilot, until)
        await pilot.press("x", "down", "enter")
        await until(pilot, lambda: isinstance(listed.screen, AskScreen))
        await until(pilot, lambda: "2 backups still hold this page" in question(listed))
        await pilot.app._press_keys(["enter"])
        await until(pilot, lambda: isinstance(listed.screen, JournalScreen))
    assert all("Ana" in titles_in(each, parts) for each in backups.iterdir())


async def test_a_yes_deletes_it_there_too(listed, backups, until, parts):
    async with listed.run_test() as pilot:
        await reading(pilot, until)
        await pilot.press("x", "down", "enter")
        await until(pilot, lambda: isinstance(listed.screen, AskScreen) and has_backups(listed))
        await pilot.press("down")
        await pilot.app._press_keys(["enter"])
        await until(pilot, lambda: isinstance(listed.screen, JournalScreen))
        await settled(pilot)
        assert say("journal.deleted", undo="u") in seen(listed)
    kept = list(backups.iterdir())
    assert len(kept) == 2
    assert not any("Ana" in titles_in(each, parts) for each in kept)


async def test_a_backup_that_cannot_be_changed_is_told(listed, backups, until, monkeypatch):  # noqa: ARG001
    async with listed.run_test() as pilot:
        await reading(pilot, until)
        await pilot.press("x", "down", "enter")
        await until(pilot, lambda: isinstance(listed.screen, AskScreen) and has_backups(listed))
        monkeypatch.setattr(
            "integrate.tui.screens.entry.forget", lambda _journal, _entry, there: there[:1]
        )
        await pilot.press("down", "enter")
        await until(pilot, lambda: question(listed) == say("entry.left.one"))
        await pilot.app._press_keys(["enter"])
        await until(pilot, lambda: isinstance(listed.screen, JournalScreen))


async def test_a_backup_that_cannot_be_looked_into_is_told(listed, backups, until):
    for each in backups.iterdir():
        each.write_bytes(b"no vault at all")
    async with listed.run_test() as pilot:
        await reading(pilot, until)
        await pilot.press("x", "down", "enter")
        await until(pilot, lambda: isinstance(listed.screen, AskScreen) and has_backups(listed))
        assert question(listed) == say("entry.unsure.some", count=2)
        await pilot.app._press_keys(["enter"])
        await until(pilot, lambda: isinstance(listed.screen, JournalScreen))


def has_backups(app) -> bool:
    return "backup" in question(app)


def titles_in(path, parts) -> list[str]:
    copy = unlock(path, PASSPHRASE, machine=parts["machine"], library=parts["library"])
    found = titles(copy)
    copy.close()
    return found


# --- when it cannot be done, and when it is better not done now


async def test_a_page_that_cannot_be_deleted_now_stays_and_says_why(
    listed, filled, until, monkeypatch
):
    def refuse(*_args, **_more):
        raise NotWritten(lambda: None)

    async with listed.run_test() as pilot:
        await reading(pilot, until)
        monkeypatch.setattr(Vault, "delete", refuse)
        await pilot.press("x", "down", "enter")
        await settled(pilot)
        notice = listed.screen.query_one(Notice)
        await until(pilot, lambda: notice.words == say("vault.not_written"))
        assert "Ana" in titles(filled)
        await pilot.press("escape")
        assert isinstance(listed.screen, JournalScreen)


async def test_a_page_whose_words_cannot_be_read_can_go_and_no_way_back_is_promised(
    filled, stage, until
):
    damaged = filled.entries[1]
    filled.vault._access._db.execute(
        "UPDATE rec SET ct = zeroblob(length(ct)) WHERE rid = ?", (damaged.rid,)
    )
    app = stage(EntryScreen(filled, damaged.id))
    async with app.run_test() as pilot:
        await until(pilot, lambda: app.screen.query_one(Notice).words)
        await pilot.press("x")
        assert below(app) == say("entry.delete.unread")
        await pilot.press("down")
        await pilot.app._press_keys(["enter"])
        await until(pilot, lambda: app.results)
        assert damaged.id not in {each.id for each in filled.entries}
        assert filled.undoable is None


async def test_around_a_session_deleting_is_not_offered_and_rest_is_offered_first(
    listed, arriving, until
):
    before = titles(arriving)
    async with listed.run_test() as pilot:
        await reading(pilot, until)
        assert say("entry.delete.key") not in keys(listed)
        await pilot.press("x")
        assert say("delete.tender") in below(listed)
        picks = [each.label for each in listed.screen.query_one(Picks)._picks]
        assert picks == [say("delete.no.tender"), say("entry.delete.now")]
        await pilot.press("enter")
        await settled(pilot)
        assert isinstance(listed.screen, EntryScreen)
        assert titles(arriving) == before


async def test_it_is_still_possible_then_after_a_yes(listed, arriving, until):
    async with listed.run_test() as pilot:
        await reading(pilot, until)
        await deleted(pilot, until)
        assert "Ana" not in titles(arriving)


async def test_locked_while_it_is_deleted_it_stays_deleted_and_asks_nothing(
    listed, parts, until, monkeypatch
):
    real = deleting.delete

    async with listed.run_test() as pilot:
        await reading(pilot, until)
        reached, go_on = Event(), Event()

        def slow(*args):
            reached.set()
            assert go_on.wait(20)
            return real(*args)

        monkeypatch.setattr("integrate.tui.screens.entry.delete", slow)
        await pilot.press("x", "down", "enter")
        await until(pilot, reached.is_set)
        await pilot.press("escape", "left", "x")
        assert isinstance(listed.screen, EntryScreen)
        await pilot.press("ctrl+l")
        assert isinstance(listed.screen, UnlockScreen)
        go_on.set()
        await settled(pilot)
        assert isinstance(listed.screen, UnlockScreen)
    assert "Ana" not in titles_in(parts["path"], parts)


async def test_after_the_lock_nothing_of_what_was_deleted_is_reachable(
    journal, stage, until, clock, parts
):
    words = Canaries("title", "words")
    backup_folder = parts["path"].parent / "backups"
    note(journal, words["words"], clock(), title=words["title"])
    backup(journal, backup_folder, clock() - timedelta(days=2))
    app = stage(JournalScreen(journal))
    async with app.run_test() as pilot:
        await reading(pilot, until)
        await pilot.press("x", "down", "enter")
        await until(pilot, lambda: isinstance(app.screen, AskScreen) and has_backups(app))
        await pilot.app._press_keys(["enter"])
        await until(pilot, lambda: isinstance(app.screen, JournalScreen))
        await settled(pilot)
        assert set(words.found()) == {"title", "words"}
        await pilot.press("ctrl+l")
        await settled(pilot)
        assert isinstance(app.screen, UnlockScreen)
        visible_screen_stack.set([])  # of the test's own task, which is not the program's
        await until(pilot, lambda: not words.found())


# --- how it looks


@pytest.mark.parametrize("size", SIZES)
def test_the_question_looks_calm(listed, until, snap_compare, size):
    async def ready(pilot):
        await reading(pilot, until)
        await pilot.press("x")

    assert snap_compare(listed, terminal_size=size, run_before=ready)


@pytest.mark.parametrize("size", SIZES)
def test_the_offer_to_rest_looks_calm(listed, arriving, until, snap_compare, size):  # noqa: ARG001
    async def ready(pilot):
        await reading(pilot, until)
        await pilot.press("x")

    assert snap_compare(listed, terminal_size=size, run_before=ready)


@pytest.mark.parametrize("size", SIZES)
def test_the_question_about_backups_looks_calm(listed, backups, until, snap_compare, size):  # noqa: ARG001
    async def ready(pilot):
        await reading(pilot, until)
        await pilot.press("x", "down", "enter")
        await until(pilot, lambda: isinstance(listed.screen, AskScreen) and has_backups(listed))

    assert snap_compare(listed, terminal_size=size, run_before=ready)


@pytest.mark.parametrize("size", SIZES)
def test_the_list_after_it_looks_calm(listed, until, snap_compare, size):
    async def ready(pilot):
        await reading(pilot, until, at=1)
        await deleted(pilot, until)

    assert snap_compare(listed, terminal_size=size, run_before=ready)
