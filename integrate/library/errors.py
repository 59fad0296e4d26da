"""What can be wrong with a content file."""

from collections.abc import Sequence
from pathlib import Path

from integrate.text import clean
from integrate.words import say


class BadFile(ValueError):
    """A content file that cannot be used, with the place of what is wrong. Nothing was changed."""

    def __init__(self, path: Path, line: int, column: int, message: str) -> None:
        """Says what is wrong at a place.

        Args:
            path: the file.
            line: from 1.
            column: from 1, in characters.
            message: one calm sentence: what is wrong; what would be right.
        """
        super().__init__(path, line, column, message)
        self.path = path
        self.line = line
        self.column = column
        self.message = message

    def __str__(self) -> str:
        shown = clean(str(self.path), one_line=True)
        return f"{shown}:{self.line}:{self.column}: {self.message}"


class NoSuchSet(KeyError):
    """No prompt set has this id."""

    def __init__(self, set_id: str, closest: Sequence[str], ids: Sequence[str]) -> None:
        """Says which ids come near or, where none does, which there are.

        Args:
            set_id: what was asked for.
            closest: ids that look like it, best first.
            ids: all that there are.
        """
        super().__init__(set_id)
        self.set_id = set_id
        self.closest = tuple(closest)
        self.ids = tuple(ids)

    def __str__(self) -> str:
        asked = clean(self.set_id, one_line=True)
        if not self.closest:
            return say("library.no_such_set", id=asked, ids=", ".join(self.ids))
        return say("library.no_such_set.closest", id=asked, closest=", ".join(self.closest))


class NoSuchMeasure(NoSuchSet):
    """No measure has this id."""

    def __str__(self) -> str:
        asked = clean(self.set_id, one_line=True)
        if not self.closest:
            return say("measure.file.none", id=asked, ids=", ".join(self.ids))
        return say("measure.file.none.closest", id=asked, closest=", ".join(self.closest))
