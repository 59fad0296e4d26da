"""What opens the journal, changed here and in every backup that can be reached."""

import pytest

from integrate.journal.backup import backup, backup_to
from integrate.journal.locks import change_passphrase, change_recovery, drop_recovery
from integrate.journal.unlock import unlock
from integrate.machine import Machine
from integrate.vault import EmptyPassphrase, OnlyKey, Vault, WrongSecret
from tests.journal.conftest import MACHINE, PASSPHRASE, QUICK

NEW = "another kettle entirely"


def opens(path, secret):
    try:
        Vault.open(path, secret, machine=MACHINE).close()
    except WrongSecret:
        return False
    return True


@pytest.fixture
def copies(kept, folder, now, tmp_path, page_in):
    """Two backups in the folder, and one elsewhere."""
    page_in(kept)
    stick = tmp_path / "stick" / "copy.vault"
    return [
        backup(kept, folder, now).path,
        backup(kept, folder, now).path,
        backup_to(kept, stick).path,
    ]


def test_a_new_passphrase_opens_the_journal_and_every_backup_and_the_old_one_none(
    kept, copies, folder
):
    changed = change_passphrase(kept, NEW, folder, kdf=QUICK)
    assert set(changed.reached) == set(copies)
    assert changed.missed == ()
    for each in (kept.vault.path, *copies):
        assert opens(each, NEW)
        assert not opens(each, PASSPHRASE)


def test_the_window_goes_on_and_others_too(journal, again, folder, page_in):
    other = again()
    change_passphrase(journal, NEW, folder, kdf=QUICK)
    page_in(other, "from there")
    journal.refresh()
    assert [journal.words(each).text for each in journal.entries] == ["from there"]


def test_one_that_is_out_of_reach_is_named_and_still_opens_as_before(kept, copies, folder):
    away = copies[2].rename(copies[2].with_name("in a drawer"))
    changed = change_passphrase(kept, NEW, folder, kdf=QUICK)
    assert changed.missed == (copies[2],)
    assert set(changed.reached) == set(copies[:2])
    assert opens(away, PASSPHRASE)
    away.rename(copies[2])
    assert change_passphrase(kept, NEW, folder, kdf=QUICK).missed == ()
    assert not opens(copies[2], PASSPHRASE)


def test_a_damaged_one_is_named(kept, copies, folder):
    copies[0].write_bytes(b"rubbish" * 3000)
    assert change_passphrase(kept, NEW, folder, kdf=QUICK).missed == (copies[0],)


def test_what_was_put_in_the_place_of_one_is_left_alone(kept, journal_of, copies, folder):
    """The stick may be somebody else's by now."""
    copies[2].write_bytes(journal_of.vault.path.read_bytes())
    assert change_passphrase(kept, NEW, folder, kdf=QUICK).missed == (copies[2],)
    assert opens(copies[2], "other")


@pytest.fixture
def journal_of(tmp_path, library):
    Vault.create(tmp_path / "theirs" / "x", "other", machine=MACHINE, kdf=QUICK)[0].close()
    made = unlock(tmp_path / "theirs" / "x", "other", machine=MACHINE, library=library)
    yield made
    made.close()


def test_an_empty_passphrase_changes_nothing_anywhere(kept, copies, folder):
    with pytest.raises(EmptyPassphrase):
        change_passphrase(kept, "", folder, kdf=QUICK)
    assert all(opens(each, PASSPHRASE) for each in (kept.vault.path, *copies))


def test_a_new_code_goes_everywhere_and_the_one_before_opens_nothing(kept, copies, folder):
    first = change_recovery(kept, folder, kdf=QUICK)
    second = change_recovery(kept, folder, kdf=QUICK)
    assert first.code != second.code
    assert set(second.reached) == set(copies)
    for each in (kept.vault.path, *copies):
        assert opens(each, second.code)
        assert opens(each, PASSPHRASE)
        assert not opens(each, first.code)


def test_a_code_that_was_dropped_opens_nothing(kept, copies, folder):
    code = change_recovery(kept, folder, kdf=QUICK).code
    changed = drop_recovery(kept, folder)
    assert (changed.code, set(changed.reached)) == (None, set(copies))
    assert not any(opens(each, code) for each in (kept.vault.path, *copies))


def test_the_only_way_in_stays(path, library, folder):
    vault, code = Vault.create_with_recovery_only(path, machine=MACHINE, kdf=QUICK)
    vault.close()
    only = unlock(path, code, machine=MACHINE, library=library)
    with pytest.raises(OnlyKey):
        drop_recovery(only, folder)
    only.close()
    assert opens(path, code)


def test_backups_hold_the_same_words_afterwards(kept, copies, folder, library):
    change_passphrase(kept, NEW, folder, kdf=QUICK)
    for each in copies:
        copy = unlock(each, NEW, machine=Machine(), library=library)
        assert [copy.words(page).text for page in copy.entries] == ["words"]
        assert copy.vault.verify().ok
        copy.close()
