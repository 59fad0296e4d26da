"""Restoring into a living file whose pages are damaged: it can't be written in as it is."""

import sqlite3
from os.path import lexists
from pathlib import Path
from typing import Final

from msgspec import Struct

from integrate.vault import copies, rows, schema
from integrate.vault.access import Access
from integrate.vault.errors import DamagedVault
from integrate.vault.head import add_slot, read_slots
from integrate.vault.holding import Copy, Held, buried, held, latest
from integrate.vault.ledger import Ledger
from integrate.vault.records import entities_of, open_revision
from integrate.vault.sealing import Keys
from integrate.vault.verdict import Finding

_ASIDE: Final = "damaged"


class Restored(Struct, frozen=True, kw_only=True):
    """What restoring did."""

    brought: int = 0
    """Records that came back: missing here, or damaged."""
    taken: int = 0
    """Records that were taken out: exactly the copy was asked for, or it knows them as deleted."""
    stayed: int = 0
    """Records that are here and not in the copy."""
    damaged: int = 0
    """Records in the copy that couldn't be read, and weren't brought."""
    lost: int = 0
    """Records and drafts that the living file had lost, and the copy doesn't have either."""
    findings: tuple[Finding, ...] = ()
    """What isn't as it was left in the copy."""
    locks: bool = False
    """Whether the locks of the copy count now: those here were damaged, or there were none."""
    aside: Path | None = None
    """Where the damaged file was put, or a copy of it: it couldn't be written in any more."""


def pour_in(access: Access, found: Copy, *, exactly: bool) -> Restored:
    """Copy all pages of the copy over those here, then put back what could still be read here.

    Where exactly the copy is asked for, only drafts are put back, and the locks; the rest stands in
    the file that is put beside.

    SQLite does the first in one transaction. Should the second fail, all that was here stands in
    the file that is put beside. Nobody else writes in between: it would be in neither.

    Raises:
        DamagedVault: if the copy holds tables or triggers that aren't ours: they would come along,
            and a trigger that somebody planted would run at our next write.
    """
    if schema.has_more(found.db):
        raise DamagedVault(found.path)
    aside = aside_of(access.path)
    copies.copy_pages(access.path, aside)
    with access.held():
        return _poured(access, found, aside, exactly=exactly)


def _poured(access: Access, found: Copy, aside: Path, *, exactly: bool) -> Restored:
    with access.reading() as (db, keys):
        saved, only_here = _saved(db, keys, found)
        drafts = {rid: ct for rid, ct in rows.of(db, "draft") if isinstance(ct, bytes)}
        slots = [slot for slot in read_slots(db) if slot.whole]
    access.overwrite(found.db)
    generation = access.least_generation()

    def change(ledger: Ledger) -> int:
        gone = buried(found.records) - buried(saved)
        bury(ledger, buried(saved))
        stayed = [rid for rid in only_here if saved[rid].entity not in gone]
        if exactly:
            stayed = [rid for rid in stayed if rid in found.lost or saved[rid].gone]
        for rid in stayed:
            if rid in found.lost:  # damaged in the copy, and so here now
                ledger.db.execute("DELETE FROM rec WHERE rid = ?", (rid,))
            ledger.add_record(rid, only_here[rid], saved[rid].clock)
        for rid, ct in drafts.items():
            ledger.put_draft(rid, ct)
        if slots:
            ledger.db.execute("DELETE FROM slot")
            for slot in slots:
                add_slot(ledger.db, slot)
        ledger.recount(generation, latest(saved))
        return len(stayed)

    stayed = access.write(change)
    return Restored(
        brought=len(found.records.keys() - saved.keys()),
        taken=len(only_here) - stayed if exactly else 0,
        stayed=stayed,
        damaged=found.damaged,
        findings=found.findings,
        locks=not slots,
        aside=aside,
    )


def bury(ledger: Ledger, gone: set[str], here: dict[bytes, Held] | None = None) -> int:
    """Take every row of these entities out of the file, and from what is known to be here."""
    names = list(rows.names(ledger.db))
    these = [
        rid
        for rid, owner in zip(names, entities_of(ledger.keys, names), strict=True)
        if owner in gone
    ]
    for rid in these:
        ledger.db.execute("DELETE FROM rec WHERE rid = ?", (rid,))
        if here is not None:
            here.pop(rid, None)
    return len(these)


def _saved(
    db: sqlite3.Connection, keys: Keys, found: Copy
) -> tuple[dict[bytes, Held], dict[bytes, bytes]]:
    """What can still be read here, and what the rows hold of which the copy has none."""
    saved: dict[bytes, Held] = {}
    only_here: dict[bytes, bytes] = {}
    for _, rid, ct in rows.from_both_ends(db):
        if rows.is_rid(rid) and (revision := open_revision(keys, rid, ct)) is not None:
            saved[rid] = held(revision)
            if rid not in found.records:
                only_here[rid] = ct
    return saved, only_here


def aside_of(path: Path) -> Path:
    """A name beside the damaged file that is free."""
    number = 1
    while lexists(aside := path.with_name(f"{path.stem}.{_ASIDE}-{number}{path.suffix}")):
        number += 1
    return aside
