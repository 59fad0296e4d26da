"""Drafts: what is being written, sealed under a name of its own."""

import sqlite3
from typing import Final

import msgspec
from msgspec import Struct

from integrate.vault import rows
from integrate.vault.errors import DamagedRecord, DraftGone, TooLong
from integrate.vault.ledger import Ledger
from integrate.vault.sealing import DRAFT_STEP, Keys, Random, pad, seal, unseal

_RID_BYTES: Final = 16
_LONGEST: Final = 16 * 1024 * 1024


class Draft(Struct, frozen=True, kw_only=True):
    """Something not yet finished."""

    rid: bytes
    value: msgspec.Raw | None
    """JSON, for `msgspec.json.decode`; `None` where the draft is damaged."""


def new_draft_rid(random: Random) -> bytes:
    """A name for a new draft."""
    return random(_RID_BYTES)


def seal_draft(keys: Keys, rid: bytes, json: bytes, random: Random) -> bytes:
    """The sealed draft.

    Raises:
        TooLong: if it would be larger than a vault takes.
    """
    if len(json) > _LONGEST:
        raise TooLong
    return seal(keys.draft, pad(json, DRAFT_STEP), _aad(keys, rid), random)


def reseal_draft(old: Keys, new: Keys, rid: bytes, ct: object, random: Random) -> bytes:
    """The same draft under another key; its name stays.

    Raises:
        DamagedRecord: if it can't be read.
    """
    plain = unseal(old.draft, ct, _aad(old, rid))
    if plain is None:
        raise DamagedRecord(rid, None)
    return seal(new.draft, plain, _aad(new, rid), random)


def read_drafts(db: sqlite3.Connection, keys: Keys) -> list[Draft]:
    """Every draft, the one begun first at the front."""
    return [Draft(rid=rid, value=open_draft(keys, rid, ct)) for rid, ct in rows.of(db, "draft")]


def adopt(ledger: Ledger, old: bytes, new: bytes, random: Random) -> None:
    """Move a draft to a new name, so that two who continue it don't write over each other.

    Does nothing if this very move went in already.

    Raises:
        DraftGone: if somebody else took it.
        DamagedRecord: if it can't be read.
    """
    if ledger.draft(new) is not None:
        return
    sealed = ledger.draft(old)
    if sealed is None:
        raise DraftGone
    value = open_draft(ledger.keys, old, sealed)
    if value is None:
        raise DamagedRecord(old, None)
    ledger.drop_draft(old)
    ledger.put_draft(new, seal_draft(ledger.keys, new, bytes(value), random))


def open_draft(keys: Keys, rid: bytes, ct: object) -> msgspec.Raw | None:
    """A draft's JSON, or `None` if it is damaged."""
    plain = unseal(keys.draft, ct, _aad(keys, rid))
    return None if plain is None else msgspec.Raw(plain.rstrip(b" "))


def _aad(keys: Keys, rid: bytes) -> bytes:
    return b"draft1" + keys.vault_id + rid
