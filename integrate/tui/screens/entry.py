"""Reading one page of the journal, and deleting it."""

import asyncio
from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING, ClassVar, cast

from textual import work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType

from integrate.journal.delete import Deletion, delete, forget
from integrate.journal.journal import Journal
from integrate.journal.list_ import row_of
from integrate.journal.show import NoSuchEntry, show
from integrate.journal.tender import rests_first
from integrate.tui.frame import Page
from integrate.tui.screens.entry_delete import YES, about_backups, about_left, about_page
from integrate.tui.screens.entry_parts import parts_of
from integrate.tui.screens.result_parts import result_parts
from integrate.tui.widgets.notice import Notice
from integrate.tui.widgets.reading import Part, Reading
from integrate.vault import VaultError
from integrate.words import say

if TYPE_CHECKING:
    from integrate.tui.app import IntegrateApp
    from integrate.tui.screens.ask import AskScreen


class EntryScreen(Page[str]):
    """One entry: when it was, what was asked, and the words. Left and right lead to the others.

    Dismisses with the id of the entry that was read last; where that was deleted, of its neighbour.
    """

    TITLE_KEY = "entry.title"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left", "turn(1)", say("entry.older"), priority=True),
        Binding("right", "turn(-1)", say("entry.newer"), priority=True),
        Binding("x", "delete", say("entry.delete.key")),
        Binding("x,delete", "delete_unoffered", show=False),
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
        self._is_read = False
        """Whether the words are shown."""
        self._was_refused = False
        """Whether they could not be read the last time."""
        self._is_deleted = False
        """Whether it is being deleted, or is gone: no key does anything more."""

    def compose_body(self) -> ComposeResult:
        """A sentence where it cannot be read, and what is read."""
        yield self._notice
        yield self._reading

    def on_mount(self) -> None:
        """Reads the page."""
        self._reading.focus()
        self._read()

    def on_screen_resume(self) -> None:
        """Tries again where it could not be read: the journal may have been opened again."""
        if self._was_refused:
            self._read()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Nothing to turn to at either end; and what is better left until tomorrow is not shown."""
        if self._is_deleted:
            return action not in {"turn", "delete", "delete_unoffered", "leave"}
        if action == "turn" and isinstance(by := parameters[0], int):
            return self._neighbour(by) is not None
        return action != "delete" or not self._rests_first

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
            self._was_refused = True
            self._show([], self.fault(error))
        else:
            self._was_refused = False
            self._show(parts, "")

    def _show(self, parts: Sequence[Part], notice: str) -> None:
        self._is_read = bool(parts)
        self._notice.say(notice)
        self._reading.show(parts)

    def _parts(self, entry: str) -> Sequence[Part]:
        shown, tables = show(self._journal, entry), self._journal.library.phase_tables()
        return parts_of(shown, tables, result_parts(self._journal, shown.entry))

    # --- deleting

    @property
    def _app(self) -> "IntegrateApp":
        return cast("IntegrateApp", self.app)

    @property
    def _rests_first(self) -> bool:
        return rests_first(self._journal, self._app.clock())

    def action_delete(self) -> None:
        """Asks, then deletes."""
        known = next((each for each in self._journal.entries if each.id == self._entry), None)
        if known is not None:
            row = row_of(self._journal, known)
            ask = about_page(row, rest=self._rests_first, read=self._is_read)
            self.app.push_screen(ask, partial(self._answered, self._entry))

    def action_delete_unoffered(self) -> None:
        """The same, where it is not shown that it can be done."""
        self.action_delete()

    def _answered(self, entry: str, answer: str | None) -> None:
        if answer == YES and not self._is_deleted:
            self._is_deleted = True
            self._notice.say(say("entry.delete.doing"))
            self.refresh_bindings()
            self._delete(entry)

    @work(group="delete")
    async def _delete(self, entry: str) -> None:
        try:
            deletion = await asyncio.to_thread(delete, self._journal, entry, self._app.backups)
        except VaultError as error:
            self._is_deleted = False
            self._notice.say(self.fault(error))
            self.refresh_bindings()
        else:
            self._ask(about_backups(deletion), partial(self._in_backups, deletion))

    def _in_backups(self, deletion: Deletion, answer: str | None) -> None:
        if answer == YES:
            self._forget(deletion)
        else:
            self._gone()

    @work(group="delete")
    async def _forget(self, deletion: Deletion) -> None:
        left = await asyncio.to_thread(forget, self._journal, deletion.entry, deletion.holding)
        self._ask(about_left(left), lambda _: self._gone())

    def _ask(self, ask: "AskScreen | None", then: Callable[[str | None], None]) -> None:
        if self not in self.app.screen_stack:
            return  # it was locked meanwhile
        if ask is None:
            self._gone()
        else:
            self.app.push_screen(ask, then)

    def _gone(self) -> None:
        self.dismiss(self._neighbour(1) or self._neighbour(-1) or "")
