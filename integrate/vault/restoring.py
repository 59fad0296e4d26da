"""Bringing a vault back from a copy of it, into the living file.

The file stays the same file: other programs may have it open, and would otherwise go on writing in
one that no longer has a name. Nothing that is only in the living file is lost unless somebody asks
for exactly the state of the copy. What was deleted for good stays deleted.
"""

import sqlite3
from collections.abc import Callable, Collection, Iterable, Iterator
from contextlib import closing, suppress
from os.path import lexists
from pathlib import Path
from typing import TypeVar

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
from integrate.vault.head import add_slot, is_of_another_key, read_head, read_slots, tally
from integrate.vault.holding import Copy, Held, buried, held, latest, read_copy
from integrate.vault.ledger import Ledger
from integrate.vault.pouring import Restored, aside_of, bury, pour_in
from integrate.vault.records import open_revision
from integrate.vault.slots import Slot
from integrate.vault.unlock import unlock

T = TypeVar("T")


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
    return _restore(_Asked(path, backup, secret, machine, exactly, before, progress), None)


class _Asked(Struct, frozen=True):
    """What was asked for, as it is asked for again where the disk refused."""

    path: Path
    backup: Path
    secret: str
    machine: Machine
    exactly: bool
    before: Path | None
    progress: Progress | None

    def __repr__(self) -> str:
        return "_Asked()"


def _restore(asked: _Asked, kept: Collection[bytes] | None) -> Restored:
    """Does it; `kept`: the records in the copy that was made before, where it was made already."""
    path, progress, machine = asked.path, asked.progress, asked.machine
    with read_copy(asked.backup, asked.secret, progress) as found:
        try:
            db = _second_look(lambda: file.open_file(path))
        except NoVault:
            return _put_in_place(path, found, None, machine, progress)
        except (DamagedVault, NotAVault) as fault:
            if not _may_be_put_aside(fault):
                raise
            return _put_in_place(path, found, aside_of(path), machine, progress)
        access = Access(path, db, found.keys, machine=machine)
        try:
            with as_ours(path):
                if not _is_of_this(db, found, asked.secret):
                    raise OtherVault(asked.backup)
            if asked.before is not None and kept is None:
                copies.copy(path, asked.before, found.keys, progress)
                kept = _names_in(asked.before)
            try:
                return _second_look(lambda: _merge(access, found, kept, exactly=asked.exactly))
            except DamagedVault:
                return pour_in(access, found, exactly=asked.exactly)
        except NotWritten as refusal:
            # Both files are closed by then, so that trying again is doing all of it again.
            raise NotWritten(lambda: _restore(asked, kept)) from refusal
        finally:
            access.close()


def _second_look(look: Callable[[], T]) -> T:
    """What is damaged is so at a second look too; a disk that can't be read for a moment isn't."""
    try:
        return look()
    except (DamagedVault, NotAVault):
        return look()


def _is_of_this(db: sqlite3.Connection, found: Copy, secret: str) -> bool:
    """Whether the living file has the copy's key, which it must prove by something that opens.

    The id alone is no proof: it stands there in clear, and whoever knows an old passphrase could
    make a file that bears it, with a key and records of their own.
    """
    if is_of_another_key(db, found.keys):
        return False
    if read_head(db, found.keys) is not None:
        return True
    slots = read_slots(db)
    if not any(slot.whole for slot in slots):
        return True  # whatever it was, nothing opens it
    with suppress(VaultError):
        if unlock(slots, secret).master == found.keys.master:
            return True
    return any(
        rows.is_rid(rid) and open_revision(found.keys, rid, ct) is not None
        for _, rid, ct in rows.from_both_ends(db)
    )


def _names_in(copy: Path) -> Collection[bytes]:
    with closing(file.open_copy(copy)) as db, as_ours(copy):
        return rows.names(db).keys()


# --- into a file that is alive


def _merge(
    access: Access, found: Copy, kept: Collection[bytes] | None, *, exactly: bool
) -> Restored:
    """One transaction: the old state, or the new one.

    Args:
        access: the living file.
        found: the copy.
        kept: the records that were copied beforehand. What was written since then stays.
        exactly: whether what isn't in the copy goes.
    """
    generation = access.least_generation()

    def change(ledger: Ledger) -> Restored:
        rows.mend_names(ledger.db)
        lost = _rows_lost(ledger)
        named = rows.names(ledger.db).keys()
        here = dict(_here(ledger))
        gone = buried(here)
        deleted = bury(ledger, buried(found.records) - gone, here)
        missing = [
            rid
            for rid, each in found.records.items()
            if rid not in here and each.entity not in gone
        ]
        brought = _bring(ledger, found.sealed(missing))
        alone = [rid for rid, each in here.items() if rid not in found.records and not each.gone]
        going = set(alone) | (rows.names(ledger.db).keys() - here.keys() - found.records.keys())
        # What is only damaged in the copy isn't missing there: an older text would take its place.
        going -= found.lost
        if kept is not None:
            going &= set(kept)
        if exactly:
            _take_out(ledger, going)
        taken = len(going.intersection(alone)) if exactly else 0
        if exactly or brought:
            _bring_drafts(ledger, found)
        locks = _mend_locks(ledger, found.slots)
        ledger.recount(generation, latest(here, found.records))
        return Restored(
            brought=brought,
            taken=deleted + taken,
            stayed=len(alone) - taken,
            damaged=found.damaged + len(missing) - brought,
            lost=0 if exactly else max(0, lost - sum(1 for rid in missing if rid not in named)),
            findings=found.findings,
            locks=locks,
        )

    return access.write(change)


def _rows_lost(ledger: Ledger) -> int:
    """How many rows the head knows of that aren't in the file."""
    n, _ = tally(ledger.db, ledger.keys)
    return max(0, ledger.head.n - n) if ledger.head is not None else 0


def _here(ledger: Ledger) -> Iterator[tuple[bytes, Held]]:
    """Every record here that opens.

    Raises:
        DamagedVault: if pages of the file are damaged: it can't be written in as it is.
    """
    for _, rid, ct in rows.in_order(ledger.db):
        if rows.is_rid(rid) and (revision := open_revision(ledger.keys, rid, ct)) is not None:
            yield rid, held(revision)


def _bring(ledger: Ledger, sealed: Iterable[tuple[bytes, bytes]]) -> int:
    names, brought = rows.names(ledger.db), 0
    for rid, ct in sealed:
        if rid in names:  # it is damaged here
            ledger.db.execute("DELETE FROM rec WHERE rid = ?", (rid,))
        ledger.add_record(rid, ct, 0)
        brought += 1
    return brought


def _take_out(ledger: Ledger, going: Iterable[bytes]) -> None:
    for rid in going:
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
