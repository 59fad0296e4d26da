"""The parts of a question or of a set's head: each a line, changed one at a time."""

from collections.abc import Iterator
from pathlib import Path
from typing import ClassVar, Final

from textual import work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from integrate.tui.author_fields import Sheet
from integrate.tui.author_lines import mending
from integrate.tui.desk import AtDesk
from integrate.tui.frame import Page
from integrate.tui.widgets.notice import Notice
from integrate.tui.widgets.row_list import Column, Row, RowList
from integrate.words import say

_COLUMNS: Final = (Column(width=9), Column(share=1))


class AuthorFieldsScreen(AtDesk, Page[None]):
    """Enter changes the part under the cursor, or does what it says. Every change is one step."""

    CSS_PATH = Path(__file__).with_suffix(".tcss")
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("u", "undo", say("author.key.undo")),
        Binding("r", "redo", say("author.key.redo")),
        Binding("escape", "back", say("key.back")),
    ]

    def __init__(self, sheet: Sheet, field: str = "") -> None:
        """Makes the page.

        Args:
            sheet: whose parts these are.
            field: the part to begin at.
        """
        super().__init__()
        self.desk = sheet.desk
        self._sheet = sheet
        self._field = field
        self._list = RowList(_COLUMNS, choose=say("author.key.change"), numbered=True)
        self._detail = Static()
        self._quiet = Static(classes="muted")
        self._notice = Notice()

    def compose_body(self) -> ComposeResult:
        """The parts, and the one under the cursor in full."""
        yield self._list
        yield self._notice
        with Vertical(classes="told"):
            yield self._detail
            yield self._quiet

    def on_mount(self) -> None:
        """Shows the parts."""
        self._show(self._field)
        self._list.focus()

    def on_row_list_moved(self, event: RowList.Moved) -> None:
        """Shows the part in full."""
        event.stop()
        self._tell(event.key or "")

    def on_row_list_chosen(self, event: RowList.Chosen) -> None:
        """Changes it."""
        event.stop()
        self._change(event.key)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """What there is nothing to take back of is not offered."""
        del parameters
        manuscript = self.desk.manuscript
        return {"undo": bool(manuscript.before), "redo": bool(manuscript.after)}.get(action, True)

    def action_undo(self) -> None:
        """One step back."""
        self.desk.put(self.desk.manuscript.undo())
        self._show()

    def action_redo(self) -> None:
        """One step on again."""
        self.desk.put(self.desk.manuscript.redo())
        self._show()

    def action_back(self) -> None:
        """Back to the list."""
        self.dismiss(None)

    # --- how

    @work(exclusive=True, group="change")
    async def _change(self, key: str) -> None:
        says = await self._sheet.change(self.app, key)
        self._show()
        self._notice.say(says)

    def _show(self, key: str | None = None) -> None:
        self._notice.say("")
        if not self._sheet.lines():
            self.dismiss(None)
            return
        self.heading = self._sheet.heading
        self._list.show(tuple(self._rows()), key)
        self._tell(self._list.key or "")
        self.refresh_bindings()

    def _rows(self) -> Iterator[Row]:
        for line in self._sheet.lines():
            if line.apart:
                yield Row(cells=("",))
            label = say(f"author.field.{line.key}")
            if not line.value:
                yield Row(cells=(label,), key=line.key)
                continue
            value = line.value
            if self._sheet.findings(line.key):
                value = say("author.mend", ask=value)
            yield Row(cells=(label, value), key=line.key)

    def _tell(self, key: str) -> None:
        full = "\n".join(filter(None, (self._sheet.full(key), *mending(self._sheet.findings(key)))))
        self._detail.update(Content(full))
        self._detail.display = bool(full)
        self._quiet.update(Content(say(f"author.help.{key}") if key else ""))
