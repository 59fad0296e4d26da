"""A new key for everything, in one transaction inside the living file.

Whoever held the old key, or a copy and the old passphrase, can read nothing that is written from
then on. What they have already they keep.
"""

import hmac
import sqlite3
from collections.abc import Callable, Iterator, Mapping
from hashlib import sha256
from typing import Final

from msgspec import Struct

from integrate.vault import rows, slots
from integrate.vault.access import Access
from integrate.vault.drafts import reseal_draft
from integrate.vault.errors import DamagedRecord, StillDamaged
from integrate.vault.head import Head, add_slot, read_head, read_slots, seal_head, tally
from integrate.vault.records import Resealed, new_rid, open_plain, reseal
from integrate.vault.sealing import KEY_BYTES, Keys, Random, as_bytes
from integrate.vault.slots import Kdf, Kind, wrap
from integrate.vault.verdict import Finding, verify

Progress = Callable[[int, int], None]
"""Told how many of how many are done. What it raises stops the work, and nothing has changed."""

ID_BYTES: Final = 16
_AT_ONCE: Final = 500
"""Records read in one turn."""
_MENDED: Final = {Finding.SLOTS_CHANGED, Finding.NAME_CHANGED, Finding.OLDER}
"""What a new key itself puts right."""


class _Row(Struct, frozen=True):
    """A record under the new key, made before the file was taken for writing."""

    old: bytes
    """The last bytes of what it was made from."""
    new: Resealed


class NewKey:
    """Everything under a new key: slots first, then as many records as can be made beforehand."""

    def __init__(self, secrets: Mapping[Kind, bytes], *, kdf: Kdf, random: Random) -> None:
        """Derive the new slots; slow.

        Args:
            secrets: what will open the vault from then on.
            kdf: what trying one of them costs.
            random: a source of random bytes.
        """
        self.keys = Keys(random(KEY_BYTES), random(ID_BYTES))
        self._random = random
        self._slots = [
            wrap(
                self.keys.master,
                secret=secret,
                kind=kind,
                vault_id=self.keys.vault_id,
                kdf=kdf,
                random=random,
            )
            for kind, secret in secrets.items()
        ]
        self._names: dict[bytes, bytes] = {}
        self._ready: dict[bytes, _Row] = {}

    def prepare(self, access: Access, progress: Progress | None) -> None:
        """Seal every record anew in memory, reading them in short turns.

        So others wait only while the file is written, not while everything is sealed. What they
        write meanwhile is sealed then.

        Raises:
            StillDamaged: if a record can't be read, or the head doesn't fit the rows.
        """
        with access.reading() as (db, keys):
            head = read_head(db, keys)
            if head is None or set(verify(db, keys).findings) - _MENDED:
                raise StillDamaged
            last = rows.last(db)
        seq = done = 0
        while seq < last:
            with access.reading() as (db, keys):
                some = rows.after(db, seq, _AT_ONCE)
                for seq, rid, ct in some:  # noqa: B007 - the last one is where the next turn begins
                    self._sealed(keys, rid, ct)
            if not some:
                return  # the last ones were deleted meanwhile
            done += len(some)
            if progress is not None:
                progress(done, max(done, head.n))

    def into(self, db: sqlite3.Connection, keys: Keys) -> None:
        """Write it all, and read it back; the caller holds a write transaction, and commits.

        Raises:
            StillDamaged: if something can't be read.
        """
        head = read_head(db, keys)
        if head is None or set(verify(db, keys).findings) - _MENDED:
            raise StillDamaged
        written = dict(self._records(db, keys))
        self._drafts(db, keys)
        db.execute("DELETE FROM slot")
        for slot in self._slots:
            add_slot(db, slot)
        db.execute(
            "INSERT INTO meta VALUES ('vault_id', ?) ON CONFLICT (k) DO UPDATE SET v = excluded.v",
            (self.keys.vault_id,),
        )
        n, acc = tally(db, self.keys)
        after = Head(
            n=n,
            generation=1,  # counts how often this key has sealed
            clock=head.clock,
            acc=f"{acc:064x}",
            slots=slots.digest(read_slots(db)),
        )
        db.execute("UPDATE head SET ct = ?", (seal_head(after, self.keys, self._random),))
        self._read_back(db, written)

    def _records(self, db: sqlite3.Connection, keys: Keys) -> Iterator[tuple[bytes, bytes]]:
        """Write each record in its old row; what was written, by its new name."""
        for seq, rid in db.execute("SELECT seq, rid FROM rec ORDER BY seq").fetchall():
            new = self._sealed(keys, rid, as_bytes(rows.at(db, seq)))
            db.execute("UPDATE rec SET rid = ?, ct = ? WHERE seq = ?", (new.rid, new.ct, seq))
            yield new.rid, new.digest

    def _drafts(self, db: sqlite3.Connection, keys: Keys) -> None:
        """Drafts keep their names: other windows go on writing in them."""
        for rid, ct in list(rows.of(db, "draft")):
            try:
                new = reseal_draft(keys, self.keys, rid, ct, self._random)
            except DamagedRecord as damage:
                raise StillDamaged from damage
            db.execute("UPDATE draft SET ct = ? WHERE rid = ?", (new, rid))

    def _sealed(self, keys: Keys, rid: bytes, ct: bytes) -> Resealed:
        ready = self._ready.get(rid)
        if ready is not None and ready.old == ct[-KEY_BYTES:]:
            return ready.new
        try:
            new = reseal(keys, self.keys, rid, ct, name=self._name, random=self._random)
        except DamagedRecord as damage:
            raise StillDamaged from damage
        self._ready[rid] = _Row(ct[-KEY_BYTES:], new)
        return new

    def _name(self, rid: bytes, entity: str) -> bytes:
        """The new name of a revision, the same wherever it is named."""
        if rid not in self._names:
            self._names[rid] = new_rid(self.keys, entity, self._random)
        return self._names[rid]

    def _read_back(self, db: sqlite3.Connection, written: dict[bytes, bytes]) -> None:
        """See that what stands in the file is what was meant, before it counts."""
        for _, rid, ct in rows.in_order(db):
            plain = open_plain(self.keys, rid, ct)
            meant = written.pop(rid, b"")
            if plain is None or not hmac.compare_digest(sha256(plain).digest(), meant):
                raise StillDamaged
        if written or not verify(db, self.keys).ok:
            raise StillDamaged
