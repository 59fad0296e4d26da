"""Row surgery by somebody who can write the file and knows no key.

Each attack must be told, by verify() or among the damaged; no text moves or changes.
"""

# ruff: noqa: S608  (the SQL is the attack, and its parts stand in this file)

import sqlite3

import pytest

from integrate.machine import Machine
from integrate.vault import ReadOnlyVault, Vault

PASSPHRASE = "a quiet harbour, late"
MACHINE = Machine(name=b"\x02" * 8)


ATTACKS = {
    "an older revision is deleted": (
        lambda t: [t.drop(t.first[0])],
        {"rows_missing"},
    ),
    "the newest revision is deleted": (
        lambda t: [t.drop(t.newest[0])],
        {"rows_missing"},
    ),
    "every revision of an entity is deleted": (
        lambda t: [t.drop(t.newest[0]), t.drop(t.first[0])],
        {"rows_missing"},
    ),
    "every row is deleted": (
        lambda _: [("DELETE FROM rec",), ("DELETE FROM draft",)],
        {"rows_missing"},
    ),
    "the draft is deleted": (
        lambda t: [t.drop(t.draft, "draft")],
        {"rows_missing"},
    ),
    "two entities change their newest words": (
        lambda t: t.swap(t.newest[0], t.newest[1]),
        {"rows_changed", "damaged"},
    ),
    "an entity's two wordings change places": (
        lambda t: t.swap(t.first[0], t.newest[0]),
        {"rows_changed", "damaged"},
    ),
    "the older wording stands under the newest name": (
        lambda t: [t.put(t.newest[0], t.ct(t.first[0]))],
        {"rows_changed", "damaged"},
    ),
    "the newest name is given to the older row": (
        lambda t: [
            t.drop(t.newest[0]),
            ("UPDATE rec SET rid = ? WHERE rid = ?", t.newest[0], t.first[0]),
        ],
        {"rows_missing", "damaged"},
    ),
    "a row is put in again under a new name": (
        lambda t: [t.put(t.random(16), t.ct(t.newest[0]))],
        {"rows_added", "damaged"},
    ),
    "a row is put in again under a name half its own": (
        lambda t: [t.put(t.random(8) + t.newest[0][8:], t.ct(t.newest[0]))],
        {"rows_added", "damaged"},
    ),
    "a row is deleted and another one doubled": (
        lambda t: [t.drop(t.newest[0]), t.put(t.random(16), t.ct(t.newest[1]))],
        {"rows_changed", "damaged"},
    ),
    "a made-up row is put in": (
        lambda t: [t.put(t.random(16), t.random(540))],
        {"rows_added", "damaged"},
    ),
    "a record is moved among the drafts": (
        lambda t: [t.put(t.newest[0], t.ct(t.newest[0]), "draft"), t.drop(t.newest[0])],
        {"rows_changed"},
    ),
    "the draft is moved among the records": (
        lambda t: [t.put(t.draft, t.ct(t.draft, "draft")), t.drop(t.draft, "draft")],
        {"rows_changed", "damaged"},
    ),
    "a record's words are put into the draft": (
        lambda t: [t.put(t.draft, t.ct(t.newest[0]), "draft")],
        {"rows_changed"},
    ),
    "a draft is copied under a new name": (
        lambda t: [t.put(t.random(16), t.ct(t.draft, "draft"), "draft")],
        {"rows_added"},
    ),
    "a record is deleted and a draft made up": (
        lambda t: [t.drop(t.newest[0]), t.put(t.random(16), t.random(4124), "draft")],
        {"rows_changed"},
    ),
    "the head's words are put into a record": (
        lambda t: [("UPDATE rec SET ct = (SELECT ct FROM head) WHERE rid = ?", t.newest[0])],
        {"rows_changed", "damaged"},
    ),
    "a record's words are put into the head": (
        lambda _: [("UPDATE head SET ct = (SELECT ct FROM rec LIMIT 1)",)],
        {"head_unreadable"},
    ),
    "the head is deleted": (
        lambda _: [("DELETE FROM head",)],
        {"head_unreadable"},
    ),
    "the vault's id in meta is another": (
        lambda t: [("UPDATE meta SET v = ? WHERE k = 'vault_id'", t.random(16))],
        {"name_changed"},
    ),
    "the vault's id is gone from meta": (
        lambda _: [("DELETE FROM meta",)],
        {"name_changed"},
    ),
    "a slot is taken away": (
        lambda _: [("DELETE FROM slot WHERE kind = 'recovery'",)],
        {"slots_changed"},
    ),
    "the slots change places": (
        lambda _: [("UPDATE slot SET id = 9 - id",)],
        {"slots_changed"},
    ),
    "a slot is doubled": (
        lambda _: [
            ("INSERT INTO slot SELECT id + 9, kind, params, wrapped, sum FROM slot",),
        ],
        {"slots_changed"},
    ),
    "a made-up lock is put in": (
        lambda t: [
            ("INSERT INTO slot VALUES (77, 'x25519', '{}', ?, ?)", t.random(92), b"12345678")
        ],
        {"slots_changed"},
    ),
}


