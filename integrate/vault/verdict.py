"""Whether the rows are those that the vault's own last writer left."""

import sqlite3
from enum import StrEnum
from hmac import compare_digest

from msgspec import Struct

from integrate.vault import slots
from integrate.vault.head import Head, named_id, read_head, read_slots, tally
from integrate.vault.sealing import Keys
from integrate.words import say


class Finding(StrEnum):
    """One thing that isn't as it was left."""

    HEAD_UNREADABLE = "head_unreadable"
    ROWS_MISSING = "rows_missing"
    ROWS_ADDED = "rows_added"
    ROWS_CHANGED = "rows_changed"
    """As many as there should be, and not the same: swapped, replayed or damaged."""
    SLOTS_CHANGED = "slots_changed"
    """A lock was added, removed, or an old one put back."""
    NAME_CHANGED = "name_changed"
    """The vault's id in `meta` isn't the one that the keys belong to."""
    OLDER = "older"
    """This machine has seen a later state of it, or another one of the same age."""

    @property
    def sentence(self) -> str:
        """The finding as a person reads it."""
        return say(f"vault.found.{self.value}")


class Verdict(Struct, frozen=True, kw_only=True):
    """What verifying found."""

    findings: tuple[Finding, ...]

    @property
    def ok(self) -> bool:
        """Whether everything is as it was left."""
        return not self.findings


def verify(db: sqlite3.Connection, keys: Keys, *, older: bool = False) -> Verdict:
    """Compare the head with the rows; the caller holds a read transaction.

    Args:
        db: the file.
        keys: its keys.
        older: whether this machine has seen a later state of it.
    """
    findings = [Finding.OLDER] if older else []
    head = read_head(db, keys)
    if head is None:
        findings.append(Finding.HEAD_UNREADABLE)
    else:
        findings += _compare_rows(db, keys, head)
        if not compare_digest(slots.digest(read_slots(db)), head.slots):
            findings.append(Finding.SLOTS_CHANGED)
    if named_id(db) != keys.vault_id:
        findings.append(Finding.NAME_CHANGED)
    return Verdict(findings=tuple(findings))


def _compare_rows(db: sqlite3.Connection, keys: Keys, head: Head) -> list[Finding]:
    n, acc = tally(db, keys)
    if n == head.n:
        return [] if acc == int(head.acc, 16) else [Finding.ROWS_CHANGED]
    return [Finding.ROWS_MISSING if n < head.n else Finding.ROWS_ADDED]
