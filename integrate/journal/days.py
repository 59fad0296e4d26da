"""The part of "about when" that names a day."""

import re
from datetime import date, timedelta
from typing import Final

from msgspec import Struct

from integrate.journal import calendar

_NAMED: Final = {
    "today": 0,
    "tomorrow": 1,
    "day after tomorrow": 2,
    "yesterday": -1,
    "day before yesterday": -2,
}
_WITH_PART: Final = {"this": 0, "last": -1}
"""What is left of "this morning" and "last night"."""
_WEEKDAYS: Final = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_NUMBERS: Final = {
    "a couple of": 2,
    "couple of": 2,
    "a few": 3,
    "few": 3,
    "a": 1,
    "an": 1,
    "one": 1,
    "two": 2,
    "three": 3,
    "four": 4,
    "five": 5,
    "six": 6,
    "seven": 7,
    "eight": 8,
    "nine": 9,
    "ten": 10,
}
_LOOSE: Final = frozenset({"a few", "few", "a couple of", "couple of"})
COUNT: Final = "|".join([*_NUMBERS, r"\d{1,3}"])
"""For a pattern: a count, in figures or in words."""
_COUNTED: Final = re.compile(
    rf"(?P<ahead>in )?(?P<count>{COUNT}) (?P<unit>day|week)s?(?P<way> ago| from now)?"
)
_WEEKDAY: Final = re.compile(r"(?:(?P<which>last|past|next|this|coming) )?(?P<name>[a-z]{3,9})")


class Days(Struct, frozen=True, kw_only=True):
    """A civil day, or a few in a row."""

    first: date
    last: date
    past: bool = False
    """Whether the words themselves say that it has been."""

    def widened(self) -> "Days":
        """A day more on either side, for "around"."""
        day = timedelta(days=1)
        return Days(first=self.first - day, last=self.last + day, past=self.past)


def days_in(words: str, today: date, *, over: bool, part: bool) -> Days | None:
    """The days that the words name; `None` if they name none.

    Args:
        words: what was said, without the time of day.
        today: the civil day.
        over: whether the hour or part of day that was said is over today.
        part: whether a part of the day was said.

    Raises:
        CannotRead: if they could be two different days.
    """
    named = {**_NAMED, **(_WITH_PART if part else {})}
    if words in named:
        return _single(today + timedelta(days=named[words]), past=named[words] < 0)
    if found := _COUNTED.fullmatch(words):
        return _counted(found, today)
    if found := _WEEKDAY.fullmatch(words):
        return _weekday(found, today, over=over)
    day = calendar.day_in(words, today)
    return _single(day) if day else None


def _single(day: date, *, past: bool = False) -> Days:
    return Days(first=day, last=day, past=past)


def number_of(word: str) -> int:
    """A count, in figures or in words."""
    return int(word) if word.isdecimal() else _NUMBERS[word]


def _counted(found: re.Match[str], today: date) -> Days | None:
    if (found["ahead"] is None) is (found["way"] is None):
        return None
    past = found["way"] == " ago"
    days = number_of(found["count"]) * (7 if found["unit"] == "week" else 1)
    told = _single(today + timedelta(days=-days if past else days), past=past)
    loose = found["count"] in _LOOSE or (past and found["unit"] == "week")
    return told.widened() if loose else told


def _weekday(found: re.Match[str], today: date, *, over: bool) -> Days | None:
    name = found["name"]
    wanted = next((day for day, full in enumerate(_WEEKDAYS) if _means(name, full)), None)
    if wanted is None:
        return None
    ahead = (wanted - today.weekday()) % 7
    if found["which"] in {"last", "past"}:
        return _single(today - timedelta(days=7 - ahead), past=True)
    if ahead == 0 and (over or found["which"] == "next"):
        ahead = 7
    return _single(today + timedelta(days=ahead))


def _means(name: str, full: str) -> bool:
    """Whether this is the weekday's name, or a shorter form of three letters or more."""
    return full.startswith(name) or (full == "wednesday" and name == "weds")
