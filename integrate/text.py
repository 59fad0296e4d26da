"""Cleaning foreign text: what comes from outside must not be able to speak to the terminal."""

import unicodedata
from typing import Final

_KEPT_CONTROLS: Final = frozenset("\n\t")
_LINE_ENDS: Final = str.maketrans(
    {"\u2028": "\n", "\u2029": "\n", "\x85": "\n", "\x0b": "\n", "\x0c": "\n"}
)
_KEPT_FORMATS: Final = frozenset("\u200c\u200d\u200e\u200f\u00ad")
"""Joiners make emoji and some scripts readable, a direction mark turns no more than its neighbours,
a soft hyphen is harmless."""
_MOST_MARKS: Final = 8
"""Combining marks in a row; more is a drawing over the neighbouring lines, not a letter."""


def clean(text: str, *, one_line: bool = False) -> str:
    """Text that is safe to show: composed, and without characters that steer a terminal.

    Control characters go, and with them every escape sequence loses its beginning and becomes
    plain letters; so do characters that turn the direction of what follows, invisible letters,
    lone surrogates and noncharacters. Letters that this Python does not know yet stay: a person's
    own words come through whole. Line ends become newlines; with `one_line` they become spaces,
    for titles and names.
    """
    unified = text.replace("\r\n", "\n").replace("\r", "\n").translate(_LINE_ENDS)
    steering = dict.fromkeys(ord(char) for char in set(unified) if _steers(char))
    composed = unicodedata.normalize("NFC", unified.translate(steering))
    marks = {char for char in set(composed) if unicodedata.category(char) in {"Mn", "Me"}}
    cleaned = _with_few(marks, composed) if marks else composed
    return " ".join(cleaned.split()) if one_line else cleaned


def _with_few(marks: set[str], text: str) -> str:
    kept: list[str] = []
    in_a_row = 0
    for char in text:
        in_a_row = in_a_row + 1 if char in marks else 0
        if in_a_row <= _MOST_MARKS:
            kept.append(char)
    return "".join(kept)


def _steers(char: str) -> bool:
    if char in _KEPT_CONTROLS or char in _KEPT_FORMATS:
        return False
    category = unicodedata.category(char)
    return category in {"Cc", "Cf", "Cs"} or (category == "Cn" and _is_noncharacter(char))


def _is_noncharacter(char: str) -> bool:
    """The 66 code points that are never assigned to anything."""
    code = ord(char)
    return 0xFDD0 <= code <= 0xFDEF or code & 0xFFFE == 0xFFFE  # noqa: PLR2004 - as in Unicode 23.7
