"""What a vault holds now: of every entity the revision that no other follows."""

import gc
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from itertools import count
from typing import Final, Protocol

import msgspec
from msgspec import Struct

from integrate.vault import rows
from integrate.vault.faults import is_corrupt
from integrate.vault.head import read_head
from integrate.vault.records import (
    GONE,
    Revision,
    entities_of,
    named_after,
    open_both,
    open_revision,
)
from integrate.vault.sealing import Keys

_TOLD_EVERY: Final = 100
"""Records between two tellings of how far it is."""

_Opener = Callable[[bytes, object], Revision | None]
"""From a row's name and what it holds to the revision; `None` if it is damaged."""


class Look(Protocol):
    """Is shown a revision's name, what it says of itself, and its words.

    It must not keep the words: they hold on to all of the plaintext. What it raises stops the
    reading.
    """

    def __call__(self, rid: bytes, revision: Revision, words: msgspec.Raw, /) -> None:
        """Looks at it while it is unsealed anyway."""


Progress = Callable[[int, int], None]
"""Is told how many of how many; what it raises stops the work."""


def telling(progress: Progress, most: int, look: Look | None = None) -> Look:
    """A look that tells how far the reading is, every few records, and is one more look beside.

    Args:
        progress: told; where a file is damaged, some records are read more than once.
        most: how many records there are, as far as that is known.
        look: is shown each of them too.
    """
    turns = count(1)

    def see(rid: bytes, revision: Revision, words: msgspec.Raw) -> None:
        done = next(turns)
        if not done % _TOLD_EVERY:
            progress(min(done, most), most)
        if look is not None:
            look(rid, revision, words)

    return see


class Item(Struct, frozen=True, kw_only=True, gc=False):
    """An entity as it is now, without its words."""

    entity: str
    """16 hex characters; the same over all its revisions."""
    rid: bytes
    """The present revision: of several, the one with the greatest (clock, rid)."""
    kind: str
    about: msgspec.Raw
    """JSON, for `msgspec.json.decode`."""
    clock: int
    """Greater than that of every revision known when it was written. Not a time."""
    also: tuple[bytes, ...] = ()
    """Other revisions that nothing follows, newest first: written at the same time elsewhere, or
    followed only by a damaged one. They are kept."""


class Damaged(Struct, frozen=True, kw_only=True):
    """A revision that can't be read."""

    rid: str
    """In hex."""
    entity: str | None
    """Whose it is, by its name alone; `None` for a draft. A row that somebody else put in tells of
    an entity that nobody has."""


class Present(Struct, frozen=True, kw_only=True):
    """Everything alive, in the order in which it was last written, and what is damaged.

    An entity whose newest revision is damaged isn't among the items: an older text is never
    shown as if it were the present one.
    """

    items: list[Item]
    damaged: list[Damaged]


def read_present(db: sqlite3.Connection, keys: Keys, look: Look | None = None) -> Present:
    """The present state; the caller holds a read transaction.

    Args:
        db: the file.
        keys: its keys.
        look: is shown every revision that opens, also those that turn out to be of the past; where
            the file is damaged, some of them more than once.
    """
    opener = partial(open_revision, keys) if look is None else partial(_open_and_show, keys, look)
    with _no_collection():
        whole, damaged = _read_all(db, keys, opener)
        return _settle(whole, damaged, keys)


def revisions_of(
    db: sqlite3.Connection, keys: Keys, entity: str
) -> tuple[dict[bytes, Revision], set[bytes]]:
    """One entity's revisions, found by their names alone, and the rids of its damaged ones."""
    whole: dict[bytes, Revision] = {}
    damaged: set[bytes] = set()
    for rid in named_after(keys, rows.names(db), entity):
        opened = open_by_name(db, keys, rid)
        if opened is None:
            damaged.add(rid)
        else:
            whole[rid] = opened
    return whole, damaged


def open_by_name(db: sqlite3.Connection, keys: Keys, rid: bytes) -> Revision | None:
    """One revision, or `None` if it is damaged or not there."""
    opened = (open_revision(keys, rid, ct) for ct in rows.by_name(db, rid))
    return next((each for each in opened if each is not None), None)


def followed(whole: dict[bytes, Revision]) -> set[bytes]:
    """Every rid that some revision names as its parent."""
    return {bytes.fromhex(parent) for each in whole.values() for parent in each.parents}


