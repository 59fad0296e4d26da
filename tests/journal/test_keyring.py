"""Opening with the system's keyring: off by default, and never in anybody's way."""

import sys
from types import ModuleType

import pytest

from integrate.journal.backup import backup
from integrate.journal.keyring import NoKeyring, turn_off, turn_on, unlock_with_keyring
from integrate.journal.rekey import rekey
from integrate.vault import NoVault, OnlyKey, Vault
from tests.journal.conftest import MACHINE, PASSPHRASE, QUICK


class Ring(ModuleType):
    """A keyring in memory, as the library `keyring` is used."""

    def __init__(self):
        super().__init__("keyring")
        self.kept = {}
        self.asked = 0

    def set_password(self, service, name, secret):
        self.kept[service, name] = secret

    def get_password(self, service, name):
        self.asked += 1
        return self.kept.get((service, name))

    def delete_password(self, service, name):
        del self.kept[service, name]


class Refusing(Ring):
    """One that is locked, or has nothing to keep things in."""

    def set_password(self, *_):
        raise RuntimeError("no backend")

    get_password = delete_password = set_password


@pytest.fixture
def ring(monkeypatch):
    made = Ring()
    monkeypatch.setitem(sys.modules, "keyring", made)
    return made


@pytest.fixture
def refusing(monkeypatch):
    """Puts a refusing one in the place of the other."""

    def change():
        monkeypatch.setitem(sys.modules, "keyring", Refusing())

    return change


@pytest.fixture
def missing(monkeypatch):
    """Takes the library away."""

    def change():
        monkeypatch.setitem(sys.modules, "keyring", None)

    return change


@pytest.fixture
def asks(path, library):
    """Opens the journal with the keyring; says whether it did."""

    def run():
        opened = unlock_with_keyring(path, machine=MACHINE, library=library)
        if opened is None:
            return False
        assert opened.vault.opened_with == "keyring"
        opened.close()
        return True

    return run


def test_turned_on_it_opens_the_journal_without_a_word(journal, ring, asks, again):
    turn_on(journal)
    assert asks()
    assert journal.vault.has_keyring
    again()
    ((service, name),) = ring.kept
    assert (service, name) == ("integrate", journal.vault.vault_id.hex())


def test_what_it_keeps_is_no_passphrase_and_stands_nowhere_in_the_file(journal, ring, path):
    turn_on(journal)
    (secret,) = ring.kept.values()
    assert len(bytes.fromhex(secret)) == 32
    assert bytes.fromhex(secret) not in path.read_bytes()
    assert not journal.vault.fits(secret)
    assert not journal.vault.fits(bytes.fromhex(secret).decode("latin-1"))


def test_turned_off_it_opens_nothing_and_keeps_nothing(journal, ring, asks, folder):
    turn_on(journal)
    kept = dict(ring.kept)
    turn_off(journal, folder)
    assert ring.kept == {}
    assert not journal.vault.has_keyring
    ring.kept.update(kept)
    assert not asks()


def test_turned_on_again_only_the_newest_opens(journal, ring, asks):
    turn_on(journal)
    old = dict(ring.kept)
    turn_on(journal)
    assert asks()
    ring.kept.update(old)
    assert not asks()


def test_nothing_asks_the_keyring_where_it_is_not_turned_on(journal, ring, asks):
    assert journal.entries == ()
    assert not asks()
    assert ring.asked == 0


def test_where_there_is_no_journal_that_is_said(ring, path, library):
    with pytest.raises(NoVault):
        unlock_with_keyring(path, machine=MACHINE, library=library)
    assert ring.asked == 0


def test_without_the_library_it_is_said_what_to_install(journal, missing):
    missing()
    with pytest.raises(NoKeyring, match="pip install"):
        turn_on(journal)
    assert not journal.vault.has_keyring


def test_a_keyring_that_refuses_changes_nothing(journal, refusing, again):
    refusing()
    with pytest.raises(NoKeyring, match="passphrase stays the only way in"):
        turn_on(journal)
    assert not journal.vault.has_keyring
    assert again().vault.verify().ok


def test_one_that_refuses_or_is_gone_later_means_asking_for_the_passphrase(
    journal, ring, asks, refusing, missing, folder
):
    turn_on(journal)
    assert ring.kept
    refusing()
    assert not asks()
    missing()
    assert not asks()
    turn_off(journal, folder)
    assert not journal.vault.has_keyring


@pytest.mark.parametrize("kept", ["", "00" * 32, "00", "not hex", "é", None])
def test_another_secret_means_asking_for_the_passphrase(journal, ring, asks, kept):
    turn_on(journal)
    ring.kept = dict.fromkeys(ring.kept, kept)
    assert not asks()


def test_a_damaged_lock_means_asking_for_the_passphrase(journal, ring, asks, again):
    turn_on(journal)
    assert ring.kept
    journal.vault._access._db.execute(
        "UPDATE slot SET wrapped = zeroblob(92) WHERE kind = 'keyring'"
    )
    assert not asks()
    again()


def test_after_a_new_key_it_opens_no_more(journal, ring, asks, folder, now):
    turn_on(journal)
    rekey(journal, "new", folder, now, kdf=QUICK)
    assert ring.kept == {}
    assert not asks()
    assert not journal.vault.has_keyring
    turn_on(journal)
    assert asks()


def test_the_only_way_in_stays(path, library, ring, asks, folder):
    vault, code = Vault.create_with_recovery_only(path, machine=MACHINE, kdf=QUICK)
    vault.close()
    from integrate.journal.unlock import unlock

    only = unlock(path, code, machine=MACHINE, library=library)
    turn_on(only)
    only.vault.drop_recovery()
    with pytest.raises(OnlyKey):
        turn_off(only, folder)
    assert ring.kept
    only.close()
    assert asks()


def test_the_passphrase_opens_it_all_the_same(journal, ring, again):
    turn_on(journal)
    assert ring.kept
    assert again().vault.opened_with == "passphrase"
    assert journal.vault.fits(PASSPHRASE)


def test_turned_off_it_opens_no_backup_either(journal, page_in, ring, folder, now, library):
    page_in(journal, "words")
    turn_on(journal)
    kept = dict(ring.kept)
    made = backup(journal, folder, now).path
    assert turn_off(journal, folder).reached == (made,)
    ring.kept.update(kept)
    assert unlock_with_keyring(made, machine=MACHINE, library=library) is None
