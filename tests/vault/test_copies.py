"""Copies: whole before they get their name, kept in step, and never put over anything."""

import os
import sqlite3
import subprocess
import sys
from contextlib import closing

import pytest

from integrate.machine import Machine
from integrate.vault import (
    NotCopied,
    NotWritten,
    OtherVault,
    Vault,
    VaultExists,
    WrongSecret,
    copies,
)
from tests.vault.conftest import PASSPHRASE


def names(folder):
    return sorted(each.name for each in folder.iterdir())


@pytest.fixture
def copy(tmp_path):
    return tmp_path / "elsewhere" / "copy.vault"


@pytest.fixture
def an_ended_process():
    """The number of a program that has ended."""
    with subprocess.Popen([sys.executable, "-c", ""]) as program:
        program.wait()
    return program.pid


def test_a_copy_holds_what_the_vault_holds_and_opens_as_a_vault(vault, vaults, copy):
    first = vault.add("note", {}, "first wording")
    vault.add("note", {}, "second wording", entity=first.entity)
    draft = vault.keep_draft("unfinished")
    assert vault.backup(copy).whole
    again = vaults.open(path=copy)
    assert again.present() == vault.present()
    assert [each.rid for each in again.drafts()] == [draft]
    assert again.verify().ok
    assert copy.stat().st_mode & 0o777 == 0o600
    assert copy.parent.stat().st_mode & 0o777 == 0o700
    assert names(copy.parent) == ["copy.vault"]


def test_nothing_is_ever_put_in_the_place_of_something(vault, copy):
    copy.parent.mkdir()
    copy.write_bytes(b"somebody's")
    with pytest.raises(VaultExists):
        vault.backup(copy)
    assert copy.read_bytes() == b"somebody's"


def test_a_copy_that_does_not_read_back_gets_no_name(vault, copy, monkeypatch):
    vault.add("note", {}, "words" * 1000)
    real = copies._pour

    def torn(living, partial, progress):
        real(living, partial, progress)
        with partial.open("r+b") as file:
            file.truncate(20_000)

    monkeypatch.setattr(copies, "_pour", torn)
    with pytest.raises(NotCopied, match="untouched"):
        vault.backup(copy)
    assert names(copy.parent) == []


def test_a_copy_of_a_damaged_vault_says_so(vault, copy, tamper):
    vault.add("note", {}, "words")
    vault.add("note", {}, "other words")
    tamper("UPDATE rec SET ct = zeroblob(600) WHERE seq = 1")
    copied = vault.backup(copy)
    assert copied.damaged == 1
    assert not copied.whole


def test_somebody_who_stops_it_leaves_nothing_behind(vault, copy):
    def stop(_done, _most):
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        vault.backup(copy, stop)
    assert names(copy.parent) == []


def test_others_who_write_all_the_time_do_not_keep_it_from_ending(vault, vaults, copy, monkeypatch):
    monkeypatch.setattr(copies, "_PAGES_AT_ONCE", 2)
    for number in range(40):
        vault.add("note", {}, str(number) * 500)
    other = vaults.open()
    seen = []

    def write(done, most):
        seen.append((done, most))
        other.add("note", {}, "meanwhile")

    assert vault.backup(copy, write).whole
    assert len(vaults.open(path=copy).present().items) > 40
    assert len(seen) < 40


def test_what_a_killed_copying_left_is_cleared_away_and_a_running_one_is_not(vault, copy):
    copy.parent.mkdir()
    dead = copy.with_name(".old.vault.999999999.partial")
    alive = copy.with_name(f".old.vault.{os.getppid()}.partial")
    for each in (dead, alive):
        each.write_bytes(b"SQLite format 3\0, half of it")
    vault.backup(copy)
    assert names(copy.parent) == sorted([alive.name, copy.name])


def test_what_was_deleted_can_be_found_and_deleted_in_a_copy(vault, vaults, copy):
    gone, stays = vault.add("note", {}, "gone"), vault.add("note", {}, "stays")
    vault.backup(copy)
    sealed = [ct for (ct,) in closing_query(copy, "SELECT ct FROM rec WHERE rid = ?", gone.rid)]
    vault.delete(gone.entity)
    assert vault.holds(copy, gone.entity)
    vault.forget_in(copy, gone.entity)
    assert not vault.holds(copy, gone.entity)
    again = vaults.open(path=copy)
    assert again.present().items == [stays]
    assert again.verify().ok
    assert sealed[0][:32] not in copy.read_bytes()


def closing_query(path, sql, *values):
    with closing(sqlite3.connect(path)) as db:
        return db.execute(sql, values).fetchall()


def test_another_vault_is_no_copy(vault, tmp_path, kdf, copy):
    other, _ = Vault.create(tmp_path / "b" / "other.vault", PASSPHRASE, machine=Machine(), kdf=kdf)
    other.close()
    assert not vault.is_copy(other.path)
    for act in (
        lambda: vault.holds(other.path, "00" * 8),
        lambda: vault.forget_in(other.path, "00" * 8),
        lambda: vault.put_locks_into(other.path),
    ):
        with pytest.raises(OtherVault, match="not a backup of this journal"):
            act()
    vault.backup(copy)
    assert vault.is_copy(copy)