@pytest.mark.parametrize("name", ATTACKS)
def test_an_attack_on_rows_is_told_and_moves_no_text(witness_of, witness, name):
    attack, expected = ATTACKS[name]
    witness.operate(*attack(witness_of.Theatre(witness)))
    outcome = witness.look(older_if_told=True)
    assert outcome != "harmless"
    with Vault.open(witness.path, PASSPHRASE, machine=MACHINE) as vault:
        told = {*vault.verify().findings} | ({"damaged"} if vault.present().damaged else set())
    assert told == expected


def test_an_older_text_is_shown_only_where_rows_are_said_to_be_missing(witness_of, witness):
    """Whoever deletes the newest revision whole can't be told apart from one who never wrote it;
    but the head counts."""
    for name, (attack, _) in ATTACKS.items():
        if name.startswith(("the newest revision is deleted", "a record is", "a row is deleted")):
            continue
        witness.path.write_bytes(witness.image)
        witness.operate(*attack(witness_of.Theatre(witness)))
        try:
            witness.look()
        except BaseException as fault:
            fault.add_note(name)
            raise


@pytest.mark.parametrize(
    "renumbering",
    [
        "UPDATE rec SET seq = -seq",
        "UPDATE rec SET seq = seq + 1000000007",
        "UPDATE rec SET seq = 9223372036854775801 + seq",
        "UPDATE draft SET rowid = -9223372036854775807",
        "UPDATE head SET one = 1",
    ],
)
def test_other_row_numbers_change_no_text_and_writing_goes_on(witness, renumbering):
    witness.operate((renumbering,))
    assert witness.look() == "harmless"
    with Vault.open(witness.path, PASSPHRASE, machine=MACHINE) as vault:
        witness.write(vault, "one more")
        witness.write(vault, "a third wording", next(iter(witness.said)))
    assert witness.look() == "harmless"


PLANTS = {
    "trigger": "CREATE TRIGGER late AFTER INSERT ON rec BEGIN DELETE FROM rec; END",
    "trigger on drafts": (
        "CREATE TRIGGER late BEFORE DELETE ON draft BEGIN SELECT RAISE(IGNORE); END"
    ),
    "view": "CREATE VIEW words AS SELECT * FROM rec",
    "table": "CREATE TABLE more (x)",
    "index": "CREATE INDEX also ON rec (ct)",
    "unique index": "CREATE UNIQUE INDEX also ON draft (ct)",
    "index on an expression": "CREATE INDEX also ON rec (abs(seq))",
    "virtual table": "CREATE VIRTUAL TABLE seek USING fts5(words)",
    "statistics": "ANALYZE",
}


