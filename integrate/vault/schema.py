"""The tables of a vault, and whether a file holds exactly these."""

import pkgutil
import sqlite3
from collections.abc import Mapping
from typing import Final

APPLICATION_ID: Final = 0x496E7467
"""'Intg'; tells a vault from any other SQLite file."""
VERSION: Final = 1
"""What this program writes. It reads what it can bring up to that: see `migrations`."""
FIRST: Final = 1
"""The earliest version there ever was."""
PAGE_SIZE: Final = 8192

TABLES: Final = {
    "meta": "CREATE TABLE meta (k TEXT PRIMARY KEY, v)",
    "slot": (
        "CREATE TABLE slot (id INTEGER PRIMARY KEY, kind TEXT, params TEXT, wrapped BLOB, sum BLOB)"
    ),
    "rec": "CREATE TABLE rec (seq INTEGER PRIMARY KEY, rid BLOB UNIQUE, ct BLOB)",
    "draft": "CREATE TABLE draft (rid BLOB PRIMARY KEY, ct BLOB)",
    "head": "CREATE TABLE head (one INTEGER PRIMARY KEY CHECK (one = 1), ct BLOB)",
}
_INDEXED: Final = ("meta", "rec", "draft")

_Row = tuple[bytes | None, ...]


def lay_out(db: sqlite3.Connection, vault_id: bytes) -> None:
    """Make the tables, inside the caller's transaction."""
    for sql in TABLES.values():
        db.execute(sql)
    spec = (pkgutil.get_data("integrate.vault", "spec.txt") or b"").decode()
    db.executemany("INSERT INTO meta VALUES (?, ?)", [("vault_id", vault_id), ("spec", spec)])
    db.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    db.execute(f"PRAGMA user_version = {VERSION}")


def has_tables(db: sqlite3.Connection) -> bool:
    """Whether every table is there exactly as we make it."""
    return _found(db) >= _expected(TABLES)


def has_more(db: sqlite3.Connection) -> bool:
    """Whether something else is there: a trigger or view that somebody planted, say."""
    return _found(db) > _expected(TABLES)


def has_exactly(db: sqlite3.Connection, tables: Mapping[str, str]) -> bool:
    """Whether there are these tables, and nothing else."""
    return _found(db) == _expected(tables)


def drop_more(db: sqlite3.Connection) -> None:
    """Take out what isn't ours, as far as that can be done; triggers first, before they could run.

    Raises:
        sqlite3.Error: if something can't be taken out.
    """
    db.execute("PRAGMA trusted_schema = OFF")
    more = [row for row in _found(db) - _expected(TABLES) if None not in row]
    for kind in (b"trigger", b"view", b"index", b"table"):
        for each, name, *_ in more:
            if each == kind:
                quoted = bytes(name or b"").replace(b'"', b'""').decode()
                db.execute(f'DROP {kind.decode()} IF EXISTS "{quoted}"')


def _expected(tables: Mapping[str, str]) -> set[_Row]:
    return {
        *((b"table", name.encode(), name.encode(), sql.encode()) for name, sql in tables.items()),
        *((b"index", f"sqlite_autoindex_{of}_1".encode(), of.encode(), None) for of in _INDEXED),
    }


def _found(db: sqlite3.Connection) -> set[_Row]:
    rows = db.execute("SELECT type, name, tbl_name, sql FROM sqlite_schema LIMIT 100")
    return {tuple(row) for row in rows}
