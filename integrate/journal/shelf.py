"""What stands in the library: the person's own sets, those that came along, and the measures."""

from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta
from typing import Final, Literal

from msgspec import Struct

from integrate.domain.measure import Measure, too_soon
from integrate.domain.own_set import DRAFT, OwnSet
from integrate.domain.phase import Moment, PhaseTables, moment_at
from integrate.domain.prompt import Hours, PromptSet, When
from integrate.journal.caution import last_full
from integrate.journal.due import due
from integrate.journal.journal import Journal
from integrate.journal.measured import measure_set
from integrate.journal.saying import say_day
from integrate.journal.sets import own_sets, prompt_set, unread_sets
from integrate.words import say

Section = Literal["yours", "came", "measures"]
SECTIONS: Final[tuple[Section, ...]] = ("yours", "came", "measures")
"""In the order in which they are shown."""
_NAMED: Final = frozenset(
    (
        *("before", "doorstep", "arriving", "landing", "open", "settling", "weaving", "long-view"),
        *("talk-before", "talk-after", "between"),
    )
)
"""Phases that a sentence knows by heart; others are named."""


class Book(Struct, frozen=True, kw_only=True):
    """One of them, as a list tells of it."""

    id: str
    title: str
    section: Section
    minutes: int = 0
    """How long it takes; 0 where that is not known."""
    line: str
    """When it is asked, or was; in a few words."""
    more: str
    """The same in whole sentences."""
    opening: str = ""
    """How it opens."""
    state: Literal["ready", "draft", "unread"] = "ready"
    """Whether it can be begun, is still being written, or cannot be read."""

    @property
    def key(self) -> str:
        """One for each: a set of the person's own may rest because one of ours has its id."""
        return f"{self.section}:{self.id}"

    @property
    def ready(self) -> bool:
        """Whether it can be begun."""
        return self.state == "ready"


def shelf(journal: Journal, now: datetime) -> tuple[Book, ...]:
    """Everything that can be begun or looked at, section by section.

    While arriving and landing there is only what may be begun then. A set of the person's own
    that cannot be read is named, and costs no other.

    Args:
        journal: the open journal.
        now: aware.

    Raises:
        BadFile: if what came with the program cannot be read.
    """
    tables = journal.library.phase_tables()
    moment = moment_at(journal.sessions, now, tables)
    if moment.tender:
        return tuple(_now(journal, moment, tables))
    return (*_yours(journal, tables), *_came(journal, tables), *_measures(journal, now))


def with_words(books: Sequence[Book], words: str) -> tuple[Book, ...]:
    """Those whose title holds these words, whatever their case; all of them where there are none.

    A person remembers a part of a name, and not always its first.
    """
    parts = words.casefold().split()
    return tuple(each for each in books if all(part in each.title.casefold() for part in parts))


def when_said(when: When | None, tables: PhaseTables) -> str:
    """When a set is asked, in a few words."""
    if when is None:
        return say("shelf.chosen")
    if when.hours is not None:
        return _hours(when.hours)
    phase = tables.named(when.phase or "")
    if phase is not None and phase.id in _NAMED:
        return say(f"shelf.in.{phase.id}")
    return say("shelf.phase", phase=phase.name if phase else when.phase)


def minutes_said(minutes: int) -> str:
    """How long it takes."""
    return say("shelf.minutes.one") if minutes == 1 else say("shelf.minutes", count=minutes)


def beside(book: Book) -> str:
    """How long it takes and when it is asked, as a person would say it."""
    return f"{minutes_said(book.minutes)} {book.more}" if book.minutes else book.more


def spacing_said(measure: Measure, last: datetime | None, now: datetime) -> Iterator[str]:
    """When a measure was answered last, and from when both times speak of different days."""
    if last is None:
        yield say("shelf.measure.never")
        return
    yield say("shelf.measure.last", day=say_day(last.date(), now))
    if too_soon(measure, last.date(), now.date()):
        yield say("shelf.measure.again", day=say_day(_again(measure, last).date(), now))


# --- the sections


