"""Reading one page of the journal, and what can be done with it."""

import asyncio
from collections.abc import Callable, Sequence
from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING, ClassVar, Final, cast

from textual import work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType

from integrate.journal.contents import Listed
from integrate.journal.delete import Deletion, delete, forget
from integrate.journal.draft import Keeper, resume
from integrate.journal.edit import CannotEdit, Edited, rewordable
from integrate.journal.journal import Journal
from integrate.journal.list_ import row_of
from integrate.journal.passage import Free
from integrate.journal.rewording import left_for
from integrate.journal.show import NoSuchEntry, Shown, show
from integrate.journal.tender import rests_first
from integrate.tui.frame import Page
from integrate.tui.key_said import key_said
from integrate.tui.screens.entry_delete import YES, about_backups, about_left, about_page
from integrate.tui.screens.entry_edit import WAITS, EntryEditScreen
from integrate.tui.screens.entry_history import EntryHistoryScreen
from integrate.tui.screens.entry_parts import parts_of
from integrate.tui.screens.entry_tags import EntryTagsScreen
from integrate.tui.screens.journal_pick import JournalPickScreen
from integrate.tui.screens.result_parts import result_parts
from integrate.tui.widgets.notice import Notice
from integrate.tui.widgets.reading import Part, Reading
from integrate.vault import DraftGone, VaultError
from integrate.words import say

if TYPE_CHECKING:
    from integrate.tui.app import IntegrateApp
    from integrate.tui.screens.ask import AskScreen

_KEYS: Final = frozenset(
    {"turn", "delete", "delete_unoffered", "leave", "edit", "tags", "history", "jump"}
)
"""What does nothing any more once the page is gone."""


