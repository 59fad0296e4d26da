"""Opening the journal for one command."""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from os.path import lexists
from typing import TYPE_CHECKING

from integrate import places
from integrate.cli.asked import Asked
from integrate.cli.secret import given, given_or_asked
from integrate.cli.settings import backups_folder, country, language, wants_keyring
from integrate.cli.telling import tell
from integrate.journal.journal import Journal
from integrate.journal.unlock import unlock
from integrate.library import Library
from integrate.machine import Machine
from integrate.vault import DamagedSlot, NoVault
from integrate.words import say

if TYPE_CHECKING:
    from integrate.plain.here import Here
    from integrate.plain.talk import Talk


@contextmanager
def open_journal(
    asked: Asked, *, ask: str = "", by_keyring: bool = True, read: bool = True
) -> Iterator[Journal]:
    """The journal, open until the command is done.

    Args:
        asked: which journal, and its passphrase.
        ask: how to ask for the passphrase; as usual by default.
        by_keyring: whether the system's keyring may open it. Not where the question is who may
            open it from now on: whoever finds the computer unlocked must not decide that.
        read: whether to read it at once; if not, it is read where something of it is asked for.

    Raises:
        VaultError: if there is none, or it does not open.
        Refused: if there is no passphrase to be had.
    """
    if not lexists(asked.path):
        raise NoVault(asked.path)
    journal = (opened_by_keyring(asked, read=read) if by_keyring else None) or unlock(
        asked.path,
        given_or_asked(asked, ask=ask),
        machine=Machine(places.state_folder()),
        library=Library.shipped(),
        read=read,
    )
    try:
        if journal.vault.loose_modes:
            tell(say("cli.loose", path=asked.path))
        _let_go_of_old_changes(asked, journal)
        yield journal
    finally:
        journal.close()


def opened_by_keyring(asked: Asked, *, read: bool = True) -> Journal | None:
    """The journal, where a person wished for that and nothing else was given; else `None`.

    Raises:
        VaultError: if the journal cannot be opened at all.
    """
    if asked.passphrase_file is not None or asked.passphrase_command is not None:
        return None
    if not wants_keyring() or not lexists(asked.path):
        return None
    from integrate.journal.keyring import unlock_with_keyring

    machine = Machine(places.state_folder())
    with suppress(DamagedSlot):
        return unlock_with_keyring(
            asked.path, machine=machine, library=Library.shipped(), read=read
        )
    return None


def opened_beforehand(asked: Asked) -> Journal | None:
    """The journal, if it can be opened without asking anybody; else `None`.

    Raises:
        Refused: if the passphrase that was named cannot be had.
        VaultError: if it does not open.
    """
    secret = given(asked)
    if secret is None or not lexists(asked.path):
        return opened_by_keyring(asked)
    machine = Machine(places.state_folder())
    return unlock(asked.path, secret, machine=machine, library=Library.shipped())


def here_at(asked: Asked, talk: "Talk", journal: Journal) -> "Here":
    """What the line dialogue needs, for a verb that asks something."""
    from integrate.plain.aided import with_help
    from integrate.plain.here import Here

    here = Here(
        talk=talk,
        journal=journal,
        clock=asked.clock,
        country=country(),
        language=language(),
        backups=backups_folder(asked),
        kdf=asked.kdf,
    )
    return with_help(here)


def _let_go_of_old_changes(asked: Asked, journal: Journal) -> None:
    folder = places.pocket_folder()
    if folder is not None and folder.is_dir():
        from integrate.journal.undo import expire

        expire(journal, Machine(folder), asked.clock())
