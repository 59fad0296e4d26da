"""The tags of a page."""

import asyncio
from collections.abc import Iterator
from pathlib import Path
from typing import ClassVar, Final

from textual import work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import Input, Static

from integrate.clock import Clock
from integrate.journal.alike import alike
from integrate.journal.contents import Listed
from integrate.journal.journal import Journal
from integrate.journal.tag import CannotTag, known_tags, tag, tag_in
from integrate.tui.frame import Page
from integrate.tui.widgets.notice import Notice
from integrate.tui.widgets.row_list import Column, Row, RowList
from integrate.tui.widgets.seek_line import SeekLine
from integrate.vault import VaultError
from integrate.words import say

_NEW: Final = "new"
_COLUMNS: Final = (Column(width=3), Column(share=1))


class EntryTagsScreen(Page[bool]):
    """All tags that are known, those of the page checked; typing finds one or makes a new one.

    Every way out keeps them. Dismisses with whether anything was changed.
    """

    CSS_PATH = Path(__file__).with_suffix(".tcss")
    TITLE_KEY = "tags.title"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", say("tags.done")),
    ]

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
        self._tags = {alike(each): each for each in listed.heading.tags}
        """Those that it shall have, by how they are compared."""
        known = {alike(each): each for each in known_tags(journal)}
        self._known = {**self._tags, **known}
        self._leaving = False
        self._notice = Notice()
        self._line = SeekLine(choose=say("tags.turn"), placeholder=say("tags.type"))
        self._list = RowList(_COLUMNS, choose=say("tags.turn"))

    def compose_body(self) -> ComposeResult:
        """The question, a line, the tags."""
        yield Static(Content(say("tags.ask")), classes="question")
        yield self._line
        yield self._notice
        yield self._list

    def on_mount(self) -> None:
        """Shows all of them."""
        self._show()
        self._line.focus()

    @property
    def tags(self) -> tuple[str, ...]:
        """Those that the page shall have."""
        return tuple(self._tags.values())

    def seal(self) -> bool:
        """Keeps them at once, for every way out."""
        if self._leaving:
            return True
        try:
            self._keep()
        except (VaultError, CannotTag):
            return False
        return True

    def on_input_changed(self, event: Input.Changed) -> None:
        """Leaves what says the same, and offers what is typed."""
        event.stop()
        self._notice.say("")
        self._show()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Puts the one under the cursor on the page, or takes it off."""
        event.stop()
        if self._list.key is not None:
            self._turn(self._list.key)

    def on_row_list_chosen(self, event: RowList.Chosen) -> None:
        """The same, from the list."""
        event.stop()
        self._turn(event.key)

    def on_seek_line_moved(self, event: SeekLine.Moved) -> None:
        """To another one."""
        event.stop()
        self._list.action_move(event.by)

    def on_seek_line_turned(self, event: SeekLine.Turned) -> None:
        """A screenful on or back."""
        event.stop()
        self._list.action_page(event.by)

    def action_leave(self) -> None:
        """Keeps them, and goes back to the page."""
        if not self._leaving:
            self._leave()

    # --- how

    @work(group="keep", exclusive=True)
    async def _leave(self) -> None:
        try:
            changed = await asyncio.to_thread(self._keep)
        except (VaultError, CannotTag) as error:
            self._notice.say(self.fault(error))
        else:
            self._leaving = True
            self.dismiss(changed)

    def _keep(self) -> bool:
        """Puts them on the page in one go; says whether there was anything to change."""
        had = {alike(each): each for each in self._listed.heading.tags}
        added = [each for key, each in self._tags.items() if key not in had]
        off = [each for key, each in had.items() if key not in self._tags]
        if not added and not off:
            return False
        self._listed = tag(self._journal, self._listed, self._clock(), add=added, remove=off)
        return True

    def _turn(self, key: str) -> None:
        try:
            self._tags = self._turned(key)
        except CannotTag as cannot:
            self._notice.say(str(cannot))
            return
        with self.prevent(Input.Changed):
            self._line.value = ""
        self._show(None if key == _NEW else key)

    def _turned(self, key: str) -> dict[str, str]:
        if key != _NEW:
            name = key.partition(":")[2]
            rest = {each: said for each, said in self._tags.items() if each != name}
            return rest if name in self._tags else {**self._tags, name: self._known[name]}
        word = tag_in(self._line.value)
        self._known = {alike(word): word, **self._known}
        return {**self._tags, alike(word): word}

    def _show(self, key: str | None = None) -> None:
        rows = list(self._rows())
        self._list.show(rows, key or (rows[0].key if rows else None))
        self._line.chooses = bool(rows)
        self.refresh_bindings()

    def _rows(self) -> Iterator[Row]:
        typed = self._line.value.strip().lstrip("#").strip()
        wanted = alike(typed)
        for name, said in self._known.items():
            if wanted in name:
                sign = say("tags.on" if name in self._tags else "tags.off")
                yield Row(key=f"tag:{name}", cells=(sign, said))
        if typed and wanted not in self._known:
            yield Row(key=_NEW, cells=(say("tags.sign"), say("tags.new", tag=typed)))
