"""Parts of an older state put back, and parts of another vault put in."""
# ruff: noqa: S608  (the SQL is the attack)

import os
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from integrate.machine import Machine
from integrate.vault import Finding, NotAVault, Vault, VaultError, WrongSecret

PASSPHRASE = "a quiet harbour, late"


# --- older parts put back


def test_an_older_head_put_back_does_not_hide_what_was_written_since(witness):
    ((older,),) = witness.operate(("SELECT ct FROM head",))[0]
    with Vault.open(witness.path, PASSPHRASE, machine=Machine()) as vault:
        witness.write(vault, "written since")
    witness.operate(("UPDATE head SET ct = ?", older))
    assert witness.look() == "rows_added"


def test_an_older_draft_put_back_is_told(witness_of, witness):
    rid = next(iter(witness.drafts))
    theatre = witness_of.Theatre(witness)
    older = theatre.ct(rid, "draft")
    with Vault.open(witness.path, PASSPHRASE, machine=Machine()) as vault:
        vault.keep_draft("unfinished, longer", rid)
    witness.operate(theatre.put(rid, older, "draft"))
    with Vault.open(witness.path, PASSPHRASE, machine=Machine()) as vault:
        assert vault.verify().findings == (Finding.ROWS_CHANGED,)


def test_an_older_head_with_its_rows_but_newer_slots_is_told(witness_of, witness):
    """Rows and head are rolled back together: the slots give it away."""
    parts = witness.operate(("SELECT rid, ct FROM rec",), ("SELECT ct FROM head",))
    with Vault.open(witness.path, PASSPHRASE, machine=Machine()) as vault:
        witness.write(vault, "written since")
        vault.drop_recovery()
    witness.operate(
        ("DELETE FROM rec",),
        *(witness_of.Theatre(witness).put(rid, ct) for rid, ct in parts[0]),
        ("UPDATE head SET ct = ?", parts[1][0][0]),
    )
    with Vault.open(witness.path, PASSPHRASE, machine=Machine()) as vault:
        assert vault.verify().findings == (Finding.SLOTS_CHANGED,)


@pytest.mark.parametrize("same", [True, False])
def test_the_whole_file_rolled_back_is_told_by_the_machine_that_saw_more(witness, same):
    """Inside the file nothing can tell: every part of it fits every other."""
    machine = Machine()
    with Vault.open(witness.path, PASSPHRASE, machine=machine) as vault:
        vault.add("note", {}, "written since")
    witness.path.write_bytes(witness.image)
    with Vault.open(witness.path, PASSPHRASE, machine=machine if same else Machine()) as vault:
        assert vault.verify().findings == ((Finding.OLDER,) if same else ())
        assert witness.read(vault) == ("older" if same else "harmless")


def test_an_old_lock_put_back_after_a_change_of_passphrase_is_told(witness, kdf):
    """By somebody who knew the old passphrase. It opens: only a new key can take that away."""
    old = witness.operate(("SELECT params, wrapped, sum FROM slot WHERE kind = 'passphrase'",))
    with Vault.open(witness.path, PASSPHRASE, machine=Machine()) as vault:
        vault.change_passphrase("something new", kdf=kdf)
        assert vault.verify().ok
    with pytest.raises(WrongSecret):
        Vault.open(witness.path, PASSPHRASE, machine=Machine())
    sql = "UPDATE slot SET params = ?, wrapped = ?, sum = ? WHERE kind = 'passphrase'"
    witness.operate((sql, *old[0][0]))
    with Vault.open(witness.path, PASSPHRASE, machine=Machine()) as vault:
        assert vault.verify().findings == (Finding.SLOTS_CHANGED,)


