"""A set as a person would meet it, at a moment that is made up, and nowhere for a word to go."""

from datetime import datetime, timedelta, timezone

import pytest

from integrate.domain.people import People, Person
from integrate.domain.walk import Ask
from integrate.journal.preview import NO_SESSION, Blank, Forgetful, preview
from integrate.library import Library
from integrate.vault import DamagedRecord

NOW = datetime(2026, 3, 10, 19, 0, tzinfo=timezone(timedelta(hours=1)))
LIBRARY = Library.shipped()
TABLES = LIBRARY.phase_tables()
PHASES = [phase for table in (TABLES.dosing, TABLES.talk) for phase in table.phases]


@pytest.mark.parametrize("phase", PHASES, ids=lambda phase: phase.id)
def test_every_phase_can_be_looked_at_with_the_depth_that_it_allows(phase):
    previewed = preview(LIBRARY.set("checkin"), LIBRARY, NOW, at=phase.id)

    assert previewed.moment.phase_id == phase.id
    assert (previewed.moment.max_depth, previewed.moment.memory) == (phase.max_depth, phase.memory)
    assert previewed.begin().phase == phase.id


@pytest.mark.parametrize("set_id", LIBRARY.set_ids())
def test_every_set_is_looked_at_in_its_own_time(set_id):
    prompt_set = LIBRARY.set(set_id)
    previewed = preview(prompt_set, LIBRARY, NOW)
    when = prompt_set.when

    if when is None:
        assert previewed.moment.place is None
    elif when.phase:
        assert previewed.moment.phase_id == when.phase
    else:
        assert previewed.moment.place is not None
    assert isinstance(previewed.begin().walk.step, Ask)


def test_no_session_near_can_be_asked_for():
    assert preview(LIBRARY.set("open"), LIBRARY, NOW, at=NO_SESSION).moment.place is None


def test_a_phase_that_there_is_not_is_none():
    with pytest.raises(KeyError):
        preview(LIBRARY.set("open"), LIBRARY, NOW, at="never")


def test_the_clock_stands_still_so_that_no_phase_ends_meanwhile():
    assert preview(LIBRARY.set("open"), LIBRARY, NOW).clock() == NOW


def test_what_a_set_shows_again_is_made_up():
    shown = {each.shows for set_id in LIBRARY.set_ids() for each in LIBRARY.set(set_id).flat()} - {
        None
    }
    assert shown
    for set_id in LIBRARY.set_ids():
        prompt_set = LIBRARY.set(set_id)
        walk = preview(prompt_set, LIBRARY, NOW).begin().walk
        names = {each.shows for each in prompt_set.flat() if each.shows}
        assert names <= set(walk.kept)
        assert all(name in walk.kept[name].said for name in names)


def test_prompts_are_remembered_as_seen_until_it_begins_again():
    previewed = preview(LIBRARY.set("checkin"), LIBRARY, NOW)
    walk = previewed.begin().walk
    first, second = walk.order()[:2]
    previewed.look(walk.skip())

    assert previewed.seen()[:2] == (first, second)
    assert first not in [each.prompt for each in previewed.unseen(walk.stop())]

    previewed.begin()
    assert previewed.seen() == (first,)


def test_the_people_who_help_can_be_brought():
    people = People(people=(Person(name="Mara", reach="555"),))

    assert preview(LIBRARY.set("open"), LIBRARY, NOW, people=people).journal.people == people
    assert preview(LIBRARY.set("open"), LIBRARY, NOW).journal.people == People()


def test_its_journal_lists_a_record_and_has_lost_its_words():
    journal = preview(LIBRARY.set("open"), LIBRARY, NOW).journal
    item = journal.vault.add("entry", {}, {"text": "marigold"})

    with pytest.raises(DamagedRecord):
        journal.vault.value(item.rid)
    assert journal.vault.drafts() == []
    assert "marigold" not in repr(vars(journal.vault))
    journal.close()


def test_its_keeper_takes_everything_and_keeps_nothing():
    previewed = preview(LIBRARY.set("open"), LIBRARY, NOW)
    keeper = Forgetful(previewed.journal)

    assert keeper.keep(previewed.begin())
    keeper.drop()
    assert keeper.rid is None
    with pytest.raises(TypeError):
        keeper.finish(previewed.begin(), NOW, lambda *_: None)


def test_a_vault_without_a_file_has_none():
    assert not hasattr(Blank(), "path")
