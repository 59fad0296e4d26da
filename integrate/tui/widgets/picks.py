"""A few things to choose one from, by digit, by arrows and Enter, or with the mouse."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from typing import ClassVar, Final

from msgspec import Struct
from rich.cells import cell_len
from textual import events
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.geometry import Offset, Size
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget

from integrate.text import clean
from integrate.tui import marks
from integrate.tui.lines import wrap
from integrate.words import say

_MOST: Final = 9
"""How many can be chosen by a digit."""
_LEAD: Final = 5
"""Cells before a label: the mark and the number."""
_BETWEEN: Final = 3
"""Cells between a label and its note."""


class Pick(Struct, frozen=True, kw_only=True):
    """One of the things to choose from."""

    value: str
    label: str
    note: str = ""
    """A few quiet words beside it."""


class Picks(Widget, can_focus=True):
    """Numbered lines; the digit chooses at once, Enter chooses the marked one."""

    DEFAULT_CSS = """
    Picks { height: auto; width: 1fr; }
    Picks > .picks--line { color: $text; }
    Picks > .picks--note { color: $text-muted; }
    Picks > .picks--here { color: $text; text-style: bold; }
    Picks:focus > .picks--here { color: $primary; text-style: bold; }
    """
    COMPONENT_CLASSES: ClassVar[set[str]] = {"picks--line", "picks--note", "picks--here"}
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "move(-1)", say("pages.move"), key_display=marks.UP_DOWN),
        Binding("down", "move(1)", say("pages.move"), key_display=marks.UP_DOWN),
    ]

    at: reactive[int] = reactive(0)
    """Which line is marked."""

    @dataclass
    class Picked(Message):
        """One was chosen."""

        picks: "Picks"
        value: str

        @property
        def control(self) -> "Picks":
            """The widget, so that handlers can tell two of them apart."""
            return self.picks

    @dataclass
    class Left(Message):
        """The person moved down past the last line."""

        picks: "Picks"

    def __init__(
        self,
        picks: Sequence[Pick],
        *,
        value: str | None = None,
        id: str | None = None,  # noqa: A002 - Textual's own name for it
    ) -> None:
        """Makes the list with the mark on `value`, or on the first."""
        super().__init__(id=id)
        self._picks = tuple(picks)
        shown = f"1{marks.TO}{min(len(self._picks), _MOST)} enter"
        self._bindings.bind("enter", "pick", say("pages.choose"), key_display=shown)
        values = [each.value for each in self._picks]
        self.set_reactive(Picks.at, values.index(value) if value in values else 0)

    @property
    def value(self) -> str:
        """What the marked line stands for."""
        return self._picks[self.at].value

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """As many lines as the labels take at this width."""
        del container, viewport
        return len(self._lines(width))

    def render(self) -> Content:
        """The lines, those of the marked one with a sign that needs no colour."""
        return Content("\n").join(line for _, line in self._lines(self.content_size.width))

    def validate_at(self, at: int) -> int:
        """Stays within the list."""
        return max(0, min(at, len(self._picks) - 1))

    def action_move(self, by: int) -> None:
        """Marks the line above or below, or leaves past the last one."""
        if self.at + by >= len(self._picks):
            self.post_message(self.Left(self))
        self.at += by

    def action_pick(self) -> None:
        """Chooses the marked line."""
        self.post_message(self.Picked(self, self.value))

    def on_key(self, event: events.Key) -> None:
        """A digit chooses its line."""
        digit = int(event.key) if event.key in set("123456789") else 0
        if 0 < digit <= min(len(self._picks), _MOST):
            event.stop()
            self.at = digit - 1
            self.action_pick()

    def parts(self) -> Iterator[tuple[Offset, Callable[[], None]]]:
        """The first line of each; going there chooses it, as its digit does."""
        seen = set()
        for y, (at, _line) in enumerate(self._lines(self.content_size.width)):
            if at not in seen:
                seen.add(at)
                yield Offset(0, y), partial(self._go, at)

    def _go(self, at: int) -> None:
        self.at = at
        self.action_pick()

    def on_click(self, event: events.Click) -> None:
        """A click chooses what it hits."""
        lines = self._lines(self.content_size.width)
        if 0 <= event.y < len(lines):
            self.at = lines[event.y][0]
            self.action_pick()

    def _lines(self, width: int) -> list[tuple[int, Content]]:
        """Every line, with which of the things it belongs to."""
        return [(at, line) for at in range(len(self._picks)) for line in self._label(at, width)]

    def _label(self, at: int, width: int) -> Iterator[Content]:
        each, here = self._picks[at], at == self.at
        room = max(1, width - _LEAD)
        style = self.get_visual_style(f"picks--{'here' if here else 'line'}")
        quiet = self.get_visual_style("picks--note")
        digit = str(at + 1) if at < _MOST else " "
        lead = f"{marks.HERE if here else ' '} {digit}  "
        *before, last = wrap(clean(each.label, one_line=True), room)
        for line in before:
            yield Content.styled(lead + line, style)
            lead = " " * _LEAD
        note = clean(each.note, one_line=True)
        beside = bool(note) and cell_len(last) + _BETWEEN + cell_len(note) <= room
        gap = Content.styled(" " * _BETWEEN + note, quiet) if beside else Content("")
        yield Content.styled(lead + last, style) + gap
        if note and not beside:
            yield Content.styled(" " * _LEAD + note, quiet)
