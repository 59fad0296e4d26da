"""Bringing the file of an earlier version up to this one: named steps, in one transaction.

A step changes tables, not words: it has no key. What changes inside a record is understood when it
is read. A step stays here for ever, and a vault of every version that was released is opened by the
tests of every later one.
"""

import sqlite3
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Final

import msgspec
from msgspec import Struct

from integrate.vault import copies, schema
from integrate.vault.errors import DamagedVault
from integrate.vault.faults import as_ours

_RECORD: Final = "migrations"


class Migration(Struct, frozen=True, kw_only=True):
    """One step."""

    to: int
    """The version that the file has afterwards."""
    name: str
    """What it does, in a few words; kept in the file."""
    before: Mapping[str, str]
    """The tables of the version that it changes. Anything else in the file, such as a trigger that
    somebody planted, keeps it from being changed."""
    apply: Callable[[sqlite3.Connection], None]
    """Changes the tables, inside the caller's transaction."""


MIGRATIONS: Final[list[Migration]] = []
"""In order. None yet: 1 is the first version."""


def bring_up(path: Path, db: sqlite3.Connection) -> Path | None:
    """Bring an open file up to this version.

    The file as it was is copied first, and stays beside it.

    Returns:
        Where that copy is; `None` if there was nothing to do.

    Raises:
        NotCopied: if the copy can't be made; then nothing was changed.
        DamagedVault: if the tables aren't as that version makes them.
        VaultError: if the file can't be written.
    """
    with as_ours(path):
        version = version_of(db)
    if version == schema.VERSION:
        return None
    before = path.with_name(f"{path.stem}.version-{version}{path.suffix}")
    if not before.exists():
        copies.copy_pages(path, before)
    with as_ours(path):
        db.execute("PRAGMA query_only = OFF")
        db.execute("BEGIN IMMEDIATE")
        try:
            _apply(path, db)
            db.execute("COMMIT")
        except BaseException:
            if db.in_transaction:
                db.execute("ROLLBACK")
            raise
    return before


def version_of(db: sqlite3.Connection) -> int:
    """The file's version."""
    (version,) = db.execute("PRAGMA user_version").fetchone()
    return int(version)


def _apply(path: Path, db: sqlite3.Connection) -> None:
    """Every step that is still to be done; another program may have done it a moment ago."""
    for step in MIGRATIONS:
        if step.to <= version_of(db):
            continue
        _see_tables(path, db, step.before)
        step.apply(db)
        db.execute(f"PRAGMA user_version = {step.to:d}")
        done = [*_done(db), {"to": step.to, "name": step.name}]
        db.execute(
            "INSERT INTO meta VALUES (?, ?) ON CONFLICT (k) DO UPDATE SET v = excluded.v",
            (_RECORD, msgspec.json.encode(done).decode()),
        )
    _see_tables(path, db, schema.TABLES)


def _see_tables(path: Path, db: sqlite3.Connection, tables: Mapping[str, str]) -> None:
    if not schema.has_exactly(db, tables):
        raise DamagedVault(path)


def _done(db: sqlite3.Connection) -> list[object]:
    row = db.execute("SELECT v FROM meta WHERE k = ?", (_RECORD,)).fetchone()
    return msgspec.json.decode(row[0], type=list[object]) if row else []
