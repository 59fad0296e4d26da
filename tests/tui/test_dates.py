from datetime import UTC, datetime

from integrate.tui.dates import say_moment, say_month, say_short_day, say_time

WHEN = datetime(2026, 3, 3, 9, 5, tzinfo=UTC)


def test_a_time_has_two_digits_each():
    assert say_time(WHEN) == "09:05"


def test_a_day_within_its_month():
    assert say_short_day(WHEN) == "Tue 3"


def test_a_month_has_its_year():
    assert say_month(WHEN) == "March 2026"
    assert say_month(WHEN.date()) == "March 2026"


def test_a_moment_leaves_the_year_out_where_now_shares_it():
    assert say_moment(WHEN) == "Tue 3 March 2026, 09:05"
    assert say_moment(WHEN, WHEN) == "Tue 3 March, 09:05"
