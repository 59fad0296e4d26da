"""Which backups stay: three, and one of each month, for twelve months."""

from datetime import datetime, timedelta

import pytest

from integrate.domain.retention import MONTHS, NEWEST, superseded

START = datetime(2026, 11, 20, 9, 0)  # noqa: DTZ001 - as in a file's name


def days(*ago):
    return [START - timedelta(days=each) for each in ago]


@pytest.mark.parametrize("count", range(NEWEST + 1))
def test_the_newest_three_stay(count):
    assert superseded(days(*range(count))) == frozenset()


def test_of_the_others_the_newest_of_each_month_stays():
    made = days(0, 1, 2, 3, 4, 19, 20, 21, 50, 51)
    assert superseded(made) == frozenset(days(4, 19, 21, 50))


def test_the_three_newest_do_not_use_up_their_month():
    assert superseded(days(0, 1, 2, 3)) == frozenset()


def test_a_year_of_months_stays_and_no_more():
    made = days(*range(0, 800, 5))
    stays = sorted(set(made) - superseded(made), reverse=True)
    assert len(stays) == NEWEST + MONTHS
    assert stays[:NEWEST] == days(0, 5, 10)
    assert len({(each.year, each.month) for each in stays[NEWEST:]}) == MONTHS


def test_a_pause_of_years_costs_no_month():
    made = days(0, 1, 2, *range(900, 1300, 31))
    assert len(set(made) - superseded(made)) == NEWEST + MONTHS


def test_order_and_doubles_do_not_matter():
    made = days(3, 0, 40, 41, 1, 2, 2, 4)
    assert superseded(made) == superseded(sorted(made)) == frozenset(days(4, 41))


def test_day_after_day_the_same_ones_stay_as_with_all_at_once():
    """Taking away each day must not lose a month that would have stayed."""
    kept = set()
    for ago in range(500, -1, -1):
        kept.update(days(ago))
        kept -= superseded(kept)
    made = days(*range(501))
    assert len(kept) == len(set(made) - superseded(made)) == NEWEST + MONTHS
