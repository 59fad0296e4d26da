"""Reading when a session was or will be: exact, or "about when"."""

import re
import unicodedata
from datetime import date, datetime, time, timedelta
from typing import Final

from integrate.domain.session import Precision, instant
from integrate.journal import civil
from integrate.journal.about import About, CannotRead
from integrate.journal.days import COUNT, Days, days_in, number_of
from integrate.journal.hours import Hours, hours_in
from integrate.words import say

__all__ = ["About", "CannotRead", "read_when"]

_LONGEST: Final = 80
"""Characters; nobody needs more to say when."""
_FARTHEST: Final = timedelta(days=60 * 366)
_HALF_AN_HOUR: Final = timedelta(minutes=30)
_ISO: Final = re.compile(
    r"\d{4}-\d\d-\d\d[t ]\d\d:\d\d(?::\d\d(?:\.\d{1,6})?)?(?:z| ?[+-]\d\d:\d\d)?"
)
_ROUGHLY: Final = re.compile(r"\b(?:around|about|roughly|approximately|approx\.?|circa|ca\.?) |~ ?")
_FILLERS: Final = frozenset({"at", "on", "the"})
_FROM_NOW: Final = re.compile(
    rf"(?P<ahead>in )?(?P<count>half an|{COUNT}) (?P<unit>minute|min|hour)s?"
    r"(?P<way> ago| from now)?"
)
_NOW: Final = frozenset({"now", "just now", "right now"})


def read_when(text: str, now: datetime) -> About:
    """A time, as exactly as the words name it.

    "tuesday" is the next one that is not over, "last tuesday" the one before today. A date without
    a year is the next one too, unless it was within the last three months. A night lasts from six
    in the evening until six.

    Args:
        text: what the person wrote.
        now: aware; its zone is the person's.

    Raises:
        CannotRead: if the words name no time, with an example of some that do.
    """
    words = _plain(text, now)
    about = _iso(words, now) or _from_now(words, now) or _said(words, now)
    if about is None:
        raise _unread(now)
    if abs(instant(about.latest) - instant(now)) > _FARTHEST:
        raise CannotRead(say("when.far"))
    return about


def _plain(text: str, now: datetime) -> str:
    if len(text) > _LONGEST:
        raise _unread(now)
    words = " ".join(unicodedata.normalize("NFKC", text).casefold().replace(",", " ").split())
    words = words.replace("’", "'").replace("tonight", "this night")
    if not words.isprintable():
        raise _unread(now)
    return words


def _unread(now: datetime) -> CannotRead:
    tomorrow = now.date() + timedelta(days=1)
    return CannotRead(say("when.unread", example=f"{tomorrow} 14:00"))


def _iso(words: str, now: datetime) -> About | None:
    if not _ISO.fullmatch(words):
        return None
    try:
        moment = datetime.fromisoformat(words.upper().replace(" +", "+").replace(" -", "-"))
        if moment.tzinfo is None:
            moment = civil.at(moment.date(), moment.time(), now.tzinfo)
    except (ValueError, OverflowError):
        return None
    return _exact(moment)


def _exact(moment: datetime, *, past: bool = False) -> About:
    minute = civil.fixed(moment).replace(second=0, microsecond=0)
    return About(earliest=minute, latest=minute, precision=Precision.MINUTE, told_as_past=past)


def _from_now(words: str, now: datetime) -> About | None:
    """Reads "an hour ago", "in 20 minutes": hours are said roughly, minutes as they are."""
    if words in _NOW:
        return _exact(now, past=True)
    words = _ROUGHLY.sub("", words)
    found = _FROM_NOW.fullmatch(words)
    if found is None or (found["ahead"] is None) is (found["way"] is None):
        return None
    past = found["way"] == " ago"
    minutes = 30.0 if found["count"] == "half an" else 60.0 * number_of(found["count"])
    if found["unit"] != "hour":
        minutes /= 60
    moment = instant(now) + timedelta(minutes=-minutes if past else minutes)
    there = moment.astimezone(now.tzinfo)
    if found["unit"] != "hour":
        return _exact(there, past=past)
    return _around(civil.fixed(there), now, past=past)


def _around(moment: datetime, now: datetime, *, past: bool) -> About:
    quarter = moment.replace(minute=moment.minute // 15 * 15, second=0, microsecond=0)
    return _spread(quarter - _HALF_AN_HOUR, quarter + _HALF_AN_HOUR, Precision.HOUR, now, past=past)


def _spread(
    earliest: datetime, latest: datetime, precision: Precision, now: datetime, *, past: bool
) -> About:
    """What has been did not begin after now."""
    if past:
        latest = min(latest, civil.fixed(now))
    return About(earliest=earliest, latest=latest, precision=precision, told_as_past=past)


def _said(words: str, now: datetime) -> About | None:
    rough = _ROUGHLY.search(words) is not None
    hours = hours_in(_ROUGHLY.sub("", words))
    if hours.unclear:
        raise CannotRead(say("when.hour"))
    try:
        days = _days(hours, now)
        if days is None:
            return None
        return _joined(days, hours, now, rough=rough or hours.ish)
    except OverflowError:
        return None


def _days(hours: Hours, now: datetime) -> Days | None:
    rest = " ".join(each for each in hours.rest.split() if each not in _FILLERS)
    today = now.date()
    if not rest:
        said = hours.clock is not None or hours.part is not None
        return Days(first=today, last=today) if said else None
    _, ends = _span(Days(first=today, last=today), hours, now)
    over = instant(ends) <= instant(now)
    return days_in(rest, today, over=over, part=hours.part is not None)


def _joined(days: Days, hours: Hours, now: datetime, *, rough: bool) -> About:
    if hours.clock is not None and days.first == days.last:
        moment = civil.at(days.first, hours.clock, now.tzinfo)
        return _around(moment, now, past=days.past) if rough else _exact(moment, past=days.past)
    if rough and hours.part is None:
        days = days.widened()
    earliest, latest = _span(days, hours, now)
    one_part = hours.part is not None and days.first == days.last
    precision = Precision.PART if one_part else Precision.DAY
    return _spread(earliest, latest, precision, now, past=days.past)


def _span(days: Days, hours: Hours, now: datetime) -> tuple[datetime, datetime]:
    """From the earliest to the latest instant that was meant."""
    if hours.clock is not None:
        return (
            civil.at(days.first, hours.clock, now.tzinfo),
            civil.at(days.last, hours.clock, now.tzinfo),
        )
    part = hours.part
    if part is None:
        return (
            civil.begins(days.first, now.tzinfo),
            civil.begins(days.last + timedelta(days=1), now.tzinfo),
        )
    return (
        civil.at(days.first, time(part.begins), now.tzinfo),
        _hour(days.last, part.ends, now),
    )


def _hour(day: date, hour: int, now: datetime) -> datetime:
    days, clock = divmod(hour, 24)
    return civil.at(day + timedelta(days=days), time(clock), now.tzinfo)
