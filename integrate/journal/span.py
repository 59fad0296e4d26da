"""Reading which days somebody looks back to: "last week", "since March", "3 to 10 March"."""

import re
import unicodedata
from datetime import date, timedelta
from typing import Final

from msgspec import Struct

from integrate.journal.about import CannotRead
from integrate.journal.days import COUNT, days_in, number_of
from integrate.words import say

_LONGEST: Final = 80
"""Characters; nobody needs more to say which days."""
_DAY: Final = timedelta(days=1)
_FILLERS: Final = frozenset({"on", "in", "the", "of", "at"})
_TWO: Final = re.compile(r"(?:from |between )?(.+?)(?: to | until | till | and | ?[–—] ?| - )(.+)")
_OPEN: Final = re.compile(r"(since|from|after|until|till|to|up to|before) (.+)")
_UNIT: Final = re.compile(r"(this|last|past) (week|month|year)")
_PAST: Final = re.compile(rf"(?:last|past) (?P<count>{COUNT}) (?P<unit>day|week|month|year)s?")
_MONTH: Final = re.compile(r"(?:(this|last) )?([a-z]{3,9})\.?(?: (\d{4}))?")
_MONTH_IN_FIGURES: Final = re.compile(r"(\d{4})-(\d\d)")
_YEAR: Final = re.compile(r"(?:19|20)\d\d")
_MONTHS_IN_A_YEAR: Final = 12


class Span(Struct, frozen=True, kw_only=True):
    """Civil days from the first to the last, both of them too."""

    first: date | None = None
    """`None`: from the beginning."""
    last: date | None = None
    """`None`: until now, and on."""

    @property
    def open(self) -> bool:
        """Whether every day is in it."""
        return self.first is None and self.last is None

    def holds(self, day: date) -> bool:
        """Whether a day is one of them."""
        return (self.first is None or self.first <= day) and (self.last is None or day <= self.last)


def read_span(text: str, now: date) -> Span:
    """The days that the words name. All looks back: "Tuesday" is the last one that has begun.

    Args:
        text: what the person wrote.
        now: the civil day it is.

    Raises:
        CannotRead: if the words name no days, with an example of some that do.
    """
    words = unicodedata.normalize("NFKC", text).casefold().replace(",", " ")
    words = " ".join(words.split())
    if len(words) > _LONGEST:
        raise _unread()
    try:
        found = _span(words, now)
    except (OverflowError, ValueError) as error:
        if isinstance(error, CannotRead):
            raise
        raise _unread() from error
    if found is None:
        raise _unread()
    return found


def _unread() -> CannotRead:
    return CannotRead(say("span.unread"))


def _span(words: str, today: date) -> Span | None:
    if whole := _one(words, today):
        return whole
    if found := _TWO.fullmatch(words):
        return _both(_one(found[1], today), _one(found[2], today))
    if found := _OPEN.fullmatch(words):
        return _half(found[1], _one(found[2], today))
    return None


def _half(how: str, span: Span | None) -> Span | None:
    if span is None or span.first is None or span.last is None:
        return None
    if how in {"since", "from"}:
        return Span(first=span.first)
    if how == "after":
        return Span(first=span.last + _DAY)
    return Span(last=span.first - _DAY if how == "before" else span.last)


def _both(one: Span | None, other: Span | None) -> Span | None:
    if one is None or other is None or None in (one.first, other.first):
        return None
    earlier, later = sorted((one, other), key=lambda each: each.first or date.min)
    return Span(first=earlier.first, last=max(filter(None, (earlier.last, later.last))))


def _one(words: str, today: date) -> Span | None:
    """A stretch with two ends."""
    words = " ".join(word for word in words.split() if word not in _FILLERS)
    if found := _UNIT.fullmatch(words):
        return _unit(found[2], today, back=found[1] != "this")
    if found := _PAST.fullmatch(words):
        return _past(number_of(found["count"]), found["unit"], today)
    if _YEAR.fullmatch(words):
        return _months(int(words), 1, _MONTHS_IN_A_YEAR)
    if found := _MONTH_IN_FIGURES.fullmatch(words):
        return _months(int(found[1]), int(found[2]))
    return _month(words, today) or _days(words, today)


def _unit(unit: str, today: date, *, back: bool) -> Span:
    if unit == "week":
        monday = today - timedelta(days=today.weekday() + (7 if back else 0))
        return Span(first=monday, last=monday + 6 * _DAY)
    if unit == "year":
        return _months(today.year - back, 1, _MONTHS_IN_A_YEAR)
    return _months(*_before(today, int(back)))


def _past(count: int, unit: str, today: date) -> Span:
    """The last so many of them, today among them."""
    if unit in {"day", "week"}:
        days = count * (7 if unit == "week" else 1)
        return Span(first=today - timedelta(days=days - 1), last=today)
    year, month = _before(today, count * (_MONTHS_IN_A_YEAR if unit == "year" else 1))
    same_day = min(today.day, (_months(year, month).last or today).day)
    return Span(first=date(year, month, same_day), last=today)


def _before(today: date, months: int) -> tuple[int, int]:
    """The year and month so many months before this one."""
    year, month = divmod(today.year * _MONTHS_IN_A_YEAR + today.month - 1 - months, 12)
    return year, month + 1


def _months(year: int, month: int, count: int = 1) -> Span:
    after = date(year + (month + count - 1) // 12, (month + count - 1) % 12 + 1, 1)
    return Span(first=date(year, month, 1), last=after - _DAY)


def _month(words: str, today: date) -> Span | None:
    """A month by its name; without a year the last one of that name that has begun."""
    found = _MONTH.fullmatch(words)
    names = [name.casefold() for name in say("when.months").split()]
    number = next((n for n, name in enumerate(names, 1) if found and _means(found[2], name)), None)
    if found is None or number is None:
        return None
    if found[3]:
        return _months(int(found[3]), number)
    over = number < today.month or (number == today.month and found[1] != "last")
    return _months(today.year if over else today.year - 1, number)


def _means(word: str, name: str) -> bool:
    return name.startswith(word) or (name == "september" and word == "sept")


def _days(words: str, today: date) -> Span | None:
    """A day or a few, as for a session, but never one that is still to come if it can be helped."""
    found = days_in(words, today, over=False, part=False)
    if found is None:
        return None
    if found.first > today:
        for other in (f"last {words}", f"{words} {today.year}", f"{words} {today.year - 1}"):
            earlier = days_in(other, today, over=False, part=False)
            if earlier is not None and earlier.first <= today:
                found = earlier
                break
    return Span(first=found.first, last=found.last)
