"""What one transaction may change. It keeps the head in step with every row."""

import sqlite3
from typing import Final

from integrate.vault import slots
from integrate.vault.errors import VaultFull
from integrate.vault.head import Head, add_slot, read_head, read_slots, seal_head, tally
from integrate.vault.sealing import Keys, Random, Table, as_bytes
from integrate.vault.slots import Slot

MOST_SEALS: Final = 2**28
"""Transactions under one key; below it two random nonces meet with a chance under 2 ** -41."""


class Ledger:
    """One open transaction. Made after BEGIN IMMEDIATE, so that what it reads can't change.

    Where the head can't be read it is left alone: writing goes on, and verifying keeps saying so
    until a person has it rebuilt. Where the head is wrong, the difference stays in it as it was.
    """

    def __init__(self, db: sqlite3.Connection, keys: Keys, random: Random) -> None:
        self.db = db
        self.keys = keys
        self._random = random
        self._head = read_head(db, keys)
        self._slots_fit = (
            self._head is not None and slots.digest(read_slots(db)) == self._head.slots
        )
        self._n = 0
        self._acc = 0
        self._clock = 0
        self._recount: int | None = None
        if self._head is not None and self._head.generation >= MOST_SEALS:
            raise VaultFull

    @property
    def head(self) -> Head | None:
        """The head as it was before this transaction; `None` where it can't be read."""
        return self._head

    def next_clock(self, least: int) -> int:
        """A clock greater than every one so far, and than `least`."""
        return max(self._head.clock if self._head else 0, least) + 1

    def add_record(self, rid: bytes, ct: bytes, clock: int) -> None:
        """Insert a record, or leave the identical one that is there already."""
        added = self.db.execute(
            "INSERT OR IGNORE INTO rec (rid, ct) VALUES (?, ?)", (rid, ct)
        ).rowcount
        if added:
            self._count("rec", rid, ct, 1)
        self._clock = max(self._clock, clock)

    def drop_record(self, rid: bytes, ct: object) -> None:
        """Take out a record, which holds this."""
        if self.db.execute("DELETE FROM rec WHERE rid = ?", (rid,)).rowcount:
            self._count("rec", rid, as_bytes(ct), -1)

    def draft(self, rid: bytes) -> bytes | None:
        """The sealed draft, or `None` if there is none."""
        row = self.db.execute("SELECT ct FROM draft WHERE rid = ?", (rid,)).fetchone()
        return as_bytes(row[0]) if row else None

    def put_draft(self, rid: bytes, ct: bytes) -> None:
        """Insert a draft, or put it in the place of the one with the same name."""
        before = self.draft(rid)
        if before is not None:
            self._count("draft", rid, before, -1)
        self.db.execute(
            "INSERT INTO draft VALUES (?, ?) ON CONFLICT (rid) DO UPDATE SET ct = excluded.ct",
            (rid, ct),
        )
        self._count("draft", rid, ct, 1)

    def drop_draft(self, rid: bytes) -> None:
        """Remove a draft, if it is there."""
        before = self.draft(rid)
        if before is not None:
            self.db.execute("DELETE FROM draft WHERE rid = ?", (rid,))
            self._count("draft", rid, before, -1)

    def kinds(self) -> set[bytes]:
        """The kinds of slots there are."""
        return {slot.kind for slot in read_slots(self.db)}

    def add_slot(self, slot: Slot) -> None:
        """Put in a slot."""
        add_slot(self.db, slot)

    def drop_slots(self, kind: str) -> None:
        """Take out the slots of a kind, also where somebody wrote the kind as another type."""
        self.db.execute("DELETE FROM slot WHERE CAST(kind AS TEXT) = ?", (kind,))

    def replace_slots(self, slot: Slot) -> None:
        """Put this slot in the place of all of its kind."""
        self.drop_slots(slot.kind.decode())
        add_slot(self.db, slot)

    def recount(self, generation: int, clock: int = 0) -> None:
        """Have the head tell what is there now, whatever it told before; on a person's wish only.

        Args:
            generation: it will be later than this one.
            clock: the greatest clock of any record, where the head can't be read.
        """
        self._recount = generation
        self._clock = max(self._clock, clock)

    def save(self) -> tuple[int, bytes] | None:
        """Write the head; the last thing before COMMIT.

        Returns:
            Its generation, and it as it stands in the file; `None` where it can't be read.
        """
        head = self._head
        if self._recount is not None:
            return self._write_head(self._counted(self._recount))
        if head is None:
            return None
        after = Head(
            n=head.n + self._n,
            generation=head.generation + 1,
            clock=max(head.clock, self._clock),
            acc=f"{int(head.acc, 16) ^ self._acc:064x}",
            slots=slots.digest(read_slots(self.db)) if self._slots_fit else head.slots,
        )
        return self._write_head(after)

    def _counted(self, generation: int) -> Head:
        n, acc = tally(self.db, self.keys)
        before = self._head
        return Head(
            n=n,
            generation=max(generation, before.generation if before else 0) + 1,
            clock=max(self._clock, before.clock if before else 0),
            acc=f"{acc:064x}",
            slots=slots.digest(read_slots(self.db)),
        )

    def _write_head(self, head: Head) -> tuple[int, bytes]:
        sealed = seal_head(head, self.keys, self._random)
        self.db.execute(
            "INSERT INTO head VALUES (1, ?) ON CONFLICT (one) DO UPDATE SET ct = excluded.ct",
            (sealed,),
        )
        return head.generation, sealed

    def _count(self, table: Table, rid: bytes, ct: bytes, by: int) -> None:
        self._n += by
        self._acc ^= self.keys.row_mac(table, rid, ct)


def first_head(db: sqlite3.Connection, keys: Keys, random: Random) -> None:
    """Write the head of a vault that holds nothing but its slots."""
    head = Head(slots=slots.digest(read_slots(db)))
    db.execute("INSERT INTO head VALUES (1, ?)", (seal_head(head, keys, random),))
