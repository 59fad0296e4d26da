"""A new key: everything sealed anew, a fresh backup, and the old ones named."""

import sqlite3
from contextlib import closing

import pytest

from integrate.journal.backup import backup, backup_to, elsewhere, is_time, known
from integrate.journal.delete import delete
from integrate.journal.draft import Keeper, waiting
from integrate.journal.passage import Free
from integrate.journal.rekey import rekey, take_away
from integrate.journal.undo import undo
from integrate.journal.unlock import unlock
from integrate.machine import Machine
from integrate.vault import NotCopied, NotWritten, Rekeyed, StillDamaged, Vault, WrongSecret
from tests.journal.conftest import MACHINE, PASSPHRASE, QUICK

NEW = "another kettle entirely"


@pytest.fixture
def full(kept, page_in, now):
    page_in(kept, "one")
    page_in(kept, "two", hours=1)
    Keeper(kept).keep(Free(text="half", title="t", begun=now))
    return kept


def test_everything_opens_with_the_new_passphrase_and_nothing_with_the_old(
    full, folder, now, library
):
    path = full.vault.path
    made = rekey(full, NEW, folder, now, kdf=QUICK)
    for secret in (NEW, made.code):
        for each in (path, made.backup.path):
            again = unlock(each, secret, machine=MACHINE, library=library)
            assert [again.words(page).text for page in again.entries] == ["one", "two"]
            assert [each.passage.text for each in waiting(again)] == ["half"]
            assert again.vault.verify().ok
            again.close()
    with pytest.raises(WrongSecret):
        Vault.open(path, PASSPHRASE, machine=MACHINE)


def test_the_window_that_asked_goes_on(full, folder, now, page_in):
    rekey(full, NEW, folder, now, kdf=QUICK)
    assert [full.words(each).text for each in full.entries] == ["one", "two"]
    page_in(full, "three", hours=2)
    assert [full.words(each).text for each in full.entries] == ["one", "two", "three"]


def test_another_window_is_told_and_goes_on_with_the_new_passphrase(
    journal, again, folder, now, page_in
):
    other = again()
    rekey(journal, NEW, folder, now, kdf=QUICK)
    with pytest.raises(Rekeyed):
        page_in(other, "words")
    other.vault.reopen(NEW)
    other.read()
    page_in(other, "words")
    journal.refresh()
    assert [journal.words(each).text for each in journal.entries] == ["words"]


def test_a_fresh_backup_is_made_and_the_old_ones_are_named(full, folder, now, tmp_path):
    in_folder = backup(full, folder, now).path
    stick = backup_to(full, tmp_path / "stick" / "copy.vault").path
    lost = backup_to(full, tmp_path / "stick" / "lost.vault").path
    lost.unlink()
    made = rekey(full, NEW, folder, now, kdf=QUICK)
    assert made.backup.whole
    assert set(made.old) == {in_folder, stick}
    assert made.missed == (lost,)
    assert list(known(full, folder)) == [made.backup.path]
    assert not is_time(full, folder, now)
    for each in made.old:
        Vault.open(each, PASSPHRASE, machine=MACHINE).close()


def test_exactly_the_old_ones_are_taken_away(full, folder, now, tmp_path):
    backup(full, folder, now)
    backup_to(full, tmp_path / "stick" / "copy.vault")
    (folder / "notes.txt").write_text("mine")
    made = rekey(full, NEW, folder, now, kdf=QUICK)
    assert list(take_away(full, made.old)) == []
    assert {each.name for each in folder.iterdir()} == {"notes.txt", made.backup.path.name}
    assert list((tmp_path / "stick").iterdir()) == []
    assert list(take_away(full, made.old)) == []


def test_what_cannot_be_taken_away_is_named_and_stays_known(full, now, folder, tmp_path):
    backup_to(full, tmp_path / "stick" / "copy.vault")
    made = rekey(full, NEW, folder, now, kdf=QUICK)
    later = backup_to(full, tmp_path / "stick" / "later.vault").path
    (old,) = made.old
    old.unlink()
    old.mkdir()  # not even root takes a folder for a file
    assert list(take_away(full, made.old)) == [old]
    assert set(elsewhere(full)) == {old, later}


def test_no_code_is_made_where_none_is_wished(full, folder, now):
    assert rekey(full, NEW, folder, now, kdf=QUICK, code=False).code is None
    assert not full.vault.has_recovery


