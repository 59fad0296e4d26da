"""Reading one entry back."""

from collections.abc import Iterator
from contextlib import suppress

from msgspec import Struct

from integrate.domain.entry import Entry, Words
from integrate.journal.contents import Listed
from integrate.journal.journal import Journal, matching
from integrate.journal.list_ import Row, row_of
from integrate.vault import DamagedRecord
from integrate.words import say


class NoSuchEntry(LookupError):
    """No entry, or more than one, has an id that begins so; the sentence says which."""


class Shown(Struct, frozen=True, kw_only=True):
    """An entry with its place among the sessions."""

    entry: Entry
    row: Row
    also: tuple[Words, ...] = ()
    """Other texts written at the same time elsewhere; both are kept and shown."""


def show(journal: Journal, beginning: str) -> Shown:
    """The entry whose id begins so.

    Raises:
        NoSuchEntry: if there is not exactly one.
        DamagedRecord: if its words cannot be unsealed.
    """
    listed = find(journal, beginning)
    return Shown(
        entry=Entry(id=listed.id, heading=listed.heading, words=journal.words(listed)),
        row=row_of(journal, listed),
        also=tuple(_others(journal, listed)),
    )


def find(journal: Journal, beginning: str) -> Listed:
    """The entry whose id begins so, without its words.

    Raises:
        NoSuchEntry: if there is not exactly one.
    """
    wanted = beginning.strip()
    found = matching(journal.entries, wanted) if wanted else []
    if not found:
        raise NoSuchEntry(say("show.none", beginning=beginning))
    if len(found) > 1:
        raise NoSuchEntry(say("show.several", beginning=beginning, count=len(found)))
    return found[0]


def _others(journal: Journal, listed: Listed) -> Iterator[Words]:
    """The texts beside; a damaged one is told by `Journal.damaged`."""
    for rid in listed.also:
        with suppress(DamagedRecord):
            yield journal.words_at(rid)
