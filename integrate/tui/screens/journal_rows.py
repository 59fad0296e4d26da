"""The journal's timeline: headings for sessions and phases, or for months, and a line a page.

Headings are found in one pass over what lists know of the pages; a line is made when it is seen.
"""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from datetime import date
from typing import Final, NamedTuple

from msgspec import Struct

from integrate.domain.phase import PhaseTables
from integrate.domain.session import Session
from integrate.journal import list_
from integrate.journal.contents import Listed
from integrate.journal.journal import Journal
from integrate.journal.narrow import placing
from integrate.journal.saying import say_day, say_when
from integrate.tui.dates import say_day_in, say_month, say_time
from integrate.tui.widgets.row_list import Column
from integrate.tui.widgets.rows import Row
from integrate.words import say

COLUMNS: Final = (Column(width=11), Column(width=5, least=60), Column(share=1))
"""Day, time where there is room, title."""


class _Under(NamedTuple):
    """What a page stands under."""

    session: Session | None
    phase: str | None
    """Its id."""
    month: tuple[int, int]
    """Year and month, for pages with no session."""


class _Group(Struct, frozen=True, gc=False):
    """Pages in a row under one heading."""

    first: int
    """Number of the first page, from 0."""
    line: int
    """The line where its headings begin."""
    headings: tuple[str, ...]
    """Lines above the first page; an empty one keeps a distance."""
    year: int
    """A day of any other year is written with it."""


class Timeline:
    """Pages under their headings, newest first: `Rows` for a `RowList`."""

    def __init__(self, journal: Journal, entries: Sequence[Listed]) -> None:
        """Looks through the headings of these pages, newest first."""
        self._entries = entries
        self._groups = tuple(_groups(journal, entries))
        self._lines = [each.line for each in self._groups]
        self._firsts = [each.first for each in self._groups]
        # Asked for with every line that is drawn.
        self._length = len(entries) + sum(len(each.headings) for each in self._groups)

    def __len__(self) -> int:
        """How many lines there are."""
        return self._length

    @property
    def choices(self) -> int:
        """How many pages there are."""
        return len(self._entries)

    def __getitem__(self, line: int) -> Row:
        """A heading, an empty line, or a page with its day where that is another one."""
        if not 0 <= line < len(self):
            raise IndexError(line)
        group = self._groups[bisect_right(self._lines, line) - 1]
        within = line - group.line - len(group.headings)
        if within < 0:
            return Row(cells=(group.headings[within],))
        listed = self._entries[group.first + within]
        when = listed.heading.when
        above = self._entries[group.first + within - 1].heading.when if within else None
        same = above is not None and above.date() == when.date()
        day = "" if same else say_day_in(group.year, when)
        return Row(key=listed.id, cells=(day, say_time(when), listed.heading.title))

    def line_of(self, number: int) -> int:
        """The line of a page, by its number."""
        group = self._groups[bisect_right(self._firsts, number) - 1]
        return group.line + len(group.headings) + number - group.first

    def number_on(self, line: int) -> int:
        """The number of the page on this line."""
        group = self._groups[bisect_right(self._lines, line) - 1]
        return group.first + line - group.line - len(group.headings)

    def line_with(self, key: str) -> int | None:
        """The line of the page with this id, if it is among them."""
        number = next((at for at, each in enumerate(self._entries) if each.id == key), None)
        return None if number is None else self.line_of(number)


def _groups(journal: Journal, entries: Sequence[Listed]) -> Iterator[_Group]:
    tables, place = journal.library.phase_tables(), placing(journal)
    sessions = {each.id: each for each in journal.sessions}
    before: _Under | None = None
    line = 0
    for number, each in enumerate(entries):
        when = each.heading.when
        near, phase = place(each)
        session = sessions.get(near or "")
        under = _Under(session, phase, (0, 0)) if session else _Under(None, None, _month(when))
        if under == before:
            continue
        headings = tuple(_headings(tables, before, under, when))
        yield _Group(number, line + number, headings, (session.starts if session else when).year)
        line += len(headings)
        before = under


def _month(when: date) -> tuple[int, int]:
    return when.year, when.month


def _headings(
    tables: PhaseTables, before: _Under | None, under: _Under, when: date
) -> Iterator[str]:
    if before is not None:
        yield ""
    session = under.session
    if session is None:
        yield say_month(when)
        return
    if before is None or before.session != session:
        day = say_day(session.starts.date())
        titled = say("found.session", title=session.title, when=day)
        yield titled if session.title else say_when(session)
    if under.phase and (phase := tables.named(under.phase)):
        yield say("found.phase", phase=phase.name)


def place_of(row: list_.Row, tables: PhaseTables) -> str:
    """The phase and the session that an entry belongs to; empty where there is none near."""
    phase = tables.named(row.phase) if row.phase else None
    if row.session is None:
        return phase.name if phase else ""
    session = row.session.title or say_when(row.session)
    return say("entry.place", phase=phase.name, session=session) if phase else session
