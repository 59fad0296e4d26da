"""What opens a vault can be changed, and the old one opens no more."""

import pytest

from integrate.machine import Machine
from integrate.vault import EmptyPassphrase, NotWritten, OnlyKey, Rekeyed, Vault, WrongSecret
from tests.vault.conftest import PASSPHRASE


def test_a_changed_passphrase_opens_and_the_old_one_does_not(vault, vaults, kdf, tamper):
    item = vault.add("note", {}, "words")
    salts = tamper("SELECT params FROM slot")
    vault.change_passphrase("other words", kdf=kdf)
    assert vaults.open("other words").present().items == [item]
    assert vaults.open(vaults.code).present().items == [item]
    with pytest.raises(WrongSecret):
        vaults.open(PASSPHRASE)
    assert len(set(salts) & set(tamper("SELECT params FROM slot"))) == 1
    assert vault.verify().ok


def test_the_same_passphrase_again_gets_a_fresh_salt(vault, vaults, kdf, tamper):
    before = tamper("SELECT params, wrapped FROM slot WHERE kind = 'passphrase'")
    vault.change_passphrase(PASSPHRASE, kdf=kdf)
    assert tamper("SELECT params, wrapped FROM slot WHERE kind = 'passphrase'") != before
    vaults.open()


def test_an_empty_passphrase_is_refused_and_changes_nothing(vault, vaults, kdf):
    with pytest.raises(EmptyPassphrase):
        vault.change_passphrase("", kdf=kdf)
    vaults.open()


def test_a_new_code_voids_the_old_one(vault, vaults, kdf):
    old = vaults.code
    new = vault.change_recovery(kdf=kdf)
    assert vaults.open(new).opened_with == "recovery"
    with pytest.raises(WrongSecret):
        vaults.open(old)
    assert vaults.open().opened_with == "passphrase"


def test_a_vault_that_had_no_code_can_get_one(vaults, kdf):
    vault = vaults.create(recovery=False)
    assert not vault.has_recovery
    vaults.open(vault.change_recovery(kdf=kdf))
    assert vault.has_recovery


def test_a_secret_can_be_asked_for_again(vault, vaults):
    assert vault.fits(PASSPHRASE)
    assert vault.fits(vaults.code)
    assert not vault.fits("something else")
    assert not vault.fits("")


def test_who_forgot_the_passphrase_gets_a_new_one_by_the_code(vault, vaults, kdf):
    vault.close()
    with vaults.open(vaults.code) as again:
        again.change_passphrase("remembered", kdf=kdf)
    vaults.open("remembered")


def test_the_keyring_opens_it_until_it_is_taken_away(vault, path):
    item = vault.add("note", {}, "words")
    secret = vault.add_keyring()
    assert vault.has_keyring
    with Vault.open_with_keyring(path, secret, machine=Machine()) as opened:
        assert opened.opened_with == "keyring"
        assert opened.present().items == [item]
    with pytest.raises(WrongSecret):
        Vault.open_with_keyring(path, bytes(32), machine=Machine())
    vault.drop_keyring()
    assert vault.verify().ok
    with pytest.raises(WrongSecret):
        Vault.open_with_keyring(path, secret, machine=Machine())


def test_a_new_key_ends_what_the_keyring_knew(vault, path, kdf):
    secret = vault.add_keyring()
    vault.rekey("new words", kdf=kdf)
    assert not vault.has_keyring
    with pytest.raises(WrongSecret):
        Vault.open_with_keyring(path, secret, machine=Machine())


def test_the_last_lock_stays(path, kdf):
    vault, _ = Vault.create_with_recovery_only(path, machine=Machine(), kdf=kdf)
    with vault:
        with pytest.raises(OnlyKey):
            vault.drop_recovery()
        vault.drop_keyring()
        assert vault.has_recovery


def test_locks_go_into_a_copy_too(vault, vaults, kdf, tmp_path):
    copy = tmp_path / "copies" / "copy.vault"
    vault.add("note", {}, "words")
    vault.backup(copy)
    vault.change_passphrase("other words", kdf=kdf)
    vault.put_locks_into(copy)
    with pytest.raises(WrongSecret):
        vaults.open(PASSPHRASE, path=copy)
    again = vaults.open("other words", path=copy)
    assert again.present() == vault.present()
    assert again.verify().ok


@pytest.fixture
def rekeyed_meanwhile(vault, kdf, monkeypatch):
    """Another thread gives the vault a new key while a slot is being derived."""
    from integrate.vault import locks

    really = locks.wrap

    def slow(*given, **more):
        slot = really(*given, **more)
        monkeypatch.undo()
        vault.rekey("the new one", kdf=kdf)
        return slot

    monkeypatch.setattr(locks, "wrap", slow)


@pytest.mark.parametrize("change", ["change_passphrase", "change_recovery", "add_keyring"])
def test_a_slot_that_wraps_the_key_from_before_a_new_one_never_goes_in(
    vault, vaults, kdf, rekeyed_meanwhile, change
):
    del rekeyed_meanwhile
    item = vault.add("note", {}, "words")
    given = {"change_passphrase": ("third",), "change_recovery": (), "add_keyring": ()}[change]
    more = {} if change == "add_keyring" else {"kdf": kdf}
    with pytest.raises(Rekeyed):
        getattr(vault, change)(*given, **more)
    again = vaults.open("the new one")
    assert [each.entity for each in again.present().items] == [item.entity]
    assert again.verify().ok


def test_nor_does_it_where_the_disk_refused_it_before_the_new_key(vault, vaults, kdf):
    from tests.vault.test_vault import Faulty

    vault.add("note", {}, "words")
    living = vault._access._db
    vault._access._db = Faulty(living, "before", "before")
    with pytest.raises(NotWritten) as failure:
        vault.change_passphrase("third", kdf=kdf)
    vault._access._db = living
    vault.rekey("the new one", kdf=kdf)
    with pytest.raises(Rekeyed):
        failure.value.again()
    assert len(vaults.open("the new one").present().items) == 1
