"""What came of something, in a few lines to read."""

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType

from integrate.tui.frame import Page
from integrate.tui.widgets.reading import Part, Reading
from integrate.words import say


class ToldScreen(Page[None]):
    """Lines; Esc and Enter lead back."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape,enter", "leave", say("key.back"))]

    def __init__(self, lines: Sequence[str], *, title: str) -> None:
        """Makes the page.

        Args:
            lines: what is said, each a paragraph; one that is set in belongs to the one before.
            title: the heading.
        """
        super().__init__()
        self.heading = title
        self._parts = [
            Part(text=line.strip(), look="quiet" if line.startswith(" ") else "said", gap=1)
            for line in lines
            if line.strip()
        ]
        self._reading = Reading()

    def compose_body(self) -> ComposeResult:
        """The lines."""
        yield self._reading

    def on_mount(self) -> None:
        """From the first one."""
        self._reading.show(self._parts)
        self._reading.focus()

    def action_leave(self) -> None:
        """Back."""
        self.dismiss(None)
