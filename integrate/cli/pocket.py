"""What a command leaves so that the next one can take it back: in memory, sealed, for a while."""

from integrate import places
from integrate.cli.asked import Asked
from integrate.journal.journal import Journal
from integrate.journal.undo import empty, leave
from integrate.machine import Machine


def pocket() -> Machine | None:
    """Where it is kept; `None` where that could only be a disk."""
    folder = places.pocket_folder()
    return Machine(folder) if folder is not None else None


def leave_for_undo(asked: Asked, journal: Journal) -> bool:
    """Leaves what can be undone in the place of what was there; says whether it could."""
    kept = pocket()
    return kept is not None and leave(journal, kept, asked.clock())


def empty_pocket() -> None:
    """Lets go of whatever was left."""
    kept = pocket()
    if kept is not None:
        empty(kept)
