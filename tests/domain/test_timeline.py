"""One answer for each stretch between two edges; test_phase compares it on invented courses."""

from datetime import timedelta, timezone

import pytest

from integrate.domain import timeline as module
from integrate.domain.phase import moment_at, places, winner
from integrate.domain.timeline import Timeline

HOUR = timedelta(hours=1)
SECOND = timedelta(seconds=1)
INDIA = timezone(timedelta(hours=5, minutes=30))


@pytest.fixture
def course(session):
    """Two sessions a week apart, an hour of talk between them, one called off, one unconfirmed."""
    return [
        session(-168, slept_at=session().starts - 150 * HOUR),
        session(-96, route="none", went="yes"),
        session(-48, went="no"),
        session(),
        session(72, spread=24, precision="day", went="unsaid"),
    ]


def test_over_a_whole_course_it_says_what_the_moment_says(course, tables, start):
    timeline = Timeline(course, tables)
    for half_hours in range(-2 * 400, 2 * 400):
        when = start + half_hours * HOUR / 2
        assert timeline.place(when) == moment_at(course, when, tables).place


def test_at_every_edge_and_just_before_it_too(course, small):
    timeline = Timeline(course, small)
    edges = [each.begins for one in course for each in places(one, small)]
    for when in edges + [edge - timedelta(microseconds=1) for edge in edges]:
        assert timeline.place(when) == moment_at(course, when, small).place


def test_the_zone_in_which_a_moment_is_told_changes_nothing(course, small, start):
    timeline = Timeline(course, small)
    assert timeline.place(start.astimezone(INDIA)) == timeline.place(start)
    assert timeline.place(start).phase.id == "arriving"


def test_a_session_called_off_leaves_no_trace(small, start, session):
    assert Timeline([session(went="no")], small).place(start + HOUR) is None


def test_without_sessions_no_phase_holds(small, start):
    assert Timeline([], small).place(start) is None


def test_thousands_of_moments_in_one_stretch_are_worked_out_once(course, small, start, monkeypatch):
    worked_out = []
    monkeypatch.setattr(module, "winner", lambda found: worked_out.append(found) or winner(found))
    timeline = Timeline(course, small)
    for seconds in range(3000):
        assert timeline.place(start + seconds * SECOND).phase.id == "arriving"
    assert len(worked_out) == 1
