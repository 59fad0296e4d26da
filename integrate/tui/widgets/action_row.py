"""The row of actions under a prompt: everything that a key does, reachable by arrows and Enter."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from rich.cells import cell_len
from textual import events
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message
from textual.reactive import reactive
from textual.visual import VisualType
from textual.widget import Widget

from integrate.words import say


class ActionRow(Widget, can_focus=True):
    """Words in a row; the one that Enter presses stands in brackets."""

    DEFAULT_CSS = """
    ActionRow {
        height: 1;
        color: $text-muted;
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left", "move(-1)", say("key.move"), key_display="← →"),
        Binding("right", "move(1)", show=False),
        Binding("enter", "press", say("key.press")),
        Binding("up", "leave", show=False),
    ]

    at: reactive[int] = reactive(0)
    """Index of the action that Enter presses."""

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
        self._actions = actions

    def render(self) -> VisualType:
        """The words; brackets show the cursor without colour."""
        parts: list[Content | tuple[str, str]] = []
        for index, (_name, label) in enumerate(self._actions):
            if self.has_focus and index == self.at:
                parts.append((f"[{label}]", "bold $accent"))
            else:
                parts.append(Content(f" {label} "))
            parts.append(Content(" "))
        return Content.assemble(*parts)

    def on_focus(self) -> None:
        """Shows the cursor."""
        self.refresh()

    def on_blur(self) -> None:
        """Hides the cursor, and begins at the first action next time."""
        self.at = 0
        self.refresh()

    def on_click(self, event: events.Click) -> None:
        """A click presses."""
        begin = 0
        for name, label in self._actions:
            begin += cell_len(label) + 3
            if event.x < begin - 1:
                self.post_message(self.Pressed(name))
                return

    def action_move(self, by: int) -> None:
        """Moves along the row."""
        self.at = max(0, min(len(self._actions) - 1, self.at + by))

    def action_press(self) -> None:
        """Does it."""
        self.post_message(self.Pressed(self._actions[self.at][0]))

    def action_leave(self) -> None:
        """Back up."""
        self.post_message(self.Left())
