"""What to say before a measure is begun, or taken up again: whether it can be, and what to know."""

from datetime import datetime
from typing import Literal

from msgspec import Struct

from integrate.domain.measure import Measure, too_soon
from integrate.domain.phase import moment_at
from integrate.journal.journal import Journal
from integrate.journal.measured import measure_of, must_wait


class Caution(Struct, frozen=True, kw_only=True):
    """Something to be said first."""

    measure: Measure
    refused: Literal["tender", "memory"] | None = None
    """Why it cannot be answered now: rest comes first, or no memory may be asked for."""
    memory: bool = False
    """Whether it can stir memories: ask first, and offer grounding."""
    last: datetime | None = None
    """When it was answered in full so short a while ago that both times overlap."""


def caution(journal: Journal, set_id: str, now: datetime, *, begun: bool = False) -> Caution | None:
    """What to say before this set is walked through; `None`: nothing, or it is no measure.

    Args:
        journal: the open journal.
        set_id: the set, or measure.
        now: aware; its own day is the person's.
        begun: whether it was begun before: that it comes too soon was said then.

    Raises:
        BadFile: if the measure cannot be read.
    """
    measure = measure_of(journal.library, set_id)
    if measure is None:
        return None
    moment = moment_at(journal.sessions, now, journal.library.phase_tables())
    memory = measure.measure.memory
    if must_wait(moment, memory=memory):
        return Caution(measure=measure, refused="tender" if moment.tender else "memory")
    last = None if begun else last_full(journal, set_id)
    if last is not None and not too_soon(measure, last.date(), now.date()):
        last = None
    if not memory and last is None:
        return None
    return Caution(measure=measure, memory=memory, last=last)


def last_full(journal: Journal, measure_id: str) -> datetime | None:
    """When the measure was last answered in full."""
    for each in journal.entries:
        if each.heading.set == measure_id and measure_id in each.heading.series:
            return each.heading.when
    return None
