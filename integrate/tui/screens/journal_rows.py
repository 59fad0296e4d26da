"""Entries as rows of the journal's list: a heading a month, a line an entry."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Final

from integrate.domain.phase import PhaseTables
from integrate.journal import list_
from integrate.journal.saying import say_when
from integrate.tui.dates import say_month, say_short_day, say_time
from integrate.tui.widgets.row_list import Column, Row
from integrate.words import say

COLUMNS: Final = (
    Column(width=6),
    Column(width=5),
    Column(share=5),
    Column(share=6),
)
"""Day, time, title, and where it lies among the sessions."""


def rows_of(entries: Sequence[list_.Row], tables: PhaseTables) -> list[Row]:
    """The lines of the list, newest first."""
    return list(_rows(entries, tables))


def _rows(entries: Sequence[list_.Row], tables: PhaseTables) -> Iterator[Row]:
    months = groupby(entries, key=lambda each: (each.when.year, each.when.month))
    for number, (_, month) in enumerate(months):
        within = list(month)
        if number:
            yield Row(cells=("",))
        yield Row(cells=(say_month(within[0].when),))
        day = None
        for each in within:
            shown = say_short_day(each.when)
            cells = (shown if shown != day else "", say_time(each.when), each.title)
            yield Row(key=each.id, cells=(*cells, place_of(each, tables)))
            day = shown


def place_of(row: list_.Row, tables: PhaseTables) -> str:
    """The phase and the session that an entry belongs to; empty where there is none near."""
    phase = tables.named(row.phase) if row.phase else None
    if row.session is None:
        return phase.name if phase else ""
    session = row.session.title or say_when(row.session)
    return say("entry.place", phase=phase.name, session=session) if phase else session
