"""What a person takes for one letter is one, for the cursor too."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from integrate.tui.clusters import cluster_at, letter_at

FAMILY = "👩\u200d👩\u200d👧"


@pytest.mark.parametrize(
    ("text", "at", "found"),
    [
        ("abc", 1, (1, 1)),
        ("ae\u0301b", 2, (1, 3)),
        ("ae\u0301b", 3, (3, 3)),
        (f"a{FAMILY}b", 3, (1, 6)),
        (f"a{FAMILY}b", 1, (1, 1)),
        ("☺\ufe0f", 1, (0, 2)),
        ("שָׁל", 2, (0, 3)),
        ("漢字", 1, (1, 1)),
        ("", 0, (0, 0)),
        ("e\u0301", 2, (2, 2)),
    ],
)
def test_a_place_within_a_letter_is_told_from_one_between_two(text, at, found):
    assert cluster_at(text, at) == found


@pytest.mark.parametrize(
    ("text", "at", "found"),
    [
        ("abc", 1, (1, 2)),
        ("abc", 3, (3, 4)),
        ("e\u0301b", 0, (0, 2)),
        (f"{FAMILY}b", 0, (0, 5)),
        (f"{FAMILY}{FAMILY}", 5, (5, 10)),
    ],
)
def test_a_letter_is_as_long_as_its_marks_make_it(text, at, found):
    assert letter_at(text, at) == found


@given(st.text(alphabet="ae\u0301\u200d\ufe0f👩☺漢 ש\u05b8", max_size=200), st.data())
def test_both_ends_of_a_letter_lie_between_letters(text, data):
    at = data.draw(st.integers(0, len(text)))
    begins, ends = cluster_at(text, at)
    assert begins <= at <= ends
    assert cluster_at(text, begins) == (begins, begins)
    assert cluster_at(text, ends) == (ends, ends)