def test_an_old_lock_put_back_after_a_new_key_gives_no_word_away(witness, kdf):
    old = witness.operate(("SELECT params, wrapped, sum FROM slot WHERE kind = 'passphrase'",))
    with Vault.open(witness.path, PASSPHRASE, machine=Machine()) as vault:
        vault.rekey("something new", kdf=kdf)
    sql = "UPDATE slot SET params = ?, wrapped = ?, sum = ? WHERE kind = 'passphrase'"
    witness.operate((sql, *old[0][0]))
    with Vault.open(witness.path, PASSPHRASE, machine=Machine()) as vault:
        assert vault.present().items == []
        assert {Finding.HEAD_UNREADABLE, Finding.NAME_CHANGED} <= {*vault.verify().findings}


@pytest.mark.parametrize("column", ["kind", "params", "wrapped", "sum"])
@pytest.mark.parametrize("sort", ["TEXT", "BLOB"])
def test_a_lock_written_as_another_type_does_not_outlive_its_change(witness, kdf, column, sort):
    """By somebody who knows the passphrase, and wants to keep a way in when it is changed."""
    with Vault.open(witness.path, PASSPHRASE, machine=Machine()) as vault:
        witness.operate((f"UPDATE slot SET {column} = CAST({column} AS {sort})",))
        vault.change_passphrase("something new", kdf=kdf)
        vault.drop_recovery()
    turned_back = {"kind": "TEXT", "params": "TEXT", "wrapped": "BLOB", "sum": "BLOB"}[column]
    witness.operate((f"UPDATE slot SET {column} = CAST({column} AS {turned_back})",))
    for secret in (PASSPHRASE, witness.code):
        with pytest.raises(VaultError):
            Vault.open(witness.path, secret, machine=Machine())


def test_what_was_deleted_and_is_put_back_stays_under_its_tombstone(witness_of, witness):
    theatre = witness_of.Theatre(witness)
    entity = next(iter(witness.said))
    rows = [(rid, theatre.ct(rid)) for rid in witness.rids[entity]]
    with Vault.open(witness.path, PASSPHRASE, machine=Machine()) as vault:
        vault.delete(entity)
        assert vault.verify().ok
    witness.gone.append(entity)
    assert witness.look() == "harmless"
    assert not any(ct[-16:] in witness.path.read_bytes() for _, ct in rows)
    witness.operate(*(theatre.put(rid, ct) for rid, ct in rows))
    assert witness.look() == "rows_added"
    with Vault.open(witness.path, PASSPHRASE, machine=Machine()) as vault:
        assert entity not in {item.entity for item in vault.present().items}


def test_what_was_deleted_comes_back_with_a_word_where_its_tombstone_is_taken_too(
    witness_of, witness
):
    """Then nothing covers it any more; but the head tells."""
    theatre = witness_of.Theatre(witness)
    entity = next(iter(witness.said))
    rows = [(rid, theatre.ct(rid)) for rid in witness.rids[entity]]
    before = {rid for (rid,) in witness.operate(("SELECT rid FROM rec",))[0]}
    with Vault.open(witness.path, PASSPHRASE, machine=Machine()) as vault:
        vault.delete(entity)
    ((tombstone,),) = [
        row for row in witness.operate(("SELECT rid FROM rec",))[0] if row[0] not in before
    ]
    witness.gone.append(entity)
    witness.operate(theatre.drop(tombstone), *(theatre.put(rid, ct) for rid, ct in rows))
    assert witness.look() == "rows_added"


# --- two vaults spliced


@pytest.fixture
def twin(witness_of, tmp_path):
    """Another vault with the same passphrase and the same number of rows."""
    return witness_of.Witness(tmp_path / "twin" / "journal.vault", seed=7)


SPLICES = {
    "rec": "rows_changed",
    "draft": "rows_changed",
    "head": "head_unreadable",
    "meta": "name_changed",
}


@pytest.mark.parametrize("table", SPLICES)
def test_a_table_of_another_vault_is_told(witness, twin, table):
    with closing(sqlite3.connect(witness.path)) as db:
        db.execute("ATTACH ? AS twin", (str(twin.path),))
        with db:
            db.execute(f"DELETE FROM {table}")
            db.execute(f"INSERT INTO {table} SELECT * FROM twin.{table}")
    assert SPLICES[table] in witness.look(older_if_told=True)


