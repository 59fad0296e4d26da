from datetime import timedelta

import pytest
from msgspec.structs import replace

from integrate.domain.answer import Answer, answer_to
from integrate.domain.walk import begin as walk_of
from integrate.journal.begin import begin
from integrate.journal.draft import Keeper, resume, waiting
from integrate.journal.passage import Guided
from integrate.journal.steadiness import steadiness
from integrate.journal.within import Within
from integrate.journal.write import write

SHORT = timedelta(minutes=110)
LONG = timedelta(minutes=130)


@pytest.fixture
def checked_in(journal, now):
    """Answers the steadiness scale of the check-in with this number, now."""

    def make(number):
        passage = begin(journal, "checkin", now)
        walk = passage.walk.answer(answer_to(passage.walk.prompt, number)).stop()
        return write(journal, replace(passage, walk=walk), Keeper(journal), now)

    return make


def test_what_was_told_in_one_set_is_known_for_two_hours(journal, now, checked_in):
    assert steadiness(journal, now) is None
    checked_in(7)
    assert steadiness(journal, now + SHORT) == Answer(value=7)
    assert steadiness(journal, now + LONG) is None


def test_a_set_begun_within_that_time_does_not_ask_again(journal, now, past, checked_in):
    past(40)
    checked_in(7)
    soon = begin(journal, "open", now + SHORT).walk
    assert "open-steady" not in {each.id for each in soon.order()}
    later = begin(journal, "open", now + LONG).walk
    assert later.order()[0].id == "open-steady"


def test_a_low_answer_is_asked_again_at_once(journal, now, past, checked_in):
    past(40)
    checked_in(2)
    assert begin(journal, "open", now + SHORT).walk.order()[0].id == "open-steady"


def test_a_low_answer_that_waits_in_a_draft_is_asked_again_too(journal, now, past, checked_in):
    past(40)
    checked_in(8)
    asking = begin(journal, "checkin", now + LONG)
    low = replace(asking, walk=asking.walk.answer(answer_to(asking.walk.prompt, 2)), begun=now)
    Keeper(journal).keep(low)
    assert steadiness(journal, now + SHORT) is None
    assert begin(journal, "open", now + SHORT).walk.order()[0].id == "open-steady"


def test_a_scale_that_only_has_that_name_says_nothing_of_steadiness(journal, now):
    checkin = journal.library.set("checkin")
    upset = replace(checkin.prompt[0], id="upset", gate=None, ask="How upset are you?")
    walk = walk_of(replace(checkin, prompt=(upset,)), max_depth=2, memory=False)
    walk = walk.answer(Answer(value=10))
    write(journal, Guided(walk=walk, session=None, phase=None, begun=now), Keeper(journal), now)
    assert steadiness(journal, now) is None


def _at_the_second(journal, now):
    """A draft of the open window's set that was left behind its gate."""
    passage = begin(journal, "open", now)
    walk = passage.walk.answer(answer_to(passage.walk.prompt, 9)).hold(Answer(value="the sea"))
    passage = replace(passage, walk=walk)
    Keeper(journal).keep(passage)
    return passage


def test_a_draft_taken_up_after_a_while_asks_again_and_goes_on_where_it_was(journal, now, past):
    past(40)
    left = _at_the_second(journal, now)
    passage, _ = resume(journal, waiting(journal)[0], now + LONG)
    assert passage.walk.prompt.id == "open-steady"
    assert passage.steady_at == now + LONG
    on = passage.walk.answer(Answer(value=8))
    assert (on.at, on.step.answer) == (left.walk.at, Answer(value="the sea"))


def test_a_draft_taken_up_soon_goes_on_at_once(journal, now, past):
    past(40)
    left = _at_the_second(journal, now)
    passage, _ = resume(journal, waiting(journal)[0], now + SHORT)
    assert passage == left


def test_a_walk_that_lies_open_asks_again_too(journal, now, past):
    past(40)
    walk = _at_the_second(journal, now).walk
    watch = Within(journal, now)
    assert watch.at(walk, now + SHORT) is walk
    again = watch.at(walk, now + LONG)
    assert again.prompt.id == "open-steady"
    assert watch.at(again, now + LONG + SHORT) is again


def test_when_it_was_asked_again_is_known_for_the_draft(journal, now, past):
    past(40)
    walk = _at_the_second(journal, now).walk
    watch = Within(journal, now)
    watch.at(walk, now + SHORT)
    assert watch.steady_at is None
    watch.at(walk, now + LONG)
    assert watch.steady_at == now + LONG
