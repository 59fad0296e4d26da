import gc

import msgspec
import pytest

from integrate.vault import DamagedRecord, Finding, schema


def about(item):
    return msgspec.json.decode(item.about)


def damage(tamper, rid):
    ((ct,),) = tamper("SELECT ct FROM rec WHERE rid = ?", rid)
    tamper("UPDATE rec SET ct = ? WHERE rid = ?", ct[:40] + bytes([ct[40] ^ 1]) + ct[41:], rid)


def test_an_entity_is_what_its_newest_revision_says(vault):
    first = vault.add("note", {"n": 1}, "one")
    other = vault.add("note", {"n": 2}, "two")
    newer = vault.add("note", {"n": 3}, "three", entity=first.entity)
    assert [about(item) for item in vault.present().items] == [{"n": 2}, {"n": 3}]
    assert vault.present().items == [other, newer]
    assert bytes(vault.value(newer.rid)) == b'"three"'
    assert bytes(vault.value(first.rid)) == b'"one"'


def test_two_who_wrote_at_the_same_time_are_both_kept(vaults, vault):
    first = vault.add("note", {}, "seen by both")
    here = vault.add("note", {}, "here", entity=first.entity, after=[first.rid])
    there = vaults.open().add("note", {}, "there", entity=first.entity, after=[first.rid])
    (item,) = vault.present().items
    assert (item.rid, item.also) == (there.rid, (here.rid,))
    assert there.clock > here.clock
    settled = vault.add("note", {}, "both in one", entity=first.entity)
    assert vault.present().items == [settled]


def test_a_damaged_newest_revision_never_lets_an_older_text_pass_for_the_present(vault, tamper):
    first = vault.add("note", {}, "old text")
    newest = vault.add("note", {}, "new text", entity=first.entity)
    other = vault.add("note", {}, "untouched")
    damage(tamper, newest.rid)
    found = vault.present()
    assert found.items == [other]
    assert [(each.rid, each.entity) for each in found.damaged] == [(newest.rid.hex(), first.entity)]
    with pytest.raises(DamagedRecord, match="all the others are still here") as refusal:
        vault.value(newest.rid)
    assert refusal.value.entity == first.entity


@pytest.mark.parametrize("half", [0, 8])
def test_a_damaged_name_of_the_newest_revision_hides_no_revision(vaults, vault, path, half):
    """The name stands in the table and in its index; one of them is enough."""
    first = vault.add("note", {}, "old text")
    newest = vault.add("note", {}, "new text", entity=first.entity)
    content = path.read_bytes()
    at = -1
    places = []
    while (at := content.find(newest.rid, at + 1)) >= 0:
        places.append(at)
    assert len(places) == 2
    for place in places:
        damaged = bytearray(content)
        damaged[place + half] ^= 1
        path.write_bytes(damaged)
        with vaults.open() as again:
            assert again.present().items == [newest]
            assert bytes(again.value(newest.rid)) == b'"new text"'


def test_a_revision_gone_from_the_table_is_still_named_by_the_index(vaults, vault, path):
    first = vault.add("note", {}, "old text")
    newest = vault.add("note", {}, "new text", entity=first.entity)
    content = bytearray(path.read_bytes())
    for place in range(0, len(content), schema.PAGE_SIZE):
        page = content[place : place + schema.PAGE_SIZE]
        if page[0] == 13 and newest.rid in page:
            content[place] = 0
    path.write_bytes(content)
    again = vaults.open()
    found = again.present()
    assert found.items == []
    assert {each.rid for each in found.damaged} == {first.rid.hex(), newest.rid.hex()}
    assert not again.verify().ok


def test_one_damaged_page_costs_only_its_own_records(vaults, vault, path):
    added = [vault.add("note", {"n": n}, "x" * 3000) for n in range(12)]
    content = path.read_bytes()
    pages = [
        place
        for place in range(0, len(content), schema.PAGE_SIZE)
        if content[place] == 13 and sum(item.rid in content[place : place + 8192] for item in added)
    ]
    assert len(pages) > 3
    for place in pages[:-1]:
        damaged = bytearray(content)
        damaged[place] = 99
        path.write_bytes(damaged)
        lost = [item for item in added if item.rid in content[place : place + 8192]]
        with vaults.open() as again:
            found = again.present()
            assert found.items == [item for item in added if item not in lost]
            assert {each.rid for each in found.damaged} == {item.rid.hex() for item in lost}
            assert not again.verify().ok


