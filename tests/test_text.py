"""Foreign text cannot speak to the terminal, and a person's own words come through whole."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from integrate.text import clean

BIDI = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"


@given(st.text(st.characters(codec=None), max_size=200))
def test_no_character_that_steers_a_terminal_is_left(text):
    for char in clean(text):
        assert char in "\n\t" or unicodedata.category(char) not in {"Cc", "Cs"}
        assert char not in BIDI


@given(st.text(st.characters(codec=None), max_size=200))
def test_cleaning_twice_is_cleaning_once(text):
    assert clean(clean(text)) == clean(text)


@given(st.text(st.characters(codec=None), max_size=200))
def test_one_line_is_one_line(text):
    assert len(clean(text, one_line=True).splitlines()) <= 1


@pytest.mark.parametrize(
    ("dirty", "cleaned"),
    [
        ("\x1b[31mred\x1b[0m", "[31mred[0m"),
        ("\x1b]52;c;aGk=\x07", "]52;c;aGk="),
        ("\x9b2Jgone", "2Jgone"),
        ("abc\u202edef", "abcdef"),
        ("a\U000e0041b", "ab"),
        ("one\r\ntwo\rthree\u2028four", "one\ntwo\nthree\nfour"),
        ("cafe\u0301", "café"),
        ("a" + "\u0301" * 50, "á" + "\u0301" * 8),
        ("\ud800lone", "lone"),
        ("\ufffe\ufdd0", ""),
    ],
)
def test_what_steers_goes_and_the_rest_stays(dirty, cleaned):
    assert clean(dirty) == cleaned


@pytest.mark.parametrize(
    "own",
    [
        "the kettle, the stair",
        "👩‍👩‍👧 and ☺️",
        "שלום \u200fעולם",
        "नमस्ते क्\u200dष",
        "\U0001fae8 \U0001fae9",  # younger than the Unicode of some Pythons
        "\ue000",
        "a\tb\n\nc",
    ],
)
def test_a_persons_own_words_come_through_whole(own):
    assert clean(own) == own
