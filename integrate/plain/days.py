"""Days and hours as they are said in lines."""

from datetime import datetime
from typing import Final

from integrate.journal.saying import say_day
from integrate.words import say

_PARTS: Final = ("when.part.night", "when.part.morning", "when.part.afternoon", "when.part.evening")
"""Of six hours each, from midnight."""


def day_in_words(when: datetime, now: datetime | None = None) -> str:
    """Such as "Tue 10 March 2026"; without the year where `now` lies in the same one."""
    return say_day(when.date(), now)


def moment_in_words(when: datetime) -> str:
    """Such as "Tue 10 March 2026, 19:05"."""
    return say("when.minute", day=day_in_words(when), clock=f"{when:%H:%M}")


def now_in_words(now: datetime) -> str:
    """The day and its part, such as "Tue 10 March, evening"."""
    return say("when.part", day=say_day(now.date(), now), part=say(_PARTS[now.hour // 6]))
