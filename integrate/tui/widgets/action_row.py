"""The row of actions under a prompt: everything that a key does, reachable by arrows and Enter."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from typing import ClassVar, Final

from rich.cells import cell_len
from textual import events
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.geometry import Offset, Size
from textual.message import Message
from textual.reactive import reactive
from textual.visual import VisualType
from textual.widget import Widget

from integrate.tui import marks
from integrate.words import say

_AROUND: Final = 2
"""Cells around a word: blanks, or the brackets."""


class ActionRow(Widget, can_focus=True):
    """Words in a row, or in two where it is narrow; what Enter presses stands in brackets."""

    DEFAULT_CSS = """
    ActionRow {
        height: auto;
        color: $text-muted;
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left", "move(-1)", say("key.move"), key_display=marks.LEFT_RIGHT),
        Binding("right", "move(1)", show=False),
        Binding("enter", "press", say("key.press")),
        Binding("up", "leave", show=False),
    ]

    at: reactive[int] = reactive(0)
    """Index of the action that Enter presses."""
    actions: reactive[tuple[tuple[str, str], ...]] = reactive((), layout=True)
    """For each, its name and how it reads."""

    @dataclass
    class Pressed(Message):
        """An action was chosen."""

        action: str

    @dataclass
    class Left(Message):
        """The person moved up, back to the prompt."""

    def __init__(self, actions: Sequence[tuple[str, str]]) -> None:
        """Makes a row.

        Args:
            actions: for each, its name and how it reads.
        """
        super().__init__()
        self.set_reactive(ActionRow.actions, tuple(actions))

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """As many lines as the words take at this width."""
        del container, viewport
        return len(list(self._lines(width)))

    def render(self) -> VisualType:
        """The words; brackets show the cursor without colour."""
        lines = self._lines(self.content_size.width)
        return Content("\n").join(
            Content("").join(self._word(index) for index in line) for line in lines
        )

    def validate_at(self, at: int) -> int:
        """Stays within the row."""
        return max(0, min(at, len(self.actions) - 1))

    def on_focus(self) -> None:
        """Shows the cursor."""
        self.refresh()

    def on_blur(self) -> None:
        """Hides the cursor, and begins at the first action next time."""
        self.at = 0
        self.refresh()

    def on_click(self, event: events.Click) -> None:
        """A click presses."""
        lines = list(self._lines(self.content_size.width))
        begin = 0
        for index in lines[event.y] if 0 <= event.y < len(lines) else ():
            name, label = self.actions[index]
            begin += cell_len(label) + _AROUND
            if event.x < begin:
                self.post_message(self.Pressed(name))
                return

    def parts(self) -> Iterator[tuple[Offset, Callable[[], None]]]:
        """Each word; going there puts the brackets around it, and Enter presses."""
        for y, line in enumerate(self._lines(self.content_size.width)):
            x = 0
            for index in line:
                yield Offset(x + _AROUND, y), partial(setattr, self, "at", index)
                x += cell_len(self.actions[index][1]) + _AROUND

    def action_move(self, by: int) -> None:
        """Moves along the row."""
        self.at += by

    def action_press(self) -> None:
        """Does it."""
        self.post_message(self.Pressed(self.actions[self.at][0]))

    def action_leave(self) -> None:
        """Back up."""
        self.post_message(self.Left())

    def _word(self, index: int) -> Content:
        label = self.actions[index][1]
        if self.has_focus and index == self.at:
            return Content.styled(f"[{label}]", "bold $accent")
        return Content(f" {label} ")

    def _lines(self, width: int) -> Iterator[list[int]]:
        """Indexes of the words on each line."""
        line: list[int] = []
        room = width
        for index, (_name, label) in enumerate(self.actions):
            needed = cell_len(label) + _AROUND
            if line and needed > room:
                yield line
                line, room = [], width
            line.append(index)
            room -= needed
        yield line
