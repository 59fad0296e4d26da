"""What a copy holds: everything about its records is in memory, and none of their sealed bytes.

A copy of a hundred thousand records would fill half a gigabyte.
"""

import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from contextlib import closing, contextmanager
from itertools import chain, islice
from pathlib import Path
from typing import Final

from msgspec import Raw, Struct

from integrate.vault import file, rows
from integrate.vault.drafts import open_draft
from integrate.vault.faults import as_ours
from integrate.vault.head import read_slots
from integrate.vault.present import Progress, read_present, telling
from integrate.vault.records import GONE, Revision, open_revision
from integrate.vault.sealing import Keys
from integrate.vault.slots import Slot
from integrate.vault.unlock import unlock
from integrate.vault.verdict import Finding, verify

AT_ONCE: Final = 500
"""Sealed records in memory at a time."""


class Held(Struct, frozen=True, gc=False):
    """What restoring asks of a record that can be read."""

    entity: str
    clock: int
    gone: bool
    """Whether it is a tombstone."""


class Copy(Struct, frozen=True, kw_only=True):
    """A copy as far as it is whole, open for reading."""

    path: Path
    db: sqlite3.Connection
    keys: Keys
    slots: list[Slot]
    records: Mapping[bytes, Held]
    """By rid, in the order of their writing."""
    drafts: Mapping[bytes, bytes]
    """Those that can be read."""
    lost: frozenset[bytes]
    """The names of records that can't be read."""
    findings: tuple[Finding, ...]

    @property
    def damaged(self) -> int:
        """How many records can't be read."""
        return len(self.lost)

    def sealed(self, rids: Iterable[bytes]) -> Iterator[tuple[bytes, bytes]]:
        """What these records' rows hold; one that can't be read any more is left out.

        Raises:
            VaultError: if somebody holds the copy, or the disk refuses.
        """
        left = iter(rids)
        while some := list(islice(left, AT_ONCE)):
            with as_ours(self.path):
                found = rows.many_by_index(self.db, some)
                whole = [(rid, self._whole(rid, found.get(rid))) for rid in some]
            yield from ((rid, ct) for rid, ct in whole if ct is not None)

    def _whole(self, rid: bytes, found: object) -> bytes | None:
        for ct in chain((found,), rows.by_name(self.db, rid)):
            if isinstance(ct, bytes) and open_revision(self.keys, rid, ct) is not None:
                return ct
        return None


@contextmanager
def read_copy(path: Path, secret: str, progress: Progress | None = None) -> Iterator[Copy]:
    """Everything that a copy tells of its records. It stays open, and nobody is kept from it.

    Args:
        path: the copy.
        secret: what opens it: its passphrase or recovery code at that time.
        progress: told how many records of how many were read; may raise, to stop.

    Raises:
        VaultError: if it can't be opened.
    """
    with closing(file.open_copy(path)) as db:
        with as_ours(path):
            copy = _read(path, db, secret, progress)
        yield copy


def held(revision: Revision) -> Held:
    """The record without all that only its readers need."""
    return Held(revision.entity, revision.clock, revision.kind == GONE)


def buried(records: Mapping[bytes, Held]) -> set[str]:
    """The entities that were deleted for good."""
    return {each.entity for each in records.values() if each.gone}


def latest(*many: Mapping[bytes, Held]) -> int:
    """The greatest clock of any of these records; 0 where there is none."""
    return max((each.clock for records in many for each in records.values()), default=0)


def _read(path: Path, db: sqlite3.Connection, secret: str, progress: Progress | None) -> Copy:
    slots = read_slots(db)
    opened = unlock(slots, secret)
    keys = Keys(opened.master, opened.vault_id)
    records: dict[bytes, Held] = {}

    def look(rid: bytes, revision: Revision, _words: Raw) -> None:
        records[rid] = held(revision)

    seen = look if progress is None else telling(progress, len(rows.names(db)), look)
    damaged = read_present(db, keys, seen).damaged
    return Copy(
        path=path,
        db=db,
        keys=keys,
        slots=slots,
        records=records,
        drafts={
            rid: ct
            for rid, ct in rows.of(db, "draft")
            if isinstance(ct, bytes) and open_draft(keys, rid, ct) is not None
        },
        lost=frozenset(bytes.fromhex(each.rid) for each in damaged),
        findings=verify(db, keys).findings,
    )
