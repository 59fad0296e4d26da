from datetime import date, timedelta

import pytest

from integrate.journal.about import CannotRead
from integrate.journal.span import Span, read_span

TODAY = date(2026, 3, 10)
"""A Tuesday."""


def days(first, last):
    return Span(
        first=date.fromisoformat(first) if first else None,
        last=date.fromisoformat(last) if last else None,
    )


@pytest.mark.parametrize(
    ("words", "first", "last"),
    [
        ("today", "2026-03-10", "2026-03-10"),
        ("Yesterday", "2026-03-09", "2026-03-09"),
        ("this week", "2026-03-09", "2026-03-15"),
        ("last week", "2026-03-02", "2026-03-08"),
        ("this month", "2026-03-01", "2026-03-31"),
        ("last month", "2026-02-01", "2026-02-28"),
        ("last year", "2025-01-01", "2025-12-31"),
        ("last 10 days", "2026-03-01", "2026-03-10"),
        ("the past two weeks", "2026-02-25", "2026-03-10"),
        ("last 3 months", "2025-12-10", "2026-03-10"),
        ("march", "2026-03-01", "2026-03-31"),
        ("in March", "2026-03-01", "2026-03-31"),
        ("last march", "2025-03-01", "2025-03-31"),
        ("november", "2025-11-01", "2025-11-30"),
        ("Sept 2024", "2024-09-01", "2024-09-30"),
        ("2026-02", "2026-02-01", "2026-02-28"),
        ("2024", "2024-01-01", "2024-12-31"),
        ("tuesday", "2026-03-10", "2026-03-10"),
        ("wednesday", "2026-03-04", "2026-03-04"),
        ("last tuesday", "2026-03-03", "2026-03-03"),
        ("2026-02-03", "2026-02-03", "2026-02-03"),
        ("3 March", "2026-03-03", "2026-03-03"),
        ("20 november", "2025-11-20", "2025-11-20"),
        ("since march", "2026-03-01", None),
        ("since last week", "2026-03-02", None),
        ("after yesterday", "2026-03-10", None),
        ("until 3 march", None, "2026-03-03"),
        ("before march", None, "2026-02-28"),
        ("from 3 march to 5 march", "2026-03-03", "2026-03-05"),
        ("5 march – 3 march", "2026-03-03", "2026-03-05"),
        ("between january and february", "2026-01-01", "2026-02-28"),
        ("2025-12-01 to 2026-01-05", "2025-12-01", "2026-01-05"),
    ],
)
def test_words_name_days(words, first, last):
    assert read_span(words, TODAY) == days(first, last)


@pytest.mark.parametrize(
    "words",
    ["", "soon", "since", "since soon", "x" * 200, "2026-13", "to", "\x00"],
)
def test_other_words_are_refused_with_some_that_can_be_read(words):
    with pytest.raises(CannotRead, match="last week"):
        read_span(words, TODAY)


def test_a_date_that_could_be_two_is_asked_about():
    with pytest.raises(CannotRead, match="2026"):
        read_span("03/04", TODAY)


def test_a_day_that_is_written_out_may_lie_ahead():
    assert read_span("2027-01-01", TODAY) == days("2027-01-01", "2027-01-01")


def test_every_day_of_some_years_can_be_named_by_its_date():
    for number in range(0, 1500, 7):
        day = date(2024, 1, 1) + timedelta(days=number)
        assert read_span(day.isoformat(), TODAY) == Span(first=day, last=day)


def test_both_ends_belong_to_it():
    span = days("2026-03-03", "2026-03-05")
    held = [day for day in range(1, 9) if span.holds(date(2026, 3, day))]
    assert held == [3, 4, 5]
    assert Span().open
    assert Span().holds(TODAY)
