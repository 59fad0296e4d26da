"""Days as a calendar writes them, read on a Tuesday in March."""

from datetime import date, timedelta

import pytest

from integrate.journal.about import CannotRead
from integrate.journal.calendar import day_in

TODAY = date(2026, 3, 10)


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("2026-11-20", date(2026, 11, 20)),
        ("2026-1-5", date(2026, 1, 5)),
        ("20.11.2026", date(2026, 11, 20)),
        ("20/11/2026", date(2026, 11, 20)),
        ("11/20/2026", date(2026, 11, 20)),
        ("20 nov 2026", date(2026, 11, 20)),
        ("november 20th 2026", date(2026, 11, 20)),
        ("20th of november 2026", date(2026, 11, 20)),
        ("fri 20 november 2026", date(2026, 11, 20)),
    ],
)
def test_a_date_may_be_written_in_many_ways(words, day):
    assert day_in(words, TODAY) == day


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("20 nov", date(2026, 11, 20)),
        ("10 march", TODAY),
        ("9 march", date(2026, 3, 9)),
        ("20.12.", date(2025, 12, 20)),
        ("20 december", date(2025, 12, 20)),
        ("1 december", date(2026, 12, 1)),
    ],
)
def test_without_a_year_it_is_the_next_one_unless_it_was_lately(words, day):
    assert day_in(words, TODAY) == day


def test_lately_is_the_last_three_months():
    edge = TODAY - timedelta(days=92)
    assert day_in(f"{edge:%d.%m.}", TODAY) == edge
    before = edge - timedelta(days=1)
    assert day_in(f"{before:%d.%m.}", TODAY) == before.replace(year=2026)


def test_day_and_month_that_could_change_places_are_asked_about():
    with pytest.raises(CannotRead, match="2026-05-04"):
        day_in("4/5/2026", TODAY)


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("4.5.2026", date(2026, 5, 4)),  # with dots the day stands first everywhere
        ("5/5/2026", date(2026, 5, 5)),  # nothing to mistake
        ("13/5/2026", date(2026, 5, 13)),  # there is no thirteenth month
    ],
)
def test_figures_that_can_be_read_in_one_way_only_are_read(words, day):
    assert day_in(words, TODAY) == day


def test_a_weekday_must_fit_its_date():
    assert day_in("tue 10 march", TODAY) == TODAY
    assert day_in("wed 10 march", TODAY) is None
    assert day_in("wed 20 november 2026", TODAY) is None


def test_a_weekday_never_leads_into_another_year():
    """10 March is a Wednesday in 2027, and a Monday in 2025: more likely a slip."""
    assert date(2027, 3, 10).weekday() == 2
    assert date(2025, 3, 10).weekday() == 0
    assert day_in("wed 10 march", TODAY) is None
    assert day_in("mon 10 march", TODAY) is None


@pytest.mark.parametrize(
    "words", ["", "soon", "2026-02-30", "31.2.2026", "32/1/2026", "20 nov 2026 or so", "in 3 days"]
)
def test_what_is_no_date_is_none(words):
    assert day_in(words, TODAY) is None
