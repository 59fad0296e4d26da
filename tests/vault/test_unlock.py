import pytest

from integrate.machine import Machine
from integrate.vault import (
    DamagedSlot,
    EmptyPassphrase,
    MistypedCode,
    Vault,
    WrongSecret,
    recovery,
)


def flip(tamper, kind, column="wrapped", place=40):
    ((value,),) = tamper(f"SELECT {column} FROM slot WHERE kind = ?", kind)  # noqa: S608  (ours)
    damaged = bytearray(value.encode() if isinstance(value, str) else value)
    damaged[place] ^= 1
    sql = f"UPDATE slot SET {column} = ? WHERE kind = ?"  # noqa: S608  (ours)
    tamper(sql, bytes(damaged), kind)


def test_the_passphrase_and_the_code_both_open_it(vaults, vault):
    rid = vault.add("note", {}, "kept").rid
    for secret in ("a quiet harbour, late", vaults.code, vaults.code.lower().replace("-", " ")):
        assert bytes(vaults.open(secret).value(rid)) == b'"kept"'


def test_a_passphrase_typed_in_another_unicode_form_is_the_same(path, kdf):
    Vault.create(path, "no\u0308tig", machine=Machine(name=b""), kdf=kdf)[0].close()
    Vault.open(path, "n\u00f6tig", machine=Machine(name=b"")).close()


def test_a_passphrase_that_reads_as_a_code_still_opens_it(path, kdf):
    looks_like_one = recovery.write(bytes(16))
    Vault.create(path, looks_like_one, machine=Machine(name=b""), kdf=kdf)[0].close()
    Vault.open(path, looks_like_one, machine=Machine(name=b"")).close()


@pytest.mark.parametrize("secret", ["wrong", "", " a quiet harbour, late", "\udcff", "x" * 100_000])
@pytest.mark.usefixtures("vault")
def test_a_wrong_passphrase_is_said_to_be_wrong(vaults, secret):
    with pytest.raises(WrongSecret, match="try again"):
        vaults.open(secret)


@pytest.mark.usefixtures("vault")
def test_a_code_of_another_journal_is_wrong_and_a_slip_is_called_a_slip(vaults):
    with pytest.raises(WrongSecret) as other:
        vaults.open(recovery.write(bytes(16)))
    assert not isinstance(other.value, MistypedCode)
    slip = vaults.code[:-1] + ("0" if vaults.code[-1] != "0" else "1")
    with pytest.raises(MistypedCode, match="paper"):
        vaults.open(slip)


@pytest.mark.parametrize("column", ["wrapped", "params", "kind"])
@pytest.mark.usefixtures("vault")
def test_a_damaged_passphrase_slot_is_never_called_a_wrong_passphrase(vaults, tamper, column):
    flip(tamper, "passphrase", column, 2)
    for typed in ("a quiet harbour, late", "wrong"):
        with pytest.raises(DamagedSlot, match="recovery code may still open"):
            vaults.open(typed)
    vaults.open(vaults.code)


@pytest.mark.parametrize("column", ["wrapped", "params", "kind"])
@pytest.mark.usefixtures("vault")
def test_a_damaged_recovery_slot_leaves_the_passphrase(vaults, tamper, column):
    flip(tamper, "recovery", column, 2)
    with pytest.raises(DamagedSlot, match="passphrase may still open"):
        vaults.open(vaults.code)
    with pytest.raises(WrongSecret):
        vaults.open("wrong")
    vaults.open()


@pytest.mark.usefixtures("vault")
def test_with_both_slots_damaged_it_speaks_of_a_backup(vaults, tamper):
    flip(tamper, "recovery")
    flip(tamper, "passphrase")
    with pytest.raises(DamagedSlot, match="backup"):
        vaults.open()


@pytest.mark.parametrize("count", [0, 9])
@pytest.mark.usefixtures("vault")
def test_no_slot_at_all_or_too_many_are_damage(vaults, tamper, count):
    row = tamper("SELECT kind, params, wrapped, sum FROM slot")[0]
    tamper("DELETE FROM slot")
    for _ in range(count):
        tamper("INSERT INTO slot (kind, params, wrapped, sum) VALUES (?, ?, ?, ?)", *row)
    with pytest.raises(DamagedSlot):
        vaults.open()


@pytest.mark.usefixtures("vault")
def test_columns_of_other_types_are_damage(vaults, tamper):
    tamper("UPDATE slot SET wrapped = NULL, params = 7, sum = 1.5")
    with pytest.raises(DamagedSlot):
        vaults.open()


def test_a_damaged_vault_id_in_meta_costs_nothing(vaults, vault, tamper):
    vault.add("note", {}, "kept")
    tamper("UPDATE meta SET v = ? WHERE k = 'vault_id'", bytes(16))
    assert len(vaults.open().present().items) == 1


def test_a_kind_of_slot_from_a_later_version_is_left_alone(vaults, vault, tamper):
    ((params, wrapped),) = tamper("SELECT params, wrapped FROM slot WHERE kind = 'recovery'")
    from hashlib import sha256

    told = sha256(vault.vault_id + b"keyring" + params.encode() + wrapped).digest()[:8]
    tamper("UPDATE slot SET kind = 'keyring', sum = ? WHERE kind = 'recovery'", told)
    vaults.open()
    with pytest.raises(WrongSecret):
        vaults.open("wrong")


def test_an_empty_passphrase_is_refused(path, kdf):
    with pytest.raises(EmptyPassphrase):
        Vault.create(path, "", machine=Machine(name=b""), kdf=kdf)
    assert not path.parent.exists()
