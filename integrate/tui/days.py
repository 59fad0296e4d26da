"""Days near now, and parts of a day, as one would say them."""

from datetime import datetime, timedelta
from typing import Final

from integrate.journal.saying import say_day
from integrate.tui.dates import say_short_day
from integrate.words import say

_PARTS: Final = ("night", "morning", "afternoon", "evening")
_HOURS_IN_PART: Final = 6
_NEAR: Final = timedelta(days=6)
"""So far from now a day's name alone is clear."""


def part_said(when: datetime) -> str:
    """Such as "Tuesday evening"; the small hours belong to the night before them."""
    part = _part(when)
    day = when - timedelta(days=1) if part == "night" else when
    return say(f"days.{part}", day=say("days.weekdays").split()[day.weekday()])


def day_said(when: datetime, now: datetime) -> str:
    """Such as "this morning", "Monday evening", or "Mon 2 March", in the zone of `now`."""
    when = when.astimezone(now.tzinfo)
    if abs(now - when) >= _NEAR:
        return say_day(when.date(), now)
    days_ago = (now.date() - when.date()).days
    if days_ago == 0:
        return say(f"days.today.{_part(when)}")
    if days_ago == 1 and _part(when) != "night":
        return say(f"days.yesterday.{_part(when)}")
    return part_said(when)


def _part(when: datetime) -> str:
    return _PARTS[when.hour // _HOURS_IN_PART]


def begun_said(when: datetime, now: datetime) -> str:
    """Such as "Mon 9" near now, otherwise "9 Mar", in the zone of `now`."""
    when = when.astimezone(now.tzinfo)
    if abs(now - when) < _NEAR:
        return say_short_day(when)
    month = say("days.months").split()[when.month - 1]
    return say("days.date", day=when.day, month=month)
