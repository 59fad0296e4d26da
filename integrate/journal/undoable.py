"""What can be taken back."""

from msgspec import Struct

from integrate.domain.entry import Heading, Words
from integrate.vault import Removed


class Deleted(Struct, frozen=True, kw_only=True, tag="deleted"):
    """An entry that was deleted: all of it, and nowhere else."""

    removed: Removed


class Reworded(Struct, frozen=True, kw_only=True, tag="reworded"):
    """An entry that was given a new wording: the one before."""

    entry: str
    rid: bytes
    """The new wording, whose place the one before takes again; what stands beside it stays."""
    heading: Heading
    words: Words


Undoable = Deleted | Reworded
