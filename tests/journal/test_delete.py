"""Deleting a page for good, here and in the backups."""

import sqlite3
from contextlib import closing

import pytest

from integrate.journal.backup import BEFORE, backup, backup_to, free_name
from integrate.journal.delete import delete, forget
from integrate.journal.edit import edit
from integrate.journal.search import search
from integrate.journal.undo import undo
from integrate.journal.undoable import Deleted
from integrate.journal.unlock import unlock
from integrate.machine import Machine
from integrate.vault import NotWritten
from tests.journal.conftest import PASSPHRASE


@pytest.fixture
def page(kept, page_in):
    page_in(kept, "stays", hours=1)
    page_in(kept, "gone")
    return kept.entries[0]


def texts(journal):
    return [journal.words(each).text for each in journal.entries]


def rids(path):
    with closing(sqlite3.connect(path)) as db:
        return {rid for (rid,) in db.execute("SELECT rid FROM rec")}


def test_it_is_gone_from_the_lists_the_file_and_every_window(kept, page, folder, library):
    other = unlock(kept.vault.path, PASSPHRASE, machine=Machine(), library=library)
    deletion = delete(kept, page.id, folder)
    assert (deletion.entry, deletion.holding, deletion.unknown) == (page.id, (), ())
    other.refresh()
    assert texts(kept) == texts(other) == ["stays"]
    assert page.rid not in rids(kept.vault.path)
    assert kept.vault.verify().ok
    other.close()


def test_every_earlier_wording_goes_too(kept, page, folder):
    edit(kept, page, text="reworded")
    before = rids(kept.vault.path)
    delete(kept, page.id, folder)
    assert len(before - rids(kept.vault.path)) == 2
    assert [each.kind for each in kept.vault.history(page.id).wordings] == ["gone"]


def test_it_is_found_by_no_search(kept, page, folder):
    assert [each for lot in search(kept, ["gone"]) for each in lot.found] == [page]
    delete(kept, page.id, folder)
    assert [each for lot in search(kept, ["gone"]) for each in lot.found] == []


def test_backups_that_still_hold_it_are_named_and_those_out_of_reach_too(
    kept, page, folder, now, tmp_path, page_in
):
    holding = backup(kept, folder, now).path
    elsewhere = backup_to(kept, tmp_path / "stick" / "copy.vault").path
    before = free_name(folder, "journal", now, BEFORE)
    kept.vault.backup(before)
    lost = backup_to(kept, tmp_path / "stick" / "lost.vault").path
    lost.unlink()
    damaged = folder / "journal-2025-01-01-000000.vault"
    damaged.write_bytes(b"rubbish" * 3000)
    deletion = delete(kept, page.id, folder)
    assert set(deletion.holding) == {holding, elsewhere, before}
    assert set(deletion.unknown) == {lost, damaged}
    page_in(kept, "later", hours=-1)
    later = backup(kept, folder, now)
    again = delete(kept, kept.entries[0].id, folder)
    assert again.holding == (later.path,)


def test_forgetting_takes_it_out_of_them_and_leaves_the_rest(
    kept, page, folder, now, tmp_path, library
):
    backup(kept, folder, now)
    backup_to(kept, tmp_path / "stick" / "copy.vault")
    deletion = delete(kept, page.id, folder)
    assert forget(kept, page.id, deletion.holding) == []
    for each in deletion.holding:
        assert page.rid not in rids(each)
        copy = unlock(each, PASSPHRASE, machine=Machine(), library=library)
        assert texts(copy) == ["stays"]
        assert copy.vault.verify().ok
        copy.close()
        assert not kept.vault.holds(each, page.id)


def test_one_that_cannot_be_changed_is_named(kept, page, folder, tmp_path):
    elsewhere = backup_to(kept, tmp_path / "stick" / "copy.vault").path
    deletion = delete(kept, page.id, folder)
    elsewhere.unlink()
    assert forget(kept, page.id, deletion.holding) == [elsewhere]


def test_what_was_brought_back_is_another_page_and_not_forgotten(kept, page, folder, now):
    backup(kept, folder, now)
    deletion = delete(kept, page.id, folder)
    undo(kept)
    fresh = backup(kept, folder, now).path
    assert forget(kept, page.id, (*deletion.holding, fresh)) == []
    assert kept.vault.holds(fresh, kept.entries[0].id)


def test_a_page_that_cannot_be_read_can_be_deleted_and_not_brought_back(kept, page, folder):
    kept.vault._access._db.execute("UPDATE rec SET ct = zeroblob(99) WHERE rid = ?", (page.rid,))
    kept.read()
    assert kept.damaged
    delete(kept, page.id, folder)
    assert kept.damaged == ()
    assert kept.undoable is None


@pytest.mark.parametrize("fault", ["before", "after"])
def test_a_second_try_after_a_fault_still_knows_what_was_there(
    journal, page_in, folder, unsure, fault
):
    page_in(journal, "gone")
    (page,) = journal.entries
    unsure(fault, fault)
    with pytest.raises(NotWritten):
        delete(journal, page.id, folder)
    delete(journal, page.id, folder)
    assert isinstance(journal.undoable, Deleted)
    assert texts(journal) == []
    undo(journal)
    assert texts(journal) == ["gone"]
