"""The clock on the wall, on the days when somebody turns it."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from integrate.journal.civil import at, begins, fixed

BERLIN = ZoneInfo("Europe/Berlin")
HAVANA = ZoneInfo("America/Havana")
SPRING = date(2026, 3, 29)
"""In Berlin 02:00 is followed by 03:00."""
AUTUMN = date(2026, 10, 25)
"""In Berlin 02:00 to 03:00 comes twice."""


def utc(*parts):
    return datetime(*parts, tzinfo=UTC)


@pytest.mark.parametrize(
    ("day", "hour", "instant"),
    [
        (date(2026, 3, 28), 14, utc(2026, 3, 28, 13)),
        (SPRING, 1, utc(2026, 3, 29, 0)),
        (SPRING, 14, utc(2026, 3, 29, 12)),
        (AUTUMN, 14, utc(2026, 10, 25, 13)),
    ],
)
def test_a_local_time_has_the_offset_that_holds_then(day, hour, instant):
    assert at(day, time(hour), BERLIN) == instant


def test_a_time_that_the_clock_jumps_over_is_read_after_the_jump():
    read = at(SPRING, time(2, 30), BERLIN)
    assert read == utc(2026, 3, 29, 1, 30)
    assert read.time() == time(3, 30)


def test_a_time_that_comes_twice_is_the_first_of_the_two():
    assert at(AUTUMN, time(2, 30), BERLIN) == utc(2026, 10, 25, 0, 30)


@pytest.mark.parametrize(("day", "hours"), [(date(2026, 3, 10), 24), (SPRING, 23), (AUTUMN, 25)])
def test_a_civil_day_is_as_long_as_the_clock_makes_it(day, hours):
    length = begins(day + timedelta(days=1), BERLIN) - begins(day, BERLIN)
    assert length == timedelta(hours=hours)


def test_where_the_clock_jumps_at_midnight_the_day_begins_at_one():
    assert begins(date(2026, 3, 8), HAVANA) == utc(2026, 3, 8, 5)
    assert begins(date(2026, 3, 8), HAVANA).time() == time(1)


def test_a_fixed_time_stays_right_when_it_is_reckoned_from_over_a_change_of_the_clock():
    evening = datetime(2026, 3, 28, 20, tzinfo=BERLIN)
    later = fixed(evening) + timedelta(hours=12)
    assert fixed(evening) == evening
    assert later == utc(2026, 3, 29, 7)
    assert later.astimezone(BERLIN).time() == time(9)


def test_the_second_of_two_equal_times_is_not_mistaken_for_the_first():
    second = datetime(2026, 10, 25, 2, 30, tzinfo=BERLIN, fold=1)
    assert fixed(second) == utc(2026, 10, 25, 1, 30)
    assert fixed(second).utcoffset() == timedelta(hours=1)
    assert fixed(second).fold == 0
