"""Reading everything there is, and setting aside what can't be read any more."""

import base64
import sqlite3
from pathlib import Path
from typing import Final

import msgspec
from msgspec import Struct

from integrate.vault import place, rows
from integrate.vault.drafts import open_draft
from integrate.vault.errors import NotSetAside
from integrate.vault.faults import is_corrupt
from integrate.vault.head import read_slots
from integrate.vault.ledger import Ledger
from integrate.vault.present import Damaged, Progress, read_present, telling
from integrate.vault.sealing import TABLES, Keys, Table, as_bytes
from integrate.vault.verdict import Finding, verify

_LINES: Final = 20
"""So many of SQLite's own remarks are asked for."""


class Lock(Struct, frozen=True, kw_only=True):
    """One slot: what opens the vault."""

    kind: str
    """"passphrase", "recovery", "keyring", or whatever a damaged row holds."""
    whole: bool


class Checked(Struct, frozen=True, kw_only=True):
    """All that was found by reading everything."""

    records: int
    """Rows that can be read, every revision counted."""
    drafts: int
    damaged: tuple[Damaged, ...]
    """Records that can't be read."""
    damaged_drafts: tuple[str, ...]
    """Their names, in hex."""
    locks: tuple[Lock, ...]
    findings: tuple[Finding, ...]
    pages: tuple[str, ...]
    """What SQLite says of the file's own structure; none where all is well."""

    @property
    def ok(self) -> bool:
        """Whether everything can be read and is as it was left."""
        return not (
            self.damaged
            or self.damaged_drafts
            or self.findings
            or self.pages
            or any(not lock.whole for lock in self.locks)
        )


class Aside(Struct, frozen=True, kw_only=True):
    """What was moved out, as it stands in the file beside the vault."""

    vault: str
    """The vault's id, in hex."""
    rows: list["AsideRow"]


class AsideRow(Struct, frozen=True, kw_only=True):
    """One row that couldn't be read. Sealed as it was: nothing in it is in clear."""

    table: Table
    rid: str
    """In hex."""
    entity: str | None
    """Whose it is, if that could be told."""
    sealed: str
    """What the row held, in base64; empty where its page is gone."""


def check(
    db: sqlite3.Connection, keys: Keys, *, older: bool, progress: Progress | None = None
) -> Checked:
    """Read every row, slot and page; the caller holds a read transaction."""
    names = {rid.hex() for rid in rows.names(db)}
    present = read_present(db, keys, None if progress is None else telling(progress, len(names)))
    damaged = {each.rid for each in present.damaged}
    drafts = [(rid, open_draft(keys, rid, ct)) for rid, ct in rows.of(db, "draft")]
    return Checked(
        records=len(names - damaged),
        drafts=sum(1 for _, value in drafts if value is not None),
        damaged=tuple(present.damaged),
        damaged_drafts=tuple(rid.hex() for rid, value in drafts if value is None),
        locks=tuple(
            Lock(kind=slot.kind.decode("ascii", "replace"), whole=slot.whole)
            for slot in read_slots(db)
        ),
        findings=verify(db, keys, older=older).findings,
        pages=_pages(db),
    )


def _pages(db: sqlite3.Connection) -> tuple[str, ...]:
    try:
        found = db.execute(f"PRAGMA integrity_check({_LINES})").fetchall()
    except (sqlite3.Error, UnicodeDecodeError) as fault:
        if not is_corrupt(fault):
            raise
        return (type(fault).__name__,)
    said = tuple(as_bytes(line).decode("utf-8", "replace") for (line,) in found)
    return () if said == ("ok",) else said


class SettingAside:
    """Moves what can't be read out of the vault, and has the head tell what is left.

    From then on the damage is no longer told: a person has seen it. Nothing is destroyed; the rows
    stand in a file beside the vault, sealed as they were.
    """

    def __init__(self, keys: Keys, target: Path, generation: int) -> None:
        """Make one.

        Args:
            keys: the vault's.
            target: the file to write, if there is anything to move; nothing may stand there.
            generation: the latest that this machine has seen.
        """
        self._vault = keys.vault_id.hex()
        self._target = target
        self._generation = generation
        self._written: list[AsideRow] | None = None

    def from_(self, ledger: Ledger) -> int:
        """Move them out; says how many. The file is on the disk before a row goes."""
        found = _damaged_rows(ledger.db, ledger.keys)
        if found and found != self._written:
            self._write(found)
        for each in found:
            ledger.db.execute(
                f"DELETE FROM {each.table} WHERE rid = ?",  # noqa: S608 - one of our two tables
                (bytes.fromhex(each.rid),),
            )
        for table in TABLES:
            ledger.db.execute(
                f"DELETE FROM {table} WHERE typeof(rid) != 'blob'"  # noqa: S608 - likewise
            )
        ledger.recount(self._generation, _greatest_clock(ledger.db, ledger.keys))
        return len(found)

    def _write(self, found: list[AsideRow]) -> None:
        json = msgspec.json.encode(Aside(vault=self._vault, rows=found))
        try:
            if self._written is not None:
                self._target.unlink()
            place.write_new(self._target, json)
        except OSError as fault:
            raise NotSetAside(self._target) from fault
        self._written = found


def _damaged_rows(db: sqlite3.Connection, keys: Keys) -> list[AsideRow]:
    damaged = read_present(db, keys).damaged
    places = rows.names(db)
    found = [
        AsideRow(
            table="rec",
            rid=each.rid,
            entity=each.entity,
            sealed=_base64(rows.at(db, places[bytes.fromhex(each.rid)]))
            if bytes.fromhex(each.rid) in places
            else "",
        )
        for each in damaged
    ]
    found += [
        AsideRow(table="draft", rid=rid.hex(), entity=None, sealed=_base64(ct))
        for rid, ct in rows.of(db, "draft")
        if open_draft(keys, rid, ct) is None
    ]
    return found


def _base64(ct: object) -> str:
    return base64.b64encode(as_bytes(ct)).decode()


def _greatest_clock(db: sqlite3.Connection, keys: Keys) -> int:
    return max((item.clock for item in read_present(db, keys).items), default=0)
