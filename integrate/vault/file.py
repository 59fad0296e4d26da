"""Making and opening the file: every check comes before the first byte could change."""

import sqlite3
from pathlib import Path
from typing import Final

from integrate.places import someone_elses
from integrate.vault import beside, place, schema
from integrate.vault.errors import (
    DamagedVault,
    ForeignOwner,
    NewerVault,
    NotAVault,
    NoVault,
    VaultExists,
)
from integrate.vault.faults import as_ours, primary_code

WAIT_SECONDS: Final = 10.0
"""How long another writer may hold the file before we say that it is busy."""
LARGEST: Final = 32 * 1024 * 1024
"""Bytes in one value; bounds what a hostile file can make us load."""

_SETTINGS: Final = (
    "journal_mode = DELETE",  # a write-ahead log is a second file that a naive copy loses
    "synchronous = EXTRA",
    "fullfsync = ON",  # on a Mac the disk keeps what it was told to write in its own memory
    "secure_delete = ON",
    "temp_store = MEMORY",
    "trusted_schema = OFF",
    "cell_size_check = ON",
    "mmap_size = 0",
)


def open_file(path: Path) -> sqlite3.Connection:
    """A connection to an existing vault's file.

    Raises:
        VaultError: the fitting one of NoVault, NotAVault, ForeignOwner, NewerVault, VaultBusy and
            DamagedVault. Nothing on the disk has changed then.
    """
    place.check_file(path)
    with as_ours(path):
        _look_from_outside(path)
        return _checked(path, "rw")


def open_copy(path: Path, *, write: bool = False) -> sqlite3.Connection:
    """A connection to a copy of a vault, wherever it lies, or to a living one to copy it.

    Raises:
        VaultError: as for `open_file`, without ForeignOwner.
    """
    place.check_copy(path)
    beside.check(path)
    with as_ours(path):
        _look_from_outside(path)
        try:
            return _checked(path, "rw" if write else "ro")
        except sqlite3.OperationalError as fault:
            # A change to it was cut short. Only a connection that may write can take that back.
            if write or fault.sqlite_errorcode != sqlite3.SQLITE_READONLY_ROLLBACK:
                raise
        return _checked(path, "rw")


def refuse_to_replace(path: Path) -> None:
    """Refuse a place where something stands already; a plain empty file of our own may go on.

    An empty file is what a creation leaves that was cut short.

    Raises:
        VaultExists: if something is there.
        ForeignOwner: if the folder is someone else's, or others may write in it.
    """
    try:
        place.check_file(path)
    except NoVault:
        if path.parent.exists():
            place.check_folder(path.parent)
        elif (foreign := someone_elses(path.parent)) is not None:
            raise ForeignOwner(foreign, "folder") from None
    except NotAVault as refusal:
        if refusal.why != "empty":
            raise VaultExists(path) from None
    else:
        raise VaultExists(path)


def new_file(partial: Path) -> sqlite3.Connection:
    """A connection to a new, empty file that only we can read, in an exclusive transaction.

    Raises:
        OSError: if the file can't be made.
        sqlite3.Error: if it can't be written in.
    """
    place.claim(partial)
    db = _connect(partial)
    try:
        db.execute(f"PRAGMA page_size = {schema.PAGE_SIZE}")
        db.execute("BEGIN EXCLUSIVE")
    except BaseException:
        db.close()
        raise
    return db


def _checked(path: Path, mode: str) -> sqlite3.Connection:
    db = _connect(path, mode)
    try:
        _check_kind(path, db)
        check_tables(path, db)
    except BaseException:
        db.close()
        raise
    return db


def _look_from_outside(path: Path) -> None:
    """Look at the header without a lock and without touching anything beside the file.

    `immutable` keeps SQLite from rolling back or making files for somebody else's database. Only
    SQLite may open the file: closing a descriptor of our own would drop the locks of every other
    connection in this process.

    Raises:
        NotAVault: if it isn't SQLite's, or not ours.
        NewerVault: if its version is higher than ours.
    """
    db = _bare(path, "mode=ro&immutable=1")
    try:
        _check_kind(path, db)
    except sqlite3.DatabaseError as fault:
        if primary_code(fault) == sqlite3.SQLITE_NOTADB:
            raise NotAVault(path, "other") from fault
        if primary_code(fault) != sqlite3.SQLITE_CORRUPT:
            raise
        # Half of somebody's commit looks corrupt without a lock; the next look has one.
    finally:
        db.close()


def _check_kind(path: Path, db: sqlite3.Connection) -> None:
    (application,) = db.execute("PRAGMA application_id").fetchone()
    (version,) = db.execute("PRAGMA user_version").fetchone()
    if application != schema.APPLICATION_ID:
        raise NotAVault(path, "other")
    if version > schema.VERSION:
        raise NewerVault
    if version < schema.FIRST:
        raise DamagedVault(path)


def check_tables(path: Path, db: sqlite3.Connection) -> None:
    """Refuse tables that aren't as we make them; where there is more, allow reading only.

    A trigger that somebody planted would run at our next write, with our rights. The tables of an
    earlier version are looked at when they are brought up to this one.
    """
    (version,) = db.execute("PRAGMA user_version").fetchone()
    if version < schema.VERSION:
        db.execute("PRAGMA query_only = ON")
        return
    if not schema.has_tables(db):
        raise DamagedVault(path)
    if schema.has_more(db):
        db.execute("PRAGMA query_only = ON")


def _connect(path: Path, mode: str = "rw") -> sqlite3.Connection:
    db = _bare(path, f"mode={mode}")
    try:
        db.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, LARGEST)
        db.setlimit(sqlite3.SQLITE_LIMIT_ATTACHED, 0)
        for setting in _SETTINGS:
            db.execute(f"PRAGMA {setting}")
    except BaseException:
        db.close()
        raise
    return db


def _bare(path: Path, mode: str) -> sqlite3.Connection:
    db = sqlite3.connect(
        f"{path.absolute().as_uri()}?{mode}",
        uri=True,
        timeout=WAIT_SECONDS,
        isolation_level=None,
        check_same_thread=False,
    )
    db.text_factory = bytes  # a damaged file may hold text that isn't UTF-8
    return db
