"""Listing entries, with the session and phase that each belongs to."""

from collections.abc import Sequence
from datetime import datetime

from msgspec import Struct

from integrate.domain.session import Session
from integrate.journal.contents import Listed
from integrate.journal.journal import Journal


class Row(Struct, frozen=True, kw_only=True):
    """One entry in a list."""

    id: str
    when: datetime
    title: str
    set: str | None
    session: Session | None
    phase: str | None
    """Id of the phase. Free pages store none: theirs is worked out from the sessions known now."""
    tags: tuple[str, ...]


def list_(journal: Journal) -> Sequence[Row]:
    """Every entry, newest first."""
    return [row_of(journal, listed) for listed in journal.entries]


def row_of(journal: Journal, listed: Listed) -> Row:
    """One entry with its session and phase."""
    heading = listed.heading
    session, phase = journal.session(heading.session), heading.phase
    if heading.set is None:
        place = journal.timeline.place(heading.when)
        session, phase = (place.session, place.phase.id) if place else (None, None)
    return Row(
        id=listed.id,
        when=heading.when,
        title=heading.title,
        set=heading.set,
        session=session,
        phase=phase,
        tags=heading.tags,
    )
