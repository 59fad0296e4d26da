"""Asking for the command of an own editor; what it costs stands beside it."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import Input, Static

from integrate.tui.frame import Page
from integrate.tui.widgets.line import Line
from integrate.tui.widgets.notice import Notice
from integrate.words import say


class OwnEditorScreen(Page[str | None]):
    """One line. Dismisses with a command whose program is there, or with `None`: back."""

    TITLE_KEY = "outside.title"
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "leave", say("key.back"))]
    DEFAULT_CSS = """
    OwnEditorScreen .question { margin: 1 0 0 0; }
    OwnEditorScreen Line { margin: 1 0; }
    """

    def __init__(self, value: str = "") -> None:
        """Makes the page.

        Args:
            value: the command so far.
        """
        super().__init__()
        self._line = _CommandLine(value)
        self._notice = Notice()

    def compose_body(self) -> ComposeResult:
        """The question, the price, the line, and what is wrong."""
        yield Static(Content(say("outside.which")), classes="question")
        yield Static(Content(say("outside.price")), classes="muted")
        yield self._line
        yield self._notice

    def on_mount(self) -> None:
        """Ready to be typed in."""
        super().on_mount()
        self._line.focus()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Takes it, where there is such a program."""
        from integrate.journal.outside import NotOutside, known

        event.stop()
        command = event.value.strip()
        if not command:
            return
        try:
            self.dismiss(known(command))
        except NotOutside as error:
            self._notice.say(str(error))

    def action_leave(self) -> None:
        """Back."""
        self.dismiss(None)


class _CommandLine(Line):
    """The line; Enter takes it."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter", "submit", say("key.go_on"))]