class EntryScreen(Page[str]):
    """One entry: when it was, what was asked, and the words.

    Left and right lead to the others; after a search n and N from one of the words to the next.

    Dismisses with the id of the entry that was read last; where that was deleted, of its neighbour.
    """

    TITLE_KEY = "entry.title"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left", "turn(1)", say("entry.older"), priority=True),
        Binding("right", "turn(-1)", say("entry.newer"), priority=True),
        Binding("n", "jump(1)", say("found.next")),
        Binding("N,p", "jump(-1)", say("found.before"), key_display="N"),
        Binding("e", "edit", say("rewrite.key")),
        Binding("t", "tags", say("tags.key")),
        Binding("h", "history", say("wordings.key")),
        Binding("x", "delete", say("entry.delete.key")),
        Binding("x,delete", "delete_unoffered", show=False),
        Binding("escape", "leave", say("key.back")),
    ]

    def __init__(
        self,
        journal: Journal,
        entry: str,
        *,
        among: Sequence[str] | None = None,
        wanted: Sequence[str] = (),
    ) -> None:
        """Makes the page.

        Args:
            journal: the open journal.
            entry: the id of the entry to begin with.
            among: the ids that left and right lead through, newest first; all by default.
            wanted: words that were looked for, made alike; they are marked.
        """
        super().__init__()
        self._journal = journal
        self._entry = entry
        self._wanted = tuple(wanted)
        self._notice = Notice()
        self._reading = Reading()
        self._shown: Shown | None = None
        """What is read; `None` where it could not be."""
        self._says = ""
        """What the next reading says above the page."""
        self._ids: Sequence[str] = among or [each.id for each in journal.entries]
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
            return action not in _KEYS
        if action == "jump":
            return self._reading.matches > 0
        if action in {"edit", "tags", "history"}:
            return self._shown is not None and (action != "edit" or self._may_edit)
        if action == "turn" and isinstance(by := parameters[0], int):
            return self._neighbour(by) is not None
        return action != "delete" or not self._rests_first

    def action_turn(self, by: int) -> None:
        """To an older page, or a newer one."""
        if (neighbour := self._neighbour(by)) is not None:
            self._entry = neighbour
            self._read()
            self.refresh_bindings()

    def action_jump(self, by: int) -> None:
        """To the next of the words that were looked for, or the one before."""
        self._reading.jump(by)

    def on_reading_jumped(self, event: Reading.Jumped) -> None:
        """Says which of them it is."""
        event.stop()
        self.corner = say("found.at", number=event.number, count=event.count)

    def action_leave(self) -> None:
        """Back to where it was opened from."""
        self.dismiss(self._entry)

    def _neighbour(self, by: int) -> str | None:
        at = self._ids.index(self._entry) + by if self._entry in self._ids else -1
        return self._ids[at] if 0 <= at < len(self._ids) else None

    @work(exclusive=True)
    async def _read(self) -> None:
        try:
            shown, parts = await asyncio.to_thread(self._parts, self._entry)
        except (VaultError, NoSuchEntry) as error:
            self._was_refused = True
            self._show(None, [], self.fault(error))
        else:
            self._was_refused = False
            self._show(shown, parts, self._says)
        self._says = ""

    def _show(self, shown: Shown | None, parts: Sequence[Part], notice: str) -> None:
        self._shown, self._is_read = shown, bool(parts)
        self._notice.say(notice)
        self.corner = say("app.name")
        self._reading.show(parts, self._wanted)
        self.refresh_bindings()

    def _parts(self, entry: str) -> tuple[Shown, Sequence[Part]]:
        shown, tables = show(self._journal, entry), self._journal.library.phase_tables()
        return shown, parts_of(shown, tables, result_parts(self._journal, shown.entry))

    # --- changing

    @property
    def _listed(self) -> Listed | None:
        return next((each for each in self._journal.entries if each.id == self._entry), None)

    @property
    def _may_edit(self) -> bool:
        entry = self._shown.entry if self._shown else None
        return entry is not None and (entry.form == "free" or bool(rewordable(entry.words)))

    def action_edit(self) -> None:
        """Gives the page, or one of its answers, a new wording."""
        if self._shown is None:
            return
        entry = self._shown.entry
        numbers = rewordable(entry.words)
        if entry.form == "free":
            self._edit(None)
        elif len(numbers) == 1:
            self._edit(numbers[0])
        else:
            asks = [(str(number), entry.words.answers[number - 1].ask) for number in numbers]
            pick = JournalPickScreen(asks, ask=say("rewrite.which"), title=say("rewrite.title"))
            self.app.push_screen(pick, self._chose)

    def _chose(self, number: str | None) -> None:
        if number:
            self._edit(int(number))

    @work(group="edit", exclusive=True)
    async def _edit(self, number: int | None) -> None:
        listed, shown = self._listed, self._shown
        if listed is None or shown is None:
            return
        try:
            left = await asyncio.to_thread(self._left, number)
            screen = EntryEditScreen(
                self._journal,
                listed,
                shown.entry.words,
                self._app.clock,
                number=number,
                left=left,
            )
        except (VaultError, CannotEdit) as error:
            self._notice.say(self.fault(error))
        else:
            self.app.push_screen(screen, self._was_edited)

    def _left(self, number: int | None) -> tuple[Free, Keeper] | None:
        """A new wording that was begun before, taken up again."""
        left = left_for(self._journal, self._entry, number)
        if left is None:
            return None
        with suppress(DraftGone):
            page, keeper = resume(self._journal, left, self._app.clock())
            if isinstance(page, Free):
                return page, keeper
        return None

    def _was_edited(self, how: Edited | str | None) -> None:
        if how == WAITS:
            self._notice.say(say("rewrite.waits", edit=key_said(self.app, "entry.edit")))
        elif isinstance(how, Edited):
            self._entry = how.entry.id
            if how.entry.id not in self._ids:
                self._ids = [each.id for each in self._journal.entries]
            if how.apart:
                self._says = say("rewrite.apart")
            elif how.beside:
                self._says = say("rewrite.beside")
            self._read()

    def action_tags(self) -> None:
        """Puts tags on the page, or takes them off."""
        if (listed := self._listed) is not None:
            screen = EntryTagsScreen(self._journal, listed, self._app.clock)
            self.app.push_screen(screen, self._were_tagged)

    def _were_tagged(self, changed: bool | None) -> None:  # noqa: FBT001 - a page's result
        if changed:
            self._read()

    def action_history(self) -> None:
        """Shows how the page read before."""
        if (listed := self._listed) is not None:
            screen = EntryHistoryScreen(self._journal, listed, self._app.clock)
            self.app.push_screen(screen, self._was_edited)

    # --- deleting

    @property
    def _app(self) -> "IntegrateApp":
        return cast("IntegrateApp", self.app)

    @property
    def _rests_first(self) -> bool:
        return rests_first(self._journal, self._app.clock())

    def action_delete(self) -> None:
        """Asks, then deletes."""
        if (known := self._listed) is not None:
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
