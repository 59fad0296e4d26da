"""Textual's view of a wrapped text, at a price that does not grow with the paragraph.

The library wraps the whole paragraph again for every key, and divides it for every question about
one of its rows. Here a key costs the rows that it changed, and a row is one slice. What comes out
is the same: tests/tui/test_wrapped_text.py compares all of it. See docs/decisions.
"""

from bisect import bisect_right
from collections.abc import Sequence
from itertools import pairwise

from rich.cells import cell_len
from textual._cells import cell_width_to_column_index
from textual._wrap import compute_wrap_offsets
from textual.document._document import DocumentBase, Location
from textual.document._wrapped_document import WrappedDocument
from textual.expand_tabs import expand_tabs_inline, get_tab_widths
from textual.geometry import Offset, clamp

from integrate.tui.wrapping import NARROWEST, Wrapped, rewrap, wrap


class WrappedText(WrappedDocument):
    """A text in rows. Its lists are the library's own, so that its other methods go on working."""

    def __init__(self, document: DocumentBase, width: int = 0, tab_width: int = 4) -> None:
        self._wrapped_texts: list[str] = []
        """The paragraphs that the rows belong to: what an edit changed is seen by comparing."""
        super().__init__(document, width, tab_width)

    @property
    def height(self) -> int:
        """How many rows there are."""
        return len(self._offset_to_line_info)

    def section(self, y: int) -> tuple[int, int, int, bool]:
        """The row at `y`.

        Returns:
            Its paragraph, where it begins and ends in it, and whether it is the paragraph's last.
        """
        line_index, section = self._offset_to_line_info[y]
        rows = self._wrap_offsets[line_index]
        begins = rows[section - 1] if section else 0
        if section == len(rows):
            return line_index, begins, len(self.document.get_line(line_index)), True
        return line_index, begins, rows[section], False

    def wrap(self, width: int, tab_width: int | None = None) -> None:
        """Wraps everything anew; 0 columns: nothing is wrapped."""
        self._width = width
        self._tab_width = tab_width or self._tab_width
        lines = self.document.lines
        rows, tabs = self._rows_of(lines, ())
        self._wrap_offsets, self._tab_width_cache = rows, tabs
        self._wrapped_texts = list(lines)
        self._offset_to_line_info = [
            (index, section) for index, each in enumerate(rows) for section in range(len(each) + 1)
        ]
        self._line_index_to_offsets = []
        y = 0
        for each in rows:
            self._line_index_to_offsets.append(list(range(y, y + len(each) + 1)))
            y += len(each) + 1

    def wrap_range(self, start: Location, old_end: Location, new_end: Location) -> None:
        """Wraps again what an edit changed; only the lines of the places are looked at."""
        old_last, new_last = len(self._wrapped_texts) - 1, self.document.line_count - 1
        first = clamp(start[0], 0, min(old_last, new_last))
        first, old_bottom = sorted((first, clamp(old_end[0], 0, old_last)))
        new_bottom = max(first, clamp(new_end[0], 0, new_last))

        lines = self.document.lines[first : new_bottom + 1]
        before = [
            Wrapped(self._wrapped_texts[index], self._wrap_offsets[index])
            for index in (first, old_bottom)
        ]
        rows, tabs = self._rows_of(lines, before)
        heights = [len(each) + 1 for each in self._wrap_offsets[first : old_bottom + 1]]
        self._wrap_offsets[first : old_bottom + 1] = rows
        self._tab_width_cache[first : old_bottom + 1] = tabs
        self._wrapped_texts[first : old_bottom + 1] = lines
        if heights != [len(each) + 1 for each in rows]:
            self._place(first, sum(heights), old_bottom, rows)

    def _place(
        self, first: int, old_height: int, old_bottom: int, rows: Sequence[Sequence[int]]
    ) -> None:
        """Says again which rows belong to which line, from the first one changed."""
        top = y = self._line_index_to_offsets[first][0]
        placed: list[list[int]] = []
        for each in rows:
            placed.append(list(range(y, y + len(each) + 1)))
            y += len(each) + 1
        self._offset_to_line_info[top : top + old_height] = [
            (first + index, section)
            for index, each in enumerate(rows)
            for section in range(len(each) + 1)
        ]
        self._line_index_to_offsets[first : old_bottom + 1] = placed
        if lines_more := len(rows) - (old_bottom + 1 - first):
            self._offset_to_line_info[y:] = [
                (index + lines_more, section) for index, section in self._offset_to_line_info[y:]
            ]
        if rows_more := y - top - old_height:
            below = first + len(rows)
            self._line_index_to_offsets[below:] = [
                [offset + rows_more for offset in each]
                for each in self._line_index_to_offsets[below:]
            ]

    def _rows_of(
        self, lines: Sequence[str], before: Sequence[Wrapped]
    ) -> tuple[list[list[int]], list[list[int]]]:
        """The rows and the widths of the tabs of some lines.

        Args:
            lines: the lines.
            before: what the first of them began like, and what the last of them ended like; empty
                where nothing is known of them.
        """
        rows: list[list[int]] = []
        tabs: list[list[int]] = []
        last = len(lines) - 1
        for index, line in enumerate(lines):
            if "\t" in line or 0 < self._width < NARROWEST:
                sections = get_tab_widths(line, self._tab_width)
                tabs.append([width for _, width in sections])
                rows.append(
                    compute_wrap_offsets(
                        line, self._width, self._tab_width, precomputed_tab_sections=sections
                    )
                    if self._width
                    else []
                )
                continue
            tabs.append([0] if line else [])
            if not self._width:
                rows.append([])
            elif before and index in {0, last} and len(line) > self._width:
                above, below = (
                    _UNKNOWN if "\t" in each.text or index != at else each
                    for each, at in zip(before, (0, last), strict=True)
                )
                rows.append(rewrap(line, self._width, above, below))
            else:
                rows.append(wrap(line, self._width))
        return rows, tabs

    def location_to_offset(self, location: Location) -> Offset:
        """The column and the row on which a place in the text is shown."""
        line_index, column = location
        line_index = clamp(line_index, 0, len(self._line_index_to_offsets))
        rows = self.get_offsets(line_index)
        section = bisect_right(rows, column)
        begins = rows[section - 1] if section else 0
        before = self.document.get_line(line_index)[begins:column]
        if "\t" in before:
            before = expand_tabs_inline(before, self._tab_width)
        return Offset(cell_len(before), self._line_index_to_offsets[line_index][section])

    def get_target_document_column(self, line_index: int, x_offset: int, y_offset: int) -> int:
        """The place in a line that is shown at a column of one of its rows."""
        rows = self._wrap_offsets[line_index]
        line = self.document.get_line(line_index)
        section = y_offset if y_offset >= 0 else len(rows) + 1 + y_offset
        begins = rows[section - 1] if section else 0
        ends = rows[section] if section < len(rows) else len(line)
        column = begins + cell_width_to_column_index(line[begins:ends], x_offset, self._tab_width)
        return column if section == len(rows) else min(column, ends - 1)

    def get_sections(self, line_index: int) -> list[str]:
        """The rows of a line."""
        line, rows = self.document.get_line(line_index), self._wrap_offsets[line_index]
        return [line[begins:ends] for begins, ends in pairwise((0, *rows, len(line)))]


_UNKNOWN = Wrapped("", ())
"""What nothing can be learnt from."""
