import msgspec
import pytest

from integrate.vault import reading, schema


@pytest.fixture
def items(vault):
    return [vault.add("note", {"n": n}, f"words {n}") for n in range(7)]


def said(vault, rids):
    return {
        rid: None if value is None else msgspec.json.decode(value)
        for rid, value in vault.values(rids)
    }


def test_many_words_come_in_the_order_in_which_they_were_asked_for(vault, items, monkeypatch):
    monkeypatch.setattr(reading, "AT_ONCE", 3)
    rids = [each.rid for each in reversed(items)]
    found = said(vault, iter(rids))
    assert list(found) == rids
    assert list(found.values()) == [f"words {n}" for n in range(6, -1, -1)]


def test_the_file_is_let_go_of_between_two_lots(vault, vaults, items, monkeypatch):
    monkeypatch.setattr(reading, "AT_ONCE", 2)
    found = vault.values([each.rid for each in items])
    next(found)
    vaults.open().add("note", {}, "from elsewhere")
    assert len(list(found)) == len(items) - 1


def test_what_is_damaged_or_not_there_is_told_at_the_end_and_the_rest_comes(vault, items, tamper):
    tamper("UPDATE rec SET ct = zeroblob(600) WHERE rid = ?", items[2].rid)
    strange = b"\x00" * 16
    found = said(vault, [strange, *(each.rid for each in items)])
    assert list(found)[-2:] == [strange, items[2].rid]
    assert found.pop(strange) is None
    assert found.pop(items[2].rid) is None
    assert sorted(found.values()) == [f"words {n}" for n in (0, 1, 3, 4, 5, 6)]


def test_words_that_the_index_no_longer_leads_to_are_found_by_looking(vault, items, monkeypatch):
    monkeypatch.setattr(reading.rows, "by_index", lambda *_: None)
    monkeypatch.setattr(reading.rows, "many_by_index", lambda *_: {})
    assert sorted(said(vault, [each.rid for each in items]).values()) == [
        f"words {n}" for n in range(7)
    ]


def test_a_damaged_page_costs_only_the_words_on_it(vaults, vault, path):
    added = [vault.add("note", {"n": n}, f"{n}" * 3000) for n in range(9)]
    content, tried = path.read_bytes(), 0
    for place in range(0, len(content), schema.PAGE_SIZE):
        page = content[place : place + schema.PAGE_SIZE]
        lost = {each.rid for each in added if each.rid in page}
        if page[0] != 13 or not lost:
            continue
        path.write_bytes(content[:place] + b"c" + content[place + 1 :])
        with vaults.open() as again:
            found = said(again, [each.rid for each in added])
        assert {rid for rid, text in found.items() if text is None} == lost
        tried += 1
    assert tried > 2


def test_all_wordings_of_an_entity_come_newest_first_with_what_they_follow(vault, items):
    first = items[3]
    second = vault.add("note", {"n": "two"}, "second", entity=first.entity, after=[first.rid])
    third = vault.add("note", {"n": "three"}, "third", entity=first.entity, after=[second.rid])
    found = vault.history(first.entity)
    assert [each.rid for each in found.wordings] == [third.rid, second.rid, first.rid]
    assert [msgspec.json.decode(each.value) for each in found.wordings] == [
        "third",
        "second",
        "words 3",
    ]
    assert [each.parents for each in found.wordings] == [(second.rid,), (first.rid,), ()]
    assert msgspec.json.decode(found.wordings[1].about) == {"n": "two"}
    assert found.damaged == 0


def test_a_damaged_wording_is_counted_and_hides_no_other(vault, items, tamper):
    first = items[0]
    second = vault.add("note", {}, "second", entity=first.entity)
    tamper("UPDATE rec SET ct = zeroblob(600) WHERE rid = ?", first.rid)
    found = vault.history(first.entity)
    assert ([each.rid for each in found.wordings], found.damaged) == ([second.rid], 1)


def test_an_entity_that_is_not_there_has_no_history(vault, items):
    assert items
    found = vault.history("00" * 8)
    assert (found.wordings, found.damaged) == ((), 0)
