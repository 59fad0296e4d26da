"""The head: a sealed count and checksum over every row, rewritten in every transaction."""

import sqlite3
from typing import Annotated

import msgspec
from msgspec import Meta, Struct

from integrate.vault.faults import is_corrupt
from integrate.vault.sealing import Keys, Random, as_bytes, pad, seal, unseal
from integrate.vault.slots import MOST, Slot

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
    try:
        row = db.execute("SELECT ct FROM head WHERE one = 1").fetchone()
    except (sqlite3.Error, UnicodeDecodeError) as fault:
        if not is_corrupt(fault):
            raise
        return None
    plain = unseal(keys.head, row[0], _aad(keys)) if row else None
    return None if plain is None else msgspec.json.decode(plain, type=Head)


def read_slots(db: sqlite3.Connection) -> list[Slot]:
    """Every slot, by id. Columns of a wrong type read as empty, and so as damaged."""
    rows = db.execute(
        "SELECT kind, params, wrapped, sum FROM slot ORDER BY id LIMIT ?", (MOST + 1,)
    )
    return [
        Slot(kind=kind, params=params, wrapped=wrapped, sum=total)
        for kind, params, wrapped, total in (map(as_bytes, row) for row in rows)
    ]


def add_slot(db: sqlite3.Connection, slot: Slot) -> None:
    """Put a slot behind the others."""
    columns = (slot.kind.decode(), slot.params.decode(), slot.wrapped, slot.sum)
    db.execute("INSERT INTO slot (kind, params, wrapped, sum) VALUES (?, ?, ?, ?)", columns)


def _aad(keys: Keys) -> bytes:
    return b"head1" + keys.vault_id