def _open_and_show(keys: Keys, look: Look, rid: bytes, ct: object) -> Revision | None:
    opened = open_both(keys, rid, ct)
    if opened is None:
        return None
    revision, words = opened
    look(rid, revision, words)
    return revision


def _read_all(
    db: sqlite3.Connection, keys: Keys, opener: _Opener
) -> tuple[dict[bytes, Revision], set[bytes]]:
    """Every revision that opens, and the rids of those that don't."""
    whole: dict[bytes, Revision] = {}
    torn = False
    try:
        for _, rid, ct in rows.in_order(db):
            torn |= not _take(opener, rid, ct, whole)
    except (sqlite3.Error, UnicodeDecodeError) as fault:
        if not is_corrupt(fault):
            raise
        torn = True
    if torn or len(whole) != _expected(db, keys):
        return _read_torn(db, opener)
    return whole, set()


def _read_torn(db: sqlite3.Connection, opener: _Opener) -> tuple[dict[bytes, Revision], set[bytes]]:
    """The slow way, which doesn't stop at damage and takes the names from the index.

    A row without any name left can't be listed; verifying tells that something is missing.
    """
    whole: dict[bytes, Revision] = {}
    torn: dict[int, bytes] = {}
    places: dict[bytes, int] = {}
    for seq, rid, ct in rows.from_both_ends(db):
        if rows.is_rid(rid):
            places[rid] = seq
            if not _take(opener, rid, ct, whole):
                torn[seq] = rid
    damaged: set[bytes] = set()
    for rid, seq in rows.names(db).items():
        places.setdefault(rid, seq)
        if rid not in whole and not _take(opener, rid, rows.at(db, seq), whole):
            damaged.add(rid)
        torn.pop(seq, None)
    in_order = dict(sorted(whole.items(), key=lambda each: places[each[0]]))
    return in_order, (damaged | set(torn.values())) - whole.keys()


def _take(opener: _Opener, rid: object, ct: object, whole: dict[bytes, Revision]) -> bool:
    """Open a row into `whole`; false if it is damaged."""
    if not rows.is_rid(rid):
        return False
    opened = opener(rid, ct)
    if opened is None:
        return False
    whole[rid] = opened
    return True


def _expected(db: sqlite3.Connection, keys: Keys) -> int | None:
    """How many records the head knows of, or `None` if it can't be read."""
    head = read_head(db, keys)
    return None if head is None else head.n - sum(1 for _ in rows.of(db, "draft"))


def _settle(whole: dict[bytes, Revision], damaged: set[bytes], keys: Keys) -> Present:
    past = followed(whole)
    ends: dict[str, bytes] = {}
    several: dict[str, list[bytes]] = {}
    buried: set[str] = set()
    for rid, revision in whole.items():
        if revision.kind == GONE:
            buried.add(revision.entity)
        elif rid not in past:
            # Nearly every entity has one end: a list for each would cost as much as opening it.
            first = ends.setdefault(revision.entity, rid)
            if first is not rid:
                several.setdefault(revision.entity, [first]).append(rid)
    also: dict[str, tuple[bytes, ...]] = {}
    for entity, rids in several.items():
        newest = sorted(rids, key=lambda rid: (whole[rid].clock, rid), reverse=True)
        ends[entity], also[entity] = newest[0], tuple(newest[1:])
    lost = sorted(damaged)
    owners = dict(zip(lost, entities_of(keys, lost), strict=True))
    hidden = buried | {owner for rid, owner in owners.items() if rid not in past}
    return Present(
        items=[
            _item(rid, whole[rid], also.get(entity, ()))
            for entity, rid in ends.items()
            if entity not in hidden
        ],
        damaged=[Damaged(rid=rid.hex(), entity=owners[rid]) for rid in lost],
    )


def _item(rid: bytes, revision: Revision, also: tuple[bytes, ...]) -> Item:
    return Item(
        entity=revision.entity,
        rid=rid,
        kind=revision.kind,
        about=revision.about,
        clock=revision.clock,
        also=also,
    )


@contextmanager
def _no_collection() -> Iterator[None]:
    """Pause the collector: a hundred thousand fresh values would have it walk them many times."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
