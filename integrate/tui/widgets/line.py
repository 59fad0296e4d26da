"""One line to type in."""

from textual import events
from textual.widgets import Input

from integrate.text import clean
from integrate.tui.turning import Leaf


class Line(Input, Leaf):
    """A single line; what is pasted is cleaned. The screen says how it looks."""

    def __init__(
        self,
        value: str = "",
        *,
        placeholder: str = "",
    ) -> None:
        super().__init__(
            value,
            placeholder=placeholder,
            select_on_focus=False,
        )
        self.cursor_blink = False

    def _on_paste(self, event: events.Paste) -> None:
        """Cleans what comes in; the library's own handler then inserts it."""
        event.text = clean(event.text, one_line=True)
