"""A new key: everything is sealed anew, in one transaction, and others are told."""

import msgspec
import pytest

from integrate.vault import NotWritten, Rekeyed, StillDamaged, Vault, VaultFull, WrongSecret, ledger
from integrate.vault.anchor import note_name
from tests.vault.conftest import PASSPHRASE


def words(vault):
    return {
        item.entity: msgspec.json.decode(vault.value(item.rid)) for item in vault.present().items
    }


def fill(vault):
    first = vault.add("note", {"n": 1}, "first wording")
    vault.add("note", {"n": 1}, "second wording", entity=first.entity)
    for text in ("left", "right"):
        vault.add("note", {"n": 2}, text, entity=first.entity, after=[first.rid])
    vault.add("note", {"n": 3}, "x" * 9000)
    deleted = vault.add("note", {"n": 4}, "deleted")
    vault.delete(deleted.entity)
    return vault.keep_draft("unfinished")


def test_everything_is_there_under_the_new_key_and_the_old_secrets_open_nothing(vault, vaults, kdf):
    draft = fill(vault)
    before, old_code, old_id = words(vault), vaults.code, vault.vault_id
    histories = {
        entity: [each.value for each in vault.history(entity).wordings] for entity in before
    }
    code = vault.rekey("a new set of words", kdf=kdf)
    assert vault.vault_id != old_id
    assert words(vault) == before
    assert vault.verify().ok
    assert [(each.rid, bytes(each.value)) for each in vault.drafts()] == [(draft, b'"unfinished"')]
    for secret in ("a new set of words", code):
        with vaults.open(secret) as again:
            assert words(again) == before
            assert {
                entity: [each.value for each in again.history(entity).wordings] for entity in before
            } == histories
    for secret in (PASSPHRASE, old_code):
        with pytest.raises(WrongSecret):
            vaults.open(secret)


def test_nothing_sealed_under_the_old_key_is_left_in_the_file(vault, path, tamper, kdf):
    fill(vault)
    old = [
        column
        for row in tamper("SELECT rid, ct FROM rec UNION ALL SELECT ct, ct FROM draft")
        for column in row
    ]
    old += [row for (row,) in tamper("SELECT wrapped FROM slot")]
    vault.rekey("new", kdf=kdf)
    vault.close()
    left = path.read_bytes()
    for each in old:
        assert all(each[at : at + 16] not in left for at in range(0, max(1, len(each) - 16), 16))


def test_another_window_is_told_and_goes_on_with_the_new_passphrase(vault, vaults, kdf):
    other = vaults.open()
    item = vault.add("note", {}, "words")
    draft = other.keep_draft("half a sentence")
    vault.rekey("new words", kdf=kdf)
    for act in (
        other.present,
        other.drafts,
        other.verify,
        lambda: other.value(item.rid),
        lambda: other.add("note", {}, "lost?"),
        lambda: other.keep_draft("half a sentence and more", draft),
        lambda: other.rekey("mine", kdf=kdf),
    ):
        with pytest.raises(Rekeyed, match="still held here"):
            act()
    with pytest.raises(WrongSecret):
        other.reopen(PASSPHRASE)
    other.reopen("new words")
    other.keep_draft("half a sentence and more", draft)
    assert [bytes(each.value) for each in vault.drafts()] == [b'"half a sentence and more"']
    assert words(other) == words(vault)
    assert vault.verify().ok


def test_without_a_code_there_is_none(vault, kdf):
    assert vault.rekey("new", kdf=kdf, code=False) is None
    assert not vault.has_recovery
    assert vault.has_passphrase


@pytest.mark.parametrize("table", ["rec", "draft", "head"])
def test_damage_is_never_made_final(vault, vaults, tamper, kdf, table):
    fill(vault)
    tamper(f"UPDATE {table} SET ct = zeroblob(600)")  # noqa: S608 - a table of ours
    with pytest.raises(StillDamaged, match="bring a backup back first"):
        vault.rekey("new", kdf=kdf)
    vaults.open()


def test_missing_rows_are_not_hushed_up_by_a_new_key(vault, tamper, kdf):
    fill(vault)
    tamper("DELETE FROM rec WHERE seq = 1")
    with pytest.raises(StillDamaged):
        vault.rekey("new", kdf=kdf)


