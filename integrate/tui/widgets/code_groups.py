"""A recovery code to copy by hand, in numbered groups."""

from collections.abc import Sequence
from typing import Final

from textual.content import Content
from textual.geometry import Size
from textual.visual import VisualType
from textual.widget import Widget

_BETWEEN: Final = 3
"""Blanks between two groups."""


class CodeGroups(Widget):
    """As many groups on a line as there is room for, each under its number."""

    DEFAULT_CSS = """
    CodeGroups {
        width: 100%;
        height: auto;
    }
    """

    def __init__(self, groups: Sequence[str]) -> None:
        super().__init__()
        self._groups = tuple(groups)
        self._cell = max(map(len, self._groups))

    @property
    def widest(self) -> int:
        """Columns that all of them take on one line."""
        return len(self._groups) * (self._cell + _BETWEEN) - _BETWEEN

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Two lines for each row of groups, and a distance between rows."""
        del container, viewport
        return 3 * -(-len(self._groups) // self._fit(width)) - 1

    def render(self) -> VisualType:
        """The numbers, quiet, above the groups."""
        return Content("\n\n").join(self._row(row) for row in self._rows())

    def _rows(self) -> Sequence[tuple[tuple[int, str], ...]]:
        numbered = tuple(enumerate(self._groups, 1))
        step = self._fit(self.content_size.width)
        return [numbered[at : at + step] for at in range(0, len(numbered), step)]

    def _row(self, row: Sequence[tuple[int, str]]) -> Content:
        gap = " " * _BETWEEN
        numbers = gap.join(str(number).center(self._cell) for number, _ in row)
        groups = gap.join(group for _, group in row)
        return Content.assemble((numbers.rstrip(), "$text-muted"), "\n", (groups, "bold"))

    def _fit(self, width: int) -> int:
        """How many stand beside one another; rows of equal length where they are several."""
        room = max(1, (width + _BETWEEN) // (self._cell + _BETWEEN))
        rows = -(-len(self._groups) // room)
        return -(-len(self._groups) // rows)
