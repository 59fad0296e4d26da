"""A long list of rows under headings, of which only what is on the screen is ever drawn."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from typing import ClassVar, Final

from msgspec import Struct
from rich.segment import Segment
from textual import events
from textual.binding import Binding, BindingType
from textual.geometry import Offset, Region, Size
from textual.message import Message
from textual.reactive import reactive
from textual.scroll_view import ScrollView
from textual.strip import Strip

from integrate.text import clean
from integrate.tui import marks
from integrate.tui.lines import fit
from integrate.tui.widgets.rows import MadeRows, Row, Rows
from integrate.words import say

_MARK: Final = f"{marks.HERE} "
"""Stands before the row under the cursor, so that it is seen without colour."""
_GAP: Final = 2
_MOST: Final = 9
"""How many rows can be chosen by a digit."""
__all__ = ["Column", "Row", "RowList"]


class Column(Struct, frozen=True, kw_only=True):
    """How wide one column is."""

    width: int = 0
    """In cells."""
    share: int = 0
    """Its share of what the fixed columns leave."""
    least: int = 0
    """Left out where the list has fewer cells than this."""


class RowList(ScrollView, can_focus=True, inherit_bindings=False):
    """Rows under headings; arrows move, Enter chooses. Ten thousand rows cost what thirty do.

    In a short list the first nine rows may have digits, which choose at once.
    """

    DEFAULT_CSS = """
    RowList {
        height: 1fr;
        scrollbar-size-vertical: 1;
        overflow-x: hidden;
    }
    RowList > .row-list--row { color: $text; }
    RowList > .row-list--quiet { color: $text-muted; }
    RowList > .row-list--heading { color: $text-muted; text-style: bold; }
    RowList > .row-list--cursor { color: $text; background: $panel; text-style: bold; }
    """
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "row-list--row",
        "row-list--quiet",
        "row-list--heading",
        "row-list--cursor",
    }
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "move(-1)", say("pages.move"), key_display=marks.UP_DOWN),
        Binding("down", "move(1)", say("pages.move"), key_display=marks.UP_DOWN),
        Binding("pageup", "page(-1)", show=False),
        Binding("pagedown", "page(1)", show=False),
        Binding("home", "end(-1)", show=False),
        Binding("end", "end(1)", show=False),
    ]

    cursor: reactive[int | None] = reactive(None)
    """Which row is chosen when Enter is pressed; `None` while there is none to choose."""

    @dataclass
    class Moved(Message):
        """The cursor stands on another row."""

        row_list: "RowList"
        key: str | None

        def can_replace(self, message: Message) -> bool:
            """Only where the cursor stands last is of interest."""
            return isinstance(message, RowList.Moved)

    @dataclass
    class Chosen(Message):
        """A row was chosen."""

        row_list: "RowList"
        key: str

        @property
        def control(self) -> "RowList":
            """The list, so that handlers can tell two of them apart."""
            return self.row_list

    def __init__(self, columns: Sequence[Column], *, choose: str, numbered: bool = False) -> None:
        """Makes an empty list.

        Args:
            columns: how wide each column is; a row with a single cell takes the whole line.
            choose: what Enter does, as the key line says it.
            numbered: whether digits choose the first nine rows.
        """
        super().__init__()
        self._choose = choose
        self._numbered = numbered
        self._columns = tuple(columns)
        self._rows: Rows = MadeRows()
        self._bind_choosing()

    @property
    def key(self) -> str | None:
        """What the row under the cursor stands for."""
        return None if self.cursor is None else self._rows[self.cursor].key

    def show(self, rows: Sequence[Row] | Rows, key: str | None = None) -> None:
        """Shows these rows, with the cursor on `key` or, without one, where it was or first.

        `Rows` that make each line as it comes into sight are asked for what is seen alone.
        """
        wanted = key or self.key
        self.set_reactive(RowList.cursor, None)
        self._rows = MadeRows(rows) if isinstance(rows, Sequence) else rows
        self._bind_choosing()
        self.virtual_size = Size(0, len(self._rows))
        line = self._rows.line_with(wanted) if wanted else None
        first = self._rows.line_of(0) if self._rows.choices else None
        self.cursor = first if line is None else line
        self.refresh(layout=True)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Without rows no key does anything."""
        del parameters
        return action not in {"move", "page", "end", "choose"} or self.cursor is not None

    def watch_cursor(self) -> None:
        """Keeps the cursor in sight, and tells where it is."""
        if not self.is_attached:
            return
        if self.cursor is not None:
            headed = self._headed(self.cursor)
            self.scroll_to_region(
                Region(0, headed, 1, self.cursor - headed + 1), animate=False, force=True
            )
        self.refresh()
        self.screen.refresh_bindings()
        self.post_message(self.Moved(self, self.key))

    def render_line(self, y: int) -> Strip:
        """One line of the list, drawn when it is on the screen."""
        at = y + self.scroll_offset.y
        width = self.scrollable_content_region.width
        if at >= len(self._rows):
            return Strip.blank(width, self.rich_style)
        row = self._rows[at]
        text = fit(self._text(row, at, width), width)
        style = self.get_component_rich_style(self._look(row, at))
        return Strip([Segment(text, style)], width)

    def action_move(self, by: int) -> None:
        """To the next row that can be chosen, up or down."""
        if self.cursor is None:
            return
        at = self._rows.number_on(self.cursor) + by
        self.cursor = self._rows.line_of(max(0, min(at, self._rows.choices - 1)))

    def action_page(self, by: int) -> None:
        """A screenful up or down."""
        self.action_move(by * max(1, self.size.height - 1))

    def action_end(self, by: int) -> None:
        """To the first or the last row."""
        self.action_move(by * len(self._rows))

    def action_choose(self) -> None:
        """Chooses the row under the cursor."""
        if (key := self.key) is not None:
            self.post_message(self.Chosen(self, key))

    def on_key(self, event: events.Key) -> None:
        """A digit chooses its row."""
        digit = int(event.key) if self._numbered and event.key in set("123456789") else 0
        if 0 < digit <= self._rows.choices:
            event.stop()
            self.cursor = self._rows.line_of(digit - 1)
            self.action_choose()

    def parts(self) -> Iterator[tuple[Offset, Callable[[], None]]]:
        """Each row in sight that can be chosen; going there chooses it."""
        for y in range(self.size.height):
            at = y + self.scroll_offset.y
            if at < len(self._rows) and self._rows[at].key is not None:
                yield Offset(0, y), partial(self._go, at)

    def _go(self, at: int) -> None:
        if at < len(self._rows) and self._rows[at].key is not None:
            self.cursor = at
            self.action_choose()

    def on_click(self, event: events.Click) -> None:
        """A click moves there; a second one chooses."""
        at = event.y + self.scroll_offset.y
        if at >= len(self._rows) or self._rows[at].key is None:
            return
        if at == self.cursor:
            self.action_choose()
        self.cursor = at

    def _headed(self, line: int) -> int:
        """The line where the headings begin that stand right above this one."""
        while line and self._rows[line - 1].key is None and self._rows[line - 1].cells != ("",):
            line -= 1
        return line

    def _bind_choosing(self) -> None:
        """Enter, and beside it on the key line the digits that there are rows for."""
        most = min(self._rows.choices, _MOST)
        shown = f"1{marks.TO}{most} enter" if self._numbered and most > 1 else None
        enter = Binding("enter", "choose", self._choose, key_display=shown)
        self._bindings.key_to_bindings["enter"] = [enter]

    def _look(self, row: Row, at: int) -> str:
        if row.key is None:
            return "row-list--heading"
        if at == self.cursor and self.has_focus:
            return "row-list--cursor"
        return "row-list--quiet" if row.quiet else "row-list--row"

    def _text(self, row: Row, at: int, width: int) -> str:
        mark = (_MARK if at == self.cursor else " " * len(_MARK)) + self._digit(row, at)
        cells = [clean(cell, one_line=True) for cell in row.cells]
        if row.key is None or len(cells) == 1:
            return mark + " ".join(cells)
        shown = [each for each in self._columns if width >= each.least]
        kept = [cell for cell, each in zip(cells, self._columns, strict=False) if each in shown]
        widths = _widths(shown, width - len(mark))
        return mark + (" " * _GAP).join(map(fit, kept, widths))

    def _digit(self, row: Row, at: int) -> str:
        """The digit of a row, or blanks in its place."""
        if not self._numbered or row.key is None:
            return ""
        number = self._rows.number_on(at) + 1
        return f"{number}  " if number <= _MOST else "   "


def _widths(columns: Sequence[Column], width: int) -> list[int]:
    shares = sum(column.share for column in columns)
    fixed = sum(column.width for column in columns)
    left = max(0, width - fixed - _GAP * (len(columns) - 1))
    return [column.width + (left * column.share // shares if shares else 0) for column in columns]
