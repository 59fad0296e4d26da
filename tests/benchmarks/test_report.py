"""What a benchmark says of what it found."""

import sys
from pathlib import Path

import pytest

BENCHMARKS = Path(__file__).parents[2] / "benchmarks"


@pytest.fixture
def report(monkeypatch):
    """The module, which stands beside the scripts that use it."""
    monkeypatch.syspath_prepend(str(BENCHMARKS))
    import report

    yield report
    del sys.modules["report"]


@pytest.fixture
def found(report):
    """Makes a line of the table."""

    def made(**parts):
        return report.Found(group="Opening", what="open", entries=10_000, ours="50 ms", **parts)

    return made


def test_a_bar_that_must_hold_anywhere_decides_how_the_run_ends(report, found):
    held, missed = found(bar="<= 6 x", held=True), found(bar="<= 6 x", held=False)

    assert not report.broken([held, found()])
    assert report.broken([held, missed])


def test_a_bar_in_milliseconds_is_told_and_decides_nothing(report, found):
    slow = found(bar="<= 15 ms", held=False, firm=False)

    assert not report.broken([slow])
    assert "NOT HELD" in report.as_text([slow])


@pytest.mark.parametrize(
    ("value", "said"),
    [
        (0.4567, "0.457 ms"),
        (12.34, "12.3 ms"),
        (580.4, "580 ms"),
        (999.4, "999 ms"),
        (1_200.0, "1.2 s"),
        (12_570.0, "12.6 s"),
    ],
)
def test_times_are_told_with_three_digits(report, value, said):
    assert report.ms(value) == said
