"""Checking reads everything, and setting aside moves what can't be read out, sealed as it was."""

import base64

import msgspec
import pytest

from integrate.vault import Finding, NotSetAside
from integrate.vault.checking import Aside


@pytest.fixture
def aside(tmp_path):
    return tmp_path / "aside.json"


def test_a_whole_vault_is_whole(vault):
    item = vault.add("note", {}, "one")
    vault.add("note", {}, "two", entity=item.entity)
    vault.keep_draft("three")
    found = vault.check()
    assert found.ok
    assert (found.records, found.drafts) == (2, 1)
    assert [(lock.kind, lock.whole) for lock in found.locks] == [
        ("passphrase", True),
        ("recovery", True),
    ]


def test_every_kind_of_damage_is_told_and_nothing_is_changed(vault, path, tamper):
    items = [vault.add("note", {}, str(number)) for number in range(3)]
    draft = vault.keep_draft("unfinished")
    tamper("UPDATE rec SET ct = zeroblob(600) WHERE rid = ?", items[1].rid)
    tamper("UPDATE draft SET ct = zeroblob(600)")
    tamper("UPDATE slot SET sum = zeroblob(8) WHERE kind = 'recovery'")
    before = path.read_bytes()
    found = vault.check()
    assert not found.ok
    assert [each.entity for each in found.damaged] == [items[1].entity]
    assert found.damaged_drafts == (draft.hex(),)
    assert [lock.whole for lock in found.locks] == [True, False]
    assert set(found.findings) == {Finding.ROWS_CHANGED, Finding.SLOTS_CHANGED}
    assert (found.records, found.drafts) == (2, 0)
    assert path.read_bytes() == before


def test_an_index_that_tells_other_things_than_its_table_is_told(vault, vaults, path):
    for number in range(3):
        vault.add("note", {}, str(number))
    (page,) = vault._access._db.execute(
        "SELECT rootpage FROM sqlite_schema WHERE name = 'sqlite_autoindex_rec_1'"
    ).fetchone()
    vault.close()
    content = bytearray(path.read_bytes())
    content[page * 8192 - 3] ^= 1
    path.write_bytes(content)
    found = vaults.open().check()
    assert not found.ok
    assert found.pages


def test_setting_aside_ends_the_alarm_and_keeps_what_was_moved(vault, aside, tamper):
    items = [vault.add("note", {}, str(number)) for number in range(3)]
    draft = vault.keep_draft("unfinished")
    tamper("UPDATE rec SET ct = x'0102' WHERE rid = ?", items[1].rid)
    tamper("UPDATE draft SET ct = x'0304'")
    assert vault.set_aside(aside) == 2
    assert vault.check().ok
    assert vault.present().items == [items[0], items[2]]
    assert vault.drafts() == []
    moved = msgspec.json.decode(aside.read_bytes(), type=Aside)
    assert moved.vault == vault.vault_id.hex()
    assert [
        (row.table, row.rid, row.entity, base64.b64decode(row.sealed)) for row in moved.rows
    ] == [
        ("rec", items[1].rid.hex(), items[1].entity, b"\x01\x02"),
        ("draft", draft.hex(), None, b"\x03\x04"),
    ]
    assert aside.stat().st_mode & 0o777 == 0o600
    vault.add("note", {}, "writing goes on")
    assert vault.verify().ok


@pytest.mark.parametrize(
    "damage",
    [
        "DELETE FROM rec WHERE seq = 1",
        "UPDATE head SET ct = zeroblob(600)",
        "DELETE FROM head",
        "INSERT INTO rec (rid, ct) VALUES (NULL, NULL)",
    ],
)
def test_a_head_that_does_not_fit_is_made_to_fit_on_a_wish(vault, vaults, aside, tamper, damage):
    for number in range(3):
        vault.add("note", {}, str(number))
    tamper(damage)
    assert not vault.check().ok
    assert vault.set_aside(aside) == 0
    assert not aside.exists()
    assert vault.check().ok
    vault.add("note", {}, "more")
    assert vaults.open().verify().ok


def test_a_row_under_no_name_of_ours_is_moved_too(vault, aside, tamper):
    vault.add("note", {}, "words")
    tamper("INSERT INTO draft VALUES ('text', 'text')")
    vault.set_aside(aside)
    assert vault.check().ok
    assert tamper("SELECT count(*) FROM draft") == [(0,)]


def test_no_row_goes_before_it_stands_beside(vault, aside, tamper):
    vault.add("note", {}, "words")
    tamper("UPDATE rec SET ct = zeroblob(600)")
    aside.write_text("somebody's")
    with pytest.raises(NotSetAside, match="stay where they are"):
        vault.set_aside(aside)
    assert len(vault.check().damaged) == 1
    assert aside.read_text() == "somebody's"
