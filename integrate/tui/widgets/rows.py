"""Rows of a long list, made one by one as they come into sight."""

from collections.abc import Iterable
from typing import Protocol

from msgspec import Struct


class Row(Struct, frozen=True, kw_only=True):
    """One line: a heading, or something that can be chosen."""

    cells: tuple[str, ...]
    """One text a column; a heading has one for the whole line."""
    key: str | None = None
    """What it stands for; `None`: a heading or an empty line, passed over by the cursor."""
    quiet: bool = False
    """Drawn with less weight."""


class Rows(Protocol):
    """What a list shows. Lines count all of it from 0, numbers only what can be chosen."""

    def __len__(self) -> int:
        """How many lines there are."""

    def __getitem__(self, line: int) -> Row:
        """What stands on a line."""

    @property
    def choices(self) -> int:
        """How many can be chosen."""

    def line_of(self, number: int) -> int:
        """The line of one that can be chosen, by its number."""

    def number_on(self, line: int) -> int:
        """The number of the one that stands on this line."""

    def line_with(self, key: str) -> int | None:
        """The line with this key, if there is one."""


class MadeRows:
    """Rows that were all made beforehand."""

    def __init__(self, rows: Iterable[Row] = ()) -> None:
        """Takes them in their order."""
        self._rows = tuple(rows)
        self._lines = [at for at, row in enumerate(self._rows) if row.key is not None]
        self._by_key = {self._rows[line].key: line for line in self._lines}
        self._numbers = {line: number for number, line in enumerate(self._lines)}

    def __len__(self) -> int:
        """How many lines there are."""
        return len(self._rows)

    def __getitem__(self, line: int) -> Row:
        """What stands on a line."""
        return self._rows[line]

    @property
    def choices(self) -> int:
        """How many can be chosen."""
        return len(self._lines)

    def line_of(self, number: int) -> int:
        """The line of one that can be chosen."""
        return self._lines[number]

    def number_on(self, line: int) -> int:
        """The number of the one that stands on this line."""
        return self._numbers[line]

    def line_with(self, key: str) -> int | None:
        """The line with this key, if there is one."""
        return self._by_key.get(key)
