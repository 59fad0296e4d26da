"""Taking back the last deletion or the last new wording, until the journal is locked."""

import gc
from datetime import timedelta

import pytest

from integrate.journal.delete import delete
from integrate.journal.edit import edit
from integrate.journal.history import history
from integrate.journal.init import init
from integrate.journal.rekey import rekey
from integrate.journal.show import show
from integrate.journal.undo import HELD, NothingToUndo, empty, expire, leave, take_up, undo
from integrate.journal.undoable import Deleted, Reworded
from integrate.journal.unlock import unlock
from integrate.machine import Machine
from integrate.vault import Gone, NotWritten, Removed, Wording
from tests.journal.conftest import MACHINE, PASSPHRASE, QUICK


@pytest.fixture
def page(journal, page_in):
    page_in(journal, "first")
    return journal.entries[0]


@pytest.fixture
def pocket(tmp_path):
    return Machine(tmp_path / "pocket")


def in_pocket(tmp_path):
    there = tmp_path / "pocket"
    return [each.read_bytes() for each in there.iterdir()] if there.exists() else []


def texts(journal):
    return [journal.words(each).text for each in journal.entries]


def test_at_first_there_is_nothing_to_take_back(journal):
    with pytest.raises(NothingToUndo, match="until the journal is locked"):
        undo(journal)


def test_what_was_deleted_comes_back_as_a_new_entry_with_its_history(journal, again, page, folder):
    edit(journal, page, text="second")
    delete(journal, page.id, folder)
    listed = undo(journal)
    assert listed.id != page.id
    assert (listed.heading.when, texts(journal)) == (page.heading.when, ["second"])
    assert [each.words.text for each in history(journal, listed).earlier] == ["first"]
    assert texts(again()) == ["second"]
    assert journal.vault.verify().ok


def test_texts_that_stood_side_by_side_come_back_so(journal, again, page, folder):
    edit(again(), page, text="from there")
    edit(journal, page, text="from here")
    journal.refresh()
    delete(journal, page.id, folder)
    listed = undo(journal)
    shown = show(journal, listed.id)
    both = {shown.entry.words.text, *(each.text for each in shown.also)}
    assert both == {"from there", "from here"}


def test_the_wording_before_comes_back_as_a_new_one(journal, again, page):
    edit(journal, page, text="second", title="Another")
    undo(journal)
    for each in (journal, again()):
        (listed,) = each.entries
        assert (listed.id, listed.heading, texts(each)) == (page.id, page.heading, ["first"])
    assert [each.words.text for each in history(journal, journal.entries[0]).earlier] == [
        "second",
        "first",
    ]


def test_an_edit_that_changed_nothing_leaves_nothing_to_take_back(journal, page):
    edit(journal, page, text="first")
    with pytest.raises(NothingToUndo):
        undo(journal)


def test_only_the_last_change_and_only_once(journal, page, folder):
    edit(journal, page, text="second")
    delete(journal, page.id, folder)
    undo(journal)
    with pytest.raises(NothingToUndo):
        undo(journal)
    assert texts(journal) == ["second"]


def test_a_text_that_came_in_beside_stays_there(journal, again, page):
    edit(again(), page, text="from there")
    edit(journal, page, text="from here")
    journal.refresh()
    undo(journal)
    for each in (journal, again()):
        shown = show(each, page.id)
        assert sorted((shown.entry.words.text, *(one.text for one in shown.also))) == [
            "first",
            "from there",
        ]


def test_a_page_that_another_window_deleted_meanwhile_is_not_made_again(
    journal, again, page, folder
):
    edit(journal, page, text="second")
    delete(again(), page.id, folder)
    with pytest.raises(Gone):
        undo(journal)
    journal.refresh()
    with pytest.raises(NothingToUndo):
        undo(journal)
    assert texts(journal) == []


@pytest.mark.parametrize("fault", ["before", "after"])
def test_a_second_try_after_a_fault_brings_one_back(journal, again, page, folder, unsure, fault):
    delete(journal, page.id, folder)
    unsure(fault, fault)
    with pytest.raises(NotWritten):
        undo(journal)
    undo(journal)
    assert texts(journal) == texts(again()) == ["first"]


def test_it_survives_a_new_key_in_the_same_window(journal, page, folder, now):
    delete(journal, page.id, folder)
    rekey(journal, "new", folder, now, kdf=QUICK)
    undo(journal)
    assert texts(journal) == ["first"]
    assert journal.vault.verify().ok


