"""Days and times as lists and headings write them."""

from datetime import date, datetime

from integrate.journal.saying import say_day
from integrate.words import say


def say_time(when: datetime) -> str:
    """The time of day: "19:02"."""
    return f"{when:%H:%M}"


def say_short_day(when: datetime) -> str:
    """A day within its month: "Tue 10"."""
    weekday = say("when.weekdays").split()[when.weekday()]
    return say("listed.day", weekday=weekday, day=when.day)


def say_month(when: date) -> str:
    """A month: "March 2026"."""
    month = say("when.months").split()[when.month - 1]
    return say("listed.month", month=month, year=when.year)


def say_moment(when: datetime, now: datetime | None = None) -> str:
    """A day and a time: "Tue 10 March 2026, 19:02"; without the year where `now` shares it."""
    return say("listed.moment", day=say_day(when.date(), now), time=say_time(when))


def say_day_in(year: int, when: date) -> str:
    """A day under a heading that names the year: "Tue 10 Mar"; "10 Mar 2027" of another one."""
    month = say("when.months").split()[when.month - 1][:3]
    if when.year != year:
        return say("found.day.other", day=when.day, month=month, year=when.year)
    weekday = say("when.weekdays").split()[when.weekday()]
    return say("found.day", weekday=weekday, day=when.day, month=month)
