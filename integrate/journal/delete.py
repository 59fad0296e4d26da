"""Deleting a page for good, here and in the backups."""

from collections.abc import Sequence
from pathlib import Path

from msgspec import Struct

from integrate.journal.backup import known
from integrate.journal.journal import Journal
from integrate.journal.undoable import Deleted
from integrate.vault import VaultError


class Deletion(Struct, frozen=True, kw_only=True):
    """A page that was deleted."""

    entry: str
    """The id that it had."""
    holding: tuple[Path, ...] = ()
    """Backups that still hold it."""
    unknown: tuple[Path, ...] = ()
    """Backups that could not be looked into, and may hold it."""


def delete(journal: Journal, entry: str, folder: Path) -> Deletion:
    """Takes an entry out of the journal's file, with all its wordings.

    Until the journal is locked it can be brought back with `undo`, from memory alone.

    Args:
        journal: the open journal.
        entry: its whole id.
        folder: where backups go.

    Raises:
        VaultError: if it cannot be written; then it stays.
    """
    removed = journal.remove(entry)
    journal.undoable = Deleted(removed=removed) if removed.wordings else None
    holding: list[Path] = []
    unknown: list[Path] = []
    for path in known(journal, folder):
        try:
            if journal.vault.holds(path, entry):
                holding.append(path)
        except VaultError:
            unknown.append(path)
    return Deletion(entry=entry, holding=tuple(holding), unknown=tuple(unknown))


def forget(journal: Journal, entry: str, backups: Sequence[Path]) -> Sequence[Path]:
    """Deletes the entry in these backups too; says which could not be changed.

    After an undo this is about the old entry only: what was brought back is another one.
    """
    left: list[Path] = []
    for path in backups:
        try:
            journal.vault.forget_in(path, entry)
        except VaultError:
            left.append(path)
    return left