def test_a_damaged_older_revision_leaves_the_present_one(vault, tamper):
    first = vault.add("note", {}, "one")
    second = vault.add("note", {}, "two", entity=first.entity)
    damage(tamper, first.rid)
    found = vault.present()
    assert found.items == [second]
    assert [each.rid for each in found.damaged] == [first.rid.hex()]


def test_writing_over_a_damaged_revision_makes_the_new_text_the_present_one(vault, tamper):
    first = vault.add("note", {}, "one")
    second = vault.add("note", {}, "two", entity=first.entity)
    damage(tamper, second.rid)
    third = vault.add("note", {}, "three", entity=first.entity)
    assert [item.rid for item in vault.present().items] == [third.rid]


def test_a_damaged_single_revision_is_still_known_for_whose_it_is(vault, tamper):
    item = vault.add("note", {}, "one")
    damage(tamper, item.rid)
    found = vault.present()
    assert found.items == []
    assert [(each.rid, each.entity) for each in found.damaged] == [(item.rid.hex(), item.entity)]


def test_swapped_rows_are_damage_and_no_text_moves(vault, tamper):
    one = vault.add("note", {}, "one")
    two = vault.add("note", {}, "two")
    (((first,),), ((second,),)) = (
        tamper("SELECT ct FROM rec WHERE rid = ?", item.rid) for item in (one, two)
    )
    tamper("UPDATE rec SET ct = ? WHERE rid = ?", second, one.rid)
    tamper("UPDATE rec SET ct = ? WHERE rid = ?", first, two.rid)
    assert vault.present().items == []
    assert {each.rid for each in vault.present().damaged} == {one.rid.hex(), two.rid.hex()}
    assert vault.verify().findings == (Finding.ROWS_CHANGED,)


def test_columns_of_other_types_are_damage(vault, tamper):
    kept = vault.add("note", {}, "kept")
    for value in (None, 7, 1.5, "text", b""):
        tamper("INSERT INTO rec (rid, ct) VALUES (randomblob(16), ?)", value)
        tamper("INSERT INTO rec (rid, ct) VALUES (?, ?)", value, b"x" * 600)
    assert vault.present().items == [kept]
    assert len(vault.present().damaged) == 5


def test_a_record_that_is_not_there_is_told_as_damaged(vault):
    with pytest.raises(DamagedRecord) as refusal:
        vault.value(bytes(16))
    assert refusal.value.entity is None


def test_the_collector_is_left_as_it_was(vault):
    vault.present()
    assert gc.isenabled()
    gc.disable()
    try:
        vault.present()
        assert not gc.isenabled()
    finally:
        gc.enable()


def shown(vault):
    """What is alive, and what a look at it was shown: names, and their words as text."""
    seen = []
    found = vault.present(
        lambda rid, revision, words: seen.append((rid, bytes(revision.about), bytes(words)))
    )
    return found, seen


def test_whoever_looks_is_shown_every_revision_with_its_words(vault):
    first = vault.add("note", {"n": 1}, "one")
    other = vault.add("note", {"n": 2}, "two")
    newer = vault.add("note", {"n": 3}, "three", entity=first.entity)
    found, seen = shown(vault)
    assert seen == [
        (first.rid, b'{"n":1}', b'"one"'),
        (other.rid, b'{"n":2}', b'"two"'),
        (newer.rid, b'{"n":3}', b'"three"'),
    ]
    assert found == vault.present()


def test_a_look_at_a_damaged_file_misses_nothing_that_is_whole(vaults, vault, path):
    added = [vault.add("note", {"n": n}, "x" * 3000) for n in range(12)]
    content = path.read_bytes()
    for place in range(0, len(content), schema.PAGE_SIZE):
        if content[place] != 13 or not any(item.rid in content[place:][:8192] for item in added):
            continue
        damaged = bytearray(content)
        damaged[place] = 99
        path.write_bytes(damaged)
        with vaults.open() as again:
            found, seen = shown(again)
            assert found == again.present()
            assert {item.rid for item in found.items} <= {rid for rid, *_ in seen}
            assert found.damaged


def test_a_damaged_record_is_shown_to_nobody(vault, tamper):
    item = vault.add("note", {}, "one")
    damage(tamper, item.rid)
    found, seen = shown(vault)
    assert (found.items, seen) == ([], [])
