"""Dates as they stand in a calendar: "20 Nov", "20.11.2026", "Tuesday 10 March"."""

import re
from datetime import date, datetime, timedelta
from typing import Final

from integrate.journal.about import CannotRead
from integrate.words import say

_SHORT: Final = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_ISO: Final = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_SPOKEN: Final = re.compile(
    rf"(?:(?P<weekday>(?:{'|'.join(_SHORT)})[a-z]{{0,6}}) )?"
    r"(?P<date>\d{1,2}(?:[snrt][tdh])? (?:of )?[a-z]{3,9}\.?|[a-z]{3,9}\.? \d{1,2}(?:[snrt][tdh])?)"
    r"(?: (?P<year>\d{4}))?"
)
_FIGURES: Final = re.compile(
    r"(?P<one>\d{1,2})(?P<mark>[./-])(?P<two>\d{1,2})(?:(?P=mark)(?P<year>\d{4})?)?"
)
_LATELY: Final = timedelta(days=92)
_ANOTHER_YEAR: Final = timedelta(days=300)
"""A weekday that fits only so far away is a slip, rather than another year."""


def day_in(words: str, today: date) -> date | None:
    """The calendar day that the words name.

    Without a year it is the next one, unless it was within the last three months.

    Raises:
        CannotRead: if day and month could change places.
    """
    if found := _ISO.fullmatch(words):
        return _date(int(found[1]), int(found[2]), int(found[3]))
    if found := _FIGURES.fullmatch(words):
        return _figures(found, today)
    if found := _SPOKEN.fullmatch(words):
        return _spoken(found, today)
    return None


def _spoken(found: re.Match[str], today: date) -> date | None:
    years = [found["year"]] if found["year"] else _near(today)
    days = [day for year in years if (day := _parsed(f"{found['date']} {year}"))]
    if weekday := found["weekday"]:
        days = [day for day in days if _SHORT[day.weekday()] == weekday[:3]]
        if not found["year"]:
            days = [day for day in days if abs(day - today) < _ANOTHER_YEAR]
    return _likely(days, today)


def _parsed(words: str) -> date | None:
    """What the library makes of a day, a month's name and a year."""
    import dateparser  # slow to import; only a date in words needs it

    read: datetime | None = dateparser.parse(
        words,
        languages=["en"],
        settings={"STRICT_PARSING": True, "PARSERS": ["absolute-time"], "DATE_ORDER": "DMY"},
    )
    return read.date() if read else None


def _figures(found: re.Match[str], today: date) -> date | None:
    one, two = int(found["one"]), int(found["two"])
    years = [int(found["year"])] if found["year"] else [int(year) for year in _near(today)]
    first = _likely([day for year in years if (day := _date(year, two, one))], today)
    second = _likely([day for year in years if (day := _date(year, one, two))], today)
    if found["mark"] == "." or first == second:
        return first
    if first and second:
        raise CannotRead(say("when.two_days", example=first.isoformat()))
    return first or second


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _near(today: date) -> list[str]:
    return [str(today.year + each) for each in (-1, 0, 1)]


def _likely(days: list[date], today: date) -> date | None:
    """Of the same day in several years the first that is not long over."""
    recent = [day for day in days if day >= today - _LATELY]
    return min(recent or days, default=None)
