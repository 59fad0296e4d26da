"""A column of words to read: wrapped once for its width, drawn only where it is seen."""

from collections.abc import Iterator, Sequence
from typing import ClassVar, Final, Literal

from msgspec import Struct
from rich.segment import Segment
from textual import events
from textual.binding import Binding, BindingType
from textual.geometry import Size
from textual.scroll_view import ScrollView
from textual.strip import Strip

from integrate.text import clean
from integrate.tui.lines import READING, wrap
from integrate.words import say

Look = Literal["title", "quiet", "asked", "said"]


class Part(Struct, frozen=True, kw_only=True):
    """Some words that look the same, with the empty lines that follow them."""

    text: str
    look: Look = "said"
    gap: int = 0
    """Empty lines after it."""


class Reading(ScrollView, can_focus=True, inherit_bindings=False):
    """Words to read, never markup; arrows and pages scroll. A very long page opens at once."""

    DEFAULT_CSS = """
    Reading {
        height: 1fr;
        scrollbar-size-vertical: 1;
        overflow-x: hidden;
    }
    Reading > .reading--title { color: $text; text-style: bold; }
    Reading > .reading--quiet { color: $text-muted; }
    Reading > .reading--asked { color: $text-muted; }
    Reading > .reading--said { color: $text; }
    """
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "reading--title",
        "reading--quiet",
        "reading--asked",
        "reading--said",
    }
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "scroll_up", say("pages.scroll"), key_display="↑ ↓"),
        Binding("down", "scroll_down", say("pages.scroll"), key_display="↑ ↓"),
        Binding("pageup", "page_up", show=False),
        Binding("pagedown,space", "page_down", show=False),
        Binding("home", "scroll_home", show=False),
        Binding("end", "scroll_end", show=False),
    ]
    _GUTTER: Final = 1
    """Cells kept free for the scroll bar."""

    def __init__(self) -> None:
        super().__init__()
        self._parts: tuple[Part, ...] = ()
        self._lines: list[tuple[str, Look]] = []
        self._wrapped_at = 0

    @property
    def text(self) -> str:
        """All that stands in it, as it is wrapped now."""
        return "\n".join(line for line, _ in self._lines)

    def show(self, parts: Sequence[Part]) -> None:
        """Shows these words from their beginning."""
        self._parts = tuple(parts)
        self._wrapped_at = 0
        self._wrap()
        self.scroll_to(0, 0, animate=False, immediate=True)

    def on_resize(self, event: events.Resize) -> None:
        """Another width wraps the words anew."""
        event.stop()
        self._wrap()

    def render_line(self, y: int) -> Strip:
        """One line, drawn when it is on the screen."""
        at = y + self.scroll_offset.y
        width = self.scrollable_content_region.width
        if at >= len(self._lines):
            return Strip.blank(width, self.rich_style)
        text, look = self._lines[at]
        style = self.get_component_rich_style(f"reading--{look}")
        return Strip([Segment(text, style)]).adjust_cell_length(width, self.rich_style)

    def action_page_up(self) -> None:
        """A screenful back, without sliding."""
        self.scroll_page_up(animate=False)

    def action_page_down(self) -> None:
        """A screenful on, without sliding."""
        self.scroll_page_down(animate=False)

    def action_scroll_up(self) -> None:
        """A line back."""
        self.scroll_up(animate=False)

    def action_scroll_down(self) -> None:
        """A line on."""
        self.scroll_down(animate=False)

    def action_scroll_home(self) -> None:
        """To the beginning."""
        self.scroll_home(animate=False)

    def action_scroll_end(self) -> None:
        """To the end."""
        self.scroll_end(animate=False)

    def _wrap(self) -> None:
        width = min(READING, self.size.width - self._GUTTER)
        if width <= 0 or width == self._wrapped_at:
            return
        self._wrapped_at = width
        self._lines = [line for part in self._parts for line in _lines(part, width)]
        self.virtual_size = Size(0, len(self._lines))
        self.refresh()


def _lines(part: Part, width: int) -> Iterator[tuple[str, Look]]:
    for line in wrap(clean(part.text), width):
        yield line, part.look
    for _ in range(part.gap):
        yield "", part.look
