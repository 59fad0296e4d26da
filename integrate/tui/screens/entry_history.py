"""Earlier wordings of a page."""

import asyncio
from collections.abc import Iterator
from pathlib import Path
from typing import ClassVar, Final

from textual import work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import Static

from integrate.clock import Clock
from integrate.journal.contents import Listed
from integrate.journal.edit import Edited
from integrate.journal.history import Earlier, History, history
from integrate.journal.journal import Journal
from integrate.tui.dates import say_moment
from integrate.tui.frame import Page
from integrate.tui.screens.entry_wording import EntryWordingScreen
from integrate.tui.widgets.notice import Notice
from integrate.tui.widgets.row_list import Column, Row, RowList
from integrate.vault import VaultError
from integrate.words import say

_COLUMNS: Final = (Column(width=10, least=60), Column(width=28), Column(share=1, least=60))
"""Which one, when, and what was changed after it."""


class EntryHistoryScreen(Page[Edited | None]):
    """The earlier wordings, newest first. Dismisses with how one of them was brought back."""

    CSS_PATH = Path(__file__).with_suffix(".tcss")
    TITLE_KEY = "wordings.title"
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "leave", say("key.back"))]

    def __init__(self, journal: Journal, listed: Listed, clock: Clock) -> None:
        """Makes the page.

        Args:
            journal: the open journal.
            listed: the entry.
            clock: what time it is.
        """
        super().__init__()
        self._journal = journal
        self._listed = listed
        self._clock = clock
        self._history = History(earlier=(), damaged=0)
        self._notice = Notice()
        self._said = Static(Content(""), classes="muted said")
        self._list = RowList(_COLUMNS, choose=say("pages.read"))

    def compose_body(self) -> ComposeResult:
        """What this is, and the list."""
        yield self._notice
        yield self._said
        yield self._list

    def on_mount(self) -> None:
        """Reads them."""
        self._read()

    def on_row_list_chosen(self, event: RowList.Chosen) -> None:
        """Opens one of them."""
        event.stop()
        at = int(event.key)
        screen = EntryWordingScreen(
            self._journal,
            self._listed,
            self._history.earlier[at],
            heading=_name(self._history, at),
            clock=self._clock,
        )
        self.app.push_screen(screen, self._came_back)

    def action_leave(self) -> None:
        """Back to the page."""
        self.dismiss(None)

    def _came_back(self, edited: Edited | None) -> None:
        if edited is not None:
            self.dismiss(edited)

    @work(exclusive=True)
    async def _read(self) -> None:
        try:
            self._history = await asyncio.to_thread(history, self._journal, self._listed)
        except VaultError as error:
            self._notice.say(self.fault(error))
            return
        found = self._history
        self._said.update(Content(say("history.stays" if found.earlier else "history.none")))
        if found.damaged:
            self._notice.say(say("history.damaged", count=found.damaged))
        self._list.show(list(_rows(found)))
        if found.earlier:
            self._list.focus()


def when_kept(each: Earlier, *, first: bool) -> str:
    """When a wording was kept; empty where that was not noted."""
    if each.heading.worded is not None:
        return say_moment(each.heading.worded)
    return say_moment(each.heading.when) if first else ""


def _name(found: History, at: int) -> str:
    return say("history.wording", number=len(found.earlier) - at)


def _rows(found: History) -> Iterator[Row]:
    last = len(found.earlier) - 1
    for at, each in enumerate(found.earlier):
        what = dict.fromkeys(say(f"wordings.what.{change.what}") for change in each.changes)
        when = when_kept(each, first=at == last)
        then = say("wordings.then", what=", ".join(what)) if what else say("history.same")
        name = _name(found, at)
        yield Row(key=str(at), cells=(name, when or name, then))
