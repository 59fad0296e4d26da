"""How long ago something was, as one would say it."""

from datetime import datetime
from typing import Final

from integrate.words import say

_DAYS: Final = 14
"""From so many days on, weeks are said."""
_WEEKS: Final = 9
"""From so many weeks on, months are said."""
_WEEK: Final = 7
_MONTH: Final = 30.4
"""Days in a month, as near as "about" needs it."""


def say_ago(when: datetime, now: datetime) -> str:
    """Such as "earlier today", "3 days ago", "about 5 weeks ago"; in whole days.

    A day is the one that it was for the person when it was written, as in every list. Neither a
    journey nor summer time makes an evening the day after.

    Args:
        when: aware; what lies ahead counts as today.
        now: aware.
    """
    days = (now.date() - when.date()).days
    if days <= 0:
        return say("guided.ago.today")
    if days == 1:
        return say("guided.ago.yesterday")
    if days < _DAYS:
        return say("guided.ago.days", count=days)
    weeks = round(days / _WEEK)
    if weeks < _WEEKS:
        return say("guided.ago.weeks", count=weeks)
    return say("guided.ago.months", count=round(days / _MONTH))