def test_a_damaged_journal_is_refused_and_stays_as_it_was(full, folder, now):
    full.vault._access._db.execute("UPDATE rec SET ct = zeroblob(600) WHERE seq = 1")
    with pytest.raises(StillDamaged):
        rekey(full, NEW, folder, now, kdf=QUICK)
    Vault.open(full.vault.path, PASSPHRASE, machine=MACHINE).close()
    assert not folder.exists()


def test_a_backup_that_cannot_be_made_does_not_undo_it(full, now, tmp_path, monkeypatch):
    (tmp_path / "file").write_text("")
    made = rekey(full, NEW, tmp_path / "file" / "x", now, kdf=QUICK)
    assert made.backup is None
    assert made.code

    def refuse(target, _progress):
        raise NotCopied(target)

    monkeypatch.setattr(full.vault, "backup", refuse)
    assert rekey(full, NEW, tmp_path / "backups", now, kdf=QUICK).backup is None


def test_it_can_be_stopped_and_then_nothing_has_changed(full, folder, now):
    def stop(*_):
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        rekey(full, NEW, folder, now, kdf=QUICK, progress=stop)
    assert full.vault.fits(PASSPHRASE)
    assert len(full.entries) == 2


@pytest.mark.parametrize("fault", ["before", "after"])
def test_words_that_the_disk_refused_are_put_in_after_a_new_key_all_the_same(
    journal, page_in, unsure, folder, now, fault
):
    """What is tried once more was sealed under the old key, which opens nothing any more."""
    unsure(fault, fault)
    with pytest.raises(NotWritten):
        page_in(journal, "words")
    rekey(journal, NEW, folder, now, kdf=QUICK)
    page_in(journal, "words")
    journal.read()
    assert {journal.words(each).text for each in journal.entries} == {"words"}
    assert journal.damaged == ()
    assert journal.vault.verify().ok


@pytest.mark.parametrize("fault", ["before", "after"])
def test_so_is_what_was_to_be_brought_back_and_what_was_to_be_deleted(
    journal, page_in, unsure, folder, now, fault
):
    page_in(journal, "gone")
    page_in(journal, "stays", hours=1)
    gone, stays = journal.entries
    delete(journal, gone.id, folder)
    unsure(fault, fault)
    with pytest.raises(NotWritten):
        undo(journal)
    rekey(journal, NEW, folder, now, kdf=QUICK)
    undo(journal)
    unsure(fault, fault)
    with pytest.raises(NotWritten):
        delete(journal, stays.id, folder)
    rekey(journal, NEW, folder, now, kdf=QUICK)
    delete(journal, stays.id, folder)
    journal.read()
    assert {journal.words(each).text for each in journal.entries} == {"gone"}
    assert journal.damaged == ()
    assert journal.vault.verify().ok


def test_the_journal_itself_is_never_taken_away(kept, library, folder, now, tmp_path, page_in):
    """Whoever goes on with a file that a backup made works in it from then on."""
    moved = backup_to(kept, tmp_path / "moved" / "journal.vault").path
    kept.close()
    going_on = unlock(moved, PASSPHRASE, machine=Machine(tmp_path / "state"), library=library)
    page_in(going_on, "words")
    made = rekey(going_on, NEW, folder, now, kdf=QUICK)
    assert (made.old, made.missed) == ((), ())
    assert list(take_away(going_on, [moved, made.backup.path])) == []
    assert moved.exists()
    assert made.backup.path.exists()
    going_on.close()


def test_what_was_put_in_the_place_of_a_backup_is_named_and_left_alone(kept, folder, now, tmp_path):
    theirs = backup_to(kept, tmp_path / "stick" / "copy.vault").path
    theirs.write_bytes(b"a thesis")
    made = rekey(kept, NEW, folder, now, kdf=QUICK)
    assert (made.old, made.missed) == ((), (theirs,))
    assert list(take_away(kept, made.old)) == []
    assert theirs.read_bytes() == b"a thesis"


def test_a_backup_that_only_a_later_version_opens_is_left_alone(journal, folder, now):
    """It may be another journal's of the same name."""
    made = backup(journal, folder, now).path
    with closing(sqlite3.connect(made)) as db, db:
        db.execute("PRAGMA user_version = 99")
    done = rekey(journal, NEW, folder, now, kdf=QUICK)
    assert (done.old, done.missed) == ((), (made,))
