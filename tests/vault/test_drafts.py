import threading

import msgspec
import pytest

from integrate.vault import DamagedRecord, DraftGone


def words(vault):
    return [msgspec.json.decode(draft.value) for draft in vault.drafts()]


def test_a_draft_is_kept_and_written_over_under_its_name(vaults, vault):
    rid = vault.keep_draft({"text": "first"})
    assert vault.keep_draft({"text": "first and second"}, rid) == rid
    assert words(vaults.open()) == [{"text": "first and second"}]


def test_each_draft_has_a_name_of_its_own(vault):
    assert vault.keep_draft("one") != vault.keep_draft("two")
    assert words(vault) == ["one", "two"]


def test_a_drafts_size_says_little(vault, tamper):
    rid = vault.keep_draft("a")
    sizes = set()
    for length in (1, 100, 4000):
        vault.keep_draft("a" * length, rid)
        sizes.add(tamper("SELECT length(ct) FROM draft")[0][0])
    assert sizes == {12 + 4096 + 16}


def test_the_transaction_that_keeps_an_entry_removes_its_draft(vault):
    rid = vault.keep_draft("words")
    other = vault.keep_draft("other words")
    vault.add("note", {}, "words", draft=rid)
    assert [draft.rid for draft in vault.drafts()] == [other]
    assert vault.verify().ok


def test_two_who_continue_a_draft_do_not_write_over_each_other(vaults, vault):
    second = vaults.open()
    rid = vault.keep_draft("begun")
    mine = second.adopt_draft(rid)
    assert mine != rid
    with pytest.raises(DraftGone, match="another window"):
        vault.adopt_draft(rid)
    vault.keep_draft("begun, and more here", rid)
    second.keep_draft("begun, and more there", mine)
    assert words(vault) == ["begun, and more there", "begun, and more here"]
    assert vault.verify().ok


def test_of_many_who_adopt_at_once_one_gets_it(vaults, vault):
    rid = vault.keep_draft("words")
    opened = [vaults.open() for _ in range(4)]
    ready = threading.Barrier(4)
    got = []

    def adopt(each):
        ready.wait()
        try:
            got.append(each.adopt_draft(rid))
        except DraftGone:
            got.append(None)

    threads = [threading.Thread(target=adopt, args=(each,)) for each in opened]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    (winner,) = [each for each in got if each]
    assert got.count(None) == 3
    assert [draft.rid for draft in vault.drafts()] == [winner]
    assert words(vault) == ["words"]


def test_dropping_a_draft_twice_is_fine(vault):
    rid = vault.keep_draft("words")
    vault.drop_draft(rid)
    vault.drop_draft(rid)
    assert vault.drafts() == []
    assert vault.verify().ok


def test_a_damaged_draft_costs_only_itself(vault, tamper):
    rid = vault.keep_draft("one")
    vault.keep_draft("two")
    tamper("UPDATE draft SET ct = randomblob(4124) WHERE rid = ?", rid)
    first, second = vault.drafts()
    assert (first.rid, first.value) == (rid, None)
    assert bytes(second.value) == b'"two"'
    with pytest.raises(DamagedRecord):
        vault.adopt_draft(rid)
    vault.drop_draft(rid)
    assert words(vault) == ["two"]


def test_a_draft_is_gone_from_the_file_once_it_is_an_entry(vault, path):
    rid = vault.keep_draft("words")
    sealed = vault._access._db.execute("SELECT ct FROM draft").fetchone()[0]
    assert sealed[:512] in path.read_bytes()
    vault.add("note", {}, "words", draft=rid)
    assert sealed[:512] not in path.read_bytes()
