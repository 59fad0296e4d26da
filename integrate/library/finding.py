"""What is wrong with a file, and where; and how foreign words stand in such a sentence."""

from collections.abc import Iterable
from typing import Final

from msgspec import Struct

from integrate.library.locate import Path
from integrate.text import clean

_LONGEST_SHOWN: Final = 40
_LONGEST_COMPARED: Final = 60
"""Comparing takes time with the square of a word's length."""


class Finding(Struct, frozen=True):
    """What is wrong, and where."""

    path: Path
    message: str
    at_key: bool = False
    """The key itself is wrong, rather than its value."""


def shown(text: str) -> str:
    """Foreign text within a sentence: clean, on one line, and short."""
    cleaned = clean(text, one_line=True)
    return cleaned if len(cleaned) <= _LONGEST_SHOWN else cleaned[:_LONGEST_SHOWN] + "…"


def close_to(word: str, known: Iterable[str]) -> str:
    """The known word that looks most like this one; empty where none does, or where it is long."""
    import difflib  # only where something is wrong

    if len(word) > _LONGEST_COMPARED:
        return ""
    return next(iter(difflib.get_close_matches(word, list(known), n=1)), "")
