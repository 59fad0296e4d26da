"""Which days to look back to, in words."""

from datetime import date
from pathlib import Path
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import Input, Static

from integrate.journal.about import CannotRead
from integrate.journal.span import Span, read_span
from integrate.journal.span_said import say_span
from integrate.tui.frame import Page
from integrate.tui.widgets.line import Line
from integrate.tui.widgets.notice import Notice
from integrate.words import say


class JournalDaysScreen(Page[Span | None]):
    """One line for "last week" or "since March", read back while it is typed. `None`: gone back."""

    CSS_PATH = Path(__file__).with_suffix(".tcss")
    TITLE_KEY = "narrow.title"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "take", say("narrow.take"), show=True),
        Binding("escape", "leave", say("key.back")),
    ]

    def __init__(self, today: date, *, any_: bool) -> None:
        """Makes the page.

        Args:
            today: the civil day.
            any_: whether an empty line means any day, since there is a wish to take away.
        """
        super().__init__()
        self._today = today
        self._any = any_
        self._line = Line(placeholder=say("narrow.days.example"))
        self._said = Static(classes="muted said-back", markup=False)
        self._notice = Notice()

    def compose_body(self) -> ComposeResult:
        """The question, the line, and the days that it names."""
        yield Static(Content(say("narrow.which.span")), classes="question")
        yield self._line
        yield self._said
        yield self._notice
        yield Static(Content(say("narrow.days.how")), classes="muted")

    def on_mount(self) -> None:
        """Puts the cursor into the line."""
        self._line.focus()

    def on_input_changed(self, event: Input.Changed) -> None:
        """Reads back what the words name so far."""
        event.stop()
        self._notice.say("")
        try:
            said = say_span(read_span(event.value, self._today)) if event.value.strip() else ""
        except CannotRead:
            said = ""
        self._said.update(Content(said))

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Takes these days."""
        event.stop()
        self.action_take()

    def action_take(self) -> None:
        """Takes these days, or says what would be read."""
        if not self._line.value.strip() and self._any:
            self.dismiss(Span())
            return
        try:
            self.dismiss(read_span(self._line.value, self._today))
        except CannotRead as cannot:
            self._notice.say(str(cannot))

    def action_leave(self) -> None:
        """Back, with any day as before."""
        self.dismiss(None)
