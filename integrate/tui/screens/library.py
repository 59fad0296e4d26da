"""The library: prompt sets and questionnaires, each a line; what they are, a step further in."""

import asyncio
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import ClassVar, Final

from textual import events, on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Container, Vertical
from textual.content import Content
from textual.widgets import Static

from integrate.clock import Clock
from integrate.journal.bring_in import Arrived, look_over
from integrate.journal.draft import Waiting
from integrate.journal.journal import Journal
from integrate.journal.shelf import SECTIONS, Book, beside, shelf
from integrate.journal.tender import rests_first
from integrate.library import BadFile
from integrate.text import clean
from integrate.tui.frame import Page
from integrate.tui.screens.arrived import ArrivedScreen
from integrate.tui.screens.library_set import LibrarySetScreen
from integrate.tui.screens.path import PathScreen
from integrate.tui.widgets.notice import Notice
from integrate.tui.widgets.row_list import Column, Row, RowList
from integrate.vault import VaultError
from integrate.words import say

_COLUMNS: Final = (Column(share=1), Column(width=6), Column(width=24))
"""Title, minutes, when."""
_ROOM_FOR_ALL: Final = 70
"""Below this width a line has room for the title alone; the rest stands under the list."""


class LibraryScreen(Page[Waiting | str | None]):
    """Dismissed with a set's id to begin it, with its draft to go on with, or with `None`."""

    CSS_PATH = Path(__file__).with_suffix(".tcss")
    TITLE_KEY = "shelf.title"
    WIDE = True
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (_ROOM_FOR_ALL, "-roomy")]  # noqa: RUF012 - Textual reads it as an instance's own
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("a", "add", say("shelf.key.new")),
        Binding("i", "bring_in", say("shelf.key.import")),
        Binding("escape", "leave", say("key.back")),
    ]

    def __init__(self, journal: Journal, clock: Clock) -> None:
        super().__init__()
        self._journal = journal
        self._clock = clock
        self._books: tuple[Book, ...] = ()
        self._key: str | None = None
        self._words = ""
        """What is to be said when the list is there again."""
        self._notice = Notice()
        self._rests = Static(Content(say("shelf.tender.says")), classes="muted rests")
        self._list = RowList(_COLUMNS, choose=say("key.open"))
        self._title = Static(classes="title")
        self._when = Static(classes="when")
        self._opening = Static(classes="muted opening")

    def compose_body(self) -> ComposeResult:
        """The list, and under it the one under the cursor."""
        yield self._notice
        yield self._rests
        with Container(classes="both"):
            yield self._list
            with Vertical(classes="one"):
                yield self._title
                yield self._when
                yield self._opening

    def on_screen_resume(self) -> None:
        """Reads afresh, so that what another window kept is here too."""
        self._read()

    @on(events.Resize)
    def _resized(self) -> None:
        """As much on a line as there is room for."""
        if self._books:
            self._list.show(self._rows())

    def on_row_list_moved(self, event: RowList.Moved) -> None:
        """Tells of the one under the cursor."""
        event.stop()
        found = self._book(event.key)
        self.query_one(".one").display = found is not None
        if found is not None:
            self._title.update(Content(clean(found.title, one_line=True)))
            self._when.update(Content(beside(found)))
            self._opening.update(Content(clean(found.opening)))

    def on_row_list_chosen(self, event: RowList.Chosen) -> None:
        """Opens it."""
        event.stop()
        found = self._book(event.key)
        if found is not None:
            self._key = found.key
            self.app.push_screen(
                LibrarySetScreen(self._journal, found, self._clock), self._came_back
            )

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Rest comes first: sets are made and brought in on another day."""
        del parameters
        return action not in {"add", "bring_in"} or not rests_first(self._journal, self._clock())

    def action_add(self) -> None:
        """Writes a new set."""
        from integrate.tui.own_author import author_of  # brings the pages for writing

        self.app.push_screen(author_of(self._journal, self._clock, None))

    def action_bring_in(self) -> None:
        """Asks for a file."""
        self.app.push_screen(
            PathScreen(
                say("shelf.import.ask"),
                lambda path: look_over(self._journal, path),
                says=say("shelf.import.says"),
                title=say("shelf.import.title"),
            ),
            self._arrived,
        )

    def action_leave(self) -> None:
        """Back home."""
        self.dismiss(None)

    # --- how

    def _came_back(self, wish: Waiting | str | None) -> None:
        if isinstance(wish, Waiting) or wish is not None:
            self.dismiss(wish)

    def _arrived(self, arrived: Arrived | None) -> None:
        if arrived is not None:
            self.app.push_screen(ArrivedScreen(self._journal, arrived, self._clock), self._kept)

    def _kept(self, words: str | None) -> None:
        self._words = words or ""

    def _book(self, key: str | None) -> Book | None:
        return next((each for each in self._books if each.key == key), None)

    @work(exclusive=True)
    async def _read(self) -> None:
        try:
            self._books = await asyncio.to_thread(self._look)
        except (VaultError, BadFile) as error:
            self._notice.say(self.fault(error))
            return
        tender = rests_first(self._journal, self._clock())
        self._rests.display = tender
        if tender and not self._books:
            self._rests.update(Content(say("shelf.tender.none")))
        words, self._words = self._words, ""
        self._notice.say(words)
        self.refresh_bindings()
        self._list.show(self._rows(), self._key)
        self._list.focus()

    def _look(self) -> tuple[Book, ...]:
        self._journal.refresh()
        return shelf(self._journal, self._clock())

    def _rows(self) -> list[Row]:
        roomy = self.size.width >= _ROOM_FOR_ALL
        return list(_rows(self._books, roomy=roomy))


def _rows(books: Sequence[Book], *, roomy: bool) -> Iterator[Row]:
    """The lines, under a heading for each section that has any."""
    first = True
    for section in SECTIONS:
        some = [each for each in books if each.section == section]
        if not some:
            continue
        if not first:
            yield Row(cells=("",))
        first = False
        yield Row(cells=(say(f"shelf.{section}"),))
        for each in some:
            minutes = say("shelf.row.minutes", count=each.minutes) if each.minutes else ""
            cells = (each.title, minutes, each.line) if roomy else (each.title,)
            yield Row(key=each.key, cells=cells, quiet=not each.ready)
