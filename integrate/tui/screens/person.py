"""One person who helps: a name, and how to reach them."""

from pathlib import Path
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import Input, Static

from integrate.domain.people import Person
from integrate.text import clean
from integrate.tui.frame import Page
from integrate.tui.widgets.form_line import FormLine
from integrate.words import say


class PersonScreen(Page[Person | None]):
    """Two lines. `None`: back, and nothing changes."""

    CSS_PATH = Path(__file__).with_suffix(".tcss")
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "back", say("key.back")),
    ]

    def __init__(self, title: str, person: Person | None = None) -> None:
        """Makes the page.

        Args:
            title: the heading.
            person: who is changed; `None` for somebody new.
        """
        super().__init__()
        self.heading = title
        self._person = person or Person(name="")

    def compose_body(self) -> ComposeResult:
        """Name and how to reach them."""
        self._called = FormLine(self._person.name)
        self._reached = FormLine(self._person.reach)
        yield Static(Content(say("person.name")), classes="question")
        yield self._called
        yield Static(Content(say("person.reach")), classes="question")
        yield Static(Content(say("person.reach_help")), classes="muted")
        yield self._reached
        yield Static(classes="notice")

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """On to the second line, and from there back with both."""
        event.stop()
        if event.input is self._called:
            self._reached.focus()
            return
        name, reach = (clean(line.value, one_line=True) for line in (self._called, self._reached))
        if name:
            self.dismiss(Person(name=name, reach=reach))
        else:
            self.query_one(".notice", Static).update(Content(say("person.no_name")))
            self._called.focus()

    def action_back(self) -> None:
        """Back."""
        self.dismiss(None)
