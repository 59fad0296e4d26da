"""One thing that can be opened from home."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import ClassVar, Final

from rich.cells import cell_len
from textual import events
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.geometry import Offset, Size
from textual.message import Message
from textual.visual import VisualType
from textual.widget import Widget

from integrate.tui import marks
from integrate.tui.lines import wrap
from integrate.words import say

_INSET: Final = 5
"""Columns before the words of a card: sign and digit stand there."""
_HINTS_AT: Final = 24
"""The column where hints stand under one another."""


class Way(Widget, can_focus=True):
    """A line that Enter opens; the one in focus has a sign that needs no colour."""

    DEFAULT_CSS = """
    Way {
        height: 1;
        &:focus {
            color: $accent;
            text-style: bold;
        }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "open", say("key.open")),
        Binding("space", "open", show=False),
    ]

    @dataclass
    class Opened(Message):
        """The person wants to go there."""

        name: str

    def __init__(self, name: str, label: str, *, hint: str = "", number: int | None = None) -> None:
        """Makes a line.

        Args:
            name: what is opened.
            label: how it reads.
            hint: a few quiet words beside it, where there is room.
            number: the digit that opens it, if one does.
        """
        super().__init__()
        self.to = name
        """What is opened."""
        self._label = label
        self._hint = hint
        self._number = number

    def render(self) -> VisualType:
        """Sign, digit, label; the hint where it fits whole."""
        sign = marks.HERE if self.has_focus else " "
        digit = str(self._number) if self._number is not None else " "
        line = Content.assemble(f"{sign} ", (digit, "$text-muted"), f"  {self._label}")
        hint_at = max(_HINTS_AT, line.cell_length + 2)
        if self._hint and hint_at + cell_len(self._hint) <= self.content_size.width:
            gap = " " * (hint_at - line.cell_length)
            line = Content.assemble(line, gap, (self._hint, "$text-muted not bold"))
        return line.truncate(self.content_size.width, ellipsis=True)

    def parts(self) -> Iterator[tuple[Offset, Callable[[], None]]]:
        """All of it; going there opens it."""
        yield Offset(0, 0), self.action_open

    def on_focus(self) -> None:
        """Shows the sign."""
        self.refresh()

    def on_blur(self) -> None:
        """Hides it."""
        self.refresh()

    def on_click(self, event: events.Click) -> None:
        """A click opens."""
        event.stop()
        self.action_open()

    def action_open(self) -> None:
        """Opens it."""
        self.post_message(self.Opened(self.to))


class Waits(Way):
    """A line that takes as many rows as its words need: a title is never cut."""

    DEFAULT_CSS = """
    Waits { height: auto; }
    """

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """As many rows as its words take at this width."""
        del container, viewport
        return len(list(wrap(self._label, width - _INSET)))

    def render(self) -> VisualType:
        """Sign and digit, and the words beside them."""
        sign = marks.HERE if self.has_focus else " "
        digit = str(self._number) if self._number is not None else " "
        first, *others = wrap(self._label, self.content_size.width - _INSET)
        line = Content.assemble(f"{sign} ", (digit, "$text-muted"), f"  {first}")
        return Content("\n").join([line, *(Content(" " * _INSET + each) for each in others)])


class Card(Way):
    """The one next thing, in a frame of its own."""

    DEFAULT_CSS = """
    Card {
        height: auto;
        max-width: 72;
        border: round $border-blurred;
        padding: 0 1;
        border-title-color: $text-muted;
        &:focus {
            border: round $border;
            color: $text;
            text-style: none;
        }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter", "open", say("home.key.begin"))]

    def __init__(self, name: str, lines: Sequence[str], *, title: str, number: int | None) -> None:
        """Makes a card.

        Args:
            name: what is opened.
            lines: the first stands out, the others are quiet.
            title: a word in the frame.
            number: the digit that opens it, if one does.
        """
        super().__init__(name, lines[0], number=number)
        self._quiet = lines[1:]
        self.border_title = Content(title)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """As many lines as its words take at this width."""
        del container, viewport
        return 1 + len(self._below(width))

    def render(self) -> VisualType:
        """All its lines."""
        sign = marks.HERE if self.has_focus else " "
        digit = str(self._number) if self._number is not None else " "
        width = self.content_size.width
        first = Content.assemble(f"{sign} ", (digit, "$text-muted"), "  ", (self._label, "bold"))
        quiet = [Content.styled(line, "$text-muted") for line in self._below(width)]
        return Content("\n").join([first.truncate(width, ellipsis=True), *quiet])

    def _below(self, width: int) -> list[str]:
        inset = " " * _INSET
        return [inset + line for each in self._quiet for line in wrap(each, width - _INSET)]
