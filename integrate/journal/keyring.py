"""Opening with the system's keyring: off unless a person wants it, at a price that is said.

Whoever uses the unlocked computer then opens the journal without being asked for anything.
"""

from contextlib import suppress
from importlib import import_module
from pathlib import Path
from typing import Any, Final

from integrate.journal.backup import known
from integrate.journal.journal import Journal
from integrate.journal.locks import Changed, into_copies
from integrate.library import Library
from integrate.machine import Machine
from integrate.vault import DamagedSlot, Vault, WrongSecret
from integrate.words import say

_SERVICE: Final = "integrate"


class NoKeyring(Exception):
    """This system has no keyring that we could use; the sentence says what to do."""


def turn_on(journal: Journal) -> None:
    """Lets the system's keyring open the journal on this computer.

    Raises:
        NoKeyring: if there is none, or it refuses; then nothing has changed.
        VaultError: if the journal cannot be written.
    """
    keyring = _keyring()
    secret = journal.vault.add_keyring()
    try:
        keyring.set_password(_SERVICE, journal.vault.vault_id.hex(), secret.hex())
    except Exception as error:
        journal.vault.drop_keyring()
        raise NoKeyring(say("keyring.refused")) from error


def turn_off(journal: Journal, folder: Path) -> Changed:
    """Lets it open the journal no more, nor the backups that can be reached.

    Args:
        journal: the open journal.
        folder: where backups go.

    Raises:
        OnlyKey: if nothing else opens the journal.
        VaultError: if the journal cannot be written.
    """
    journal.vault.drop_keyring()
    let_go(journal.vault.vault_id)
    reached, missed = into_copies(journal, known(journal, folder))
    return Changed(reached=reached, missed=missed)


def let_go(vault_id: bytes) -> None:
    """Has the keyring forget what it kept, if it can be reached."""
    with suppress(Exception):
        _keyring().delete_password(_SERVICE, vault_id.hex())


def unlock_with_keyring(
    path: Path, *, machine: Machine, library: Library, read: bool = True
) -> Journal | None:
    """The journal at `path`; `None` where the keyring does not open it, whatever the reason.

    Args:
        path: its file.
        machine: this machine.
        library: the prompt sets and tables to use with it.
        read: whether to read it at once; if not, it is read where something of it is asked for.

    Raises:
        VaultError: if the file is not a journal, is damaged, or belongs to someone else.
    """
    name = Vault.keyring_name(path)
    secret = _secret(name) if name else None
    if secret is None:
        return None
    try:
        vault = Vault.open_with_keyring(path, secret, machine=machine)
    except (WrongSecret, DamagedSlot):
        return None
    try:
        return Journal(vault, library, read=read)
    except BaseException:
        vault.close()
        raise


def _secret(name: str) -> bytes | None:
    try:
        kept = _keyring().get_password(_SERVICE, name)
        return bytes.fromhex(kept) if kept else None
    except Exception:  # noqa: BLE001 - a locked or broken keyring means: ask for the passphrase
        return None


def _keyring() -> Any:
    """The library, which is there only where a person installed it.

    Raises:
        NoKeyring: if it is not.
    """
    try:
        return import_module("keyring")
    except ImportError as error:
        raise NoKeyring(say("keyring.missing")) from error
