"""One option of a list."""

from dataclasses import dataclass
from typing import Final

from rich.cells import cell_len
from textual import events
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.message import Message
from textual.reactive import reactive
from textual.widgets import Static

from integrate.domain.prompt import Option
from integrate.tui import marks

_LEAD: Final = 9
"""Columns before the label: cursor, number, mark."""


class OptionLine(Horizontal):
    """An option with its number and its mark. What is chosen is readable without colour."""

    DEFAULT_CSS = """
    OptionLine {
        height: auto;
        & .lead {
            width: 9;
            color: $text-muted;
        }
        & .label {
            width: 1fr;
            height: auto;
        }
        &.-chosen Static {
            color: $accent;
            text-style: bold;
        }
        &.-cursor {
            background: $boost;
        }
    }
    """

    chosen: reactive[bool] = reactive(False)
    """Whether it is an answer, or part of one."""
    under_cursor: reactive[bool] = reactive(False)
    """Whether the arrows stand on it."""

    @dataclass
    class Pressed(Message):
        """Somebody clicked it."""

        line: "OptionLine"

    def __init__(self, option: Option, number: int, *, several: bool, chosen: bool) -> None:
        super().__init__()
        self.option = option
        self.number = number
        """What is typed to choose it; from 1."""
        self._several = several
        self._lead = Static("", markup=False, classes="lead")
        self.set_reactive(OptionLine.chosen, chosen)

    @property
    def width(self) -> int:
        """How many columns it needs."""
        return _LEAD + cell_len(self.option.label)

    def compose(self) -> ComposeResult:
        """The lead and the label; a long label wraps beside its number."""
        yield self._lead
        yield Static(self.option.label, markup=False, classes="label")

    def on_mount(self) -> None:
        """Draws the lead for the first time."""
        self._draw()

    def on_click(self, event: events.Click) -> None:
        """Tells the list."""
        event.stop()
        self.post_message(self.Pressed(self))

    def watch_chosen(self) -> None:
        """Draws the mark."""
        self._draw()

    def watch_under_cursor(self) -> None:
        """Draws the cursor."""
        self._draw()

    def _draw(self) -> None:
        self.set_class(self.chosen, "-chosen")
        self.set_class(self.under_cursor, "-cursor")
        cursor = marks.HERE if self.under_cursor else " "
        if self._several:
            mark = "[x]" if self.chosen else "[ ]"
        else:
            mark = f"({marks.CHOSEN})" if self.chosen else "( )"
        self._lead.update(f"{cursor}{self.number:>2}  {mark}")
