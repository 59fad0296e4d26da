"""Taking back the last deletion or the last new wording, until the journal is locked."""

from datetime import datetime, timedelta
from typing import Final

import msgspec
from msgspec import Struct

from integrate.journal.contents import Listed
from integrate.journal.journal import Journal
from integrate.journal.undoable import Deleted, Reworded, Undoable
from integrate.machine import Machine
from integrate.words import say

HELD: Final = timedelta(minutes=10)
"""How long a command that has ended may be undone by the next one."""
_POCKET: Final = "undo"


class _Held(Struct, frozen=True, kw_only=True):
    """What a command that has ended leaves for `undo`."""

    until: datetime
    what: Undoable


_HELD: Final = msgspec.json.Decoder(_Held)


class NothingToUndo(LookupError):
    """There is nothing that could be taken back; the sentence says why."""


def undo(journal: Journal) -> Listed:
    """Takes the last change back. What was deleted comes back as a new entry, with its history.

    Raises:
        NothingToUndo: if there is nothing.
        Gone: if what was reworded has been deleted meanwhile.
        VaultError: if it cannot be written; it can be tried again.
    """
    match journal.undoable:
        case Deleted(removed=removed):
            listed = journal.bring_back(removed)
        case Reworded() as reworded:
            listed = _put_again(journal, reworded)
        case _:
            raise NothingToUndo(say("undo.nothing"))
    journal.undoable = None
    return listed


def _put_again(journal: Journal, what: Reworded) -> Listed:
    if not any(each.id == what.entry for each in journal.entries):
        raise NothingToUndo(say("undo.nothing"))
    return journal.put_entry(what.entry, what.heading, what.words, after=(what.rid,))


def leave(journal: Journal, pocket: Machine, now: datetime) -> bool:
    """Leaves what can be undone for the next command, sealed; says whether it could.

    Args:
        journal: the open journal.
        pocket: keeps it in memory, never on a disk: see `places.pocket_folder`.
        now: aware.
    """
    if journal.undoable is None:
        return False
    held = _Held(until=now + HELD, what=journal.undoable)
    sealed = journal.vault.seal_note(_POCKET, held)
    if pocket.keep(_POCKET, sealed) and pocket.read(_POCKET) == sealed:
        return True
    pocket.drop(_POCKET)  # too large to be read back
    return False


def take_up(journal: Journal, pocket: Machine, now: datetime) -> None:
    """Takes over what an earlier command left.

    It stays there until `empty`: if this command is cut short, what was deleted is nowhere else.
    What another journal left is left alone.
    """
    held = _held(journal, pocket)
    if held is not None and held.until - HELD <= now <= held.until:
        journal.undoable = held.what
    elif held is not None:
        pocket.drop(_POCKET)


def expire(journal: Journal, pocket: Machine, now: datetime) -> None:
    """Lets go of what an earlier command left, once its time is over."""
    held = _held(journal, pocket)
    if held is not None and now > held.until:
        pocket.drop(_POCKET)


def _held(journal: Journal, pocket: Machine) -> _Held | None:
    sealed = pocket.read(_POCKET)
    note = None if sealed is None else journal.vault.open_note(_POCKET, sealed)
    try:
        return None if note is None else _HELD.decode(note)
    except msgspec.MsgspecError:  # an earlier version left it
        pocket.drop(_POCKET)
        return None


def empty(pocket: Machine) -> None:
    """Lets go of what an earlier command left: the journal was locked, or something else done."""
    pocket.drop(_POCKET)
