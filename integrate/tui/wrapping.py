"""Where the rows of a paragraph begin, worked out again only near what was changed.

The same rows as Textual 8.2's `compute_wrap_offsets` for text without tabs. Where a row ends
depends on nothing before it, so that rows above a change stay, and rows below it are the old ones
again as soon as one of them begins where an old one did.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from rich.cells import cell_len, get_character_cell_size

NARROWEST: Final = 4
"""Columns; below that, letters two columns wide can make rows with nothing in them."""
_CHUNK: Final = re.compile(r"\S+\s*|\s+")
"""A word and the blanks behind it: what is moved to the next row as one."""
_ONE_CELL: Final = frozenset(
    chr(code)
    for first, last in (
        (0x20, 0x7E),
        (0xA1, 0xAC),
        (0xAE, 0x2FF),
        (0x370, 0x482),
        (0x2010, 0x2027),
    )
    for code in range(first, last + 1)
)
"""Letters that take one column and join with none, and the only blank among them is the space."""
_TWO_CELLS: Final = re.compile(
    r"[\u3041-\u3096\u30a1-\u30fa\u3001\u3002\u4e00-\u9fff\uac00-\ud7a3]*"
)
"""Letters that take two columns and join with none: no blanks need to stand between them."""
_SLACK: Final = 4
"""Columns that a joined emoji may count for more where only its end is looked at."""


@dataclass(frozen=True, slots=True)
class Wrapped:
    """A paragraph, and where each of its rows begins but the first."""

    text: str
    rows: Sequence[int]


def next_row(text: str, row: int, width: int) -> int | None:
    """Where the row after the one that begins at `row` begins; `None`: it is the last."""
    piece = text[row : row + width + 1]
    if not _ONE_CELL.issuperset(piece):
        return _next_row_measured(text, row, width)
    if len(piece) <= width:
        return None
    end = row + width
    blank = text.rfind(" ", row, end)
    while blank >= row:
        if text[blank + 1] != " ":
            return blank + 1
        blank = text.rfind(" ", row, blank)
    return end


def _next_row_measured(text: str, row: int, width: int) -> int | None:
    """The same, for letters of any width."""
    if _begins_word(text, row):
        first = _CHUNK.match(text, row)
        if first is None:
            return None
        after, used = first.end(), cell_len(first[0])
        if used > width:
            folded, after = _fold(text, row, width)
            if folded:
                return after
            used = cell_len(text[row:after])
    else:
        folded, after = _fold(text, row, width)
        if folded:
            return after
        used = cell_len(text[row:after])
    while (chunk := _CHUNK.match(text, after)) is not None:
        used += cell_len(chunk[0])
        if used > width:
            return after
        after = chunk.end()
    return None


def _fold(text: str, row: int, width: int) -> tuple[bool, int]:
    """Goes through a word longer than a row, letter by letter.

    Returns:
        Whether it has to be cut, and where; else where the next word begins.
    """
    half = width // 2
    wide = _TWO_CELLS.match(text, row, row + half + 1)
    if wide is not None and wide.end() == row + half + 1:
        return True, row + half
    used = 0
    for at in range(row, len(text)):
        if at > row and _begins_word(text, at):
            return False, at
        used += get_character_cell_size(text[at])
        if used > width:
            return True, at
    return False, len(text)


def _begins_word(text: str, at: int) -> bool:
    return at == 0 or (text[at - 1].isspace() and not text[at].isspace())


def wrap(text: str, width: int) -> list[int]:
    """Where the rows of a paragraph begin, but the first."""
    rows: list[int] = []
    row = next_row(text, 0, width)
    while row is not None:
        rows.append(row)
        row = next_row(text, row, width)
    return rows


def rewrap(text: str, width: int, above: Wrapped, below: Wrapped) -> list[int]:
    """Where the rows begin of a paragraph that was changed, as `wrap` would say.

    Args:
        text: the paragraph now.
        width: columns; the same as before.
        above: a paragraph that began with the same letters.
        below: a paragraph that ended with the same letters.
    """
    alike = _alike(above.text, text)
    kept = _kept_rows(text, width, above.rows, alike)
    rows = list(above.rows[:kept])
    # The letter before a row says whether a word begins there, so it must be an old one too.
    safe = len(text) - _alike_at_end(below.text, text) + 1
    shift = len(text) - len(below.text)
    row = next_row(text, rows[-1] if rows else 0, width)
    while row is not None:
        rows.append(row)
        if row >= safe:
            found = bisect_left(below.rows, row - shift)
            if found < len(below.rows) and below.rows[found] == row - shift:
                rows += [each + shift for each in below.rows[found + 1 :]]
                return rows
        row = next_row(text, row, width)
    return rows


def _kept_rows(text: str, width: int, rows: Sequence[int], alike: int) -> int:
    """How many rows, but the first, begin where they did, `alike` letters being the same."""
    kept = bisect_right(rows, alike - 1)
    while kept > 0 and not _stays(text, width, rows, kept - 1, alike):
        kept -= 1
    return kept


def _stays(text: str, width: int, rows: Sequence[int], index: int, alike: int) -> bool:
    """Whether a row still begins where it did: nothing that decided it is changed."""
    row = rows[index]
    if _begins_word(text, row):
        # The whole word behind it had no room above, up to the letter that ends it.
        chunk = _CHUNK.match(text, row, alike)
        return chunk is not None and chunk.end() < alike
    # In a word that is cut: it must still be too long for a row, by what stands above alone.
    long_before = index > 1 and not _begins_word(text, rows[index - 1])
    return long_before and cell_len(text[rows[index - 2] : row]) > width + _SLACK


def _alike(one: str, other: str) -> int:
    """How many letters are the same from the beginning."""
    known, rest = 0, min(len(one), len(other))
    while rest:
        half = (rest + 1) // 2
        if one[known : known + half] == other[known : known + half]:
            known += half
            rest -= half
        else:
            rest = half - 1
    return known


def _alike_at_end(one: str, other: str) -> int:
    """How many letters are the same from the end."""
    known, rest = 0, min(len(one), len(other))
    while rest:
        half = (rest + 1) // 2
        ours, theirs = len(one) - known, len(other) - known
        if one[ours - half : ours] == other[theirs - half : theirs]:
            known += half
            rest -= half
        else:
            rest = half - 1
    return known
