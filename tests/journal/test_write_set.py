"""Writing a set in the journal: ready once it holds every rule, a draft until then."""

from pathlib import Path

import pytest
from msgspec.structs import replace

from integrate.journal.sets import AlreadyKept, CannotKeep, keep_set, own_sets
from integrate.journal.write_set import as_written, write_set
from integrate.library import BadFile
from integrate.library.read import set_from

from .test_shelf import LAKE


@pytest.fixture
def lake():
    return set_from(Path("lake.toml"), LAKE)


def named(prompt_set, set_id):
    return replace(prompt_set, set=replace(prompt_set.set, id=set_id))


def test_a_set_that_holds_every_rule_can_be_begun_at_once(journal, lake, now):
    kept = write_set(journal, lake, now, before=None)
    assert (kept.ready, kept.source) == (True, "own")
    assert as_written(journal, "lake") == lake


def test_one_that_does_not_is_kept_as_it_is_until_it_does(journal, lake, now):
    unfinished = replace(lake, prompt=())
    assert not write_set(journal, unfinished, now, before=None).ready
    assert as_written(journal, "lake") == unfinished
    assert write_set(journal, lake, now, before="lake").ready
    assert len(own_sets(journal)) == 1


def test_what_is_kept_because_everything_ends_is_not_asked_of_anybody(journal, lake, now):
    assert not write_set(journal, lake, now, before=None, finished=False).ready


def test_another_set_of_the_same_name_is_never_written_over(journal, lake, now):
    keep_set(journal, LAKE, now, source="imported")
    with pytest.raises(AlreadyKept):
        write_set(journal, lake, now, before=None)
    with pytest.raises(CannotKeep):
        write_set(journal, named(lake, "open"), now, before=None)


def test_a_draft_that_gets_another_id_is_not_kept_twice(journal, lake, now):
    write_set(journal, lake, now, before=None, finished=False)
    write_set(journal, named(lake, "shore"), now, before="lake")
    assert [each.id for each in own_sets(journal)] == ["shore"]


def test_a_set_that_could_be_answered_stays_beside_the_one_with_another_id(journal, lake, now):
    write_set(journal, lake, now, before=None)
    write_set(journal, named(lake, "shore"), now, before="lake")
    assert [each.id for each in own_sets(journal)] == ["lake", "shore"]


def test_what_came_from_somebody_stays_known_as_that(journal, lake, now):
    keep_set(journal, LAKE, now, source="imported")
    assert write_set(journal, lake, now, before="lake").source == "imported"


def test_what_no_set_has_is_told_with_its_place(journal, now):
    torn = LAKE.replace("minutes = 3", "minutes = 'soon'")
    keep_set(journal, torn, now, source="own", state="draft")
    with pytest.raises(BadFile, match=r"lake\.toml:9"):
        as_written(journal, "lake")
