from datetime import timedelta

import pytest
from msgspec.structs import replace

from integrate.domain.answer import Answer
from integrate.journal.begin import begin
from integrate.journal.draft import Keeper
from integrate.journal.due import due
from integrate.journal.turn import turn_of
from integrate.journal.write import write


@pytest.fixture
def answered(journal):
    """Answers a set in the phase that holds at that time."""

    def make(set_id, when):
        passage = begin(journal, set_id, when)
        gate = passage.walk.answer(Answer(value=8))
        return write(journal, replace(passage, walk=gate.stop()), Keeper(journal), when)

    return make


def turn(journal, set_id, now):
    place = due(journal, now).moment.place
    return turn_of(journal, journal.library.set(set_id), place)


def test_each_session_of_a_course_is_a_turn(journal, now, past, answered):
    past(24 * 16)
    past(24 * 9)
    past(40)
    answered("open", now - timedelta(days=14))
    assert turn(journal, "open", now) == 2


def test_sessions_from_before_the_journal_was_kept_do_not_count(journal, now, past, answered):
    past(24 * 16)
    past(24 * 9)
    past(40)
    assert turn(journal, "open", now) == 0
    answered("checkin", now)
    assert turn(journal, "open", now) == 0


def test_a_session_long_ago_begins_no_course(journal, now, past):
    past(24 * 60)
    past(40)
    assert turn(journal, "open", now) == 0


def test_each_week_of_a_phase_is_a_turn_of_its_own(journal, now, past, answered):
    past(24 * 9)
    assert turn(journal, "weaving", now) == 0
    answered("weaving", now)
    assert turn(journal, "weaving", now + timedelta(days=7)) == 1


def test_a_set_chosen_by_hand_or_with_no_session_near_is_asked_whole(journal, now, past):
    assert turn(journal, "open", now) == 0
    past(24 * 9)
    past(40)
    assert turn(journal, "checkin", now) == 0