@pytest.mark.parametrize("plant", PLANTS)
def test_what_was_planted_makes_the_vault_readable_only_and_it_is_said(witness, plant):
    witness.operate((PLANTS[plant],))
    before = witness.path.read_bytes()
    assert witness.look() == "harmless"
    with Vault.open(witness.path, PASSPHRASE, machine=MACHINE) as vault:
        assert vault.read_only
        for write in (
            lambda: vault.add("note", {}, "more"),
            lambda: vault.keep_draft("more"),
            lambda: vault.drop_draft(next(iter(witness.drafts))),
            vault.drop_recovery,
        ):
            with pytest.raises(ReadOnlyVault):
                write()
    assert witness.path.read_bytes() == before


@pytest.mark.parametrize("table", ["rec", "draft", "head", "slot", "meta"])
@pytest.mark.parametrize("change", ["gone", "a view in its place", "another column", "without key"])
def test_a_table_that_is_not_ours_is_refused_whole(witness, table, change):
    kept = f"CREATE TABLE kept AS SELECT * FROM {table}"
    changes = {
        "gone": [f"DROP TABLE {table}"],
        "a view in its place": [
            kept,
            f"DROP TABLE {table}",
            f"CREATE VIEW {table} AS SELECT * FROM kept",
        ],
        "another column": [f"ALTER TABLE {table} ADD COLUMN more"],
        "without key": [kept, f"DROP TABLE {table}", f"ALTER TABLE kept RENAME TO {table}"],
    }
    witness.operate(*((sql,) for sql in changes[change]))
    before = witness.path.read_bytes()
    assert witness.look() == "DamagedVault"
    assert witness.path.read_bytes() == before


COLUMNS = [
    ("rec", "ct"),
    ("rec", "rid"),
    ("draft", "ct"),
    ("draft", "rid"),
    ("head", "ct"),
    ("slot", "kind"),
    ("slot", "params"),
    ("slot", "wrapped"),
    ("slot", "sum"),
    ("meta", "v"),
    ("meta", "k"),
]
FILLINGS = {
    "null": "NULL",
    "a number": "7",
    "a fraction": "0.5",
    "text": "'words'",
    "bytes": "x'00ff'",
    "no bytes": "x''",
    "sixteen bytes": "x'00112233445566778899aabbccddeeff'",
    "bytes as text": "CAST({} AS TEXT)",
    "text as bytes": "CAST({} AS BLOB)",
    "broken text": "CAST(x'c3280080ff' AS TEXT)",
    "a long one": "zeroblob(1000000)",
}


@pytest.mark.parametrize("filling", FILLINGS)
@pytest.mark.parametrize(("table", "column"), COLUMNS)
def test_a_column_of_another_sort_is_told_or_changes_nothing(witness, table, column, filling):
    one = f"(SELECT max(rowid) FROM {table})"
    value = FILLINGS[filling].format(column)
    witness.operate((f"UPDATE {table} SET {column} = {value} WHERE rowid = {one}",))
    witness.look(older_if_told=True)


@pytest.mark.parametrize("one", [0, 2, -1])
def test_a_second_head_cannot_be_put_in(witness, one):
    with pytest.raises(sqlite3.IntegrityError):
        witness.operate(("INSERT INTO head SELECT ?, ct FROM head", one))


@pytest.mark.parametrize("count", [7, 9, 1000])
def test_more_locks_than_there_may_be_open_nothing_and_are_called_damage(witness, count):
    doubled = (
        "WITH RECURSIVE n(i) AS (VALUES (1) UNION ALL SELECT i + 1 FROM n WHERE i < ?) "
        "INSERT INTO slot (kind, params, wrapped, sum) "
        "SELECT kind, params, wrapped, sum FROM slot, n WHERE kind = 'recovery'"
    )
    witness.operate((doubled, count))
    assert witness.look() == "DamagedSlot"
