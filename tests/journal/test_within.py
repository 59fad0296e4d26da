from datetime import timedelta

from msgspec.structs import replace

from integrate.domain.answer import Answer
from integrate.domain.prompt import Kind
from integrate.domain.walk import Close, Ending, Origin, Support
from integrate.journal.begin import begin
from integrate.journal.within import Within, within

HALF_AN_HOUR = timedelta(minutes=30)


def test_nothing_changes_while_the_moment_does_not(journal, now, past):
    past(40)
    walk = begin(journal, "open", now).walk.answer(Answer(value=9))
    assert Within(journal, now).at(walk, now + HALF_AN_HOUR) is walk


def test_once_a_session_has_begun_an_open_walk_asks_for_taps_alone(journal, now, past):
    past(60)
    past(-0.25)
    before = now - timedelta(hours=13)  # the door of the next session is not reached yet
    walk = begin(journal, "open", before).walk.answer(Answer(value=9))
    walk = replace(walk, answers={**walk.answers, "open-near": Answer(value="say")})
    watch = Within(journal, before)
    assert any(each.memory for each in walk.order())
    moved = watch.at(walk, now + HALF_AN_HOUR)
    assert not any(each.memory or each.kind is Kind.TEXT for each in moved.order())
    assert moved.prompt in moved.order()
    assert watch.at(moved, now + HALF_AN_HOUR) is moved


def test_a_walk_that_is_over_stays_as_it_was_said(journal, now, past):
    past(-0.25)
    before = now - timedelta(hours=48)
    over = begin(journal, "open", before).walk.stop()
    assert Within(journal, before).at(over, now + HALF_AN_HOUR) is over


def test_a_walk_with_nothing_left_to_ask_does_not_close_unasked(journal, now, past):
    past(-0.25)
    before = now - timedelta(hours=48)
    begun = begin(journal, "open", before).walk.answer(Answer(value=9))
    walk = replace(begun, at="open-bring")
    moved = Within(journal, before).at(walk, now + HALF_AN_HOUR)
    assert not moved.over
    assert moved.prompt in moved.order()


def test_taken_up_while_arriving_it_knows_the_hour(journal, now, past):
    past(0.5)
    earlier = begin(journal, "open", now - timedelta(hours=30)).walk
    walk = within(journal, earlier, now)
    assert (walk.max_depth, walk.memory, walk.arriving, walk.tender) == (1, False, True, True)


def test_a_gate_answered_just_now_in_an_old_draft_is_not_asked_again_at_once(journal, now, past):
    past(40)
    old = now - timedelta(hours=3)
    walk = begin(journal, "open", old).walk
    watch = Within(journal, now, steady=old)
    told = walk.answer(Answer(value=9))
    assert watch.at(told, now) == told


def test_an_hour_that_turns_tender_takes_no_help_away_that_was_called_for(journal, now, past):
    past(-0.25)
    before = now - timedelta(hours=48)
    walk = begin(journal, "phq9", before).walk
    walk = replace(walk, at="phq9-9").answer(Answer(value="1"))
    moved = Within(journal, before).at(walk, now + HALF_AN_HOUR)
    assert moved.step == Support(origin=Origin.ITEM9)
    assert moved.resume().step == Close(ending=Ending.PARKED)
