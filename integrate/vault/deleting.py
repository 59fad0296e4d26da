"""Deleting for good, and taking that back while somebody still holds what was deleted."""

import sqlite3
from collections.abc import Sequence
from typing import Final

import msgspec
from msgspec import Struct

from integrate.vault import rows
from integrate.vault.ledger import Ledger
from integrate.vault.present import Item
from integrate.vault.reading import Wording, wording
from integrate.vault.records import (
    GONE,
    Revision,
    named_after,
    new_entity,
    new_rid,
    open_revision,
    open_value,
    seal_record,
)
from integrate.vault.sealing import Keys, Random

_NOTHING: Final = msgspec.Raw(b"null")


class Removed(Struct, frozen=True, kw_only=True):
    """What was deleted: all that is needed to bring it back, and nowhere else any more."""

    entity: str
    wordings: tuple[Wording, ...]
    """Every revision that could be read, the earliest first."""

    @property
    def kind(self) -> str:
        """What sort of thing it was; empty where nothing of it could be read."""
        return self.wordings[-1].kind if self.wordings else ""


class Deletion:
    """Takes every row of an entity out and leaves a tombstone, which covers it for ever."""

    def __init__(
        self, keys: Keys, entity: str, *, drafts: Sequence[bytes], device: bytes, random: Random
    ) -> None:
        self._entity = entity
        self._drafts = drafts
        self._device = device
        self._random = random
        self._rid = new_rid(keys, entity, random)
        self._sealed: tuple[bytes, int] | None = None
        self._removed: Removed | None = None

    def from_(self, ledger: Ledger) -> Removed:
        """Delete. Does no harm a second time, should the first one's end be unknown."""
        rows.mend_names(ledger.db)
        found = _rows_of(ledger.db, ledger.keys, self._entity)
        removed = _together(self._removed, _removed(ledger.keys, self._entity, found))
        self._removed = removed
        stays = {self._rid}
        for rid, ct in found.items():
            if rid not in stays:
                ledger.drop_record(rid, ct)
        for rid in self._drafts:
            ledger.drop_draft(rid)
        if self._sealed is None:
            self._sealed = self._tombstone(ledger)
        ct, clock = self._sealed
        ledger.add_record(self._rid, ct, clock)
        return removed

    def _tombstone(self, ledger: Ledger) -> tuple[bytes, int]:
        clock = ledger.next_clock(0)
        ct = seal_record(
            ledger.keys,
            self._rid,
            entity=self._entity,
            parents=(),
            clock=clock,
            device=self._device,
            kind=GONE,
            about=_NOTHING,
            value=_NOTHING,
            random=self._random,
        )
        return ct, clock


class Return:
    """Brings back what was deleted, with its history, as a new entity."""

    def __init__(self, keys: Keys, removed: Removed, *, device: bytes, random: Random) -> None:
        self._entity = new_entity(random)
        self._device = device
        self._random = random
        self._rids = {each.rid: new_rid(keys, self._entity, random) for each in removed.wordings}
        self._removed = removed
        self._sealed: list[tuple[bytes, bytes, int]] = []

    def into(self, ledger: Ledger) -> Item:
        """Put it in. Does no harm a second time, should the first one's end be unknown."""
        if not self._sealed:
            self._sealed = self._seal(ledger)
        for rid, ct, clock in self._sealed:
            ledger.add_record(rid, ct, clock)
        rid, _, clock = self._sealed[-1]
        last = self._removed.wordings[-1]
        also = tuple(self._rids[each] for each in self._ends() if self._rids[each] != rid)
        return Item(
            entity=self._entity, rid=rid, kind=last.kind, about=last.about, clock=clock, also=also
        )

    def _ends(self) -> list[bytes]:
        followed = {parent for each in self._removed.wordings for parent in each.parents}
        return [each.rid for each in self._removed.wordings if each.rid not in followed]

    def _seal(self, ledger: Ledger) -> list[tuple[bytes, bytes, int]]:
        clock = ledger.next_clock(0) - 1
        sealed = []
        for each in self._removed.wordings:
            clock += 1
            rid = self._rids[each.rid]
            ct = seal_record(
                ledger.keys,
                rid,
                entity=self._entity,
                parents=[self._rids[parent] for parent in each.parents if parent in self._rids],
                clock=clock,
                device=self._device,
                kind=each.kind,
                about=each.about,
                value=each.value,
                random=self._random,
            )
            sealed.append((rid, ct, clock))
        return sealed


def is_buried(db: sqlite3.Connection, keys: Keys, entity: str) -> bool:
    """Whether the entity was deleted; looks through every name in the vault."""
    return any(
        (opened := open_revision(keys, rid, ct)) is not None and opened.kind == GONE
        for rid, ct in _rows_of(db, keys, entity).items()
    )


def _rows_of(db: sqlite3.Connection, keys: Keys, entity: str) -> dict[bytes, object]:
    """Every row that bears this entity's name, with what it holds."""
    return {
        rid: next(iter(rows.by_name(db, rid)), None)
        for rid in named_after(keys, rows.names(db), entity)
    }


def _together(earlier: Removed | None, now: Removed) -> Removed:
    """What an earlier try took out, which may have gone in, and what was written since then."""
    if earlier is None:
        return now
    wordings = {each.rid: each for each in (*earlier.wordings, *now.wordings)}
    in_order = sorted(wordings.values(), key=lambda each: (each.clock, each.rid))
    return Removed(entity=now.entity, wordings=tuple(in_order))


def _removed(keys: Keys, entity: str, found: dict[bytes, object]) -> Removed:
    opened: list[tuple[int, bytes, Revision, msgspec.Raw]] = []
    for rid, ct in found.items():
        revision, value = open_revision(keys, rid, ct), open_value(keys, rid, ct)
        if revision is not None and value is not None and revision.kind != GONE:
            opened.append((revision.clock, rid, revision, value))
    opened.sort(key=lambda each: each[:2])
    return Removed(
        entity=entity,
        wordings=tuple(wording(rid, revision, value) for _, rid, revision, value in opened),
    )
