"""Making a new journal."""

from pathlib import Path

from integrate.journal.journal import Journal
from integrate.library import Library
from integrate.machine import Machine
from integrate.vault import Kdf, Vault


def init(
    path: Path, passphrase: str, *, machine: Machine, library: Library, kdf: Kdf | None = None
) -> tuple[Journal, str]:
    """A new journal that opens with this passphrase, and its recovery code.

    Raises:
        VaultError: if there is something at `path` already, or it cannot be made there.
    """
    vault, code = Vault.create(path, passphrase, machine=machine, kdf=kdf or Kdf())
    return Journal(vault, library), code or ""


def init_on_paper(
    path: Path, *, machine: Machine, library: Library, kdf: Kdf | None = None
) -> tuple[Journal, str]:
    """A new journal that opens with its recovery code alone.

    For somebody just out of a session: the code goes on paper now, a passphrase is chosen rested.

    Raises:
        VaultError: if there is something at `path` already, or it cannot be made there.
    """
    vault, code = Vault.create_with_recovery_only(path, machine=machine, kdf=kdf or Kdf())
    return Journal(vault, library), code


def decline_code(journal: Journal) -> None:
    """Takes the recovery code away again: paper gets found."""
    journal.vault.drop_recovery()


def add_passphrase(journal: Journal, passphrase: str, *, kdf: Kdf | None = None) -> None:
    """Gives a journal that opens with its code alone a passphrase as well."""
    journal.vault.add_passphrase(passphrase, kdf=kdf or Kdf())
