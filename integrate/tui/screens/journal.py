"""Every page of the journal, newest first: titles only, their words a step further in."""

import asyncio
from pathlib import Path
from typing import ClassVar

from textual import work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from integrate.journal.journal import Journal
from integrate.journal.list_ import list_
from integrate.journal.undo import NothingToUndo, undo
from integrate.journal.undoable import Deleted
from integrate.tui.frame import Page
from integrate.tui.screens.entry import EntryScreen
from integrate.tui.screens.journal_rows import COLUMNS, rows_of
from integrate.tui.widgets.notice import Notice
from integrate.tui.widgets.row_list import Row, RowList
from integrate.vault import VaultError
from integrate.words import say


class JournalScreen(Page[None]):
    """The list of all entries, by month."""

    CSS_PATH = Path(__file__).with_suffix(".tcss")
    TITLE_KEY = "journal.title"
    WIDE = True
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("u", "undo", say("journal.undo")),
        Binding("escape", "leave", say("key.back")),
    ]

    def __init__(self, journal: Journal) -> None:
        super().__init__()
        self._journal = journal
        self._key: str | None = None
        self._notice = Notice()
        self._deleted = Static(Content(say("journal.deleted")), classes="muted deleted")
        self._list = RowList(COLUMNS, choose=say("pages.read"))

    def compose_body(self) -> ComposeResult:
        """What is damaged or just deleted; the list; or that there is nothing yet."""
        yield self._notice
        yield self._deleted
        yield self._list
        with Vertical(classes="empty"):
            yield Static(Content(say("journal.empty")), classes="said")
            yield Static(Content(say("journal.empty.how")), classes="muted")

    def on_screen_resume(self) -> None:
        """Reads afresh, so that what another window added is here too."""
        self._read()

    def on_row_list_chosen(self, event: RowList.Chosen) -> None:
        """Opens the page to read it."""
        event.stop()
        self.app.push_screen(EntryScreen(self._journal, event.key), self._came_back)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Only what was deleted since the journal was opened can be brought back."""
        del parameters
        return action != "undo" or isinstance(self._journal.undoable, Deleted)

    def action_undo(self) -> None:
        """Brings back what was deleted last."""
        self._bring_back()

    def action_leave(self) -> None:
        """Back home."""
        self.dismiss()

    def _came_back(self, key: str | None) -> None:
        self._key = key

    @work(group="undo", exclusive=True)
    async def _bring_back(self) -> None:
        try:
            back = await asyncio.to_thread(undo, self._journal)
        except (VaultError, NothingToUndo) as error:
            self._notice.say(self.fault(error))
        else:
            self._key = back.id
            self._read()

    @work(exclusive=True)
    async def _read(self) -> None:
        try:
            rows = await asyncio.to_thread(self._rows)
        except VaultError as error:
            self._notice.say(self.fault(error))
            return
        self.set_class(not rows, "-empty")
        self._notice.say(_damaged(len(self._journal.damaged)))
        self._deleted.display = isinstance(self._journal.undoable, Deleted)
        self.refresh_bindings()
        self._list.show(rows, self._key)
        if rows:
            self._list.focus()

    def _rows(self) -> list[Row]:
        self._journal.refresh()
        return rows_of(list_(self._journal), self._journal.library.phase_tables())


def _damaged(count: int) -> str:
    if not count:
        return ""
    return say("journal.damaged.one") if count == 1 else say("journal.damaged.some", count=count)
