"""Reading the file: what is asked for at any moment is in memory from then on."""

import msgspec
import pytest

from integrate.domain.people import People, Person
from integrate.journal.due import due
from integrate.journal.read import decoded, read_contents
from integrate.journal.sets import all_sets, keep_set, own_text
from integrate.library.beginning import beginning
from integrate.vault import DamagedRecord


def test_neither_help_nor_a_set_of_one_s_own_waits_for_the_file(journal, again, now, monkeypatch):
    journal.put_people(People(people=(Person(name="Ana"),)))
    keep_set(journal, beginning((), "lake"), now, source="own")
    other = again()
    for name in ("value", "present", "drafts"):
        monkeypatch.setattr(other.vault, name, None)

    assert other.people.people[0].name == "Ana"
    assert own_text(other, "lake") == beginning((), "lake")
    assert all_sets(other)[-1].id == "lake"
    assert due(other, now).next is None


def test_what_was_kept_is_what_is_read(journal, now):
    kept = keep_set(journal, beginning((), "lake"), now, source="own")
    contents, damaged = read_contents(journal.vault, None)

    assert contents.own == {kept.entity: kept}
    assert damaged == ()


def test_a_value_of_another_shape_is_damage_of_that_record(journal):
    item = journal.vault.add("set", {}, [7])
    with pytest.raises(DamagedRecord):
        decoded(journal.vault, msgspec.json.Decoder(People), item.rid)
