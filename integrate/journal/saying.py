"""Answers and times in words, as one would say them."""

from datetime import date, datetime, timedelta
from typing import Final

from integrate.domain.entry import Answered
from integrate.domain.prompt import Kind
from integrate.domain.session import Precision, Session
from integrate.words import say

_AS_IT_STANDS: Final = frozenset({Kind.TEXT, Kind.DATE, Kind.TIME})
"""Made once: every search says the answers of every page."""
_MORE_THAN_A_DAY = timedelta(hours=26)
"""A civil day has 25 hours at most."""


def said_in_words(each: Answered) -> str:
    """An answer as one would say it: "7 of 10", "calm, tired", "yes"."""
    kind = each.kind
    if kind in _AS_IT_STANDS:
        return str(each.value).strip()
    if kind is Kind.SCALE:
        return say("answer.of", value=each.value, high=each.high)
    if kind is Kind.YESNO:
        return say("answer.yes" if each.value else "answer.no")
    if kind is Kind.NUMBER:
        return f"{each.value} {each.unit}".strip()
    return ", ".join((*each.labels, *((each.other,) if each.other else ())))


def say_when(session: Session, now: datetime | None = None) -> str:
    """When a session is: "Tue 10 March 2026, 14:00", "Tue 10 March 2026, evening".

    Args:
        session: the session; its times are said in the offset that they were given in.
        now: where given, a day of the same year is said without the year.
    """
    starts, length = session.starts, session.latest - session.starts
    if session.precision is Precision.DAY:
        if length > _MORE_THAN_A_DAY:
            return say("when.around", day=say_day((starts + length / 2).date(), now))
        return say_day(starts.date(), now)
    day = say_day(starts.date(), now)
    if session.precision is Precision.PART:
        return say("when.part", day=day, part=_part(session))
    if session.precision is Precision.HOUR:
        middle = starts + timedelta(minutes=30)
        return say("when.hour.about", day=say_day(middle.date(), now), clock=f"{middle:%H:%M}")
    return say("when.minute", day=day, clock=f"{starts:%H:%M}")


def say_day(day: date, now: datetime | None = None) -> str:
    """A day: "Tue 10 March 2026", without the year where `now` lies in the same one."""
    key = "when.day" if now is not None and now.year == day.year else "when.day.year"
    return say(
        key,
        weekday=say("when.weekdays").split()[day.weekday()],
        day=day.day,
        month=say("when.months").split()[day.month - 1],
        year=day.year,
    )


def _part(session: Session) -> str:
    hour, into_next_day = session.starts.hour, session.latest - session.starts
    if hour < 6:  # noqa: PLR2004 - the night ends at six
        return say("when.part.night")
    if hour < 12:  # noqa: PLR2004 - noon
        return say("when.part.morning")
    if hour < 18:  # noqa: PLR2004 - the evening begins at six
        return say("when.part.afternoon")
    evening_ends = timedelta(hours=24 - hour)
    return say("when.part.night" if into_next_day > evening_ends else "when.part.evening")
