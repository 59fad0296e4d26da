"""Opening the journal for one command."""

from collections.abc import Iterator
from contextlib import contextmanager
from os.path import lexists

from integrate import places
from integrate.cli.asked import Asked
from integrate.cli.secret import given_or_asked
from integrate.cli.telling import tell
from integrate.journal.journal import Journal
from integrate.journal.unlock import unlock
from integrate.library import Library
from integrate.machine import Machine
from integrate.vault import NoVault
from integrate.words import say


@contextmanager
def open_journal(asked: Asked) -> Iterator[Journal]:
    """The journal, open until the command is done.

    Raises:
        VaultError: if there is none, or it does not open.
        Refused: if there is no passphrase to be had.
    """
    if not lexists(asked.path):
        raise NoVault(asked.path)
    journal = unlock(
        asked.path,
        given_or_asked(asked),
        machine=Machine(places.state_folder()),
        library=Library.shipped(),
    )
    try:
        if journal.vault.loose_modes:
            tell(say("cli.loose", path=asked.path))
        yield journal
    finally:
        journal.close()
