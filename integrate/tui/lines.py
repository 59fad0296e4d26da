"""Fitting words into a line of a terminal, counted in cells rather than in characters."""

from collections.abc import Iterator
from typing import Final

from rich.cells import cell_len, chop_cells, set_cell_size

from integrate.tui import marks

READING: Final = 72
"""The widest line, in cells, that is comfortable to read."""


def fit(text: str, width: int) -> str:
    """The text in exactly `width` cells: padded, or cut with an ellipsis."""
    if width <= 0:
        return ""
    if cell_len(text) <= width:
        return text + " " * (width - cell_len(text))
    return set_cell_size(set_cell_size(text, width - 1).rstrip() + marks.MORE, width)


def wrap(text: str, width: int) -> Iterator[str]:
    """The lines of a text, none wider than `width` cells, broken between words where there are any.

    Line ends of the text stay where they are; a word that is wider than the line is cut.
    """
    width = max(1, width)
    for paragraph in text.expandtabs(4).split("\n"):
        if len(paragraph) <= width and paragraph.isascii():
            yield paragraph
        else:
            yield from _wrap(paragraph, width)


def _wrap(paragraph: str, width: int) -> Iterator[str]:
    line, taken = "", 0
    for word in _words(paragraph):
        shown = word.rstrip(" ")
        if taken + cell_len(shown) <= width:
            line, taken = line + word, taken + cell_len(word)
            continue
        if line:
            yield line.rstrip(" ")
        *full, rest = chop_cells(shown, width) or [""]
        yield from full
        line = rest + word[len(shown) :]
        taken = cell_len(line)
    yield line.rstrip(" ")


def _words(paragraph: str) -> Iterator[str]:
    """The words, each with the spaces that follow it; an indent is a word of its own."""
    begin = 0
    while begin < len(paragraph):
        space = paragraph.find(" ", begin)
        if space < 0:
            yield paragraph[begin:]
            return
        end = space
        while end < len(paragraph) and paragraph[end] == " ":
            end += 1
        yield paragraph[begin:end]
        begin = end
