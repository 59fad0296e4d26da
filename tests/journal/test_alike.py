import pytest
from hypothesis import given
from hypothesis import strategies as st

from integrate.journal.alike import alike, places, squashed


@pytest.mark.parametrize(
    ("written", "searched"),
    [
        ("Café", "cafe"),
        ("CAFE\u0301", "café"),
        ("STRASSE", "straße"),
        ("don’t", "DON'T"),
        ("“so”", '"so"'),
        ("well–known", "well-known"),
        ("wait…", "wait..."),
        ("so\u00adft", "soft"),
        ("Łódź", "lodz"),
        ("Ångström", "angstrom"),
        ("ΟΔΟΣ", "οδός"),
        ("Ёлка", "елка"),
        ("שָׁלוֹם", "שלום"),
        ("İstanbul", "istanbul"),
    ],
)
def test_spellings_that_a_person_takes_for_the_same_are_alike(written, searched):
    assert alike(written) == alike(searched)


def test_latin_letters_are_made_alike_the_same_in_a_text_with_others():
    """The shorter way for a Latin text reads as the long one, which one other letter asks for."""
    for letter in map(chr, range(0x80, 0x100)):
        assert alike(f"A{letter}b") == alike(f"A{letter}bж")[:-1]


@pytest.mark.parametrize("written", ["“Größe” — naïve…", "L’été"])
def test_typographic_signs_in_a_latin_text_are_the_typed_ones(written):
    typed = str.maketrans({"“": '"', "”": '"', "—": "-", "…": "...", "’": "'"})
    assert alike(written) == alike(written.translate(typed))


def test_other_letters_stay_apart():
    assert alike("cafe") != alike("cave")
    assert alike("дом") != alike("том")


def test_a_gap_of_any_kind_is_one_space():
    assert squashed(" a\n\n b\t\u00a0c ") == "a b c"


@pytest.mark.parametrize(
    ("text", "word", "marked"),
    [
        ("The Kettle sang", "kettle", ["Kettle"]),
        ("a café and a CAFÉ", "cafe", ["café", "CAFÉ"]),
        ("cafe\u0301!", "cafe", ["cafe\u0301"]),
        ("Weiß", "s", ["ß"]),
        ("wait… now", "... n", ["… n"]),
    ],
)
def test_places_are_those_of_the_text_as_it_is_written(text, word, marked):
    assert [text[start:end] for start, end in places(text, [alike(word)])] == marked


def test_places_that_touch_are_one():
    assert places("marmalade", ["marma", "malade"]) == ((0, 9),)


@given(st.text(max_size=40), st.integers(0, 39), st.integers(1, 10))
def test_what_is_in_a_text_has_a_place_in_it(text, start, length):
    word = alike(text[start : start + length])
    if word:
        found = places(text, [word])
        assert found
        assert all(0 <= begins < ends <= len(text) for begins, ends in found)
        assert word in "".join(alike(text[begins:ends]) for begins, ends in found)


@given(st.text(max_size=20), st.text(max_size=20))
def test_a_text_that_is_found_in_a_longer_one_stays_found(before, text):
    assert alike(text) in alike(before + text)
