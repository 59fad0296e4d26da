"""Cleaning foreign text: what comes from outside must not be able to speak to the terminal."""

import unicodedata
from typing import Final

_KEPT_CONTROLS: Final = frozenset("\n\t")
_LINE_ENDS: Final = str.maketrans(
    {"\u2028": "\n", "\u2029": "\n", "\x85": "\n", "\x0b": "\n", "\x0c": "\n"}
)
_KEPT_FORMATS: Final = frozenset("\u200d\u200c\u00ad")
"""Joiners make emoji and some scripts readable; a soft hyphen is harmless."""
_MOST_MARKS: Final = 8
"""Combining marks in a row; more is a drawing over the neighbouring lines, not a letter."""


def clean(text: str, *, one_line: bool = False) -> str:
    """Text that is safe to show: composed, without control, bidi, tag or unassigned characters.

    Escape sequences lose their escape character and so become plain letters. Line ends become
    newlines; with `one_line` they become spaces, for titles and names.
    """
    unified = text.replace("\r\n", "\n").replace("\r", "\n").translate(_LINE_ENDS)
    kept: list[str] = []
    marks = 0
    for char in unicodedata.normalize("NFC", unified):
        category = unicodedata.category(char)
        if (
            category in {"Cc", "Cf", "Cs", "Cn", "Co"}
            and char not in _KEPT_CONTROLS | _KEPT_FORMATS
        ):
            continue
        marks = marks + 1 if category in {"Mn", "Me"} else 0
        if marks <= _MOST_MARKS:
            kept.append(char)
    cleaned = "".join(kept)
    return " ".join(cleaned.split()) if one_line else cleaned
