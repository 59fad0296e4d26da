"""Restoring: into the living file, and nothing that is only there is lost."""

import os
import signal
import sqlite3
from contextlib import closing

import msgspec
import pytest

from integrate.machine import Machine
from integrate.vault import (
    DamagedVault,
    NotCopied,
    NotWritten,
    NoVault,
    OtherVault,
    Rekeyed,
    Vault,
    WrongSecret,
    creating,
    file,
    holding,
    restore,
    restoring,
    schema,
)
from integrate.vault.sealing import Keys
from integrate.vault.slots import wrap
from integrate.vault.unlock import of_passphrase
from tests.vault.conftest import PASSPHRASE


@pytest.fixture
def copy(tmp_path):
    return tmp_path / "elsewhere" / "copy.vault"


@pytest.fixture
def bring(path, copy):
    """Restores the copy into the vault."""

    def run(secret=PASSPHRASE, **how):
        return restore(path, copy, secret, machine=Machine(), **how)

    return run


def words(vault):
    return sorted(msgspec.json.decode(vault.value(item.rid)) for item in vault.present().items)


def test_what_is_missing_comes_back_and_what_is_newer_stays(vault, copy, bring, tamper):
    for text in ("one", "two", "three"):
        vault.add("note", {}, text)
    vault.backup(copy)
    vault.add("note", {}, "four")
    tamper("DELETE FROM rec WHERE seq IN (1, 3)")
    assert not vault.verify().ok
    done = bring()
    assert (done.brought, done.stayed, done.taken) == (2, 1, 0)
    assert words(vault) == ["four", "one", "three", "two"]
    assert vault.verify().ok


def test_what_is_damaged_is_put_right(vault, copy, bring, tamper):
    item = vault.add("note", {}, "first")
    vault.add("note", {}, "second", entity=item.entity)
    vault.backup(copy)
    tamper("UPDATE rec SET ct = zeroblob(600) WHERE seq = 2")
    assert vault.present().items == []
    assert bring().brought == 1
    assert words(vault) == ["second"]
    assert vault.present().damaged == []
    assert vault.verify().ok


def test_exactly_takes_out_what_is_newer_but_no_unfinished_words(vault, copy, bring):
    item = vault.add("note", {}, "first")
    vault.backup(copy)
    vault.add("note", {}, "second", entity=item.entity)
    vault.add("note", {}, "other")
    draft = vault.keep_draft("unfinished")
    done = bring(exactly=True)
    assert (done.brought, done.taken, done.stayed) == (0, 2, 0)
    assert words(vault) == ["first"]
    assert [each.rid for each in vault.drafts()] == [draft]
    assert vault.verify().ok


@pytest.mark.parametrize("exactly", [True, False])
def test_what_was_deleted_stays_deleted(vault, copy, bring, tamper, exactly):
    """FORMAT.md: a tombstone covers the entity for ever; its rows are never taken in again."""
    gone = vault.add("note", {}, "gone")
    vault.add("note", {}, "stays")
    vault.backup(copy)
    vault.delete(gone.entity)
    assert bring(exactly=exactly).brought == 0
    assert words(vault) == ["stays"]
    assert tamper("SELECT count(*) FROM rec WHERE rid = ?", gone.rid) == [(0,)]
    assert vault.verify().ok


def test_the_present_locks_stay(vault, vaults, copy, bring, kdf):
    vault.add("note", {}, "words")
    vault.backup(copy)
    vault.change_passphrase("newer words", kdf=kdf)
    assert not bring().locks
    vaults.open("newer words")
    with pytest.raises(WrongSecret):
        vaults.open(PASSPHRASE)


def test_where_every_lock_is_damaged_those_of_the_copy_count(vault, vaults, copy, bring, tamper):
    vault.add("note", {}, "words")
    vault.backup(copy)
    vault.add("note", {}, "newer")
    vault.close()
    tamper("UPDATE slot SET wrapped = zeroblob(92)")
    done = bring()
    assert done.locks
    assert words(vaults.open()) == ["newer", "words"]
    assert vaults.open().verify().ok