def _yours(journal: Journal, tables: PhaseTables) -> Iterator[Book]:
    unread = {each.own.id for each in unread_sets(journal)}
    books = (_own(journal, each, tables, unread=each.id in unread) for each in own_sets(journal))
    yield from sorted(books, key=lambda each: (each.title.casefold(), each.id))


def _own(journal: Journal, own: OwnSet, tables: PhaseTables, *, unread: bool) -> Book:
    title = own.title or own.id
    if unread:
        return _not_ready(own.id, title, "unread")
    if own.state == DRAFT:
        return _not_ready(own.id, title, "draft")
    return _of_set(prompt_set(journal, own.id), tables, "yours")


def _not_ready(set_id: str, title: str, state: Literal["draft", "unread"]) -> Book:
    line, more = say(f"shelf.{state}"), say(f"shelf.more.{state}")
    return Book(id=set_id, title=title, section="yours", line=line, more=more, state=state)


def _came(journal: Journal, tables: PhaseTables) -> Iterator[Book]:
    """Those for any time first, then phase by phase."""
    phases = [each.id for table in (tables.dosing, tables.talk) for each in table.phases]

    def place(each: PromptSet) -> tuple[int, str]:
        phase = each.when.phase if each.when else None
        return (phases.index(phase) if phase in phases else -1, each.title.casefold())

    for each in sorted(journal.library.sets().values(), key=place):
        yield _of_set(each, tables, "came")


def _measures(journal: Journal, now: datetime) -> Iterator[Book]:
    for each in journal.library.measures().values():
        asked = measure_set(journal.library, each.id)
        if asked is None:  # a set has its id
            continue
        last = last_full(journal, each.id)
        yield Book(
            id=each.id,
            title=each.measure.title,
            section="measures",
            minutes=asked.set.minutes,
            line=_last(each, last, now),
            more=" ".join(spacing_said(each, last, now)),
            opening=each.measure.instructions or each.measure.stem,
        )


def _of_set(each: PromptSet, tables: PhaseTables, section: Section) -> Book:
    line = when_said(each.when, tables)
    return Book(
        id=each.id,
        title=each.title,
        section=section,
        minutes=each.set.minutes,
        line=line,
        more=say("shelf.more", when=line) if each.when else say("shelf.more.chosen"),
        opening=each.set.opening,
    )


def _now(journal: Journal, moment: Moment, tables: PhaseTables) -> Iterator[Book]:
    """What may be begun while rest comes first: the sets of these very hours, and no measure."""
    place = moment.place
    found = due(journal, moment.now)
    fitting = {each.set.id for each in (found.next, *found.others) if each is not None}
    for each in (*_yours(journal, tables), *_came(journal, tables)):
        if not each.ready:
            continue
        when = prompt_set(journal, each.id).when
        of_phase = when is not None and place is not None and when.phase == place.phase.id
        if each.id in fitting or of_phase:
            yield each


# --- in words


def _again(measure: Measure, last: datetime) -> datetime:
    """The day from which its stretches of time no longer overlap with the last one's."""
    return last + timedelta(days=measure.measure.min_days_between)


def _hours(hours: Hours) -> str:
    low, high = f"{abs(hours.from_):g}", f"{abs(hours.to):g}"
    if hours.to <= 0:
        return say("shelf.hours.before", low=high, high=low)
    key = "shelf.hours.around" if hours.from_ < 0 else "shelf.hours.after"
    return say(key, low=low, high=high)


def _last(measure: Measure, last: datetime | None, now: datetime) -> str:
    if last is None:
        return say("shelf.never")
    if too_soon(measure, last.date(), now.date()):
        return say("shelf.again", day=_day(_again(measure, last), now))
    return say("shelf.last", day=_day(last, now))


def _day(when: datetime, now: datetime) -> str:
    """Short, as it stands at the end of a line: "28 Dec", with the year where that is another."""
    month = say("days.months").split()[when.month - 1]
    if when.year == now.year:
        return say("days.date", day=when.day, month=month)
    return say("shelf.day.year", day=when.day, month=month, year=when.year)
