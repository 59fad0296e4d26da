"""Restoring into a file whose pages are damaged: nobody writes in between, and nothing runs."""

import sqlite3
from contextlib import closing

import pytest

from integrate.machine import Machine
from integrate.vault import DamagedVault, Vault, VaultBusy, file, pouring, restore
from integrate.vault.access import Access
from tests.vault.conftest import PASSPHRASE


@pytest.fixture
def copy(vault, tmp_path):
    for number in range(30):
        vault.add("note", {"n": number}, f"{number}" * 900)
    vault.backup(tmp_path / "elsewhere" / "copy.vault")
    return tmp_path / "elsewhere" / "copy.vault"


@pytest.fixture
def torn(vault, copy, path):  # noqa: ARG001 - the copy is made before
    """The living file, with ten pages more than the copy, and a damaged page of SQLite's."""
    later = [vault.add("note", {}, f"later {number}" * 300) for number in range(10)]
    vault.close()
    content = bytearray(path.read_bytes())
    content[12 * 8192 : 13 * 8192] = bytes(8192)
    path.write_bytes(content)
    return later


def run_in(path, sql, *values):
    with closing(sqlite3.connect(path)) as db, db:
        db.execute(sql, values)


def entities(path):
    with Vault.open(path, PASSPHRASE, machine=Machine()) as vault:
        assert vault.verify().ok
        return {item.entity for item in vault.present().items}


def test_what_another_window_would_say_in_between_is_not_taken_and_lost(
    path, copy, torn, monkeypatch
):
    monkeypatch.setattr(file, "WAIT_SECONDS", 0)
    other = Vault.open(path, PASSPHRASE, machine=Machine())
    really, said = Access.overwrite, []

    def overwrite(access, source):
        with pytest.raises(VaultBusy):
            said.append(other.add("note", {}, "in between"))
        really(access, source)

    monkeypatch.setattr(Access, "overwrite", overwrite)
    restore(path, copy, PASSPHRASE, machine=Machine())
    assert said == []
    kept = other.add("note", {}, "afterwards")
    other.close()
    assert {kept.entity, *(each.entity for each in torn)} <= entities(path)
    assert not path.with_name(f"{path.name}-journal").exists()


def test_a_trigger_that_was_planted_in_the_copy_does_not_come_along(path, copy, torn):
    run_in(copy, "CREATE TRIGGER planted AFTER INSERT ON rec BEGIN DELETE FROM rec; END")
    before = path.read_bytes()
    with pytest.raises(DamagedVault):
        restore(path, copy, PASSPHRASE, machine=Machine())
    assert path.read_bytes() == before
    assert torn


def test_what_is_damaged_in_the_copy_and_whole_here_stays(path, copy, torn, vaults):
    again = vaults.open()
    spoilt = again.present().items[-len(torn) - 1]
    again.close()
    run_in(copy, "UPDATE rec SET ct = zeroblob(600) WHERE rid = ?", spoilt.rid)
    restore(path, copy, PASSPHRASE, machine=Machine())
    assert spoilt.entity in entities(path)


def test_the_file_is_let_go_of_again_whatever_happens(path, copy, torn, monkeypatch):
    def fail(*_):
        raise RuntimeError

    monkeypatch.setattr(pouring, "_saved", fail)
    with pytest.raises(RuntimeError):
        restore(path, copy, PASSPHRASE, machine=Machine())
    monkeypatch.setattr(file, "WAIT_SECONDS", 0)
    with Vault.open(path, PASSPHRASE, machine=Machine()) as vault:
        vault.keep_draft("words")
    assert torn
