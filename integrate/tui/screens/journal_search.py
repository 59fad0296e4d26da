"""Searching the journal as one types, with what was found under it."""

import asyncio
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Final

from textual import work
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.message import Message
from textual.widgets import Static

from integrate.journal.alike import places
from integrate.journal.contents import Listed
from integrate.journal.journal import Journal
from integrate.journal.narrow import Wish, narrow
from integrate.journal.saying import say_day
from integrate.journal.search import Lot, matches, search, wanted_in
from integrate.tui.widgets.found_list import Found, FoundList
from integrate.tui.widgets.seek_line import SeekLine
from integrate.vault import VaultError
from integrate.words import say

_AT_ONCE: Final = 8
"""Lots of pages between two looks at the screen, after the first one."""
_INSET: Final = 12
"""Cells of a line that are no context: what stands before it, and brackets."""
_NARROWEST: Final = 20


class SearchPane(Vertical):
    """A line to type in, and the pages that say all of it, as they are found.

    The words stand in this line and nowhere else. A letter more ends the search under way.
    """

    DEFAULT_CSS = """
    SearchPane { height: 1fr; }
    SearchPane Line { margin-bottom: 1; max-width: 72; }
    SearchPane .status { height: auto; color: $text-muted; margin: 0 0 1 2; max-width: 72; }
    """

    @dataclass
    class Chosen(Message):
        """A page that was found is to be read."""

        key: str
        keys: tuple[str, ...]
        """All that were found so far."""
        wanted: tuple[str, ...]
        """What was looked for, made alike."""

    def __init__(self, journal: Journal, tell: Callable[[Exception], None]) -> None:
        """Makes it.

        Args:
            journal: the open journal.
            tell: told of what went wrong.
        """
        super().__init__()
        self._journal = journal
        self._tell = tell
        self._wish = Wish()
        self._wanted: tuple[str, ...] = ()
        self._listed: dict[str, Listed] = {}
        self._stand_on: str | None = None
        self._line = SeekLine(choose=say("pages.read"), placeholder=say("found.ask"))
        self._line.chooses = False
        self._status = Static(Content(say("found.how")), classes="status")
        self._found = FoundList(self._unread)

    def compose(self) -> ComposeResult:
        """The line, how far it is, the pages."""
        yield self._line
        yield self._status
        yield self._found

    @property
    def key(self) -> str | None:
        """The page under the cursor."""
        return self._found.key

    @property
    def status(self) -> str:
        """What is said about the search."""
        return str(self._status.content)

    def begin(self, wish: Wish) -> None:
        """Is ready for words, among these pages."""
        self._wish = wish
        self.focus_line()

    def end(self) -> None:
        """Forgets the words and what was found."""
        self.workers.cancel_node(self)
        with self.prevent(SeekLine.Changed):
            self._line.value = ""
        self._wanted, self._listed, self._stand_on = (), {}, None
        self._found.begin()
        self._say(say("found.how"))

    def again(self, wish: Wish) -> None:
        """Looks again: the journal may have changed, or other pages are wanted."""
        self._wish = wish
        self._stand_on = self._stand_on or self.key
        self._look()

    def stand_on(self, key: str | None) -> None:
        """The page to stand on, once it is found again."""
        self._stand_on = key

    def focus_line(self) -> None:
        """Puts the cursor into the line."""
        self._line.focus()

    def on_input_changed(self, event: SeekLine.Changed) -> None:
        """Looks for what is typed now."""
        event.stop()
        self._stand_on = None
        self._look()

    def on_input_submitted(self, event: SeekLine.Submitted) -> None:
        """Opens the page under the cursor."""
        event.stop()
        self._found.action_choose()

    def on_found_list_chosen(self, event: FoundList.Chosen) -> None:
        """Tells which page is to be read."""
        event.stop()
        self.post_message(self.Chosen(event.key, tuple(self._found.keys), self._wanted))

    def on_found_list_in_sight(self, event: FoundList.InSight) -> None:
        """Reads what came into sight."""
        event.stop()
        self._read([self._listed[key] for key in event.keys if key in self._listed])

    def on_seek_line_moved(self, event: SeekLine.Moved) -> None:
        """To another page that was found."""
        event.stop()
        self._found.move(event.by)

    def on_seek_line_turned(self, event: SeekLine.Turned) -> None:
        """A screenful on or back."""
        event.stop()
        self._found.page(event.by)

    # --- how

    def _say(self, words: str) -> None:
        self._status.update(Content(words))
        self._line.chooses = self._found.cursor is not None
        if self.is_attached:
            self.screen.refresh_bindings()

    def _unread(self, key: str) -> Found:
        listed = self._listed[key]
        return _found(listed, self._wanted)

    @work(group="search", exclusive=True)
    async def _look(self) -> None:
        """Looks through the pages and shows them as they come."""
        wanted = wanted_in(self._line.value)
        if not wanted:
            self._anew(wanted)
            self._say(say("found.how"))
            return
        try:
            await self._look_for(wanted)
        except VaultError as error:
            self._tell(error)

    async def _look_for(self, wanted: tuple[str, ...]) -> None:
        among = None
        if not self._wish.empty:
            among = await asyncio.to_thread(narrow, self._journal, self._wish)
        lots = search(self._journal, wanted, among)
        unread, most = 0, 1
        while some := await asyncio.to_thread(_next, lots, most):
            if most == 1:
                self._anew(wanted)
            most = _AT_ONCE
            self._take(some)
            unread += sum(lot.unread for lot in some)
            self._say(_how_far(some[-1], len(self._found.keys)))
        if most == 1:
            self._anew(wanted)
        self._say(_what_came(len(self._found.keys), unread))
        self._stand_on = None

    def _anew(self, wanted: tuple[str, ...]) -> None:
        """Takes away what the search before found, not sooner than there is something else."""
        self.workers.cancel_group(self, "reading")
        self._wanted, self._listed = wanted, {}
        self._found.begin()

    def _take(self, lots: Sequence[Lot]) -> None:
        found = [each for lot in lots for each in lot.found]
        self._listed |= {each.id: each for each in found}
        self._found.more([each.id for each in found], self._stand_on)

    @work(group="reading", exclusive=True)
    async def _read(self, listed: Sequence[Listed]) -> None:
        width = max(_NARROWEST, self._found.size.width - _INSET)
        try:
            self._found.fill(
                await asyncio.to_thread(_read, self._journal, listed, self._wanted, width)
            )
        except VaultError as error:
            self._tell(error)


def _next(lots: Iterator[Lot], most: int) -> list[Lot]:
    return list(islice(lots, most))


def _found(listed: Listed, wanted: Sequence[str]) -> Found:
    title = listed.heading.title
    when = say_day(listed.heading.when.date())
    return Found(title=title, title_marks=places(title, wanted), when=when)


def _read(
    journal: Journal, listed: Sequence[Listed], wanted: Sequence[str], width: int
) -> dict[str, Found]:
    return {
        match.row.id: Found(
            title=match.row.title,
            title_marks=match.title_marks,
            when=say_day(match.row.when.date()),
            context=match.context,
            marks=match.marks,
        )
        for match in matches(journal, listed, wanted, width=width)
    }


def _how_far(lot: Lot, count: int) -> str:
    if lot.looked >= lot.of:
        return _what_came(count, 0)
    return say("found.looking", count=f"{count:,}", looked=f"{lot.looked:,}", most=f"{lot.of:,}")


def _what_came(count: int, unread: int) -> str:
    said = {0: say("search.none"), 1: say("found.one")}.get(count)
    said = said or say("found.some", count=f"{count:,}")
    if not unread:
        return said
    beside = say("found.unread.one") if unread == 1 else say("found.unread", count=unread)
    return f"{said} {beside}"
