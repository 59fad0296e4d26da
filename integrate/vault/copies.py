"""Copies of a vault: making one that is known to be whole, and keeping it in step.

A backup is a vault itself: the same rows, the same slots, the same head.
"""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from itertools import count
from os.path import lexists
from pathlib import Path
from typing import Final

import msgspec
from msgspec import Struct

from integrate.machine import Machine
from integrate.vault import file, place, rows, schema
from integrate.vault.access import Access
from integrate.vault.deleting import Deletion
from integrate.vault.drafts import open_draft
from integrate.vault.errors import NotCopied, NotWritten, OtherVault, VaultError, VaultExists
from integrate.vault.faults import as_ours
from integrate.vault.head import add_slot, read_slots, sealed_head
from integrate.vault.ledger import Ledger
from integrate.vault.present import read_present
from integrate.vault.records import GONE, Revision, named_after, open_revision
from integrate.vault.sealing import Keys, Random
from integrate.vault.slots import Slot
from integrate.vault.verdict import Finding, verify

Progress = Callable[[int, int], None]
"""Told how many of how many pages are done. What it raises stops the work, and leaves nothing."""

_PAGES_AT_ONCE: Final = 1024
"""8 MiB: others wait for the file no longer than these take."""
_ASKED_EVERY: Final = 100
"""So many records are read between two looks whether to go on."""
_PATIENCE: Final = 3
"""So often the copying begins anew because somebody else wrote; then it is done in one go."""


class Copied(Struct, frozen=True, kw_only=True):
    """How a copy turned out. It holds whatever the vault holds, damage too, and no table more."""

    damaged: int
    """Records and drafts in it that can't be read."""
    findings: tuple[Finding, ...]

    @property
    def whole(self) -> bool:
        """Whether it can stand in for the vault, with nothing missing."""
        return not self.damaged and not self.findings


def copy(source: Path, target: Path, keys: Keys, progress: Progress | None = None) -> Copied:
    """Copy a vault as it is at one moment, and read the whole copy before it gets its name.

    Args:
        source: the living file, or another copy; others may write in it meanwhile.
        target: where; nothing may stand there. Its folder is made where it is missing.
        keys: the vault's.
        progress: told how far it is.

    Raises:
        VaultExists: if something stands there.
        NotCopied: if the disk refuses, or what was written doesn't read back.
        VaultError: if the source can't be read.
    """
    if lexists(target):
        raise VaultExists(target)
    try:
        with place.making(target) as partial:
            place.make_folder(target.parent)
            place.clear_partials(target.parent)
            place.claim(partial)
            with closing(file.open_copy(source)) as living:
                _pour(living, partial, progress)
            _take_out_planted(partial)
            copied = read_through(partial, target, keys, progress)
            place.sync_file(partial)
            place.put_new(partial, target)
    except FileExistsError as fault:
        raise VaultExists(target) from fault
    except (OSError, sqlite3.Error) as fault:
        raise NotCopied(target) from fault
    return copied


def copy_pages(source: Path, target: Path) -> None:
    """Copy a file as it is, damage and all, without reading what it holds.

    Raises:
        NotCopied: if the disk refuses, or something stands there.
    """
    try:
        with place.making(target) as partial:
            place.claim(partial)
            with closing(file.open_copy(source)) as living:
                _pour(living, partial, None)
            place.sync_file(partial)
            place.put_new(partial, target)
    except (OSError, sqlite3.Error) as fault:
        raise NotCopied(target) from fault


def _pour(living: sqlite3.Connection, partial: Path, progress: Progress | None) -> None:
    """Copy in steps, between which others may write; too much of that, and it is done at once."""
    least: int | None = None
    restarts = 0

    def step(_status: int, left: int, most: int) -> None:
        nonlocal least, restarts
        if least is not None and left >= least:
            restarts += 1
            if restarts > _PATIENCE:
                raise _Restless
        least = left
        if progress is not None:
            progress(most - left, most)

    with closing(sqlite3.connect(partial, isolation_level=None)) as target:
        try:
            target.execute("PRAGMA journal_mode = OFF")
            target.execute("PRAGMA synchronous = OFF")
            living.backup(target, pages=_PAGES_AT_ONCE, progress=step, sleep=0.01)
        except _Restless:
            living.backup(target, pages=-1)


