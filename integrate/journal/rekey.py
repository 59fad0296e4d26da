"""A new key for the whole journal, for when somebody may know the old passphrase or hold a copy."""

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from msgspec import Struct

from integrate.journal.backup import (
    Backup,
    Progress,
    backup,
    elsewhere,
    is_living,
    is_surely_ours,
    known,
    remember,
)
from integrate.journal.journal import Journal
from integrate.journal.keyring import let_go
from integrate.vault import Kdf, VaultError


class NewKey(Struct, frozen=True, kw_only=True):
    """The journal has a new key."""

    code: str | None
    """The new recovery code as it is shown, this once; `None` if none was wished."""
    backup: Backup | None
    """A fresh one under the new key; `None` if it could not be made."""
    old: tuple[Path, ...]
    """Backups under the old key: they still open with the old passphrase."""
    missed: tuple[Path, ...] = ()
    """Others that may be so too, and cannot be opened or reached now. They are never taken away."""


def rekey(  # noqa: PLR0913 - by name, and each of them is the caller's to choose
    journal: Journal,
    passphrase: str,
    folder: Path,
    now: datetime,
    *,
    code: bool = True,
    kdf: Kdf | None = None,
    progress: Progress | None = None,
) -> NewKey:
    """Seals everything anew under another key, and makes a fresh backup.

    The system's keyring opens it no more, until it is asked to again.

    Args:
        journal: the open journal.
        passphrase: opens it from then on.
        folder: where backups go.
        now: aware.
        code: whether to make a recovery code too.
        kdf: what trying the passphrase costs; by default the usual.
        progress: told how many records of how many are sealed; may raise, to stop.

    Raises:
        StillDamaged: if something cannot be read: it could never be read again.
        VaultError: if it cannot be written; then everything is as it was.
    """
    before, had_keyring = journal.vault.vault_id, journal.vault.has_keyring
    all_old = known(journal, folder)
    old = tuple(path for path in all_old if is_surely_ours(journal, path))
    shown = journal.vault.rekey(passphrase, kdf=kdf or Kdf(), code=code, progress=progress)
    journal.renew()
    if had_keyring:
        let_go(before)
    try:
        fresh = backup(journal, folder, now)
    except VaultError:
        fresh = None
    missed = tuple(path for path in all_old if path not in old)
    return NewKey(code=shown, backup=fresh, old=old, missed=missed)


def take_away(journal: Journal, old: Sequence[Path]) -> Sequence[Path]:
    """Removes backups under the old key; says which could not be removed.

    What stands there under the present key stays: it is a fresh one, or the journal itself.
    What was copied elsewhere by hand stays, and so do traces on the disk.
    """
    left: list[Path] = []
    for path in old:
        if is_living(journal, path) or is_surely_ours(journal, path):
            continue
        try:
            path.unlink()
        except FileNotFoundError:
            continue
        except OSError:
            left.append(path)
    if left:
        remember(journal, [*elsewhere(journal), *left])
    return left
