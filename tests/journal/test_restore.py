"""Bringing a journal back from a backup."""

import pytest

from integrate.journal.backup import backup, known
from integrate.journal.delete import delete
from integrate.journal.edit import edit
from integrate.journal.rekey import rekey
from integrate.journal.restore import restore
from integrate.journal.unlock import unlock
from integrate.machine import Machine
from integrate.vault import NotCopied, OtherVault, WrongSecret
from tests.journal.conftest import PASSPHRASE, QUICK


@pytest.fixture
def full(kept, page_in):
    page_in(kept, "one")
    page_in(kept, "two", hours=1)
    return kept


@pytest.fixture
def bring(full, folder, now):
    """Restores into the journal."""

    def run(copy, secret=PASSPHRASE, **how):
        done = restore(
            full.vault.path, copy, secret, folder, now, machine=full.vault._machine, **how
        )
        full.refresh()
        return done

    return run


def texts(journal):
    return [journal.words(each).text for each in journal.entries]


def test_what_was_lost_comes_back_and_what_is_newer_stays(full, folder, now, bring, page_in):
    made = backup(full, folder, now)
    full.vault._access._db.execute("DELETE FROM rec WHERE rid = ?", (full.entries[0].rid,))
    page_in(full, "three", hours=2)
    done = bring(made.path)
    assert (done.restored.brought, done.restored.stayed, done.before) == (1, 1, None)
    full.read()
    assert texts(full) == ["one", "two", "three"]
    assert full.vault.verify().ok


def test_exactly_makes_a_backup_of_how_it_was_just_before(
    full, folder, now, bring, page_in, library
):
    made = backup(full, folder, now)
    page_in(full, "three", hours=2)
    edit(full, full.entries[0], text="one, reworded")
    done = bring(made.path, exactly=True)
    assert (done.restored.taken, texts(full)) == (2, ["one", "two"])
    assert done.before == folder / "journal-before-2026-03-10-190000.vault"
    copy = unlock(done.before, PASSPHRASE, machine=Machine(), library=library)
    assert texts(copy) == ["one, reworded", "two", "three"]
    copy.close()
    assert done.before in known(full, folder)


def test_exactly_can_be_taken_back_with_it(full, folder, now, bring, page_in):
    made = backup(full, folder, now)
    page_in(full, "three", hours=2)
    first = bring(made.path, exactly=True)
    second = bring(first.before)
    assert second.before is None
    assert texts(full) == ["one", "two", "three"]
    assert bring(made.path, exactly=True).before.name.endswith("-2.vault")


def test_exactly_is_refused_where_that_backup_cannot_be_made(full, folder, now, page_in, tmp_path):
    made = backup(full, folder, now)
    page_in(full, "three", hours=2)
    (tmp_path / "file").write_text("")
    with pytest.raises(NotCopied):
        restore(
            full.vault.path,
            made.path,
            PASSPHRASE,
            tmp_path / "file" / "x",
            now,
            machine=full.vault._machine,
            exactly=True,
        )
    assert texts(full) == ["one", "two", "three"]
    assert not full.refresh()


@pytest.mark.parametrize("exactly", [False, True])
def test_what_was_deleted_stays_deleted(full, folder, now, bring, exactly):
    made = backup(full, folder, now)
    delete(full, full.entries[0].id, folder)
    assert bring(made.path, exactly=exactly).restored.brought == 0
    assert texts(full) == ["two"]


@pytest.mark.parametrize("exactly", [False, True])
def test_moving_to_a_new_machine(full, folder, now, tmp_path, library, exactly):
    made = backup(full, folder, now)
    there, machine = tmp_path / "new" / "journal.vault", Machine(tmp_path / "new state")
    done = restore(
        there, made.path, PASSPHRASE, tmp_path / "b", now, machine=machine, exactly=exactly
    )
    assert (done.before, done.restored.brought, done.restored.locks) == (None, 2, True)
    moved = unlock(there, PASSPHRASE, machine=machine, library=library)
    assert texts(moved) == ["one", "two"]
    assert moved.vault.verify().ok
    moved.close()
    assert full.vault.verify().ok


@pytest.mark.parametrize("lost", ["gone", "rubbish"])
def test_after_the_file_was_lost_on_this_machine_there_is_no_alarm(
    full, folder, now, page_in, library, lost
):
    """This machine remembers a later state, and the person knows why it is gone."""
    made = backup(full, folder, now)
    page_in(full, "only here")
    path, machine = full.vault.path, full.vault._machine
    full.close()
    if lost == "gone":
        path.unlink()
    else:
        path.write_bytes(b"rubbish" * 3000)
    done = restore(path, made.path, PASSPHRASE, folder, now, machine=machine, exactly=True)
    assert done.before is None
    for _ in range(2):
        again = unlock(path, PASSPHRASE, machine=machine, library=library)
        assert texts(again) == ["one", "two"]
        assert again.vault.verify().ok
        again.close()


def test_a_backup_from_before_a_new_key_is_refused(full, folder, now, bring):
    made = backup(full, folder, now)
    rekey(full, "new", folder, now, kdf=QUICK)
    with pytest.raises(OtherVault):
        bring(made.path, exactly=True)
    assert texts(full) == ["one", "two"]
    assert not [each for each in folder.iterdir() if "before" in each.name]


def test_a_wrong_passphrase_changes_nothing(full, folder, now, bring):
    made = backup(full, folder, now)
    with pytest.raises(WrongSecret):
        bring(made.path, "wrong", exactly=True)
    assert not [each for each in folder.iterdir() if "before" in each.name]


def test_restoring_tells_how_far_it_is_and_can_be_stopped_with_nothing_changed(
    full, folder, now, bring, page_in
):
    for number in range(120):
        page_in(full, f"page {number}", hours=number + 2)
    made = backup(full, folder, now)
    page_in(full, "later", hours=200)
    told = []
    bring(made.path, progress=lambda done, most: told.append((done, most)))
    assert told == [(100, 122)]

    def stop(_done, _most):
        raise KeyError

    with pytest.raises(KeyError):
        bring(made.path, exactly=True, progress=stop)
    assert "later" in texts(full)