@pytest.mark.parametrize("sort", ["passphrase", "recovery"])
def test_one_lock_of_another_vault_gives_no_word_away(witness, twin, sort):
    """Its passphrase opens it, and with it a vault of which nothing here can be read."""
    with closing(sqlite3.connect(witness.path)) as db:
        db.execute("ATTACH ? AS twin", (str(twin.path),))
        with db:
            db.execute(
                "UPDATE slot SET (params, wrapped, sum) = (SELECT params, wrapped, sum "
                "FROM twin.slot AS other WHERE other.kind = slot.kind) WHERE kind = ?",
                (sort,),
            )
    secret = PASSPHRASE if sort == "passphrase" else twin.code
    with Vault.open(witness.path, secret, machine=Machine()) as vault:
        assert vault.present().items == []
        assert {Finding.HEAD_UNREADABLE, Finding.NAME_CHANGED} <= {*vault.verify().findings}


def test_pages_of_another_vault_are_refused_or_told(witness, twin):
    size = 8192
    for page in range(len(witness.image) // size):
        image = bytearray(witness.image)
        place = slice(page * size, (page + 1) * size)
        if image[place] == twin.image[place]:
            continue
        image[place] = twin.image[place]
        witness.path.write_bytes(image)
        if page == 3:  # the page of slots: tested by itself above
            continue
        assert witness.look(older_if_told=True) != "harmless" or page in {5, 7}


def test_a_made_up_journal_beside_the_file_changes_no_word_in_silence(witness, twin):
    """SQLite believes a hot journal: whoever plants one writes pages, and no more than that."""
    beside = witness.path.with_name("journal.vault-journal")
    magic = bytes.fromhex("d9d505f920a163d7")
    page = twin.image[4 * 8192 : 5 * 8192]
    nonce, sum_ = 5, 5 + sum(page[at] for at in range(8192 - 200, 0, -200))
    fields = (1, nonce, len(witness.image) // 8192, 512, 8192)
    header = magic + b"".join(each.to_bytes(4) for each in fields)
    beside.write_bytes(header.ljust(512, b"\0") + (5).to_bytes(4) + page + sum_.to_bytes(4))
    assert witness.look(older_if_told=True) != "harmless"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="pipes with names are POSIX's")
@pytest.mark.parametrize("beside", ["-journal", "-wal", "-shm"])
@pytest.mark.parametrize("sort", ["pipe", "folder", "link"])
def test_what_is_no_file_beside_the_vault_is_refused_and_left_alone(witness, beside, sort):
    """SQLite would wait at a pipe for ever, and write through a link."""
    planted = witness.path.with_name(witness.path.name + beside)
    victim = witness.path.with_name("victim")
    victim.write_text("precious")
    {"pipe": os.mkfifo, "folder": Path.mkdir, "link": lambda at: at.symlink_to(victim)}[sort](
        planted
    )
    with pytest.raises(NotAVault):
        Vault.open(witness.path, PASSPHRASE, machine=Machine())
    assert victim.read_text() == "precious"
    assert witness.path.read_bytes() == witness.image


def test_a_write_ahead_log_put_beside_it_changes_no_word_in_silence(witness):
    """SQLite believes it, as it does a journal: whoever plants one can write pages, and no more."""
    image = bytearray(witness.image)
    image[18:20] = b"\2\2"  # the file says that it has such a log
    witness.path.write_bytes(image)
    with closing(sqlite3.connect(witness.path)) as db:
        db.execute("PRAGMA wal_autocheckpoint = 0")
        db.execute("DELETE FROM rec WHERE seq = 6")
        db.commit()
        log = witness.path.with_name("journal.vault-wal").read_bytes()
    for header in (witness.image, bytes(image)):
        witness.path.write_bytes(header)
        witness.path.with_name("journal.vault-wal").write_bytes(log)
        assert witness.look(older_if_told=True) == "rows_missing"
    witness.path.write_bytes(image)
    assert witness.look() == "harmless"
