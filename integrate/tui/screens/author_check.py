"""Everything that is to mend in a set, each with its place."""

from pathlib import Path
from typing import ClassVar, Final

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import Static

from integrate.library.finding import Finding
from integrate.library.manuscript import at_of
from integrate.tui.author_lines import mending, number
from integrate.tui.desk import AtDesk, Desk
from integrate.tui.frame import Page
from integrate.tui.widgets.row_list import Column, Row, RowList
from integrate.words import say

_COLUMNS: Final = (Column(width=7), Column(share=1))


class AuthorCheckScreen(AtDesk, Page[Finding | None]):
    """A list; Enter goes to the place. `None`: back."""

    CSS_PATH = Path(__file__).with_suffix(".tcss")
    TITLE_KEY = "author.check"
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "back", say("key.back"))]

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self._findings = desk.findings
        self._list = RowList(_COLUMNS, choose=say("author.check.go"))
        self._ask = Static(classes="detail")
        self._said = Static(classes="detail")

    def compose_body(self) -> ComposeResult:
        """The list, and the one under the cursor in full."""
        yield Static(Content(say("author.check.says")), classes="muted")
        yield self._list
        yield self._ask
        yield self._said

    def on_mount(self) -> None:
        """Shows them."""
        self._list.show(
            [
                Row(cells=(_place(each), each.message), key=str(index))
                for index, each in enumerate(self._findings)
            ]
        )
        self._list.focus()

    def on_row_list_moved(self, event: RowList.Moved) -> None:
        """Shows the whole sentence, and the question that it is about."""
        event.stop()
        if event.key is None:
            return
        finding = self._findings[int(event.key)]
        at = at_of(finding.path)
        ask = self.desk.manuscript.prompt(at).ask if at else ""
        self._ask.update(Content(ask).stylize("bold"))
        self._ask.display = bool(ask)
        self._said.update(Content("\n".join(mending((finding.message,)))))

    def on_row_list_chosen(self, event: RowList.Chosen) -> None:
        """Goes there."""
        event.stop()
        self.dismiss(self._findings[int(event.key)])

    def action_back(self) -> None:
        """Back."""
        self.dismiss(None)


def _place(finding: Finding) -> str:
    at = at_of(finding.path)
    return number(at) if at else say("author.check.head")
