"""Narrowing the journal down: to one session, one set, one tag, or some days."""

from collections.abc import Callable, Iterable, Sequence
from typing import Final

from msgspec import Struct

from integrate.domain.session import Session
from integrate.journal.alike import alike
from integrate.journal.contents import Listed
from integrate.journal.journal import Journal
from integrate.journal.span import Span
from integrate.words import say

FREE: Final = "-"
"""Stands for the pages that answer no set; no set is called so."""


class Wish(Struct, frozen=True, kw_only=True):
    """Which pages are wanted; all parts together."""

    session: str = ""
    """A session's id; empty: any."""
    set: str = ""
    """A set's id, or `FREE`; empty: any."""
    tag: str = ""
    """As it is written on a page; case and accents do not count."""
    span: Span = Span()

    @property
    def empty(self) -> bool:
        """Whether every page is wanted."""
        return not (self.session or self.set or self.tag) and self.span.open


class Facets(Struct, frozen=True, kw_only=True):
    """What pages there are to be told apart by, each once, the one used last first."""

    sessions: tuple[Session, ...]
    sets: tuple[tuple[str, str], ...]
    """Id and title."""
    tags: tuple[str, ...]


def narrow(journal: Journal, wish: Wish) -> Sequence[Listed]:
    """The entries that are wanted, newest first."""
    entries = journal.entries
    if wish.empty:
        return entries
    found: Iterable[Listed] = entries
    if not wish.span.open:
        found = (each for each in found if wish.span.holds(each.heading.when.date()))
    if wish.set:
        found = (each for each in found if (each.heading.set or FREE) == wish.set)
    if wish.tag:
        tag = alike(wish.tag)
        found = (each for each in found if tag in map(alike, each.heading.tags))
    if wish.session:
        near = placing(journal)
        found = (each for each in found if near(each)[0] == wish.session)
    return tuple(found)


def placing(journal: Journal) -> Callable[[Listed], tuple[str | None, str | None]]:
    """What tells of a page which session and phase it belongs to, by their ids.

    Free pages store none: theirs are worked out from the sessions known now.
    """
    timeline = journal.timeline

    def place(listed: Listed) -> tuple[str | None, str | None]:
        heading = listed.heading
        if heading.set is not None:
            return heading.session, heading.phase
        found = timeline.place(heading.when)
        return (found.session.id, found.phase.id) if found else (None, None)

    return place


def facets(journal: Journal) -> Facets:
    """What the pages can be narrowed down by."""
    sessions: dict[str, Session] = {}
    sets: dict[str, str] = {}
    tags: dict[str, str] = {}
    place = placing(journal)
    for each in journal.entries:
        heading = each.heading
        near, _phase = place(each)
        if near and near not in sessions and (session := journal.session(near)):
            sessions[near] = session
        sets.setdefault(heading.set or FREE, heading.title if heading.set else say("narrow.free"))
        for tag in heading.tags:
            tags.setdefault(alike(tag), tag)
    return Facets(
        sessions=tuple(sessions.values()), sets=tuple(sets.items()), tags=tuple(tags.values())
    )
