"""Typing two groups of the recovery code back, from the paper."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import Input, Static

from integrate.tui.frame import Page
from integrate.tui.widgets.form_line import FormLine
from integrate.words import say


class CodeBackScreen(Page[bool]):
    """Asks for some groups. True: they are right; False: back to the code."""

    CSS_PATH = Path(__file__).with_suffix(".tcss")
    TITLE_KEY = "code.title"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "back", say("code.see_again")),
    ]

    def __init__(self, code: str, asked: Sequence[int], *, abandon: Callable[[], None]) -> None:
        """Makes the page.

        Args:
            code: as it was shown.
            asked: which groups, counted from 0.
            abandon: what to do when the program ends before they were typed back.
        """
        super().__init__()
        self._groups = code.split("-")
        self._lines = {at: FormLine() for at in asked}
        self._abandon = abandon

    def compose_body(self) -> ComposeResult:
        """A line for each group."""
        yield Static(Content(say("code.type_back")), classes="question")
        for at, line in self._lines.items():
            yield Static(Content(say("code.group", number=at + 1)))
            yield line
        yield Static(classes="notice")

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """On to the next line, and after the last one to comparing."""
        event.stop()
        *_, last = self._lines.values()
        if event.input is last:
            self._compare()
        else:
            self.focus_next()

    def action_back(self) -> None:
        """Back to where the code is shown."""
        self.dismiss(False)

    def seal(self) -> bool:
        """Leaves no journal behind that nobody could open."""
        self._abandon()
        return True

    def _compare(self) -> None:
        from integrate.vault.recovery import tidy

        for at, line in self._lines.items():
            if tidy(line.value) != self._groups[at]:
                notice = say("code.group_differs", number=at + 1)
                self.query_one(".notice", Static).update(Content(notice))
                line.focus()
                return
        self.dismiss(True)