def test_a_copy_from_before_a_new_key_is_another_vault(vault, copy, kdf):
    vault.backup(copy)
    vault.rekey("new", kdf=kdf)
    assert not vault.is_copy(copy)


def test_a_disk_that_is_full_is_said_and_nothing_is_left(vault, copy, monkeypatch):
    def full(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(copies.place, "sync_file", full)
    with pytest.raises(NotCopied, match="disk is full"):
        vault.backup(copy)
    assert names(copy.parent) == []


def test_a_lock_that_is_damaged_here_takes_no_whole_one_out_of_a_copy(
    vault, vaults, copy, kdf, tamper
):
    vault.add("note", {}, "words")
    vault.backup(copy)
    tamper("UPDATE slot SET params = CAST(x'ff7b' AS TEXT) WHERE kind = 'recovery'")
    vault.change_passphrase("other words", kdf=kdf)
    vault.put_locks_into(copy)
    for secret in ("other words", vaults.code):
        assert len(vaults.open(secret, path=copy).present().items) == 1
    with pytest.raises(WrongSecret):
        vaults.open(path=copy)
    vault.change_recovery(kdf=kdf)
    vault.put_locks_into(copy)
    with pytest.raises(WrongSecret):
        vaults.open(vaults.code, path=copy)
    assert vaults.open("other words", path=copy).verify().ok


def test_what_somebody_planted_in_a_vault_does_not_come_along(vault, vaults, copy, tamper):
    vault.add("note", {}, "words")
    for planted in (
        'CREATE TRIGGER "a ""b" AFTER INSERT ON rec BEGIN DELETE FROM rec; END',
        "CREATE VIEW seen AS SELECT * FROM rec",
        "CREATE TABLE more (x UNIQUE)",
        "CREATE INDEX faster ON rec (ct)",
    ):
        tamper(planted)
    vault.close()
    planted_in = vaults.open()
    assert planted_in.read_only
    assert planted_in.backup(copy).whole
    again = vaults.open(path=copy)
    assert not again.read_only
    again.add("note", {}, "more words")
    assert len(again.present().items) == 2
    assert again.verify().ok


def test_where_it_cannot_be_taken_out_it_is_left_to_be_seen(
    vault, vaults, copy, tamper, monkeypatch
):
    def refuse(_db):
        raise sqlite3.OperationalError

    monkeypatch.setattr(copies.schema, "drop_more", refuse)
    tamper("CREATE TABLE more (x)")
    vault.backup(copy)
    assert vaults.open(path=copy).read_only


def test_a_copy_in_one_thread_takes_none_away_that_another_is_making(vault, copy, monkeypatch):
    vault.add("note", {}, "words")
    really, others = copies._pour, [copy.with_name("other.vault"), copy]

    def pour(living, partial, progress):
        really(living, partial, progress)
        if others:
            assert vault.backup(others.pop()).whole

    monkeypatch.setattr(copies, "_pour", pour)
    with pytest.raises(VaultExists):  # of two who make the very same, one wins
        vault.backup(copy)
    assert names(copy.parent) == ["copy.vault", "other.vault"]
    assert vault.look_at(copy).whole


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="pipes with names are POSIX's")
def test_what_another_program_left_unfinished_in_the_folder_is_left_alone(
    vault, copy, an_ended_process
):
    copy.parent.mkdir(parents=True)
    film, pipe, ours, empty = (
        copy.with_name(f".{name}.{an_ended_process}.partial")
        for name in ("film.mkv", "pipe", "copy.vault", "empty.vault")
    )
    film.write_bytes(b"a film that is not whole yet")
    os.mkfifo(pipe)
    ours.write_bytes(b"SQLite format 3\0" + bytes(8176))
    empty.touch()
    vault.backup(copy)
    assert names(copy.parent) == sorted([film.name, pipe.name, "copy.vault"])


def test_reading_the_copy_can_be_stopped_too(vault, copy, monkeypatch):
    monkeypatch.setattr(copies, "_ASKED_EVERY", 1)
    for number in range(3):
        vault.add("note", {}, str(number))
    asked = []

    def stop(done, most):
        asked.append((done, most))
        if asked.count((1, 1)) == 2:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        vault.backup(copy, stop)
    assert names(copy.parent) == []


def test_what_the_disk_refused_in_a_copy_can_be_tried_again(vault, copy, monkeypatch):
    from tests.vault.test_vault import Faulty

    gone = vault.add("note", {}, "gone")
    vault.backup(copy)
    really = copies.Access

    def refusing(path, db, keys, **more):
        return really(path, Faulty(db, "before", "before"), keys, **more)

    monkeypatch.setattr(copies, "Access", refusing)
    with pytest.raises(NotWritten) as failure:
        vault.forget_in(copy, gone.entity)
    monkeypatch.undo()
    failure.value.again()
    assert not vault.holds(copy, gone.entity)