def test_another_window_goes_on_and_sees_what_came_back(vault, vaults, copy, bring, tamper):
    vault.add("note", {}, "one")
    vault.backup(copy)
    other = vaults.open()
    before = other.version()
    draft = other.keep_draft("half a sentence")
    tamper("DELETE FROM rec")
    bring()
    assert other.version() != before
    assert words(other) == ["one"]
    other.keep_draft("half a sentence more", draft)
    assert vault.verify().ok


def test_restoring_on_purpose_is_no_alarm_afterwards(path, copy, kdf, tmp_path):
    machine = Machine(tmp_path / "state")
    vault, _ = Vault.create(path, PASSPHRASE, machine=machine, kdf=kdf)
    vault.add("note", {}, "one")
    vault.backup(copy)
    for number in range(5):
        vault.add("note", {}, str(number))
    vault.close()
    path.write_bytes(copy.read_bytes())
    with Vault.open(path, PASSPHRASE, machine=machine) as older:
        assert not older.verify().ok
    restore(path, copy, PASSPHRASE, machine=machine)
    with Vault.open(path, PASSPHRASE, machine=machine) as again:
        assert again.verify().ok


def test_a_copy_of_another_vault_changes_nothing(vault, vaults, copy, bring):
    vault.add("note", {}, "mine")
    other = vaults.create(copy.with_name("other.vault"))
    other.add("note", {}, "not mine")
    other.backup(copy)
    with pytest.raises(OtherVault, match="nothing was changed"):
        bring()
    assert words(vault) == ["mine"]


def test_a_copy_from_before_a_new_key_is_another_vault(vault, copy, bring, kdf):
    vault.add("note", {}, "words")
    vault.backup(copy)
    vault.rekey("new", kdf=kdf)
    with pytest.raises(OtherVault, match="present key"):
        bring()


def test_a_wrong_passphrase_for_the_copy_changes_nothing(vault, copy, bring):
    vault.add("note", {}, "words")
    vault.backup(copy)
    with pytest.raises(WrongSecret):
        bring("wrong")
    assert words(vault) == ["words"]


def test_a_copy_that_is_not_there_is_said(bring, copy, vault):  # noqa: ARG001 - a vault is there
    with pytest.raises(NoVault):
        bring()


# --- where the living file is gone, or can't be opened


def test_moving_to_a_new_machine(vault, vaults, copy, tmp_path):
    vault.add("note", {}, "words")
    vault.keep_draft("unfinished")
    vault.backup(copy)
    there = tmp_path / "another" / "home" / "journal.vault"
    done = restore(there, copy, vaults.code, machine=Machine())
    assert done.locks
    assert done.aside is None
    with vaults.open(path=there) as moved:
        assert words(moved) == ["words"]
        assert len(moved.drafts()) == 1
        assert moved.verify().ok
    assert there.stat().st_mode & 0o777 == 0o600
    assert there.parent.stat().st_mode & 0o777 == 0o700


@pytest.mark.parametrize("left", [b"", b"rubbish" * 3000, "half"])
def test_a_file_that_cannot_be_opened_is_put_aside_and_kept(vault, vaults, path, copy, bring, left):
    vault.add("note", {}, "words")
    vault.backup(copy)
    vault.close()
    content = path.read_bytes()[:8192] if left == "half" else left
    path.write_bytes(content)
    done = bring()
    assert done.aside.read_bytes() == content
    assert words(vaults.open()) == ["words"]


def test_damaged_pages_cost_no_word_that_can_still_be_read(vault, vaults, path, copy, bring):
    for number in range(30):
        vault.add("note", {}, f"{number}" * 500)
    vault.backup(copy)
    vault.add("note", {}, "only here")
    gone = vault.add("note", {}, "0")
    vault.delete(gone.entity)
    everything = words(vault)
    vault.close()
    content = bytearray(path.read_bytes())
    content[9 * 8192 : 10 * 8192] = bytes(8192)
    path.write_bytes(content)
    with vaults.open() as torn:
        assert not torn.verify().ok
    done = bring()
    assert done.aside.read_bytes()[8192:] == bytes(content[8192:])
    with vaults.open() as again:
        assert words(again) == everything
        assert again.verify().ok


