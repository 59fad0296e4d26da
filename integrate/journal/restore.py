"""Bringing a journal back from a backup."""

from datetime import datetime
from os.path import lexists
from pathlib import Path

from msgspec import Struct

from integrate.journal.backup import BEFORE, Progress, free_name
from integrate.machine import Machine
from integrate.vault import Restored
from integrate.vault import restore as restore_vault


class Return(Struct, frozen=True, kw_only=True):
    """What restoring did."""

    restored: Restored
    before: Path | None = None
    """A backup of how it was just before, where something was taken out."""


def restore(  # noqa: PLR0913 - by name, and each of them is the caller's to choose
    path: Path,
    backup: Path,
    secret: str,
    folder: Path,
    now: datetime,
    *,
    machine: Machine,
    exactly: bool = False,
    progress: Progress | None = None,
) -> Return:
    """Brings back what a backup holds, into the journal's file or to where there is none.

    What is only in the journal stays, unless exactly the backup's state is wished; then a backup of
    the present state is made first. What was deleted stays deleted.

    Args:
        path: the journal's file.
        backup: the backup.
        secret: the passphrase or recovery code that it had when it was made, or was changed to.
        folder: where backups go.
        now: aware.
        machine: this machine.
        exactly: whether what is only in the journal is to go.
        progress: told how many records of how many were read; may raise, to stop.

    Raises:
        WrongSecret: if the secret does not open the backup.
        OtherVault: if it is a backup of another journal, or from before a new key.
        VaultError: if it cannot be done; then the journal is as it was.
    """
    before = None
    if exactly and lexists(path):
        before = free_name(folder, path.stem, now, BEFORE)
    restored = restore_vault(
        path,
        backup,
        secret,
        machine=machine,
        exactly=exactly,
        before=before,
        progress=progress,
    )
    return Return(restored=restored, before=before if before and before.exists() else None)
