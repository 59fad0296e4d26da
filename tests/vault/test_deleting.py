"""Deleting is for good: nothing of it is left in the file, and nothing brings it back unasked."""

import msgspec
import pytest

from integrate.vault import Gone, NotWritten, Removed


def text_of(vault, item):
    return msgspec.json.decode(vault.value(item.rid))


def test_a_deleted_entity_is_gone_and_the_others_stay(vault):
    gone = vault.add("note", {"title": "gone"}, "to be deleted")
    stays = vault.add("note", {"title": "stays"}, "to be kept")
    vault.delete(gone.entity)
    assert vault.present().items == [stays]
    assert vault.present().damaged == []
    assert vault.verify().ok


def test_no_sealed_byte_of_what_was_deleted_is_left_in_the_file(vault, path, tamper):
    item = vault.add("note", {}, "first wording")
    vault.add("note", {}, "second wording", entity=item.entity)
    draft = vault.keep_draft("a draft of the third")
    sealed = [ct for (ct,) in tamper("SELECT ct FROM rec UNION ALL SELECT ct FROM draft")]
    rids = [rid for (rid,) in tamper("SELECT rid FROM rec UNION ALL SELECT rid FROM draft")]
    vault.delete(item.entity, drafts=[draft])
    vault.close()
    left = path.read_bytes()
    for ct in sealed:
        assert all(ct[at : at + 16] not in left for at in range(0, len(ct) - 16, 16))
    assert all(rid not in left for rid in rids)


def test_rows_that_are_put_back_from_outside_stay_covered(vault, tamper):
    """DESIGN.md 6, FORMAT.md: a tombstone covers the entity for ever."""
    item = vault.add("note", {}, "words")
    rows = tamper("SELECT rid, ct FROM rec")
    vault.delete(item.entity)
    for row in rows:
        tamper("INSERT INTO rec (rid, ct) VALUES (?, ?)", *row)
    assert vault.present().items == []
    assert not vault.verify().ok
    vault.delete(item.entity)
    assert tamper("SELECT count(*) FROM rec") == [(1,)]


def test_a_change_to_what_another_window_deleted_is_refused_by_name(vault, vaults):
    other = vaults.open()
    item = vault.add("note", {}, "words")
    other.delete(item.entity)
    with pytest.raises(Gone, match="deleted"):
        vault.add("note", {}, "changed", entity=item.entity, after=[item.rid])
    with pytest.raises(Gone):
        vault.add("note", {}, "changed", entity=item.entity)
    assert vault.present().items == []


def test_undo_makes_a_new_entity_with_its_earlier_wordings(vault):
    first = vault.add("note", {"title": "one"}, "first wording")
    vault.add("note", {"title": "two"}, "second wording", entity=first.entity)
    removed = vault.delete(first.entity)
    item = vault.bring_back(removed)
    assert item.entity != first.entity
    assert vault.present().items == [item]
    assert msgspec.json.decode(item.about) == {"title": "two"}
    assert text_of(vault, item) == "second wording"
    wordings = vault.history(item.entity).wordings
    assert [msgspec.json.decode(each.value) for each in wordings] == [
        "second wording",
        "first wording",
    ]
    assert vault.verify().ok


def test_undo_keeps_both_texts_of_a_conflict(vault):
    first = vault.add("note", {}, "first")
    for text in ("left", "right"):
        vault.add("note", {}, text, entity=first.entity, after=[first.rid])
    item = vault.bring_back(vault.delete(first.entity))
    texts = {msgspec.json.decode(vault.value(rid)) for rid in (item.rid, *item.also)}
    assert texts == {"left", "right"}
    assert vault.present().items == [item]


def test_what_was_deleted_can_be_held_as_json(vault):
    removed = vault.delete(vault.add("note", {"a": 1}, {"text": "ключ"}).entity)
    again = msgspec.json.decode(msgspec.json.encode(removed), type=Removed)
    item = vault.bring_back(again)
    assert text_of(vault, item) == {"text": "ключ"}
    assert removed.kind == again.kind == "note"


def test_nothing_can_be_brought_back_of_what_could_not_be_read(vault, tamper):
    item = vault.add("note", {}, "words")
    tamper("UPDATE rec SET ct = zeroblob(600)")
    removed = vault.delete(item.entity)
    assert removed.wordings == ()
    assert removed.kind == ""
    with pytest.raises(ValueError, match=item.entity):
        vault.bring_back(removed)


def test_what_was_written_between_two_tries_comes_back_too(vault):
    from tests.vault.test_vault import Faulty

    item = vault.add("note", {}, "older")
    living = vault._access._db
    vault._access._db = Faulty(living, "before", "before")
    with pytest.raises(NotWritten) as failure:
        vault.delete(item.entity)
    vault._access._db = living
    vault.add("note", {}, "newer", entity=item.entity)
    removed = failure.value.again()
    assert [msgspec.json.decode(each.value) for each in removed.wordings] == ["older", "newer"]
    back = vault.bring_back(removed)
    assert msgspec.json.decode(vault.value(back.rid)) == "newer"
    assert vault.verify().ok
