from datetime import datetime, timedelta

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


@pytest.mark.parametrize(
    ("written", "read", "said"),
    [
        ("2026-03-28T23:30+01:00", "2026-03-29T20:00+02:00", "yesterday"),
        ("2026-10-25T00:30+02:00", "2026-10-25T23:30+01:00", "earlier today"),
        ("2026-03-10T23:30+09:00", "2026-03-11T20:00+01:00", "yesterday"),
        ("2026-03-11T08:00+09:00", "2026-03-10T23:30+00:00", "earlier today"),
    ],
    ids=["summer time begins", "summer time ends", "after a journey west", "over the date line"],
)
def test_a_day_is_the_one_that_it_was_written_on(written, read, said):
    assert say_ago(datetime.fromisoformat(written), datetime.fromisoformat(read)) == said
