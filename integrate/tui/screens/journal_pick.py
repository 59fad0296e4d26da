"""One of many, found by typing."""

from collections.abc import Sequence
from pathlib import Path
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import Input, Static

from integrate.journal.alike import alike
from integrate.tui.frame import Page
from integrate.tui.widgets.row_list import Column, Row, RowList
from integrate.tui.widgets.seek_line import SeekLine
from integrate.words import say


class JournalPickScreen(Page[str | None]):
    """A list, and a line above it that leaves only what says the same. `None`: gone back."""

    CSS_PATH = Path(__file__).with_suffix(".tcss")
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", say("key.back")),
    ]

    def __init__(self, choices: Sequence[tuple[str, str]], *, ask: str, title: str) -> None:
        """Makes the page.

        Args:
            choices: for each what it stands for, and how it reads.
            ask: the question.
            title: the heading.
        """
        super().__init__()
        self.heading = title
        self._ask = ask
        self._choices = tuple((value, label, alike(label)) for value, label in choices)
        self._line = SeekLine(choose=say("pages.choose"), placeholder=say("narrow.type"))
        self._list = RowList([Column(share=1)], choose=say("pages.choose"))
        self._none = Static(Content(say("narrow.no_such")), classes="muted none")

    def compose_body(self) -> ComposeResult:
        """The question, the line, the list."""
        yield Static(Content(self._ask), classes="question")
        yield self._line
        yield self._none
        yield self._list

    def on_mount(self) -> None:
        """Shows all of them."""
        self._show("")
        self._line.focus()

    def on_input_changed(self, event: Input.Changed) -> None:
        """Leaves what says the same."""
        event.stop()
        self._show(event.value)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Takes the one under the cursor."""
        event.stop()
        if self._list.key is not None:
            self.dismiss(self._value(self._list.key))

    def on_row_list_chosen(self, event: RowList.Chosen) -> None:
        """Takes it."""
        event.stop()
        self.dismiss(self._value(event.key))

    def on_seek_line_moved(self, event: SeekLine.Moved) -> None:
        """To another one."""
        event.stop()
        self._list.action_move(event.by)

    def on_seek_line_turned(self, event: SeekLine.Turned) -> None:
        """A screenful on or back."""
        event.stop()
        self._list.action_page(event.by)

    def action_leave(self) -> None:
        """Back, without one."""
        self.dismiss(None)

    def _show(self, typed: str) -> None:
        wanted = alike(typed.strip())
        rows = [
            Row(key=str(number), cells=(label,))
            for number, (_value, label, said) in enumerate(self._choices)
            if wanted in said
        ]
        self._list.show(rows, rows[0].key if rows else None)
        self._none.display = not rows
        self._line.chooses = bool(rows)
        self.refresh_bindings()

    def _value(self, key: str) -> str:
        return self._choices[int(key)][0]
