from msgspec.structs import replace

from integrate.domain.answer import answer_to
from integrate.journal.begin import begin
from integrate.journal.draft import Keeper
from integrate.journal.due import due
from integrate.journal.write import write


def begun(journal, set_id, now, value):
    passage = begin(journal, set_id, now)
    walk = passage.walk.answer(answer_to(passage.walk.prompt, value))
    return replace(passage, walk=walk)


def test_with_no_session_nothing_is_due(journal, now):
    found = due(journal, now)
    assert (found.next, found.others, found.moment.place) == (None, (), None)


def test_the_set_of_this_phase_is_next_until_it_was_answered(journal, now, past, again):
    past(40)
    assert due(journal, now).next.set.id == "open"
    passage = begun(journal, "open", now, 8)
    write(journal, replace(passage, walk=passage.walk.stop()), Keeper(journal), now)
    assert due(journal, now).next is None
    assert due(again(), now).next is None


def test_a_planned_session_is_asked_about_before_anything_of_it_is_believed(journal, now, past):
    past(-1)
    later = now.replace(hour=21)
    found = due(journal, later)
    assert found.moment.went_ahead == journal.sessions[0]
    assert found.next is None
    assert found.moment.tender
