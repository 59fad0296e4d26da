"""What a person takes for one letter: marks and joined emoji belong to what stands before them."""

from typing import Final

from rich.cells import split_graphemes

_NEAR: Final = 64
"""Code points looked at on either side; no letter is that long."""


def cluster_at(text: str, at: int) -> tuple[int, int]:
    """The letter that a place is in: where it begins and ends; a place between two is in none."""
    if not 0 < at < len(text) or text[at - 1 : at + 1].isascii():
        return at, at
    first = max(0, at - _NEAR)
    spans, _ = split_graphemes(text[first : at + _NEAR])
    begins, ends = next((begins, ends) for begins, ends, _ in spans if begins <= at - first < ends)
    return (at, at) if first + begins == at else (first + begins, first + ends)


def letter_at(text: str, at: int) -> tuple[int, int]:
    """The letter that begins at a place, or goes on there; behind the text it is one long."""
    begins, ends = cluster_at(text, at)
    if begins == ends:
        ends = cluster_at(text, at + 1)[1] if at < len(text) else at + 1
    return begins, max(ends, at + 1)
