"""Spellings made alike, so that a search finds words however they were written."""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from typing import Final

_MARKS: Final = re.compile(
    "[\u0300-\u036f\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u064b-\u065f\u0670]"
)
"""Accents, and the vowel signs of Hebrew and Arabic, which few people type when they search."""
_ALIKE: Final = {
    **dict.fromkeys("‘’‚‛′", "'"),
    **dict.fromkeys("“”„‟″«»", '"'),
    **dict.fromkeys("‐‑‒–—―−", "-"),
    **dict.fromkeys("\u00ad\u200b\u200c\u200d\u200e\u200f\ufe0e\ufe0f", ""),
    "…": "...",
    **dict(zip("łøđı", "lodi", strict=True)),
    **dict(zip("æœ", ("ae", "oe"), strict=True)),
}
"""What looks alike to a person, and letters that are not written with a mark but read as one."""
_HAVE_ALIKE: Final = re.compile(f"[{''.join(_ALIKE)}]")
_LATIN: Final = bytes.maketrans(
    bytes(range(0x41, 0x5B))
    + "ÀÁÂÃÄÅÇÈÉÊËÌÍÎÏÑÒÓÔÕÖØÙÚÛÜÝàáâãäåçèéêëìíîïñòóôõöøùúûüýÿÆÐÞ«»".encode("latin-1"),
    bytes(range(0x61, 0x7B))
    + 'aaaaaaceeeeiiiinoooooouuuuyaaaaaaceeeeiiiinoooooouuuuyyæðþ""'.encode("latin-1"),
)
_LATIN_TO_MORE: Final = (("ß".encode("latin-1"), b"ss"), ("æ".encode("latin-1"), b"ae"))
_SOFT_HYPHEN: Final = b"\xad"
_MICRO: Final = "\u00b5"
_MU: Final = "\u03bc"
"""What a micro sign is, as soon as case doesn't count."""


def squashed(text: str) -> str:
    """The text in one line, with one space for each gap: a phrase may go on in the next line."""
    return " ".join(text.split())


def alike(text: str) -> str:
    """The text without regard to case, accents and typographic signs.

    Every letter is taken by itself, so the parts of a text give the parts of the result.
    """
    if text.isascii():
        return text.lower()
    if (short := _latin(text)) is not None:
        return short
    # Most often it is only the signs that are beyond Latin.
    text = _HAVE_ALIKE.sub(_as_alike, text)
    if (short := _latin(text)) is not None:
        return short
    # The whole text at once: taken letter by letter, a Russian page would cost ten times as much.
    bare = _MARKS.sub("", unicodedata.normalize("NFD", text.casefold()))
    return bare if bare.isascii() else _HAVE_ALIKE.sub(_as_alike, bare)


def places(text: str, wanted: Iterable[str]) -> tuple[tuple[int, int], ...]:
    """Where the words stand in a text, as it is written: first and last letter's ends, in order.

    Args:
        text: as it was written.
        wanted: words that were made alike.
    """
    whole, origins = _traced(text)
    found = sorted(_found(whole, origins, wanted))
    merged: list[tuple[int, int]] = []
    for begins, ends in found:
        if merged and begins <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(ends, merged[-1][1]))
        else:
            merged.append((begins, ends))
    return tuple(merged)


def _latin(text: str) -> str | None:
    """The same for a text in Latin-1, ten times as fast; `None` for any other."""
    try:
        latin = text.encode("latin-1").translate(_LATIN, _SOFT_HYPHEN)
    except UnicodeEncodeError:
        return None
    for letter, letters in _LATIN_TO_MORE:
        if letter in latin:
            latin = latin.replace(letter, letters)
    return latin.decode("latin-1").replace(_MICRO, _MU)


def _as_alike(found: re.Match[str]) -> str:
    return _ALIKE[found[0]]


def _traced(text: str) -> tuple[str, Sequence[int]]:
    """The text made alike, and for each of its letters where it comes from; the end too."""
    if text.isascii():
        return alike(text), range(len(text) + 1)
    parts = [alike(letter) for letter in text]
    origins = [place for place, part in enumerate(parts) for _ in part]
    return "".join(parts), [*origins, len(text)]


def _found(whole: str, origins: Sequence[int], wanted: Iterable[str]) -> Iterable[tuple[int, int]]:
    for each in wanted:
        place = whole.find(each)
        while place >= 0:
            after = place + len(each)
            yield origins[place], max(origins[after - 1] + 1, origins[after])
            place = whole.find(each, after)
