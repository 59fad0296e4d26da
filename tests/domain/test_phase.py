from datetime import UTC, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from integrate.domain.phase import moment_at, place_at, places
from integrate.domain.session import Precision, Route, Session, Went, instant
from integrate.domain.timeline import Timeline

HOUR = timedelta(hours=1)
ZONES = [UTC, timezone(timedelta(hours=5, minutes=45))] + [
    ZoneInfo(name)
    for name in ("Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "America/Sao_Paulo")
]
LENGTHS = {
    Precision.MINUTE: timedelta(0),
    Precision.HOUR: HOUR,
    Precision.PART: 12 * HOUR,
    Precision.DAY: 25 * HOUR,
}

# Around the spring change of the clock in Berlin, so that many examples fall on it.
moments = st.integers(-40 * 24 * 60, 40 * 24 * 60).map(
    lambda minutes: datetime(2026, 3, 29, 1, tzinfo=UTC) + timedelta(minutes=minutes)
)


@st.composite
def sessions(draw):
    starts = draw(moments).astimezone(draw(st.sampled_from(ZONES)))
    precision = draw(st.sampled_from(Precision))
    latest = (instant(starts) + LENGTHS[precision]).astimezone(starts.tzinfo)
    slept = draw(st.none() | st.integers(0, 60))
    return Session(
        id=draw(st.sampled_from("abcdef")),
        route=draw(st.sampled_from(Route)),
        starts=starts,
        latest=latest,
        precision=precision,
        went=draw(st.sampled_from(Went)),
        slept_at=None if slept is None else instant(latest) + slept * HOUR,
    )


lists = st.lists(sessions(), max_size=5)


@given(sessions())
def test_phases_follow_one_another_without_gap_or_overlap(tables, session):
    own = places(session, tables)
    assert [each.ends for each in own[:-1]] == [each.begins for each in own[1:]]
    assert all(each.begins <= each.ends for each in own[:-1])
    assert own[-1].ends is None
    assert [each.phase for each in own] == list(tables.of(session).phases)


@given(sessions(), moments)
def test_at_any_instant_exactly_one_phase_of_a_session_holds_or_none_has_begun(
    tables, session, now
):
    holding = [each for each in places(session, tables) if each.holds(now)]
    if now < places(session, tables)[0].begins:
        assert holding == []
        assert place_at(session, now, tables) is None
    else:
        assert holding == [place_at(session, now, tables)]


@given(sessions())
def test_the_instant_at_which_a_phase_ends_belongs_to_the_next_one(tables, session):
    for before, after in zip(places(session, tables), places(session, tables)[1:], strict=False):
        assert not before.holds(after.begins)
        assert after.begins == after.ends or after.holds(after.begins)


@given(lists, moments, st.sampled_from(ZONES))
def test_the_zone_in_which_now_is_told_changes_nothing(tables, several, now, zone):
    assert moment_at(several, now.astimezone(zone), tables) == moment_at(several, now, tables)


@given(lists, moments)
def test_the_order_of_the_sessions_changes_nothing_that_is_asked_for(tables, several, now):
    distinct = list({each.id: each for each in several}.values())
    assert moment_at(distinct, now, tables) == moment_at(distinct[::-1], now, tables)


@given(lists, moments)
def test_from_twelve_hours_before_until_landing_has_ended_no_memory_and_no_depth(
    tables, several, now
):
    """No prompt asks for a memory then: for any overlap, also where nobody has confirmed."""
    moment = moment_at(several, now, tables)
    for each in several:
        if each.route is Route.NONE or each.went is Went.NO:
            continue
        slept = instant(each.slept_at) if each.slept_at else instant(each.latest) + 36 * HOUR
        landed = max(instant(each.latest) + 24 * HOUR, min(slept, instant(each.latest) + 36 * HOUR))
        if instant(each.starts) - 12 * HOUR <= now < landed:
            assert not moment.memory
            assert moment.max_depth == 1


@given(lists, moments)
def test_a_session_that_nobody_confirmed_lends_no_phase(tables, several, now):
    moment = moment_at(several, now, tables)
    for place in (moment.place, moment.ahead):
        assert place is None or not place.session.may_be_asked(now)
    asked = [each for each in several if each.may_be_asked(now)]
    assert (moment.went_ahead in asked) if asked else (moment.went_ahead is None)


@given(sessions(), moments)
def test_a_rough_time_never_allows_more_than_the_exact_time_would(tables, rough, now):
    """Whenever it really began, within what was said: the rough time is at least as careful."""
    rough = replace(rough, went=Went.YES, slept_at=None)
    for exact_start in (rough.starts, rough.latest):
        exact = replace(rough, starts=exact_start, latest=exact_start, precision=Precision.MINUTE)
        door = instant(exact.starts) - 12 * HOUR
        if door <= now < instant(rough.latest) + 36 * HOUR:
            ours = moment_at([rough], now, tables)
            theirs = moment_at([exact], now, tables)
            assert ours.max_depth <= theirs.max_depth
            assert ours.memory <= theirs.memory


@given(sessions())
def test_a_rough_time_only_lengthens_the_door(tables, rough):
    if rough.route is Route.NONE:
        return
    door = next(each for each in places(rough, tables) if each.phase.id == "doorstep")
    assert door.begins == instant(rough.starts) - 12 * HOUR
    assert door.ends == instant(rough.latest)


@given(lists, st.lists(moments, min_size=1, max_size=8))
def test_a_timeline_says_what_the_moment_says(tables, several, whens):
    timeline = Timeline(several, tables)
    for when in whens:
        assert timeline.place(when) == moment_at(several, when, tables).place


# --- one by one, on the small table


def phase_of(small, now, *several):
    return moment_at(several, now, small).phase_id


@pytest.mark.parametrize(
    ("hours", "phase"),
    [
        (-168.1, None),
        (-168, "before"),
        (-12.1, "before"),
        (-12, "doorstep"),
        (0, "arriving"),
        (2, "landing"),
        (23.9, "landing"),
        (24, "landing"),  # not slept, as far as anybody said
        (35.9, "landing"),
        (36, "open"),
        (72, "settling"),
        (168, "long-view"),
        (90_000, "long-view"),
    ],
)
def test_the_table_gives_the_phase(small, start, session, hours, phase):
    assert phase_of(small, start + hours * HOUR, session()) == phase


def test_a_phase_that_lasts_on_over_the_next_one_leaves_no_overlap(small, start, session):
    landing = small.dosing.phase("landing")
    long = replace(landing, slept_by_hours=100)
    phases = tuple(long if each is landing else each for each in small.dosing.phases)
    stretched = replace(small, dosing=replace(small.dosing, phases=phases))
    own = places(session(), stretched)
    assert [each.ends for each in own[:-1]] == [each.begins for each in own[1:]]
    assert phase_of(stretched, start + 99 * HOUR, session()) == "landing"
    assert phase_of(stretched, start + 100 * HOUR, session()) == "settling"


@pytest.mark.parametrize(("route", "hours"), [("iv", 2), ("nasal", 2), ("oral", 4)])
def test_what_is_taken_by_mouth_takes_longer_to_arrive(small, start, session, route, hours):
    taken = session(route=route)
    assert phase_of(small, start + hours * HOUR - timedelta(seconds=1), taken) == "arriving"
    assert phase_of(small, start + hours * HOUR, taken) == "landing"


@pytest.mark.parametrize(("slept", "opens"), [(10, 24), (24, 24), (30, 30), (50, 36)])
def test_landing_lasts_a_day_and_a_sleep_but_nobody_is_stuck(small, start, session, slept, opens):
    one = session(slept_at=start + slept * HOUR)
    assert phase_of(small, start + opens * HOUR - timedelta(seconds=1), one) == "landing"
    assert phase_of(small, start + opens * HOUR, one) == "open"


def test_sleep_is_asked_about_from_eighteen_hours_until_it_is_told_or_taken_as_had(
    small, start, session
):
    one = session()
    asked = [hour for hour in range(-10, 60) if moment_at([one], start + hour * HOUR, small).slept]
    assert asked == list(range(18, 36))
    told = session(slept_at=start + 17 * HOUR)
    assert moment_at([told], start + 20 * HOUR, small).slept is None


def test_an_hour_of_talk_in_between_does_not_hide_the_question_about_sleep(small, start, session):
    talk = session(19, route="none", went="yes")
    assert moment_at([session(), talk], start + 20 * HOUR, small).slept == session()


def test_before_anybody_confirmed_its_protection_holds_without_its_phase(small, start, session):
    planned = session(went="unsaid")
    moment = moment_at([planned], start + HOUR, small)
    assert moment.place is None
    assert moment.went_ahead == planned
    assert (moment.max_depth, moment.memory) == (1, False)
    assert moment.arriving
    assert moment.tender


def test_a_session_called_off_leaves_no_trace(small, start, session):
    moment = moment_at([session(went="no")], start + HOUR, small)
    assert (moment.place, moment.went_ahead, moment.tender) == (None, None, False)
    assert moment.memory


def test_known_to_the_day_only_it_is_asked_about_from_noon(small, start, session):
    whole_day = session(spread=24, precision="day", went="unsaid")
    morning = moment_at([whole_day], start + 11 * HOUR, small)
    assert morning.went_ahead is None
    assert morning.phase_id == "doorstep"
    assert moment_at([whole_day], start + 12 * HOUR, small).went_ahead == whole_day


def test_the_newest_session_that_has_begun_wins(small, start, session):
    older, newer = session(-100), session(-1)
    assert moment_at([older, newer], start, small).place.session == newer


def test_the_door_of_a_coming_session_beats_an_open_window(small, start, session):
    open_now, coming = session(-48), session(6)
    moment = moment_at([open_now, coming], start, small)
    assert moment.phase_id == "doorstep"
    assert moment.place.session == coming


def test_landing_beats_the_door_of_the_next_session(small, start, session):
    moment = moment_at([session(-10), session(6)], start, small)
    assert moment.phase_id == "landing"
    assert moment.ahead.phase.id == "doorstep"


def test_landing_beats_a_talk_that_began_after_it(small, start, session):
    talk = session(-1, route="none")
    assert phase_of(small, start, session(-5), talk) == "landing"


def test_getting_ready_lies_ahead_while_the_last_session_settles(small, start, session):
    moment = moment_at([session(-100), session(50)], start, small)
    assert moment.phase_id == "settling"
    assert moment.ahead.phase.id == "before"


def test_just_after_a_talk_counts_over_an_older_session_and_between_yields(small, start, session):
    older = session(-100)
    assert phase_of(small, start, older, session(-2, route="none")) == "talk-after"
    assert phase_of(small, start, older, session(-4, route="none")) == "settling"
    assert phase_of(small, start, session(-4, route="none")) == "between"


def test_with_no_session_a_set_may_be_reflective_but_not_near(small, start):
    moment = moment_at([], start, small)
    assert (moment.place, moment.max_depth, moment.memory) == (None, 2, True)
