"""Reading one page of the journal."""

import asyncio
from collections.abc import Sequence
from typing import ClassVar

from textual import work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType

from integrate.journal.journal import Journal
from integrate.journal.show import NoSuchEntry, show
from integrate.tui.frame import Page
from integrate.tui.screens.entry_parts import parts_of
from integrate.tui.widgets.notice import Notice
from integrate.tui.widgets.reading import Part, Reading
from integrate.vault import VaultError
from integrate.words import say


class EntryScreen(Page[str]):
    """One entry: when it was, what was asked, and the words. Left and right lead to the others.

    Dismisses with the id of the entry that was read last.
    """

    TITLE_KEY = "entry.title"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left", "turn(1)", say("entry.older"), priority=True),
        Binding("right", "turn(-1)", say("entry.newer"), priority=True),
        Binding("escape", "leave", say("key.back")),
    ]

    def __init__(self, journal: Journal, entry: str) -> None:
        """Makes the page for the entry with this id."""
        super().__init__()
        self._journal = journal
        self._entry = entry
        self._notice = Notice()
        self._reading = Reading()
        self._ids: Sequence[str] = [each.id for each in journal.entries]

    def compose_body(self) -> ComposeResult:
        """A sentence where it cannot be read, and what is read."""
        yield self._notice
        yield self._reading

    def on_mount(self) -> None:
        """Reads the page."""
        self._reading.focus()
        self._read()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """At either end of the journal there is nothing further to turn to."""
        if action == "turn" and isinstance(by := parameters[0], int):
            return self._neighbour(by) is not None
        return True

    def action_turn(self, by: int) -> None:
        """To an older page, or a newer one."""
        if (neighbour := self._neighbour(by)) is not None:
            self._entry = neighbour
            self._read()
            self.refresh_bindings()

    def action_leave(self) -> None:
        """Back to where it was opened from."""
        self.dismiss(self._entry)

    def _neighbour(self, by: int) -> str | None:
        at = self._ids.index(self._entry) + by if self._entry in self._ids else -1
        return self._ids[at] if 0 <= at < len(self._ids) else None

    @work(exclusive=True)
    async def _read(self) -> None:
        try:
            parts = await asyncio.to_thread(self._parts, self._entry)
        except (VaultError, NoSuchEntry) as error:
            self._show([], str(error))
        else:
            self._show(parts, "")

    def _show(self, parts: Sequence[Part], notice: str) -> None:
        self._notice.say(notice)
        self._reading.show(parts)

    def _parts(self, entry: str) -> Sequence[Part]:
        return parts_of(show(self._journal, entry), self._journal.library.phase_tables())
