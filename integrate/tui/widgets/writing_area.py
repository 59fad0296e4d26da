"""Where words are written: the library's text area, made calm, safe and quick."""

from dataclasses import dataclass
from typing import ClassVar, Final, Self

from textual import events
from textual.cache import LRUCache
from textual.document._document import Document, Location, Selection
from textual.document._document_navigator import DocumentNavigator
from textual.geometry import Region
from textual.message import Message
from textual.reactive import Reactive, reactive
from textual.strip import Strip
from textual.widgets import TextArea

from integrate.text import clean
from integrate.tui import clusters
from integrate.tui.row import Looks, draw
from integrate.tui.turning import Leaf
from integrate.tui.wrapped_text import WrappedText

WIDEST: Final = 72
"""Columns of text in a row: longer ones are hard to read, however wide the terminal is."""
_JOINERS: Final = frozenset("\u200c\u200d\u200e\u200f\u00ad")
"""Letters that cannot be seen and are typed all the same, in Persian for one."""
_ROWS_HELD: Final = 256


class WritingArea(TextArea, Leaf):
    """Soft-wrapped plain writing. Tab moves on; so does Down on the last line.

    Everything is drawn as the library draws it (the tests compare), but a key costs the rows that
    it changed, where the library pays for whole paragraphs and paints the whole area.
    """

    DEFAULT_CSS = """
    WritingArea {
        border: none;
        border-left: solid $border-blurred;
        padding: 0 0 0 1;
        background: transparent;
        scrollbar-size-vertical: 1;
        &:focus {
            border: none;
            border-left: outer $primary;
        }
        & .text-area--cursor-line {
            background: transparent;
        }
    }
    """

    selection: ClassVar[Reactive[Selection]] = reactive(  # type: ignore[misc]
        Selection(), init=False, always_update=True, repaint=False
    )
    """As the library's, but that it repaints the rows that look different, not all of them."""

    @dataclass
    class Left(Message):
        """The person moved down past the last line."""

        area: "WritingArea"

    def __init__(self, text: str = "", *, placeholder: str = "", id: str | None = None) -> None:  # noqa: A002 - Textual's own name for it
        self._drawn: LRUCache[Looks, Strip] = LRUCache(_ROWS_HELD)
        """Rows by all that decides how they look."""
        self._shown: dict[int, Strip] = {}
        """The rows that the library took last, by their place; not all of them for painting."""
        self._told: dict[int, Strip] = {}
        """The rows as they were when it was last said which have to be painted; emptied whenever
        the library paints all of them by itself."""
        self._looks = False
        """Whether the rows are about to be looked through for changes."""
        super().__init__(
            text,
            soft_wrap=True,
            show_line_numbers=False,
            highlight_cursor_line=False,
            placeholder=placeholder,
            id=id,
        )
        self.cursor_blink = False
        if text:
            self.move_cursor(self.document.end)

    @property
    def wrap_width(self) -> int:
        """Columns of text in a row."""
        return min(WIDEST, super().wrap_width)

    @property
    def empty(self) -> bool:
        """Whether nothing is written; asking for the whole text would cost its length."""
        return self.document.line_count == 1 and not self.document.get_line(0)

    def _set_document(self, text: str, language: str | None) -> None:
        """Takes a text; its rows are worked out by `WrappedText`."""
        del language
        self._highlight_query = None
        self.document = Document(text)
        self.wrapped_document = WrappedText(self.document, tab_width=self.indent_width)
        self.navigator = DocumentNavigator(self.wrapped_document)
        self._build_highlight_map()
        self.move_cursor((0, 0))
        self._rewrap_and_refresh_virtual_size()

    # --- what is typed

    async def _on_key(self, event: events.Key) -> None:
        """Takes joiners too; the library takes what can be seen."""
        if event.character in _JOINERS and not self.read_only:
            event.stop()
            event.prevent_default()
            self._replace_via_keyboard(event.character, *self.selection)

    async def _on_paste(self, event: events.Paste) -> None:
        """Cleans what comes in; the library's own handler then inserts it."""
        event.text = clean(event.text)

    # --- where the cursor is

    def action_cursor_down(self, select: bool = False) -> None:  # noqa: FBT001, FBT002 - the library's signature
        """Moves down, or out of the area from its last line."""
        if not select and self.navigator.is_last_wrapped_line(self.cursor_location):
            self.post_message(self.Left(self))
        else:
            super().action_cursor_down(select)

    def get_cursor_left_location(self) -> Location:
        """One letter to the left, with all its marks."""
        row, column = super().get_cursor_left_location()
        return row, clusters.cluster_at(self.document.get_line(row), column)[0]

    def get_cursor_right_location(self) -> Location:
        """One letter to the right, with all its marks."""
        row, column = super().get_cursor_right_location()
        return row, clusters.cluster_at(self.document.get_line(row), column)[1]

    def get_cursor_word_left_location(self) -> Location:
        """One word to the left; marks are no words."""
        row, column = super().get_cursor_word_left_location()
        return row, clusters.cluster_at(self.document.get_line(row), column)[0]

    def _validate_selection(self, selection: Selection) -> Selection:
        """Keeps both ends in the text, and out of the middle of a letter."""
        return Selection(*(self._between_letters(each) for each in selection))

    def _between_letters(self, location: Location) -> Location:
        row, column = self.clamp_visitable(location)
        return row, clusters.cluster_at(self.document.get_line(row), column)[1]

    def _recompute_cursor_offset(self) -> None:
        """Keeps the cursor inside the text while an undo takes lines away.

        Without the clamp, Textual 8.2 raises here when an undo removes the line that the cursor
        stands on, and the whole program ends.
        """
        self._cursor_offset = self.wrapped_document.location_to_offset(
            self.clamp_visitable(self.cursor_location)
        )

    def find_matching_bracket(self, bracket: str, search_from: Location) -> Location | None:
        """None: this is prose, and looking for it may go through the whole text."""
        del bracket, search_from
        return None

    # --- how it is drawn

    def watch_selection(self) -> None:
        """Looks for rows to repaint, once for all that happens at this moment.

        What was never painted has no look yet, and its styles may not be known.
        """
        if self._shown and not self._looks:
            self._looks = True
            self.call_later(self._repaint_changed)

    def _repaint_changed(self) -> None:
        """Has the rows painted that don't look as they did when they were last.

        The library also takes rows without painting them, to see what is under the mouse. So a row
        stays only where both what it took and what was painted look like this.
        """
        self._looks = False
        top = self.scroll_offset.y
        for y in range(self.size.height):
            row = self._row(y)
            if self._told.get(y) is not row or self._shown.get(y) is not row:
                self._told[y] = row
                self.refresh_line(top + y)

    def refresh(
        self,
        *regions: Region,
        repaint: bool = True,
        layout: bool = False,
        recompose: bool = False,
    ) -> Self:
        """Paints; without regions all of it, so that nothing is known of its rows any more."""
        if not regions:
            self._told.clear()
        return super().refresh(*regions, repaint=repaint, layout=layout, recompose=recompose)

    def render_line(self, y: int) -> Strip:
        """One row of the screen."""
        strip = self._shown[y] = self._row(y)
        return strip

    def _row(self, y: int) -> Strip:
        """How a row looks now: the very strip of before where it looks the same."""
        if self.empty and self.placeholder:
            return super().render_line(y)
        theme = self._theme
        base = self.rich_style if theme.base_style is None else theme.base_style
        wrapped: WrappedText = self.wrapped_document  # type: ignore[assignment]
        at = y + self.scroll_offset.y
        if at >= wrapped.height:
            return self._held(Looks(width=self.size.width, base=base))
        index, begins, ends, last = wrapped.section(at)
        line = self.document.get_line(index)
        written = line[begins:ends] + (" " if last else "")
        looks = Looks(
            width=self.scrollable_content_region.size.width,
            base=base,
            filled=theme.base_style,
            text=written,
            chosen=self._chosen(index, len(line), begins, ends),
            chosen_style=theme.selection_style,
            cursor=self._cursor_in(index, line, begins, begins + len(written)),
            cursor_style=theme.cursor_style,
            tab=self.indent_width,
        )
        if "\t" in written and not (last and begins == 0):
            before = line.count("\t", 0, begins)
            within = slice(before, before + written.count("\t"))
            looks = looks._replace(tabs=tuple(wrapped.get_tab_widths(index)[within]))
        return self._held(looks)

    def _held(self, looks: Looks) -> Strip:
        strip = self._drawn.get(looks)
        if strip is None:
            strip = self._drawn[looks] = draw(looks, self.app.console)
        return strip

    def _chosen(self, index: int, length: int, begins: int, ends: int) -> tuple[int, int] | None:
        """What of a row is selected; `(0, 0)`: a line without a letter among selected ones."""
        if self.selection.is_empty:
            return None
        (top, first), (bottom, end) = sorted(self.selection)
        if not top <= index <= bottom:
            return None
        if not length:
            return None if index == self.selection.end[0] else (0, 0)
        first = max(begins, first if index == top else 0)
        end = min(ends, end if index == bottom else length)
        return (first - begins, end - begins) if first < end else None

    def _cursor_in(self, index: int, line: str, begins: int, ends: int) -> tuple[int, int] | None:
        """The letter of a row that the cursor stands on, with all its marks."""
        row, column = self.selection.end
        if row != index or not begins <= column < ends or not self._draw_cursor:
            return None
        return column - begins, min(ends, clusters.letter_at(line, column)[1]) - begins