def _take_out_planted(partial: Path) -> None:
    """A trigger that somebody planted would come along, and keep a vault from being written in.

    What can't be taken out stays, and is seen whenever the copy is opened.
    """
    with closing(sqlite3.connect(partial, isolation_level=None)) as db:
        db.text_factory = bytes
        with suppress(sqlite3.Error, UnicodeDecodeError):
            if schema.has_more(db):
                schema.drop_more(db)


class _Restless(Exception):
    """Others write so often that a copy in steps never ends."""


def read_through(path: Path, target: Path, keys: Keys, progress: Progress | None = None) -> Copied:
    """Open every record of a copy.

    Args:
        path: the copy.
        target: what it is to be called.
        keys: the vault's.
        progress: asked now and then whether to go on; what it raises stops the work.

    Raises:
        NotCopied: if it isn't a vault.
    """
    turns = count()

    def look(_rid: bytes, _revision: Revision, _words: msgspec.Raw) -> None:
        if progress is not None and not next(turns) % _ASKED_EVERY:
            progress(1, 1)

    try:
        with opened(path, keys) as access, access.reading() as (db, own):
            found = read_present(db, own, look)
            drafts = sum(1 for rid, ct in rows.of(db, "draft") if open_draft(own, rid, ct) is None)
            verdict = verify(db, own)
    except OtherVault:
        raise
    except VaultError as fault:
        raise NotCopied(target) from fault
    return Copied(damaged=len(found.damaged) + drafts, findings=verdict.findings)


@contextmanager
def opened(path: Path, keys: Keys, *, write: bool = False) -> Iterator[Access]:
    """A copy, opened with the vault's own keys.

    Raises:
        OtherVault: if it has other keys.
        VaultError: if it can't be opened.
    """
    db = file.open_copy(path, write=write)
    access = Access(path, db, keys, machine=Machine())
    try:
        with as_ours(path):
            named = {slot.vault_id for slot in read_slots(db)}
            if sealed_head(db, keys) is None and keys.vault_id not in named:
                raise OtherVault(path)
        yield access
    finally:
        access.close()


def is_copy(path: Path, keys: Keys) -> bool:
    """Whether a file is a vault under these keys.

    Raises:
        VaultError: if it can't be opened as a vault at all.
    """
    try:
        with opened(path, keys):
            return True
    except OtherVault:
        return False


def holds(path: Path, keys: Keys, entity: str) -> bool:
    """Whether a copy still holds something of this entity.

    Raises:
        VaultError: if it can't be opened.
    """
    with opened(path, keys) as access, access.reading() as (db, own):
        return any(
            (revision := open_revision(own, rid, next(iter(rows.by_name(db, rid)), None))) is None
            or revision.kind != GONE
            for rid in named_after(own, rows.names(db), entity)
        )


def forget(path: Path, keys: Keys, entity: str, *, device: bytes, random: Random) -> None:
    """Delete an entity in a copy too, for good.

    Raises:
        VaultError: if it can't be opened or written.
    """
    deletion = Deletion(keys, entity, drafts=(), device=device, random=random)
    _write_in(path, keys, deletion.from_)


def put_slots(path: Path, keys: Keys, slots: list[Slot]) -> None:
    """Let a copy be opened by these and by nothing else.

    A slot that is damaged here takes the place of none: where the copy has a whole one of its kind,
    that may be the last.

    Raises:
        VaultError: if it can't be opened or written.
    """
    whole = [slot for slot in slots if slot.whole]
    spoilt = {slot.kind for slot in slots} - {slot.kind for slot in whole}

    def change(ledger: Ledger) -> None:
        present = read_slots(ledger.db)
        wanted = whole + [slot for slot in present if slot.whole and slot.kind in spoilt]
        if present != wanted:
            ledger.db.execute("DELETE FROM slot")
            for slot in wanted:
                add_slot(ledger.db, slot)

    _write_in(path, keys, change)


def _write_in(path: Path, keys: Keys, change: Callable[[Ledger], object]) -> None:
    try:
        with opened(path, keys, write=True) as access:
            access.write(change)
    except NotWritten as refusal:
        # The copy is closed by then, so that trying again is opening it again.
        raise NotWritten(lambda: _write_in(path, keys, change)) from refusal
