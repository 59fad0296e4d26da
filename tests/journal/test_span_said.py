from datetime import date

import pytest

from integrate.journal.span import Span, read_span
from integrate.journal.span_said import say_span

TODAY = date(2026, 3, 10)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("today", "Tue 10 March 2026"),
        ("last week", "Mon 2 March 2026 to Sun 8 March 2026"),
        ("since march", "since Sun 1 March 2026"),
        ("before march", "until Sat 28 February 2026"),
    ],
)
def test_days_are_said_as_one_would(words, said):
    assert say_span(read_span(words, TODAY)) == said


def test_all_days_are_any_day():
    assert say_span(Span()) == "any day"
