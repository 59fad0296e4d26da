"""Opening a journal."""

from pathlib import Path

from integrate.journal.journal import Journal
from integrate.library import Library
from integrate.machine import Machine
from integrate.vault import Vault


def unlock(
    path: Path, secret: str, *, machine: Machine, library: Library, read: bool = True
) -> Journal:
    """The journal at `path`.

    Args:
        path: its file.
        secret: the passphrase, or the recovery code.
        machine: this machine.
        library: the prompt sets and tables to use with it.
        read: whether to read it at once; if not, it is read where something of it is asked for.

    Raises:
        WrongSecret: if neither the passphrase nor the code fits.
        VaultError: if the file is not a journal, is damaged, or belongs to someone else.
    """
    vault = Vault.open(path, secret, machine=machine)
    try:
        return Journal(vault, library, read=read)
    except BaseException:
        vault.close()
        raise
