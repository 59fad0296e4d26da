"""A line to type in, above a list that follows: arrows and Enter are for the list."""

from dataclasses import dataclass
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.message import Message

from integrate.tui import marks
from integrate.tui.widgets.line import Line
from integrate.words import say


class SeekLine(Line):
    """Keeps the cursor for words, and tells where the list's own cursor shall go."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "move(-1)", say("pages.move"), key_display=marks.UP_DOWN),
        Binding("down", "move(1)", say("pages.move"), key_display=marks.UP_DOWN),
        Binding("pageup", "turn(-1)", show=False),
        Binding("pagedown", "turn(1)", show=False),
    ]

    @dataclass
    class Moved(Message):
        """To another row."""

        by: int

    @dataclass
    class Turned(Message):
        """A screenful on or back."""

        by: int

    def __init__(self, *, choose: str, placeholder: str = "") -> None:
        """Makes an empty line.

        Args:
            choose: what Enter does, as the key line says it.
            placeholder: what it is for, while nothing is typed.
        """
        super().__init__(placeholder=placeholder)
        self.chooses = True
        """Whether there is anything in the list."""
        self._bindings.key_to_bindings["enter"] = [Binding("enter", "submit", choose)]

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """With an empty list neither arrows nor Enter do anything."""
        if action in {"move", "turn", "submit"} and not self.chooses:
            return False
        return super().check_action(action, parameters)

    def action_move(self, by: int) -> None:
        """To another row."""
        self.post_message(self.Moved(by))

    def action_turn(self, by: int) -> None:
        """A screenful on or back."""
        self.post_message(self.Turned(by))
