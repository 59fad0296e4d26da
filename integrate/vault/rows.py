"""Reading the table of records, also where pages of the file are damaged.

SQLite keeps every rid twice: in the table and in the index that makes it unique. So a row whose
page is gone still has a name, and its name says whose it is.
"""

import sqlite3
from collections.abc import Iterator, Sequence
from typing import Any, Final, TypeGuard

from integrate.vault.faults import is_corrupt
from integrate.vault.sealing import Table, as_bytes

# A rid that was put in as text reads as none: no statement of ours that asks for it finds its row.
_NAMES: Final = (
    "SELECT CASE typeof(rid) WHEN 'blob' THEN rid END, seq "
    "FROM rec INDEXED BY sqlite_autoindex_rec_1 ORDER BY rid"
)
_BY_INDEX: Final = "SELECT ct FROM rec INDEXED BY sqlite_autoindex_rec_1 WHERE rid = ?"
_MANY_BY_INDEX: Final = (
    "SELECT rid, ct FROM rec INDEXED BY sqlite_autoindex_rec_1 WHERE rid IN ({})"
)
_BY_LOOKING: Final = "SELECT ct FROM rec NOT INDEXED WHERE rid = ? ORDER BY seq {} LIMIT 1"
"""One row at a time: Python's sqlite3 steps on before it hands over a row, and where the next one
is damaged, the one before is lost with it."""
_IN_ORDER: Final = (
    "SELECT seq, CASE typeof(rid) WHEN 'blob' THEN rid END, ct FROM rec NOT INDEXED ORDER BY seq"
)
_IN_TABLE: Final = (
    "SELECT CASE typeof(rid) WHEN 'blob' THEN rid END FROM rec NOT INDEXED ORDER BY seq"
)
_ROWS: Final[dict[Table, str]] = {
    "rec": (
        "SELECT CASE typeof(rid) WHEN 'blob' THEN rid END, ct FROM rec NOT INDEXED ORDER BY rowid"
    ),
    "draft": (
        "SELECT CASE typeof(rid) WHEN 'blob' THEN rid END, ct FROM draft NOT INDEXED ORDER BY rowid"
    ),
}
RID_BYTES: Final = 16


def in_order(db: sqlite3.Connection) -> Iterator[tuple[Any, ...]]:
    """`seq, rid, ct` of every record.

    Raises:
        sqlite3.DatabaseError: at the first damaged page.
    """
    return db.execute(_IN_ORDER)


def after(db: sqlite3.Connection, seq: int, most: int) -> list[tuple[int, bytes, bytes]]:
    """`seq, rid, ct` of the next records behind a row.

    Raises:
        sqlite3.DatabaseError: at a damaged page.
    """
    sql = "SELECT seq, rid, ct FROM rec NOT INDEXED WHERE seq > ? ORDER BY seq LIMIT ?"
    return [(at, as_bytes(rid), as_bytes(ct)) for at, rid, ct in db.execute(sql, (seq, most))]


def last(db: sqlite3.Connection) -> int:
    """The greatest `seq` of a record; 0 where there is none."""
    (seq,) = db.execute("SELECT max(seq) FROM rec NOT INDEXED").fetchone()
    return int(seq or 0)


def from_both_ends(db: sqlite3.Connection) -> Iterator[tuple[Any, ...]]:
    """`seq, rid, ct` of the records before the first damaged page, then of those after the last."""
    return _both_ways(db, _IN_ORDER)


def names(db: sqlite3.Connection) -> dict[bytes, int]:
    """Every rid in the index, as far as it can be read from both ends, with its row's number."""
    return {rid: seq for rid, seq in _both_ways(db, _NAMES) if is_rid(rid)}


def mend_names(db: sqlite3.Connection) -> None:
    """Make the index anew from the table, where it doesn't lead to the same rows.

    SQLite believes an index that one wrong bit made shorter. Where a page of the table is damaged,
    the index stays as it is.
    """
    in_table = {rid for (rid,) in _both_ways(db, _IN_TABLE) if is_rid(rid)}
    if in_table != names(db).keys():
        for _ in _until_damage(db, "REINDEX rec"):
            pass


def of(db: sqlite3.Connection, table: Table) -> Iterator[tuple[bytes, object]]:
    """Rid and sealed bytes of a table's rows in the order of their making, until damage ends it."""
    for rid, ct in _until_damage(db, _ROWS[table]):
        yield as_bytes(rid), ct


def at(db: sqlite3.Connection, seq: int) -> object:
    """The sealed record in this row; `None` if the row is gone or its page is damaged."""
    rows = _until_damage(db, "SELECT ct FROM rec NOT INDEXED WHERE seq = ?", seq)
    return next((ct for (ct,) in rows), None)


def by_index(db: sqlite3.Connection, rid: bytes) -> object:
    """The sealed record that the index leads to; `None` if there is none, or a page is damaged."""
    return next((ct for (ct,) in _until_damage(db, _BY_INDEX, rid)), None)


def many_by_index(db: sqlite3.Connection, rids: Sequence[bytes]) -> dict[bytes, object]:
    """The same for many at once, at half the cost; a damaged page ends it before all are found."""
    return dict(_until_damage(db, _MANY_BY_INDEX.format(",".join("?" * len(rids))), *rids))


def by_name(db: sqlite3.Connection, rid: bytes) -> Iterator[object]:
    """What may be the sealed record of this name: by the index, then by looking from both ends."""
    for sql in (_BY_INDEX, _BY_LOOKING.format("ASC"), _BY_LOOKING.format("DESC")):
        for (ct,) in _until_damage(db, sql, rid):
            yield ct


def is_rid(column: object) -> TypeGuard[bytes]:
    """Whether a column holds something that can be a record's name."""
    return isinstance(column, bytes) and len(column) == RID_BYTES


def _both_ways(db: sqlite3.Connection, sql: str) -> Iterator[tuple[Any, ...]]:
    try:
        yield from db.execute(sql)
    except (sqlite3.Error, UnicodeDecodeError) as fault:
        if not is_corrupt(fault):
            raise
        yield from _until_damage(db, f"{sql} DESC")


def _until_damage(db: sqlite3.Connection, sql: str, *values: object) -> Iterator[tuple[Any, ...]]:
    try:
        yield from db.execute(sql, values)
    except (sqlite3.Error, UnicodeDecodeError) as fault:
        if not is_corrupt(fault):
            raise
