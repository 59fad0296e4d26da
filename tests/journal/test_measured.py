"""Measures as sets, within what a moment allows (DESIGN.md 5)."""

from datetime import timedelta
from pathlib import Path

import pytest
from msgspec.structs import replace

from integrate.domain.answer import answer_to
from integrate.domain.walk import Ask, Close, Ending, Support
from integrate.journal.begin import begin
from integrate.journal.draft import Keeper
from integrate.journal.measured import measure_set
from integrate.journal.pace import Pace
from integrate.journal.result_said import lines_of
from integrate.journal.within import Within
from integrate.journal.write import write
from integrate.library import BadFile


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


def test_a_measure_is_not_interrupted_when_its_time_is_over(journal, now):
    """Half of it has no score."""
    walk = begin(journal, "phq9", now).walk
    assert Pace(walk, now).at(walk, now + timedelta(hours=1)) == walk


@pytest.fixture
def spoiled(journal, monkeypatch):
    """The measures' files cannot be read any more."""

    def spoil():
        def fail(_measure_id):
            raise BadFile(Path("phq9.toml"), 1, 1, "no")

        monkeypatch.setattr(journal.library, "measure", fail)

    return spoil


def test_answers_are_kept_though_their_measure_cannot_be_read_any_more(journal, now, spoiled):
    passage = begin(journal, "phq9", now)
    walk = passage.walk.answer(answer_to(passage.walk.step.prompt, "2")).stop()
    spoiled()
    entry = write(journal, replace(passage, walk=walk), Keeper(journal), now)
    assert entry.heading.series == {}
    assert [each.value for each in entry.words.answers] == ["2"]
    assert lines_of(journal, entry) == []
