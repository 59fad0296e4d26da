"""Bringing a vault back from a copy of it, into the living file.

The file stays the same file: other programs may have it open, and would otherwise go on writing in
one that no longer has a name. Nothing that is only in the living file is lost unless somebody asks
for exactly the state of the copy. What was deleted for good stays deleted.
"""

import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import suppress
from os.path import lexists
from pathlib import Path
from typing import Final, TypeVar

from msgspec import Struct

from integrate.machine import Machine
from integrate.vault import copies, file, place, rows
from integrate.vault.access import Access
from integrate.vault.copies import Progress
from integrate.vault.errors import (
    DamagedVault,
    NotAVault,
    NotCopied,
    NotWritten,
    NoVault,
    OtherVault,
    VaultError,
)
from integrate.vault.faults import as_ours
from integrate.vault.head import add_slot, is_of_another_key, read_slots
from integrate.vault.holding import Copy, Held, buried, held, latest, read_copy
from integrate.vault.ledger import Ledger
from integrate.vault.records import entities_of, open_revision
from integrate.vault.sealing import Keys
from integrate.vault.slots import Slot
from integrate.vault.verdict import Finding

T = TypeVar("T")

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
    findings: tuple[Finding, ...] = ()
    """What isn't as it was left in the copy."""
    locks: bool = False
    """Whether the locks of the copy count now: those here were damaged, or there were none."""
    aside: Path | None = None
    """Where the damaged file was put, or a copy of it: it couldn't be written in any more."""


def restore(  # noqa: PLR0913 - by name, and each of them is the caller's to choose
    path: Path,
    backup: Path,
    secret: str,
    *,
    machine: Machine,
    exactly: bool = False,
    before: Path | None = None,
    progress: Progress | None = None,
) -> Restored:
    """Bring back what a copy holds.

    Args:
        path: the living file; where there is none, or it can't be opened any more, the copy takes
            its place and the old one is put aside.
        backup: the copy.
        secret: what opens the copy: its passphrase or recovery code at that time.
        machine: this machine.
        exactly: whether what is only in the living file is to go. Its drafts stay all the same.
        before: where to copy the living file to first, if there is one that can be opened.
        progress: told how far it is.

    Raises:
        WrongSecret: if the secret doesn't open the copy.
        OtherVault: if it is the copy of another vault, or of this one before a re-key.
        NotWritten: if the disk refuses.
        VaultError: if either can't be read at all.
    """
    with read_copy(backup, secret) as found:
        try:
            db = _second_look(lambda: file.open_file(path))
        except NoVault:
            return _put_in_place(path, found, None, machine, progress)
        except (DamagedVault, NotAVault) as fault:
            if not _may_be_put_aside(fault):
                raise
            return _put_in_place(path, found, _aside(path), machine, progress)
        access = Access(path, db, found.keys, machine=machine)
        try:
            with as_ours(path):
                if is_of_another_key(db, found.keys):
                    raise OtherVault(backup)
            if before is not None:
                copies.copy(path, before, found.keys, progress)
            try:
                return _second_look(lambda: _merge(access, found, exactly=exactly))
            except DamagedVault:
                return _pour_in(access, found)
        except NotWritten as refusal:
            # Both files are closed by then, so that trying again is doing all of it again.
            raise NotWritten(
                lambda: restore(path, backup, secret, machine=machine, exactly=exactly)
            ) from refusal
        finally:
            access.close()


def _second_look(look: Callable[[], T]) -> T:
    """What is damaged is so at a second look too; a disk that can't be read for a moment isn't."""
    try:
        return look()
    except (DamagedVault, NotAVault):
        return look()


# --- into a file that is alive


def _merge(access: Access, found: Copy, *, exactly: bool) -> Restored:
    """One transaction: the old state, or the new one."""
    generation = access.least_generation()

    def change(ledger: Ledger) -> Restored:
        rows.mend_names(ledger.db)
        here = dict(_here(ledger))
        gone = buried(here)
        deleted = _bury(ledger, buried(found.records) - gone, here)
        missing = [
            rid
            for rid, each in found.records.items()
            if rid not in here and each.entity not in gone
        ]
        brought = _bring(ledger, found.sealed(missing))
        alone = [rid for rid, each in here.items() if rid not in found.records and not each.gone]
        if exactly:
            _take_out(ledger, alone, here, found)
        if exactly or brought:
            _bring_drafts(ledger, found)
        locks = _mend_locks(ledger, found.slots)
        ledger.recount(generation, latest(here, found.records))
        return Restored(
            brought=brought,
            taken=deleted + (len(alone) if exactly else 0),
            stayed=0 if exactly else len(alone),
            damaged=found.damaged + len(missing) - brought,
            findings=found.findings,
            locks=locks,
        )

    return access.write(change)


