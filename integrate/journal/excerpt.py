"""A line of context around what a search found."""

from collections.abc import Sequence
from typing import Final

from msgspec import Struct

from integrate.journal.alike import alike, places, squashed

Marks = tuple[tuple[int, int], ...]
"""Stretches of a text: the first letter, and the one after the last."""

_BLOCK: Final = 1_000
"""Letters that are looked at together; a page of megabytes is traced in one place alone."""
_LEAD: Final = 3
"""One part in so many of the line stands before what was found."""
_MORE: Final = "…"


class Excerpt(Struct, frozen=True, kw_only=True):
    """One line of a page in its own spelling."""

    text: str = ""
    marks: Marks = ()
    """What was searched for in it; none where that stands elsewhere, in the title alone."""


def excerpt(pieces: Sequence[str], wanted: Sequence[str], width: int) -> Excerpt:
    """The line that says most of what was searched for.

    Args:
        pieces: what the page says, one text an answer.
        wanted: words that were made alike.
        width: letters that fit; a longer stretch that was found is shown whole.
    """
    spoken = [line for each in pieces if (line := squashed(each))]
    counts = [sum(word in said for word in wanted) for said in map(alike, spoken)]
    if not any(counts):
        return _cut(spoken[0][: _BLOCK + width], (), width) if spoken else Excerpt()
    best = spoken[counts.index(max(counts))]
    near = _near(best, wanted, width)
    return _cut(near, places(near, wanted), width)


def _near(text: str, wanted: Sequence[str], width: int) -> str:
    """The surroundings of the first word that is found, cut out of a long text."""
    whole = alike(text)
    left = min(place for word in wanted if (place := whole.find(word)) >= 0)
    block = 0
    while (length := len(alike(text[block : block + _BLOCK]))) <= left:
        left -= length
        block += _BLOCK
    longest = max(map(len, wanted))
    return text[max(0, block - width) : block + _BLOCK + longest + width]


def _cut(line: str, marks: Marks, width: int) -> Excerpt:
    first, after = marks[0] if marks else (0, 0)
    begins = _word_begin(line, max(0, min(first - width // _LEAD, len(line) - width)), first)
    ends = _word_end(line, max(begins + width, after), after)
    before = _MORE if line[:begins].strip() else ""
    shift = len(before) - begins
    return Excerpt(
        text=before + line[begins:ends] + (_MORE if line[ends:].strip() else ""),
        marks=tuple(
            (start + shift, stop + shift)
            for start, stop in marks
            if begins <= start and stop <= ends
        ),
    )


def _word_begin(line: str, place: int, latest: int) -> int:
    """The first word that begins from `place` on, no later than `latest`."""
    if place and line[place - 1] != " ":
        gap = line.find(" ", place, latest)
        return gap + 1 if gap >= 0 else place
    return place


def _word_end(line: str, place: int, earliest: int) -> int:
    """The end of the last word that ends by `place`, no sooner than `earliest`."""
    if place >= len(line):
        return len(line)
    gap = line.rfind(" ", earliest, place + 1)
    return gap if gap > 0 else place
