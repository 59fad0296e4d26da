"""The part of "about when" that names an hour, or a part of the day."""

import re
from datetime import time
from typing import Final

from msgspec import Struct

_CLOCKS: Final = tuple(
    re.compile(rf"(?<![\w:./-])(?:at )?(?P<hour>\d{{1,2}}){form}(?P<ish> ?-?ish)?(?![\w:/-])")
    for form in (
        r"(?:[:.h](?P<minute>\d\d))? ?(?P<half>[ap])(?:m\b|\.m\.?)",
        r"[:h](?P<minute>\d\d)(?P<half>)",
        r"(?P<minute>) ?(?:o'?clock|h)(?P<half>)",
    )
)
_BARE: Final = re.compile(
    r"(?<![\w:./-])(?:at (?P<hour>\d{1,2})(?P<ish> ?-?ish)?|(?P<only>\d{1,2}) ?-?ish)(?![\w:./-])"
)
"""An hour alone counts behind "at", or as "3ish"; elsewhere a number may be a day."""
_NOON: Final = re.compile(r"\b(?:at )?(?:noon|midday)\b")
_PARTS: Final = {"morning": 6, "afternoon": 12, "evening": 18, "night": 18}
_PART: Final = re.compile(
    r"\b(?:in the |the )?(?:early |late |mid-?)?(?P<part>morning|afternoon|evening|night)\b"
)
_FIRST_CLEAR_HOUR: Final = 7
"""A bare "at 3" could be the night or the afternoon; "at 9" hardly anybody means the night."""


class Part(Struct, frozen=True, kw_only=True):
    """A part of the day."""

    begins: int
    """The hour at which it begins."""
    ends: int
    """The hour at which it ends; a night ends at six on the day after."""


class Hours(Struct, frozen=True, kw_only=True):
    """What was said about the time of day."""

    rest: str
    """The other words, for the day."""
    clock: time | None = None
    part: Part | None = None
    ish: bool = False
    unclear: bool = False
    """An hour that could be before or after noon, or that no clock shows."""


def hours_in(words: str) -> Hours:
    """Takes the time of day out of the words."""
    if found := _NOON.search(words):
        return Hours(rest=_without(words, found), clock=time(12))
    for form in _CLOCKS:
        if found := form.search(words):
            clock = _clock(found["hour"], found["minute"], found["half"])
            return _told(words, found, clock)
    if found := _BARE.search(words):
        hour = found["hour"] or found["only"]
        return _told(words, found, _clock(hour) if int(hour) >= _FIRST_CLEAR_HOUR else None)
    if found := _PART.search(words):
        name = found["part"]
        ends = 30 if name == "night" else _PARTS[name] + 6
        return Hours(rest=_without(words, found), part=Part(begins=_PARTS[name], ends=ends))
    return Hours(rest=words)


def _told(words: str, found: re.Match[str], clock: time | None) -> Hours:
    return Hours(
        rest=_without(words, found), clock=clock, ish="ish" in found[0], unclear=clock is None
    )


def _clock(hour: str, minute: str | None = None, half: str | None = None) -> time | None:
    """The time, or `None` where no clock shows it."""
    hours = int(hour)
    if half:
        if not 1 <= hours <= 12:  # noqa: PLR2004 - the face of a clock
            return None
        hours = hours % 12 + (12 if half == "p" else 0)
    try:
        return time(hours, int(minute or 0))
    except ValueError:
        return None


def _without(words: str, found: re.Match[str]) -> str:
    return f"{words[: found.start()]} {words[found.end() :]}"