def test_an_old_slot_that_was_put_back_is_thrown_out_by_a_new_key(vault, vaults, tamper, kdf):
    old = tamper("SELECT kind, params, wrapped, sum FROM slot WHERE kind = 'passphrase'")[0]
    vault.change_passphrase("second words", kdf=kdf)
    tamper("INSERT INTO slot (kind, params, wrapped, sum) VALUES (?, ?, ?, ?)", *old)
    vaults.open(PASSPHRASE).close()
    assert not vault.verify().ok
    vault.rekey("third words", kdf=kdf)
    assert vault.verify().ok
    with pytest.raises(WrongSecret):
        vaults.open(PASSPHRASE)


def test_somebody_who_stops_it_has_changed_nothing(vault, vaults, kdf):
    fill(vault)
    before = words(vault)

    def stop(done, most):
        assert 0 < done <= most
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        vault.rekey("new", kdf=kdf, progress=stop)
    assert words(vault) == before
    assert vault.verify().ok
    vaults.open()


def test_what_is_written_between_sealing_and_writing_comes_along(vault, vaults, kdf):
    other = vaults.open()
    fill(vault)

    first = other.add("note", {}, "before")

    def meanwhile(_done, _most):
        other.add("note", {}, "written meanwhile")
        other.delete(first.entity)

    vault.rekey("new", kdf=kdf, progress=meanwhile)
    assert "written meanwhile" in words(vault).values()
    assert "before" not in words(vault).values()
    assert vault.verify().ok


@pytest.mark.parametrize("when", ["before", "after"])
def test_a_commit_that_reports_an_error_is_the_old_key_or_the_new_one(vault, vaults, kdf, when):
    from tests.vault.test_vault import Faulty

    fill(vault)
    before = words(vault)
    real = vault._access._db
    vault._access._db = Faulty(real, when)
    if when == "after":
        vault.rekey("new", kdf=kdf)
    else:
        with pytest.raises(NotWritten) as failure:
            vault.rekey("new", kdf=kdf)
        assert words(vaults.open()) == before
        failure.value.again()
    assert words(vault) == before
    assert words(vaults.open("new")) == before
    assert vault.verify().ok


def test_the_note_of_the_old_key_goes_with_it(vault, kdf):
    vault.add("note", {}, "words")
    machine, old = vault._machine, note_name(vault.vault_id)
    assert old in machine.notes()
    vault.rekey("new", kdf=kdf)
    assert list(machine.notes()) == [note_name(vault.vault_id)]


def test_a_vault_that_only_paper_opens_gets_a_passphrase_by_a_new_key(path, kdf):
    from integrate.machine import Machine

    vault, code = Vault.create_with_recovery_only(path, machine=Machine(), kdf=kdf)
    with vault:
        assert vault.opened_with == "recovery"
        new = vault.rekey("words", kdf=kdf)
        assert vault.opened_with == "passphrase"
        assert new != code


def test_what_was_sealed_just_before_the_new_key_was_taken_up_is_never_put_in(
    vault, vaults, kdf, monkeypatch
):
    """Another thread reopens while this one stands between sealing a draft and writing it."""
    other = vaults.open()
    vault.rekey("new words", kdf=kdf)
    write = type(other._access).write

    def late(access, *args, **kwargs):
        monkeypatch.undo()
        other.reopen("new words")
        return write(access, *args, **kwargs)

    monkeypatch.setattr(type(other._access), "write", late)
    with pytest.raises(Rekeyed):
        other.keep_draft("half a sentence")
    assert vault.drafts() == []
    other.keep_draft("half a sentence")
    assert [bytes(each.value) for each in vault.drafts()] == [b'"half a sentence"']
    assert vault.verify().ok


def test_a_key_that_was_used_up_is_replaced_by_a_new_one(vault, vaults, kdf, monkeypatch):
    for number in range(3):
        vault.add("note", {}, str(number))
    monkeypatch.setattr(ledger, "MOST_SEALS", 3)
    with pytest.raises(VaultFull):
        vault.add("note", {}, "no more")
    vault.rekey("new", kdf=kdf)
    vault.add("note", {}, "more")
    assert sorted(words(vault).values()) == ["0", "1", "2", "more"]
    assert vaults.open("new").verify().ok
