"""What opens the journal, and changing it: here, and in every backup that can be reached."""

from collections.abc import Sequence
from pathlib import Path

from msgspec import Struct

from integrate.journal.backup import known
from integrate.journal.journal import Journal
from integrate.vault import Kdf, VaultError


class Changed(Struct, frozen=True, kw_only=True):
    """What opens the journal now was changed."""

    code: str | None = None
    """The new recovery code as it is shown, this once."""
    reached: tuple[Path, ...] = ()
    """Backups that open by the same from now on."""
    missed: tuple[Path, ...] = ()
    """Backups that could not be reached: they still open by what was valid before."""


def change_passphrase(
    journal: Journal, passphrase: str, folder: Path, *, kdf: Kdf | None = None
) -> Changed:
    """Puts another passphrase in the place of the old one.

    Whoever asked has shown the old one, or the recovery code, by opening the journal.

    Args:
        journal: the open journal.
        passphrase: any text.
        folder: where backups go.
        kdf: what trying it costs; by default the usual.

    Raises:
        VaultError: if it cannot be written; then the old one stays.
    """
    journal.vault.change_passphrase(passphrase, kdf=kdf or Kdf())
    reached, missed = into_copies(journal, known(journal, folder))
    return Changed(reached=reached, missed=missed)


def change_recovery(journal: Journal, folder: Path, *, kdf: Kdf | None = None) -> Changed:
    """Makes a new recovery code; the old one opens nothing any more that can be reached.

    Raises:
        VaultError: if it cannot be written; then the old one stays.
    """
    code = journal.vault.change_recovery(kdf=kdf or Kdf())
    reached, missed = into_copies(journal, known(journal, folder))
    return Changed(code=code, reached=reached, missed=missed)


def drop_recovery(journal: Journal, folder: Path) -> Changed:
    """Takes the recovery code away.

    Raises:
        OnlyKey: if nothing else opens the journal.
        VaultError: if it cannot be written.
    """
    journal.vault.drop_recovery()
    reached, missed = into_copies(journal, known(journal, folder))
    return Changed(reached=reached, missed=missed)


def into_copies(
    journal: Journal, copies: Sequence[Path]
) -> tuple[tuple[Path, ...], tuple[Path, ...]]:
    """Has these copies opened by what opens the journal now; those reached, and those missed."""
    reached: list[Path] = []
    missed: list[Path] = []
    for path in copies:
        try:
            journal.vault.put_locks_into(path)
        except (VaultError, OSError):
            missed.append(path)
        else:
            reached.append(path)
    return tuple(reached), tuple(missed)