def _here(ledger: Ledger) -> Iterator[tuple[bytes, Held]]:
    """Every record here that opens.

    Raises:
        DamagedVault: if pages of the file are damaged: it can't be written in as it is.
    """
    for _, rid, ct in rows.in_order(ledger.db):
        if rows.is_rid(rid) and (revision := open_revision(ledger.keys, rid, ct)) is not None:
            yield rid, held(revision)


def _bury(ledger: Ledger, gone: set[str], here: dict[bytes, Held] | None = None) -> int:
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


def _bring(ledger: Ledger, sealed: Iterable[tuple[bytes, bytes]]) -> int:
    names, brought = rows.names(ledger.db), 0
    for rid, ct in sealed:
        if rid in names:  # it is damaged here
            ledger.db.execute("DELETE FROM rec WHERE rid = ?", (rid,))
        ledger.add_record(rid, ct, 0)
        brought += 1
    return brought


def _take_out(ledger: Ledger, alone: list[bytes], here: Mapping[bytes, Held], found: Copy) -> None:
    for rid in alone:
        ledger.db.execute("DELETE FROM rec WHERE rid = ?", (rid,))
    # What is damaged here and isn't in the copy has no place in exactly its state.
    for rid in rows.names(ledger.db):
        if rid not in here and rid not in found.records:
            ledger.db.execute("DELETE FROM rec WHERE rid = ?", (rid,))


def _bring_drafts(ledger: Ledger, found: Copy) -> None:
    """Drafts of the copy that aren't here; those here are words that nobody has kept yet."""
    for rid, ct in found.drafts.items():
        if ledger.draft(rid) is None:
            ledger.put_draft(rid, ct)


def _mend_locks(ledger: Ledger, slots: list[Slot]) -> bool:
    """The locks here stay; only where none of them is whole do those of the copy count."""
    if any(slot.whole for slot in read_slots(ledger.db)):
        return False
    ledger.db.execute("DELETE FROM slot")
    for slot in slots:
        add_slot(ledger.db, slot)
    return True


# --- into a file whose pages are damaged


def _pour_in(access: Access, found: Copy) -> Restored:
    """Copy all pages of the copy over those here, then put back what could still be read here.

    SQLite does the first in one transaction, under its own lock. Should the second fail, all that
    was here stands in the file that is put beside.
    """
    aside = _aside(access.path)
    copies.copy_pages(access.path, aside)
    with access.reading() as (db, keys):
        saved, only_here = _saved(db, keys, found)
        drafts = {rid: ct for rid, ct in rows.of(db, "draft") if isinstance(ct, bytes)}
        slots = [slot for slot in read_slots(db) if slot.whole]
    access.overwrite(found.db)
    generation = access.least_generation()

    def change(ledger: Ledger) -> int:
        gone = buried(found.records) - buried(saved)
        _bury(ledger, buried(saved))
        stayed = [rid for rid in only_here if saved[rid].entity not in gone]
        for rid in stayed:
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
        stayed=stayed,
        damaged=found.damaged,
        findings=found.findings,
        locks=not slots,
        aside=aside,
    )


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


# --- where there is no living file


def _put_in_place(
    path: Path, found: Copy, aside: Path | None, machine: Machine, progress: Progress | None
) -> Restored:
    try:
        place.make_folder(path.parent)
        place.check_folder(path.parent)
    except OSError as fault:
        raise NotAVault(path, "unmakeable") from fault
    if aside is not None:
        _move(path, aside)
    try:
        copies.copy(found.path, path, found.keys, progress)
    except BaseException:
        if aside is not None and not lexists(path):
            with suppress(OSError):
                aside.rename(path)
        raise
    _go_on_from(path, found, machine)
    return Restored(
        brought=len(found.records),
        damaged=found.damaged,
        findings=found.findings,
        locks=True,
        aside=aside,
    )


def _go_on_from(path: Path, found: Copy, machine: Machine) -> None:
    """Take the restored state for the present one, though this machine may know a later one.

    That one is gone, and the person knows why; nobody is to be warned of it for ever after.
    """
    with suppress(VaultError):
        access = Access(path, file.open_file(path), found.keys, machine=machine)
        try:
            if access.looks_older():
                access.write(lambda ledger: ledger.recount(access.least_generation()))
        finally:
            access.close()


def _move(path: Path, aside: Path) -> None:
    try:
        path.rename(aside)
        place.sync(path.parent)
    except OSError as fault:
        raise NotCopied(aside) from fault


def _may_be_put_aside(fault: VaultError) -> bool:
    """Whether what stands at the path is a file of ours that can't be opened any more."""
    return isinstance(fault, DamagedVault) or (
        isinstance(fault, NotAVault) and fault.why in {"empty", "other"}
    )


def _aside(path: Path) -> Path:
    """A name beside the damaged file that is free."""
    number = 1
    while lexists(aside := path.with_name(f"{path.stem}.{_ASIDE}-{number}{path.suffix}")):
        number += 1
    return aside
