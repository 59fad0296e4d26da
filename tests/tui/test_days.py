"""Days near now have names; others have dates; the small hours belong to the night before."""

from datetime import UTC, datetime, timedelta, timezone

import pytest

from integrate.tui.days import begun_said, day_said, part_said

ZONE = timezone(timedelta(hours=1))
NOW = datetime(2026, 3, 10, 19, 0, tzinfo=ZONE)


@pytest.mark.parametrize(
    ("when", "said"),
    [
        (datetime(2026, 3, 10, 8, 0, tzinfo=ZONE), "Tuesday morning"),
        (datetime(2026, 3, 10, 12, 0, tzinfo=ZONE), "Tuesday afternoon"),
        (datetime(2026, 3, 10, 23, 59, tzinfo=ZONE), "Tuesday evening"),
        (datetime(2026, 3, 10, 2, 0, tzinfo=ZONE), "Monday night"),
    ],
)
def test_the_part_of_a_day(when, said):
    assert part_said(when) == said


@pytest.mark.parametrize(
    ("when", "said"),
    [
        (datetime(2026, 3, 10, 18, 30, tzinfo=ZONE), "this evening"),
        (datetime(2026, 3, 10, 3, 0, tzinfo=ZONE), "last night"),
        (datetime(2026, 3, 9, 20, 0, tzinfo=ZONE), "yesterday evening"),
        (datetime(2026, 3, 9, 3, 0, tzinfo=ZONE), "Sunday night"),
        (datetime(2026, 3, 6, 9, 0, tzinfo=ZONE), "Friday morning"),
        (datetime(2026, 2, 2, 9, 0, tzinfo=ZONE), "Mon 2 February"),
        (datetime(2025, 12, 31, 9, 0, tzinfo=ZONE), "Wed 31 December 2025"),
    ],
)
def test_a_day_as_one_would_say_it_now(when, said):
    assert day_said(when, NOW) == said


def test_the_zone_of_now_decides_which_day_it_is():
    late = datetime(2026, 3, 9, 23, 30, tzinfo=UTC)  # 00:30 on the 10th, there
    assert day_said(late, NOW) == "last night"


@pytest.mark.parametrize(
    ("when", "said"),
    [
        (datetime(2026, 3, 9, 9, 0, tzinfo=ZONE), "Mon 9"),
        (datetime(2026, 4, 9, 9, 0, tzinfo=ZONE), "9 Apr"),
    ],
)
def test_a_short_day(when, said):
    assert begun_said(when, NOW) == said
