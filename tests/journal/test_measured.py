"""Measures as sets, within what a moment allows (DESIGN.md 5)."""

import pytest

from integrate.domain.answer import answer_to
from integrate.domain.walk import Ask, Close, Ending, Support
from integrate.journal.begin import begin
from integrate.journal.measured import measure_set
from integrate.journal.within import Within


def test_a_measure_begins_as_its_set_and_is_known_as_one(journal, now):
    passage = begin(journal, "phq9", now)
    assert passage.walk.measure
    assert passage.walk.set == measure_set(journal.library, "phq9")
    assert not begin(journal, "checkin", now).walk.measure


def test_every_measure_can_be_begun(journal, now):
    for measure in journal.library.measure_ids():
        assert isinstance(begin(journal, measure, now).walk.step, Ask)


@pytest.mark.parametrize(("measure", "hours"), [("phq9", 1), ("pcl5", 1), ("pcl5", -3)])
def test_a_measure_that_lies_open_when_it_must_wait_is_put_away_with_all_its_answers(
    journal, past, now, measure, hours
):
    walk = begin(journal, measure, now).walk
    walk = walk.answer(answer_to(walk.step.prompt, "2"))
    within = Within(journal, now)
    past(hours)
    moved = within.at(walk, now)
    assert moved.step == Close(ending=Ending.PARKED)
    assert moved.answers == walk.answers
    assert not moved.empty


def test_help_comes_before_a_measure_is_put_away(journal, past, now):
    walk = begin(journal, "phq9", now).walk
    for _ in range(8):
        walk = walk.skip()
    within = Within(journal, now)
    past(1)
    moved = within.at(walk.hold(answer_to(walk.step.prompt, "1")), now)
    assert isinstance(moved.step, Support)
    assert moved.resume().step == Close(ending=Ending.PARKED)
