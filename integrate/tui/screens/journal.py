"""The journal: a timeline by session and phase, searched as one types, narrowed by plain chips."""

import asyncio
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar, cast

from textual import work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Input, Static

from integrate.journal.contents import Listed
from integrate.journal.journal import Journal
from integrate.journal.narrow import Wish, narrow
from integrate.journal.narrow_said import said_parts, without
from integrate.journal.undo import NothingToUndo, undo
from integrate.journal.undoable import Deleted
from integrate.text import clean
from integrate.tui.frame import Page
from integrate.tui.key_said import key_said
from integrate.tui.screens.entry import EntryScreen
from integrate.tui.screens.journal_filter import JournalFilterScreen
from integrate.tui.screens.journal_rows import COLUMNS, Timeline
from integrate.tui.screens.journal_search import SearchPane
from integrate.tui.widgets.action_row import ActionRow
from integrate.tui.widgets.notice import Notice
from integrate.tui.widgets.row_list import RowList
from integrate.vault import VaultError
from integrate.words import say

if TYPE_CHECKING:
    from integrate.tui.app import IntegrateApp


class JournalScreen(Page[None]):
    """All entries, titles only; what is looked for is kept nowhere."""

    CSS_PATH = Path(__file__).with_suffix(".tcss")
    TITLE_KEY = "journal.title"
    WIDE = True
    AUTO_FOCUS = ""
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("slash", "search", say("found.key")),
        Binding("f", "filter", say("narrow.key")),
        Binding("ctrl+f", "filter_typing", say("narrow.key"), priority=True),
        Binding("backspace", "less", say("narrow.less")),
        Binding("u", "undo", say("journal.undo")),
        Binding("escape", "leave", say("key.back")),
    ]

    def __init__(self, journal: Journal) -> None:
        super().__init__()
        self._journal = journal
        self._key: str | None = None
        """The page to stand on, as soon as the list is there."""
        self._wish = Wish()
        self._searching = False
        self._notice = Notice()
        self._deleted = Static(classes="muted deleted")
        self._chips = ActionRow([])
        self._none = Static(Content(say("narrow.none")), classes="muted none")
        self._list = RowList(COLUMNS, choose=say("pages.read"))
        self._search = SearchPane(journal, self._tell)

    def compose_body(self) -> ComposeResult:
        """What is damaged or just deleted; the chips; the list or the search; or nothing yet."""
        yield self._notice
        yield self._deleted
        yield self._chips
        yield self._search
        yield self._none
        yield self._list
        with Vertical(classes="empty"):
            yield Static(Content(say("journal.empty")), classes="said")
            yield Static(Content(say("journal.empty.how")), classes="muted")

    def on_screen_resume(self) -> None:
        """Reads afresh, so that what another window added is here too."""
        self._read()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """What was deleted can come back; while words are typed, no letter is a key."""
        del parameters
        typing = isinstance(self.focused, Input)
        if action == "undo":
            return not typing and isinstance(self._journal.undoable, Deleted)
        if action == "less":
            return not typing and not self._wish.empty
        if self.has_class("-empty"):
            return action not in {"search", "filter", "filter_typing"}
        if action in {"search", "filter"}:
            return not typing
        return action != "filter_typing" or typing

    # --- what a person does

    def on_row_list_chosen(self, event: RowList.Chosen) -> None:
        """Opens the page to read it."""
        event.stop()
        among = [each.id for each in self._entries] if not self._wish.empty else None
        self.app.push_screen(EntryScreen(self._journal, event.key, among=among), self._came_back)

    def on_search_pane_chosen(self, event: SearchPane.Chosen) -> None:
        """Opens a page that was found, at the first of the words."""
        event.stop()
        screen = EntryScreen(self._journal, event.key, among=event.keys, wanted=event.wanted)
        self.app.push_screen(screen, self._came_back)

    def action_search(self) -> None:
        """Begins to search, or goes back to the words that were typed."""
        self._key = self._list.key
        self._searching = True
        self._show_mode()
        self._search.begin(self._wish)

    def action_filter(self) -> None:
        """Asks what to narrow the pages by."""
        today = self._app.clock().date()
        self.app.push_screen(JournalFilterScreen(self._journal, self._wish, today), self._narrowed)

    def action_filter_typing(self) -> None:
        """The same, while words are typed."""
        self.action_filter()

    def action_less(self) -> None:
        """Takes the last chip away."""
        *_, last = (name for name, _said in said_parts(self._journal, self._wish))
        self._narrowed(without(self._wish, last))

    def on_action_row_pressed(self, event: ActionRow.Pressed) -> None:
        """Takes a chip away."""
        event.stop()
        self._narrowed(without(self._wish, event.action))
        if self._wish.empty:
            self._focus()

    def on_action_row_left(self, event: ActionRow.Left) -> None:
        """From the chips to the pages."""
        event.stop()
        self._focus()

    def action_undo(self) -> None:
        """Brings back what was deleted last."""
        self._bring_back()

    def action_leave(self) -> None:
        """A step back: out of the search, then to all pages, then home."""
        if self._searching:
            self._key = self._search.key or self._key
            self._searching = False
            self._search.end()
            self._read()
        elif not self._wish.empty:
            self._key = self._list.key
            self._narrowed(Wish())
        else:
            self.dismiss()

    # --- how

    @property
    def _app(self) -> "IntegrateApp":
        return cast("IntegrateApp", self.app)

    def _tell(self, error: Exception) -> None:
        self._notice.say(self.fault(error))

    def _came_back(self, key: str | None) -> None:
        self._key = key
        self._search.stand_on(key)

    def _narrowed(self, wish: Wish | None) -> None:
        if wish is not None and wish != self._wish:
            self._wish = wish
            if self.app.screen is self:
                self._read()

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
            timeline, self._entries = await asyncio.to_thread(self._timeline, self._wish)
        except VaultError as error:
            self._notice.say(self.fault(error))
            return
        self.set_class(not self._journal.entries, "-empty")
        self._notice.say(_damaged(len(self._journal.damaged)))
        self._deleted.display = isinstance(self._journal.undoable, Deleted)
        self._chips.actions = tuple(
            (name, say("narrow.chip", said=clean(said, one_line=True)))
            for name, said in said_parts(self._journal, self._wish)
        )
        self._list.show(timeline, self._key)
        self._show_mode()
        if self._searching:
            self._search.again(self._wish)
        else:
            self._key = None
            self._focus()

    _entries: Sequence[Listed] = ()

    def _timeline(self, wish: Wish) -> tuple[Timeline, Sequence[Listed]]:
        self._journal.refresh()
        entries = narrow(self._journal, wish)
        return Timeline(self._journal, entries), entries

    def _show_mode(self) -> None:
        self.set_class(self._searching, "-searching")
        self.set_class(not self._wish.empty, "-narrowed")
        self.set_class(not self._searching and not self._entries, "-none")
        undo_ = key_said(self.app, "journal.undo")
        # In the search its letter would be one of the words.
        says = (
            say("journal.deleted.searching", undo=undo_)
            if self._searching
            else say("journal.deleted", undo=undo_)
        )
        self._deleted.update(Content(says))
        self.refresh_bindings()

    def _focus(self) -> None:
        if self._searching:
            self._search.focus_line()
        elif self._entries:
            self._list.focus()
        elif not self._wish.empty:
            self._chips.focus()


def _damaged(count: int) -> str:
    if not count:
        return ""
    return say("journal.damaged.one") if count == 1 else say("journal.damaged.some", count=count)
