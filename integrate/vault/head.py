"""The head: a sealed count and checksum over every row, rewritten in every transaction."""

import sqlite3
from typing import Annotated, Final

import msgspec
from msgspec import Meta, Struct

from integrate.vault import rows
from integrate.vault.faults import is_corrupt
from integrate.vault.sealing import TABLES, Keys, Random, as_bytes, pad, seal, unseal
from integrate.vault.slots import MOST, Slot

# A hostile file may hold gigabytes in a column: what is too long is let go of at once. The length
# of a text ends at its first NUL, so texts are measured as bytes.
_SLOTS: Final = """
    SELECT CASE WHEN typeof(kind) = 'text' AND length(CAST(kind AS BLOB)) <= 4096 THEN kind END,
        CASE WHEN typeof(params) = 'text' AND length(CAST(params AS BLOB)) <= 4096 THEN params END,
        CASE WHEN typeof(wrapped) = 'blob' AND length(wrapped) <= 4096 THEN wrapped END,
        CASE WHEN typeof(sum) = 'blob' AND length(sum) <= 4096 THEN sum END
    FROM slot ORDER BY id LIMIT ?
"""
_Hex64 = Annotated[str, Meta(pattern=r"\A[0-9a-f]{64}\Z")]


class Head(Struct, frozen=True, kw_only=True):
    """What the vault holds, as its own last writer left it."""

    n: int = 0
    """Rows in `rec` and `draft` together."""
    generation: int = 0
    """Transactions so far."""
    clock: int = 0
    """The greatest clock of any record: it counts records, not seconds."""
    acc: _Hex64 = "0" * 64
    """XOR of every row's HMAC."""
    slots: _Hex64
    """SHA-256 of the slot rows."""


def seal_head(head: Head, keys: Keys, random: Random) -> bytes:
    """The head as it stands in the file."""
    return seal(keys.head, pad(msgspec.json.encode(head)), _aad(keys), random)


def read_head(db: sqlite3.Connection, keys: Keys) -> Head | None:
    """The head, or `None` if it is missing or damaged."""
    found = sealed_head(db, keys)
    return found[0] if found else None


def sealed_head(db: sqlite3.Connection, keys: Keys) -> tuple[Head, bytes] | None:
    """The head, and it as it stands in the file; `None` if it is missing or damaged."""
    try:
        row = db.execute("SELECT ct FROM head WHERE one = 1").fetchone()
    except (sqlite3.Error, UnicodeDecodeError) as fault:
        if not is_corrupt(fault):
            raise
        return None
    plain = unseal(keys.head, row[0], _aad(keys)) if row else None
    return None if plain is None else (msgspec.json.decode(plain, type=Head), row[0])


def is_of_another_key(db: sqlite3.Connection, keys: Keys) -> bool:
    """Whether the vault was given another key since these were derived. Damage is no such sign.

    The head opens with our key, or a slot names our vault: then it is ours, whatever else is wrong.
    """
    if read_head(db, keys) is not None:
        return False
    try:
        named = {slot.vault_id for slot in read_slots(db)} - {None} or {named_id(db)} - {None}
    except (sqlite3.Error, UnicodeDecodeError) as fault:
        if not is_corrupt(fault):
            raise
        return False
    return bool(named) and keys.vault_id not in named


def named_id(db: sqlite3.Connection) -> object:
    """The vault's id as the table `meta` tells it; `None` where it can't be read."""
    try:
        row = db.execute("SELECT v FROM meta WHERE k = 'vault_id'").fetchone()
    except (sqlite3.Error, UnicodeDecodeError) as fault:
        if not is_corrupt(fault):
            raise
        return None
    return row[0] if row else None


def read_slots(db: sqlite3.Connection) -> list[Slot]:
    """Every slot, by id. Columns of a wrong type or size read as empty, and so as damaged."""
    found = db.execute(_SLOTS, (MOST + 1,))
    return [
        Slot(kind=kind, params=params, wrapped=wrapped, sum=total)
        for kind, params, wrapped, total in (map(as_bytes, row) for row in found)
    ]


def tally(db: sqlite3.Connection, keys: Keys) -> tuple[int, int]:
    """How many rows there are, and the XOR of their HMACs, as far as they can be read."""
    n = acc = 0
    for table in TABLES:
        for rid, ct in rows.of(db, table):
            n += 1
            acc ^= keys.row_mac(table, rid, as_bytes(ct))
    return n, acc


def add_slot(db: sqlite3.Connection, slot: Slot) -> None:
    """Put a slot behind the others."""
    columns = (slot.kind.decode(), slot.params.decode(), slot.wrapped, slot.sum)
    db.execute("INSERT INTO slot (kind, params, wrapped, sum) VALUES (?, ?, ?, ?)", columns)


def _aad(keys: Keys) -> bytes:
    return b"head1" + keys.vault_id