def test_locking_ends_it_and_nothing_of_it_can_be_reached(journal, page, folder):
    edit(journal, page, text="second")
    delete(journal, page.id, folder)
    assert any(isinstance(each, Removed) for each in gc.get_objects())
    journal.close()
    gc.collect()
    assert journal.undoable is None
    kinds = (Removed, Deleted, Reworded, Wording)
    assert not [each for each in gc.get_objects() if isinstance(each, kinds)]


# --- from one command to the next


def test_the_next_command_takes_it_up_and_it_stays_until_that_is_done(
    journal, again, page, folder, pocket, now, tmp_path
):
    """Were that command cut short in between, it would be nowhere else."""
    delete(journal, page.id, folder)
    assert leave(journal, pocket, now)
    (sealed,) = in_pocket(tmp_path)
    assert b"first" not in sealed
    journal.close()
    unlocked = again()
    take_up(unlocked, pocket, now + HELD)
    assert in_pocket(tmp_path) == [sealed]
    undo(unlocked)
    assert texts(unlocked) == ["first"]


def test_a_new_wording_too(journal, again, page, pocket, now):
    edit(journal, page, text="second")
    assert leave(journal, pocket, now)
    unlocked = again()
    take_up(unlocked, pocket, now)
    undo(unlocked)
    assert texts(unlocked) == ["first"]


@pytest.mark.parametrize("later", [HELD + timedelta(seconds=1), timedelta(seconds=-1)])
def test_after_its_time_or_with_the_clock_set_back_it_is_gone(
    journal, again, page, folder, pocket, now, later, tmp_path
):
    delete(journal, page.id, folder)
    leave(journal, pocket, now)
    unlocked = again()
    take_up(unlocked, pocket, now + later)
    assert unlocked.undoable is None
    assert in_pocket(tmp_path) == []


def test_with_nothing_to_take_back_nothing_is_left(journal, pocket, now, tmp_path):
    assert not leave(journal, pocket, now)
    take_up(journal, pocket, now)
    assert journal.undoable is None
    assert in_pocket(tmp_path) == []


def test_an_empty_pocket_tells_nothing(journal, again, page, folder, pocket, now, tmp_path):
    delete(journal, page.id, folder)
    leave(journal, pocket, now)
    empty(pocket)
    assert in_pocket(tmp_path) == []
    unlocked = again()
    take_up(unlocked, pocket, now)
    assert unlocked.undoable is None


def test_another_journal_s_pocket_is_not_opened(journal, page, folder, pocket, now, path, library):
    delete(journal, page.id, folder)
    leave(journal, pocket, now)
    there = path.with_name("other")
    other, _ = init(there, PASSPHRASE, machine=MACHINE, library=library, kdf=QUICK)
    take_up(other, pocket, now)
    assert other.undoable is None
    other.close()
    take_up(journal, pocket, now)
    assert journal.undoable is not None


def test_after_a_new_key_it_is_not_opened_either(journal, page, folder, pocket, now, library):
    delete(journal, page.id, folder)
    leave(journal, pocket, now)
    rekey(journal, "new", folder, now, kdf=QUICK)
    unlocked = unlock(journal.vault.path, "new", machine=MACHINE, library=library)
    take_up(unlocked, pocket, now)
    assert unlocked.undoable is None
    unlocked.close()


@pytest.mark.parametrize("left", [{"until": "now"}, "words", None])
def test_what_an_earlier_version_left_is_let_go_of(journal, pocket, now, left, tmp_path):
    pocket.keep("undo", journal.vault.seal_note("undo", left))
    take_up(journal, pocket, now)
    assert journal.undoable is None
    assert in_pocket(tmp_path) == []


def test_nor_does_it_keep_any_other_command_from_its_work(journal, pocket, now, tmp_path):
    pocket.keep("undo", journal.vault.seal_note("undo", "words"))
    expire(journal, pocket, now)
    assert in_pocket(tmp_path) == []


def test_what_is_too_large_to_be_read_back_is_not_promised(
    journal, page_in, folder, pocket, now, tmp_path
):
    page_in(journal, "long " * 300_000)
    delete(journal, journal.entries[0].id, folder)
    assert not leave(journal, pocket, now)
    assert in_pocket(tmp_path) == []


def test_a_pocket_that_cannot_be_made_is_said(journal, page, folder, now, tmp_path):
    (tmp_path / "file").write_text("")
    delete(journal, page.id, folder)
    assert not leave(journal, Machine(tmp_path / "file" / "pocket"), now)