def test_a_disk_that_refuses_leaves_the_damaged_file_where_it_was(
    vault, path, copy, bring, monkeypatch
):
    vault.backup(copy)
    vault.close()
    path.write_bytes(b"rubbish" * 3000)

    def refuse(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(restoring.copies.place, "put_new", refuse)
    with pytest.raises(NotCopied):
        bring()
    assert path.read_bytes() == b"rubbish" * 3000
    assert [each.name for each in path.parent.iterdir()] == [path.name]


def left_in_the_middle(path):
    """A program that changes the file is killed in the middle of it."""
    child = os.fork()
    if not child:
        db = sqlite3.connect(path, isolation_level=None)
        db.execute("PRAGMA cache_size = 1")
        db.execute("BEGIN IMMEDIATE")
        db.execute("CREATE TABLE junk (x)")
        for _ in range(50):
            db.execute("INSERT INTO junk VALUES (zeroblob(20000))")
        os.kill(os.getpid(), signal.SIGKILL)
    os.waitpid(child, 0)
    assert path.with_name(f"{path.name}-journal").exists()


@pytest.mark.skipif(not hasattr(os, "fork"), reason="kill -9 is POSIX's")
def test_a_copy_whose_change_was_cut_short_can_still_be_restored(vault, vaults, path, copy, bring):
    vault.add("note", {}, "words")
    vault.backup(copy)
    left_in_the_middle(copy)
    assert vault.is_copy(copy)
    vault.close()
    path.unlink()
    bring()
    assert words(vaults.open()) == ["words"]


@pytest.mark.skipif(not hasattr(os, "fork"), reason="kill -9 is POSIX's")
def test_a_living_file_that_somebody_else_left_in_the_middle_can_be_copied(vault, copy, path):
    vault.add("note", {}, "words")
    left_in_the_middle(path)
    assert vault.backup(copy).whole


def test_a_window_whose_key_is_stale_is_told_so_when_it_copies(vault, vaults, copy, kdf):
    other = vaults.open()
    vault.rekey("new", kdf=kdf)
    with pytest.raises(Rekeyed):
        other.backup(copy)
    assert list(copy.parent.iterdir() if copy.parent.exists() else []) == []


def test_what_the_copy_knows_as_deleted_goes_here_too(vault, path, copy, tamper, kdf):
    """The file was lost and came back from an older copy; the newer one knows better."""
    gone = vault.add("note", {}, "gone")
    vault.add("note", {}, "stays")
    older = copy.with_name("older.vault")
    vault.backup(older)
    vault.delete(gone.entity)
    vault.backup(copy)
    vault.close()
    path.unlink()
    restore(path, older, PASSPHRASE, machine=Machine())
    done = restore(path, copy, PASSPHRASE, machine=Machine())
    assert (done.brought, done.taken, done.stayed) == (1, 1, 0)
    assert tamper("SELECT count(*) FROM rec WHERE rid = ?", gone.rid) == [(0,)]
    with Vault.open(path, PASSPHRASE, machine=Machine()) as again:
        assert words(again) == ["stays"]
        assert again.verify().ok
        again.change_passphrase("words", kdf=kdf)


def test_so_it_does_where_pages_are_damaged(vault, path, copy, tamper):
    gone = vault.add("note", {}, "gone")
    for number in range(30):
        vault.add("note", {}, f"{number}" * 500)
    older = copy.with_name("older.vault")
    vault.backup(older)
    vault.delete(gone.entity)
    vault.backup(copy)
    vault.close()
    path.write_bytes(older.read_bytes())
    content = bytearray(path.read_bytes())
    content[12 * 8192 : 13 * 8192] = bytes(8192)
    path.write_bytes(content)
    done = restore(path, copy, PASSPHRASE, machine=Machine())
    assert done.aside is not None
    assert tamper("SELECT count(*) FROM rec WHERE rid = ?", gone.rid) == [(0,)]
    with Vault.open(path, PASSPHRASE, machine=Machine()) as again:
        assert "gone" not in words(again)
        assert len(words(again)) == 30
        assert again.verify().ok


def test_rows_between_two_damaged_pages_of_the_copy_are_brought_too(vault, path, copy, tamper):
    added = [vault.add("note", {}, f"{number}" * 3000) for number in range(12)]
    vault.backup(copy)
    content = bytearray(copy.read_bytes())
    starts = range(0, len(content), schema.PAGE_SIZE)
    leaves = [at for at in starts if content[at] == 13 and added[0].rid not in content[at:][:8192]]
    leaves = [at for at in leaves if any(each.rid in content[at:][:8192] for each in added)]
    lost = set()
    for at in (leaves[0], leaves[-1]):
        lost |= {each.rid for each in added if each.rid in content[at : at + schema.PAGE_SIZE]}
        content[at] = 99
    copy.write_bytes(content)
    tamper("DELETE FROM rec")
    done = restore(path, copy, PASSPHRASE, machine=Machine())
    assert (done.brought, done.damaged) == (len(added) - len(lost), len(lost))
    assert {item.rid for item in vault.present().items} == {each.rid for each in added} - lost
    assert vault.verify().ok


def test_more_than_fits_in_memory_at_once_comes_back(vault, copy, bring, tamper, monkeypatch):
    monkeypatch.setattr(holding, "AT_ONCE", 3)
    items = [vault.add("note", {}, str(number)) for number in range(8)]
    vault.backup(copy)
    tamper("DELETE FROM rec WHERE seq != 4")
    assert bring().brought == 7
    assert sorted(item.rid for item in vault.present().items) == sorted(i.rid for i in items)
    assert vault.verify().ok


def test_what_breaks_in_the_copy_meanwhile_is_counted_as_damaged(
    vault, copy, bring, tamper, monkeypatch
):
    vault.add("note", {}, "one")
    vault.add("note", {}, "two")
    vault.backup(copy)
    tamper("DELETE FROM rec")
    really = restoring.file.open_file

    def open_and_break(path):
        with sqlite3.connect(copy) as db:
            db.execute("UPDATE rec SET ct = zeroblob(600) WHERE seq = 1")
        db.close()
        return really(path)

    monkeypatch.setattr(restoring.file, "open_file", open_and_break)
    done = bring()
    assert (done.brought, done.damaged) == (1, 1)
    assert words(vault) == ["two"]


def test_what_the_disk_refused_can_be_tried_again(vault, vaults, copy, bring, tamper, monkeypatch):
    from tests.vault.test_vault import Faulty

    vault.add("note", {}, "words")
    vault.backup(copy)
    tamper("DELETE FROM rec")
    really = restoring.Access

    def refusing(path, db, keys, **more):
        return really(path, Faulty(db, "before", "before"), keys, **more)

    monkeypatch.setattr(restoring, "Access", refusing)
    with pytest.raises(NotWritten) as failure:
        bring()
    monkeypatch.undo()
    assert failure.value.again().brought == 1
    assert words(vault) == ["words"]
    assert vaults.open().verify().ok


def test_a_disk_that_cannot_be_read_for_a_moment_costs_no_living_file(
    vault, copy, bring, path, monkeypatch
):
    vault.add("note", {}, "words")
    vault.backup(copy)
    really, seen = restoring.file.open_file, []

    def once(where):
        seen.append(where)
        if len(seen) == 1:
            raise DamagedVault(where)
        return really(where)

    monkeypatch.setattr(restoring.file, "open_file", once)
    assert bring().aside is None
    assert [each.name for each in path.parent.iterdir()] == [path.name]


@pytest.mark.parametrize("exactly", [False, True])
def test_an_id_alone_makes_no_copy_of_this_vault(vault, vaults, copy, bring, kdf, exactly):
    """Whoever knows an old passphrase can make a file that bears our id, with a key of his own."""
    vault.add("note", {}, "words")
    copy.parent.mkdir()
    keys = Keys(os.urandom(32), vault.vault_id)
    slot = wrap(
        keys.master,
        secret=of_passphrase("an old one"),
        kind="passphrase",
        vault_id=keys.vault_id,
        kdf=kdf,
        random=os.urandom,
    )
    with closing(file.new_file(copy)) as db:
        creating._fill(db, keys, [slot], os.urandom)
    with vaults.open("an old one", path=copy) as forged:
        forged.add("note", {}, "not mine")
    with pytest.raises(OtherVault):
        bring("an old one", exactly=exactly)
    assert words(vault) == ["words"]
    assert vault.verify().ok


@pytest.mark.parametrize("also", ["UPDATE rec SET ct = zeroblob(600)", "SELECT 1"])
def test_where_the_head_is_damaged_too_a_record_or_the_passphrase_proves_it(
    vault, copy, bring, tamper, also
):
    vault.add("note", {}, "words")
    vault.backup(copy)
    tamper("UPDATE head SET ct = zeroblob(600)")
    tamper(also)
    bring()
    assert words(vault) == ["words"]
    assert vault.verify().ok


def test_exactly_never_lets_an_older_text_stand_for_one_that_is_damaged_in_the_copy(
    vault, copy, bring
):
    first = vault.add("note", {}, "older")
    newer = vault.add("note", {}, "newer", entity=first.entity)
    vault.backup(copy)
    with closing(sqlite3.connect(copy)) as db, db:
        db.execute("UPDATE rec SET ct = zeroblob(600) WHERE rid = ?", (newer.rid,))
    done = bring(exactly=True)
    assert (done.taken, done.stayed, done.damaged) == (0, 1, 1)
    assert words(vault) == ["newer"]


def test_what_another_window_says_after_the_copy_before_stays(
    vault, vaults, copy, bring, path, monkeypatch
):
    vault.add("note", {}, "in both")
    vault.backup(copy)
    vault.add("note", {}, "goes")
    really = restoring.copies.copy

    def and_then(*given):
        made = really(*given)
        vault.add("note", {}, "said meanwhile")
        return made

    monkeypatch.setattr(restoring.copies, "copy", and_then)
    before = path.with_name("before.vault")
    done = bring(exactly=True, before=before)
    assert (done.taken, done.stayed) == (1, 1)
    assert words(vault) == ["in both", "said meanwhile"]
    assert words(vaults.open(path=before)) == ["goes", "in both"]


def test_drafts_that_cannot_be_read_stay_in_the_copy(vault, copy, bring, tamper):
    vault.add("note", {}, "words")
    good = vault.keep_draft("half")
    vault.backup(copy)
    vault.drop_draft(good)
    tamper("DELETE FROM rec")
    with closing(sqlite3.connect(copy)) as db, db:
        db.execute("INSERT INTO draft VALUES (?, ?)", (b"x" * 16, b"junk" * 100))
    bring()
    assert [each.rid for each in vault.drafts()] == [good]
    assert vault.check().damaged_drafts == ()


def test_what_neither_of_them_has_any_more_is_said(vault, copy, bring, tamper):
    vault.add("note", {}, "in both")
    vault.backup(copy)
    vault.add("note", {}, "only here, and then lost")
    tamper("DELETE FROM rec")
    done = bring()
    assert (done.brought, done.lost) == (1, 1)
    assert bring().lost == 0


def test_exactly_holds_where_pages_are_damaged_too(vault, vaults, path, copy, bring):
    for number in range(30):
        vault.add("note", {}, f"{number}" * 500)
    vault.backup(copy)
    before = words(vault)
    vault.add("note", {}, "only here")
    draft = vault.keep_draft("unfinished")
    vault.close()
    content = bytearray(path.read_bytes())
    content[9 * 8192 : 10 * 8192] = bytes(8192)
    path.write_bytes(content)
    done = bring(exactly=True)
    assert (done.taken, done.stayed) == (1, 0)
    with vaults.open() as again:
        assert words(again) == before
        assert [each.rid for each in again.drafts()] == [draft]
        assert again.verify().ok


def test_opening_in_the_moment_of_a_new_key_tries_once_more(vault, vaults, kdf, monkeypatch):
    from integrate.vault import vault as module

    really, seen = module.Access, []

    def meanwhile(*args, **more):
        if not seen:
            seen.append(True)
            vault.rekey(PASSPHRASE, kdf=kdf)
        return really(*args, **more)

    monkeypatch.setattr(module, "Access", meanwhile)
    with vaults.open() as again:
        assert again.vault_id == vault.vault_id
