"""Rows are those of the library, after any edit, in any script, and every place is where it was."""

from random import Random
from statistics import median

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from rich.cells import get_character_cell_size
from textual.document._document import Document
from textual.document._document_navigator import DocumentNavigator
from textual.document._wrapped_document import WrappedDocument
from textual.geometry import Offset

from integrate.tui import wrapping
from integrate.tui.wrapped_text import WrappedText

PIECES = [
    *"abcxyz  ",
    "word ",
    "the kettle and the lamp ",
    "two  blanks ",
    "      ",
    "a" * 30,
    "“quoted” – ",
    "größer ",
    "漢字",
    "かな交じり文",
    "한국어 ",
    "🙂",
    "👩\u200d👩\u200d👧",
    "☺\ufe0f",
    "e\u0301",
    "\u0301",
    "\u200d",
    "שָׁלוֹם ",
    "العربية ",
    "\u00a0",
    "\u3000",
    "\t",
]
lines = st.lists(st.sampled_from(PIECES), max_size=30).map("".join)
texts = st.lists(lines, min_size=1, max_size=4).map("\n".join)
widths = st.sampled_from([0, 1, 2, 3, 4, 5, 8, 13, 20, 40, 72])
LISTS = ("_wrap_offsets", "_offset_to_line_info", "_line_index_to_offsets", "_tab_width_cache")


def same(ours: WrappedText, document: Document, width: int, tab: int) -> None:
    """Everything that the library knows of a text wrapped anew."""
    stock = WrappedDocument(document, width, tab)
    for name in LISTS:
        assert getattr(ours, name) == getattr(stock, name), name
    assert ours.height == stock.height
    for index, line in enumerate(document.lines):
        assert ours.get_sections(index) == stock.get_sections(index)
        for column in range(len(line) + 1):
            place = (index, column)
            assert ours.location_to_offset(place) == stock.location_to_offset(place)
    for y in range(stock.height + 2):
        for x in (0, 1, 2, 3, 7, width, width + 3):
            assert ours.offset_to_location(Offset(x, y)) == stock.offset_to_location(Offset(x, y))


@settings(max_examples=120, deadline=None)
@given(text=texts, width=widths, tab=st.sampled_from([2, 4, 8]))
def test_a_text_is_wrapped_as_the_library_wraps_it(text, width, tab):
    document = Document(text)
    same(WrappedText(document, width, tab), document, width, tab)


@settings(max_examples=120, deadline=None)
@given(data=st.data(), text=texts, width=widths)
@example(data=None, text="", width=20)
def test_after_any_edits_the_rows_are_those_of_the_text_wrapped_anew(data, text, width):
    document = Document(text)
    ours = WrappedText(document, width)
    if data is None:
        return
    for _ in range(data.draw(st.integers(1, 3), "edits")):
        ends = sorted(data.draw(st.tuples(place_in(document), place_in(document)), "from, to"))
        if data.draw(st.booleans(), "only put in"):
            ends[1] = ends[0]
        put = data.draw(st.one_of(st.sampled_from([*PIECES, "\n"]), texts), "put")
        result = document.replace_range(*ends, put)
        ours.wrap_range(*ends, result.end_location)
        same(ours, document, width, 4)


@st.composite
def place_in(draw, document):
    row = draw(st.integers(0, document.line_count - 1))
    return row, draw(st.integers(0, len(document[row])))


@settings(max_examples=120, deadline=None)
@given(data=st.data(), text=texts, width=widths)
def test_arrows_lead_where_they_do_in_the_library(data, text, width):
    document = Document(text)
    stock = DocumentNavigator(WrappedDocument(document, width))
    ours = DocumentNavigator(WrappedText(document, width))
    place = data.draw(place_in(document))
    for name in ("above", "below", "left", "right", "end", "home"):
        assert getattr(ours, f"get_location_{name}")(place) == getattr(
            stock, f"get_location_{name}"
        )(place)


@settings(max_examples=120, deadline=None)
@given(data=st.data(), width=st.integers(4, 30))
def test_a_long_paragraph_that_was_changed_is_wrapped_as_anew(data, width):
    parts = st.lists(st.sampled_from(PIECES[:-1]), min_size=20, max_size=120)
    old = "".join(data.draw(parts))
    at = data.draw(st.integers(0, len(old)))
    gone = data.draw(st.integers(0, min(5, len(old) - at)))
    new = old[:at] + data.draw(st.sampled_from(PIECES[:-1])) + old[at + gone :]
    known = wrapping.Wrapped(old, wrapping.wrap(old, width))
    assert wrapping.rewrap(new, width, known, known) == wrapping.wrap(new, width)


def test_a_key_in_a_long_paragraph_looks_at_few_rows(monkeypatch):
    looked, counts = [], []
    chance = Random(7)  # noqa: S311 - words, not secrets
    usual = wrapping.next_row
    monkeypatch.setattr(wrapping, "next_row", lambda *given: looked.append(1) or usual(*given))
    text = "".join(f"{'remembered'[: chance.randint(1, 10)]} " for _ in range(10_000))
    known = wrapping.Wrapped(text, wrapping.wrap(text, 72))
    for at in range(0, len(text), len(text) // 50):
        looked.clear()
        wrapping.rewrap(text[:at] + "x" + text[at:], 72, known, known)
        counts.append(len(looked))
    assert median(counts) < 20
    assert len(text) / 72 > 700


def test_letters_taken_for_one_column_are_that_and_the_only_blank_is_the_space():
    for letter in wrapping._ONE_CELL:
        assert get_character_cell_size(letter) == 1
        assert letter == " " or not letter.isspace()


def test_letters_taken_for_two_columns_are_that():
    letters = [chr(code) for code in range(0x3000, 0xE000)]
    wide = [letter for letter in letters if wrapping._TWO_CELLS.fullmatch(letter)]
    assert len(wide) > 30_000
    assert {get_character_cell_size(letter) for letter in wide} == {2}


@pytest.mark.parametrize("bottom", [(0, 3), (7, 2), (90, 0)])
def test_an_edit_told_beyond_the_end_is_no_fault(bottom):
    document = Document("one\ntwo\nthree")
    ours = WrappedText(document, 10)
    document.replace_range((0, 0), (2, 5), "few")
    ours.wrap_range((0, 0), bottom if bottom[0] > 2 else (2, 5), (90, 3))
    same(ours, document, 10, 4)
