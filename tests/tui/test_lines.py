from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from integrate.tui.lines import fit, wrap


def test_short_words_are_padded_to_the_width():
    assert fit("Ana", 6) == "Ana   "


def test_long_words_are_cut_with_an_ellipsis():
    assert fit("As far as the mouth of the river", 12) == "As far as t…"


def test_a_cut_never_ends_in_a_blank_before_the_ellipsis():
    assert fit("The blue cup", 5) == "The… "


def test_wide_letters_count_for_two():
    assert cell_len(fit("日本語の題名", 7)) == 7


@given(st.text(), st.integers(0, 40))
def test_what_is_fitted_is_always_exactly_so_wide(text, width):
    assert cell_len(fit(text.replace("\n", " "), width)) == width


def test_lines_break_between_words():
    assert list(wrap("I could hear the kettle", 12)) == ["I could hear", "the kettle"]


def test_the_writers_own_line_ends_stay():
    assert list(wrap("one\n\ntwo", 20)) == ["one", "", "two"]


def test_an_indent_stays():
    assert list(wrap("    a poem", 20)) == ["    a poem"]
    assert list(wrap("  ä poem that goes on", 10)) == ["  ä poem", "that goes", "on"]


def test_a_word_wider_than_the_line_is_cut():
    assert list(wrap("ab cdefghijkl mn", 5)) == ["ab", "cdefg", "hijkl", "mn"]


@given(st.text(alphabet=st.characters(exclude_categories=["Cc", "Cs", "Mn", "Me", "Cf"])))
def test_no_line_is_wider_than_it_may_be_and_no_word_is_lost(text):
    lines = list(wrap(text, 7))
    assert all(cell_len(line) <= 7 for line in lines)
    assert "".join("".join(lines).split()) == "".join(text.split())
