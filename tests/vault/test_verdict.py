import pytest

from integrate.vault import Finding, slots
from integrate.vault.sealing import Keys


@pytest.fixture
def full(vault):
    for number in range(5):
        vault.add("note", {"n": number}, "words")
    vault.keep_draft("unfinished")
    assert vault.verify().ok
    return vault


@pytest.mark.parametrize("table", ["rec", "draft"])
def test_a_row_deleted_from_outside_is_missing(full, tamper, table):
    tamper(f"DELETE FROM {table} WHERE rowid = 1")  # noqa: S608  (the name is this test's own)
    assert full.verify().findings == (Finding.ROWS_MISSING,)


@pytest.mark.parametrize("table", ["rec", "draft"])
def test_a_row_put_in_from_outside_is_added(full, tamper, table):
    columns = "(rid, ct) VALUES (randomblob(16), randomblob(540))"
    tamper(f"INSERT INTO {table} {columns}")
    assert full.verify().findings == (Finding.ROWS_ADDED,)


def test_an_old_draft_put_back_is_seen(full, tamper):
    rid = full.keep_draft("first words")
    ((old,),) = tamper("SELECT ct FROM draft WHERE rid = ?", rid)
    full.keep_draft("later words", rid)
    tamper("UPDATE draft SET ct = ? WHERE rid = ?", old, rid)
    assert full.verify().findings == (Finding.ROWS_CHANGED,)


def test_a_finished_draft_put_back_is_seen(full, tamper):
    rid = full.keep_draft("words")
    (row,) = tamper("SELECT rid, ct FROM draft WHERE rid = ?", rid)
    full.add("note", {}, "words", draft=rid)
    assert full.verify().ok
    tamper("INSERT INTO draft VALUES (?, ?)", *row)
    assert full.verify().findings == (Finding.ROWS_ADDED,)


def test_an_old_head_put_back_does_not_fit_the_rows(full, tamper):
    ((old,),) = tamper("SELECT ct FROM head")
    full.add("note", {}, "more")
    tamper("UPDATE head SET ct = ?", old)
    assert full.verify().findings == (Finding.ROWS_ADDED,)


def test_an_old_slot_put_back_is_seen_even_after_more_was_written(full, tamper):
    (old,) = tamper("SELECT id, kind, params, wrapped, sum FROM slot WHERE kind = 'recovery'")
    full.drop_recovery()
    assert full.verify().ok
    tamper("INSERT INTO slot VALUES (?, ?, ?, ?, ?)", *old)
    assert full.verify().findings == (Finding.SLOTS_CHANGED,)
    full.add("note", {}, "more")
    full.drop_recovery()
    full.add("note", {}, "more")
    assert full.verify().findings == ()


@pytest.mark.parametrize("sql", ["DELETE FROM head", "UPDATE head SET ct = randomblob(540)"])
def test_without_a_readable_head_writing_goes_on_and_it_is_said(full, tamper, sql):
    before = full.present().items
    tamper(sql)
    revised = full.add("note", {}, "more", entity=before[0].entity)
    assert revised.clock > before[0].clock
    assert full.present().items == [*before[1:], revised]
    assert full.verify().findings == (Finding.HEAD_UNREADABLE,)


def test_what_was_wrong_stays_wrong_while_writing_goes_on(full, tamper):
    tamper("DELETE FROM rec WHERE rowid = 1")
    full.add("note", {}, "more")
    full.drop_draft(full.drafts()[0].rid)
    assert full.verify().findings == (Finding.ROWS_MISSING,)


def test_another_name_in_meta_is_seen(full, tamper):
    tamper("UPDATE meta SET v = randomblob(16) WHERE k = 'vault_id'")
    assert full.verify().findings == (Finding.NAME_CHANGED,)


def test_a_head_of_another_vault_is_unreadable(full, vaults, tamper, path):
    other = vaults.create(path.with_name("other"))
    ((foreign,),) = other._access._db.execute("SELECT ct FROM head").fetchall()
    tamper("UPDATE head SET ct = ?", foreign)
    assert full.verify().findings == (Finding.HEAD_UNREADABLE,)


def test_every_finding_has_a_sentence():
    for finding in Finding:
        assert finding.sentence.endswith(".")


def test_rows_of_another_vault_are_damaged_and_seen(full, vaults, tamper, path):
    other = vaults.create(path.with_name("other"))
    item = other.add("note", {}, "foreign")
    ((ct,),) = other._access._db.execute("SELECT ct FROM rec").fetchall()
    tamper("INSERT INTO rec (rid, ct) VALUES (?, ?)", item.rid, ct)
    assert [each.rid for each in full.present().damaged] == [item.rid.hex()]
    assert full.verify().findings == (Finding.ROWS_ADDED,)


@pytest.mark.usefixtures("full")
def test_slots_of_another_vault_open_nothing_of_this_one(vaults, tamper, path):
    other = vaults.create(path.with_name("other"))
    rows = other._access._db.execute(
        "SELECT kind, params, wrapped, sum FROM slot ORDER BY id"
    ).fetchall()
    tamper("DELETE FROM slot")
    for kind, params, wrapped, total in rows:
        tamper(
            "INSERT INTO slot (kind, params, wrapped, sum) VALUES (?, ?, ?, ?)",
            kind.decode(),
            params.decode(),
            wrapped,
            total,
        )
    spliced = vaults.open()
    assert spliced.present().items == []
    assert len(spliced.present().damaged) == 5
    assert spliced.drafts()[0].value is None
    assert set(spliced.verify().findings) == {Finding.HEAD_UNREADABLE, Finding.NAME_CHANGED}


def test_the_head_counts_rows_and_transactions(full):
    from integrate.vault.head import read_head

    head = read_head(full._access._db, full._access._keys)
    assert (head.n, head.generation, head.clock) == (6, 6, 5)
    assert isinstance(full._access._keys, Keys)
    assert len(head.slots) == len(slots.digest([]))
