"""Reading the words of many revisions, or all wordings of one entity."""

import sqlite3
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Final

import msgspec
from msgspec import Struct

from integrate.vault import rows
from integrate.vault.access import Access
from integrate.vault.present import revisions_of
from integrate.vault.records import Revision, open_value
from integrate.vault.sealing import Keys

AT_ONCE: Final = 500
"""Revisions read in one transaction: others wait for the file no longer than these take."""


class Wording(Struct, frozen=True, kw_only=True):
    """One revision with its words."""

    rid: bytes
    kind: str
    about: msgspec.Raw
    value: msgspec.Raw
    clock: int
    """Greater than that of every revision known when it was written. Not a time."""
    parents: tuple[bytes, ...]
    """The revisions that it follows."""


class History(Struct, frozen=True, kw_only=True):
    """All that an entity ever said, the wording with the greatest (clock, rid) first."""

    wordings: tuple[Wording, ...]
    damaged: int
    """How many more can't be read."""


def values(access: Access, rids: Iterable[bytes]) -> Iterator[tuple[bytes, msgspec.Raw | None]]:
    """Each revision with its words, or with `None` if it is damaged or not there.

    They come in the order of `rids`, but those that the index doesn't lead to come at the end. The
    file is let go of in between.
    """
    left = iter(rids)
    missed: list[bytes] = []
    while some := list(islice(left, AT_ONCE)):
        with access.reading() as (db, keys):
            sealed = rows.many_by_index(db, some)
            found = [
                (rid, open_value(keys, rid, sealed.get(rid) or rows.by_index(db, rid)))
                for rid in some
            ]
        for rid, value in found:
            if value is None:
                missed.append(rid)
            else:
                yield rid, value
    if missed:
        yield from _looked_for(access, missed).items()


def history(access: Access, entity: str) -> History:
    """Every wording of an entity that is in the file, found through every name in the vault."""
    with access.reading() as (db, keys):
        whole, damaged = revisions_of(db, keys, entity)
        wordings = [
            wording(rid, revision, value)
            for rid, revision in whole.items()
            for value in (_value(db, keys, rid),)
            if value is not None
        ]
    wordings.sort(key=lambda each: (each.clock, each.rid), reverse=True)
    lost = len(damaged) + len(whole) - len(wordings)
    return History(wordings=tuple(wordings), damaged=lost)


def _looked_for(access: Access, rids: list[bytes]) -> dict[bytes, msgspec.Raw | None]:
    """The same by one look at every row, for where the index is damaged."""
    wanted: dict[bytes, msgspec.Raw | None] = dict.fromkeys(rids)
    with access.reading() as (db, keys):
        for _, rid, ct in rows.from_both_ends(db):
            if rows.is_rid(rid) and rid in wanted:
                wanted[rid] = wanted[rid] or open_value(keys, rid, ct)
    return wanted


def _value(db: sqlite3.Connection, keys: Keys, rid: bytes) -> msgspec.Raw | None:
    opened = (open_value(keys, rid, ct) for ct in rows.by_name(db, rid))
    return next((each for each in opened if each is not None), None)


def wording(rid: bytes, revision: Revision, value: msgspec.Raw) -> Wording:
    """A revision and its words in one."""
    return Wording(
        rid=rid,
        kind=revision.kind,
        about=revision.about,
        value=value,
        clock=revision.clock,
        parents=tuple(bytes.fromhex(each) for each in revision.parents),
    )
