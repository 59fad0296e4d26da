"""What SQLite reports, in our own errors."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from integrate.vault.errors import (
    DamagedVault,
    NotAVault,
    NotRead,
    ReadOnlyVault,
    VaultBusy,
    VaultError,
)

_BUSY: Final = {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED}
_CORRUPT: Final = {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_TOOBIG, sqlite3.SQLITE_NOTADB}
_DISK: Final = {sqlite3.SQLITE_IOERR, sqlite3.SQLITE_FULL}


def primary_code(fault: Exception) -> int:
    """SQLite's result code without its extension; 0 where there is none."""
    return getattr(fault, "sqlite_errorcode", 0) & 0xFF


def is_disk(fault: Exception) -> bool:
    """Whether the disk refused, so that trying once more may help."""
    return primary_code(fault) in _DISK


def is_corrupt(fault: Exception) -> bool:
    """Whether SQLite met damage, rather than a lock or a disk that refuses.

    Corrupt schema bytes come as UnicodeDecodeError: SQLite's own message holds them.
    """
    return isinstance(fault, UnicodeDecodeError) or primary_code(fault) in _CORRUPT


@contextmanager
def as_ours(path: Path) -> Iterator[None]:
    """Turn SQLite's errors into ours."""
    try:
        yield
    except (sqlite3.Error, UnicodeDecodeError) as fault:
        raise _ours(fault, path) from fault


def _ours(fault: Exception, path: Path) -> VaultError:
    code = primary_code(fault)
    if code in _BUSY:
        return VaultBusy()
    if code in _DISK:
        return NotRead()
    if code == sqlite3.SQLITE_READONLY:
        return ReadOnlyVault()
    if code == sqlite3.SQLITE_CANTOPEN:
        return NotAVault(path, "closed")
    return DamagedVault(path)
