"""Refusing: one calm sentence, and an honest exit code."""

from typing import Final

REFUSED: Final = 1
USAGE: Final = 2
DAMAGED: Final = 3
INTERRUPTED: Final = 130
CUT_OFF: Final = 141
"""The reader of our output went away: 128 and SIGPIPE's number, as other tools end."""


class Refused(Exception):
    """What was asked for cannot be done; the text says why, and what to do."""

    def __init__(self, sentence: str, code: int = REFUSED) -> None:
        super().__init__(sentence)
        self.code = code


def is_sentence(error: BaseException) -> bool:
    """Whether an error's text is written for a person."""
    from integrate.config import BadConfig
    from integrate.journal.about import CannotRead
    from integrate.journal.keyring import NoKeyring
    from integrate.journal.session import NoSuchSession
    from integrate.journal.sets import CannotKeep
    from integrate.journal.show import NoSuchEntry
    from integrate.journal.undo import NothingToUndo
    from integrate.library import BadFile, NoSuchSet
    from integrate.plain.no_input import NoInput
    from integrate.plain.unanswered import Unanswered
    from integrate.vault import VaultError

    ours = (Refused, VaultError, BadFile, NoSuchSet, NoSuchEntry, NoSuchSession)
    others = (CannotRead, BadConfig, Unanswered, NoInput, NoKeyring, NothingToUndo, CannotKeep)
    return isinstance(error, (*ours, *others))


def code_of(error: BaseException) -> int:
    """The exit code that an error stands for."""
    from integrate.vault import DamagedRecord, DamagedSlot, DamagedVault

    if isinstance(error, Refused):
        return error.code
    damaged = isinstance(error, DamagedRecord | DamagedSlot | DamagedVault)
    return DAMAGED if damaged else REFUSED
