from datetime import timedelta

import pytest

from integrate.domain.due import Done, due_of, number_in_course
from integrate.domain.phase import moment_at

HOUR = timedelta(hours=1)
DAY = timedelta(days=1)


@pytest.fixture
def due(small, start):
    """What is due so many hours after `start`."""

    def ask(hours, sets, sessions, done=()):
        moment = moment_at(sessions, start + hours * HOUR, small)
        return due_of(moment, sets, done, sessions)

    return ask


def ids(due):
    return [each.set.id for each in ((due.next,) if due.next else ()) + due.others]


@pytest.fixture
def in_phase(make_set):
    def make(phase, *, set_id="", table="dosing", **more):
        when = {"table": table, "phase": phase, **more}
        return make_set({"id": "one"}, set_id=set_id or phase, when=when)

    return make


def test_the_set_of_the_phase_is_due_once(due, in_phase, session, start):
    sets = [in_phase("open"), in_phase("settling")]
    assert ids(due(40, sets, [session()])) == ["open"]
    told = Done(set="open", when=start + 41 * HOUR, session="s0", phase="open")
    assert ids(due(42, sets, [session()], [told])) == []
    assert ids(due(100, sets, [session()], [told])) == ["settling"]


def test_what_was_answered_for_another_session_does_not_count(due, in_phase, session, start):
    told = Done(set="open", when=start + 41 * HOUR, session="other", phase="open")
    assert ids(due(42, [in_phase("open")], [session()], [told])) == ["open"]


def test_without_a_when_or_a_session_nothing_is_due(due, in_phase, make_set, session):
    assert ids(due(40, [make_set({"id": "one"})], [session()])) == []
    assert due(40, [in_phase("open")], []).next is None


def test_nothing_is_due_for_a_session_that_nobody_confirmed(due, in_phase, session):
    assert ids(due(40, [in_phase("open")], [session(went="unsaid")])) == []


def test_every_so_many_days_counts_from_the_last_answer(due, in_phase, session, start):
    sets = [in_phase("long-view", every_days=30)]
    told = [
        Done(set="long-view", when=start + days * DAY, session="s0", phase="long-view")
        for days in (50, 20)
    ]
    assert ids(due(24 * 79, sets, [session()], told)) == []
    assert ids(due(24 * 80, sets, [session()], told)) == ["long-view"]


def test_what_lies_ahead_comes_second(due, in_phase, session):
    sets = [in_phase("before"), in_phase("settling")]
    found = due(100, sets, [session(), session(200)])
    assert ids(found) == ["settling", "before"]
    assert found.others[0].place.session.id == "s200"


@pytest.mark.parametrize("hours", [1, 10, 30])
def test_until_the_first_sleep_nothing_is_asked_for_a_session_ahead(due, in_phase, session, hours):
    assert ids(due(hours, [in_phase("before")], [session(), session(100)])) == []


def test_at_the_door_nothing_is_offered_for_a_later_session(due, in_phase, session):
    sets = [in_phase("doorstep"), in_phase("before")]
    assert ids(due(-3, sets, [session(went="unsaid"), session(90, went="unsaid")])) == ["doorstep"]


def test_getting_ready_goes_session_by_session(due, in_phase, session, start):
    coming = [session(went="unsaid"), session(90, went="unsaid")]
    found = due(-30, [in_phase("before")], coming)
    assert [found.next.place.session.id, found.others] == ["s0", ()]
    told = Done(set="before", when=start - 31 * HOUR, session="s0", phase="before")
    assert ids(due(-30, [in_phase("before")], coming, [told])) == []


def test_a_talk_ahead_is_offered_beside_getting_ready_for_the_other_sort(due, in_phase, session):
    sets = [in_phase("before"), in_phase("talk-before", table="talk")]
    coming = [session(went="unsaid"), session(10, went="unsaid", route="none")]
    assert ids(due(-30, sets, coming)) == ["before", "talk-before"]


def test_a_stretch_of_hours_is_open_at_its_end_and_may_cross_phases(due, make_set, session, start):
    crossing = make_set({"id": "one"}, when={"hours": {"from": 48, "to": 96}})
    found = [bool(ids(due(hour, [crossing], [session()]))) for hour in (47, 48, 95, 96)]
    assert found == [False, True, True, False]
    told = Done(set="test", when=start + 50 * HOUR, session="s0", phase="open")
    assert ids(due(80, [crossing], [session()], [told])) == []


def test_each_table_has_its_own_sets(due, in_phase, session):
    sets = [in_phase("talk-after", table="talk"), in_phase("arriving")]
    assert ids(due(1, sets, [session(route="none")])) == ["talk-after"]
    assert ids(due(1, sets, [session()])) == ["arriving"]


def test_first_is_offered_at_the_first_session_of_a_course_only(due, in_phase, session):
    sets = [in_phase("open", repeat="first")]
    weeks = [session(-24 * 7 * number) for number in (2, 1, 0)]
    assert ids(due(40 - 24 * 14, sets, weeks)) == ["open"]
    assert ids(due(40, sets, weeks)) == []


def test_sets_that_rotate_take_turns_over_a_course(due, in_phase, session):
    sets = [in_phase("open", set_id=each, repeat="rotate") for each in ("a", "b")]
    sets.append(in_phase("settling", set_id="elsewhere", repeat="rotate"))
    weeks = [session(-24 * 7 * number) for number in (2, 1, 0)]
    found = [ids(due(40 - 24 * 7 * number, sets, weeks)) for number in (2, 1, 0)]
    assert found == [["a"], ["b"], ["a"]]


def test_a_course_is_counted_from_its_first_session(session):
    course = [session(-24 * days) for days in (100, 60, 40, 20, 0)]
    numbers = [number_in_course(each, course) for each in course]
    assert numbers == [0, 0, 1, 2, 3]  # forty days lie between the first two


def test_neither_talks_nor_what_was_called_off_count_in_a_course(session):
    here = session()
    others = [session(-24 * 7, route="none"), session(-24 * 8, went="no")]
    assert number_in_course(here, [here, *others]) == 0
    assert number_in_course(here, [here, *others, session(-24 * 9)]) == 1
