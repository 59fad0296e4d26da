from datetime import UTC, timedelta

import pytest

from integrate.journal.ago import say_ago


@pytest.mark.parametrize(
    ("hours", "said"),
    [
        (-1, "earlier today"),
        (2, "earlier today"),
        (20, "yesterday"),
        (72, "3 days ago"),
        (13 * 24, "13 days ago"),
        (14 * 24, "about 2 weeks ago"),
        (40 * 24, "about 6 weeks ago"),
        (70 * 24, "about 2 months ago"),
        (365 * 24, "about 12 months ago"),
    ],
)
def test_days_are_said_near_now_and_weeks_and_months_further_away(now, hours, said):
    assert say_ago(now - timedelta(hours=hours), now) == said


def test_a_day_is_a_day_where_the_person_is_now(now):
    late = now.replace(hour=0, minute=30)
    assert say_ago(late.astimezone(UTC), now) == "earlier today"
