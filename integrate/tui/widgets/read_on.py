"""The field of what is only read."""

from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.visual import VisualType

from integrate.tui.turning import Leaf
from integrate.tui.widgets.field import Field
from integrate.words import say


class ReadOn(Field, Leaf, can_focus=True):
    """Takes no answer; Enter goes on."""

    DEFAULT_CSS = """
    ReadOn {
        height: 1;
        color: $text-muted;
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter,space", "enter", say("key.next")),
        Binding("down", "leave", show=False),
    ]

    def render(self) -> VisualType:
        """Says that Enter goes on."""
        return Content(say("field.read_on"))

    def action_enter(self) -> None:
        """Goes on."""
        self.post_message(self.Entered(self))

    def action_leave(self) -> None:
        """Down."""
        self.post_message(self.Left(self))
