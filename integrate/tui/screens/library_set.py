"""One set or questionnaire: what it is, when it is asked, from whom, and on what ground."""

import asyncio
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar, Final, cast

from textual import work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType

from integrate.clock import Clock
from integrate.journal.described import Line, described, set_of
from integrate.journal.draft import Waiting, waiting_for
from integrate.journal.give_out import give_out
from integrate.journal.journal import Journal
from integrate.journal.sets import remove_set
from integrate.journal.shelf import Book, shelf
from integrate.journal.tender import rests_first
from integrate.library import BadFile, NoSuchSet
from integrate.text import clean
from integrate.tui.days import day_said
from integrate.tui.frame import Page
from integrate.tui.screens.ask import AskScreen
from integrate.tui.screens.path import PathScreen
from integrate.tui.widgets.described import parts_of
from integrate.tui.widgets.notice import Notice
from integrate.tui.widgets.picks import Pick
from integrate.tui.widgets.reading import Reading
from integrate.vault import VaultError
from integrate.words import say

if TYPE_CHECKING:
    from integrate.tui.app import IntegrateApp

_YES: Final = "yes"
_RESUME: Final = "resume"
_OWN: Final = frozenset({"edit", "give_out", "remove"})


class LibrarySetScreen(Page[Waiting | str | None]):
    """Dismissed with the set's id to begin it, with its draft to go on with, or with `None`."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter,b", "begin", say("shelf.key.begin")),
        Binding("v", "preview", say("shelf.key.preview")),
        Binding("e", "edit", say("shelf.key.edit")),
        Binding("f", "give_out", say("shelf.key.export")),
        Binding("x,delete", "remove", say("shelf.key.remove")),
        Binding("escape", "leave", say("key.back")),
    ]

    def __init__(self, journal: Journal, book: Book, clock: Clock) -> None:
        """Makes the page.

        Args:
            journal: the open journal.
            book: which one.
            clock: says what time it is.
        """
        super().__init__()
        self._journal = journal
        self._book = book
        self._clock = clock
        self._shown: tuple[Line, ...] = ()
        self._stands = True
        """Whether the library has it at this moment; in tender hours it has few."""
        self._notice = Notice()
        self._reading = Reading()
        self.set_reactive(Page.heading, clean(book.title, one_line=True))

    def compose_body(self) -> ComposeResult:
        """What it says of itself."""
        yield self._notice
        yield self._reading

    def on_screen_resume(self) -> None:
        """Reads afresh: it may have been written further meanwhile."""
        self._read()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """What cannot be done with it, or not in these hours, is not offered."""
        del parameters
        if action == "begin":
            return self._book.ready and self._stands
        if action == "preview":
            return self._book.state != "unread"
        if action in _OWN:
            return self._book.section == "yours" and not rests_first(self._journal, self._clock())
        return True

    # --- what a person does

    @work(exclusive=True, group="begin")
    async def action_begin(self) -> None:
        """Begins it, or goes on with a page of it that waits."""
        try:
            left = await asyncio.to_thread(waiting_for, self._journal, self._book.id)
        except VaultError as error:
            self._notice.say(self.fault(error))
            return
        if left is None:
            self.dismiss(self._book.id)
            return
        when = day_said(left.passage.begun, self._clock())
        picks = [
            Pick(value=_RESUME, label=say("plain.waiting.go_on")),
            Pick(value=_YES, label=say("plain.waiting.anew")),
        ]
        ask = say("home.waiting", title=left.passage.title, when=when)
        self.app.push_screen(AskScreen(ask, picks), partial(self._begin_answered, left))

    def action_preview(self) -> None:
        """Walks it with nothing kept."""
        from integrate.tui.screens.preview import preview_screen  # brings the guided pages

        try:
            found = set_of(self._journal, self._book)
        except (BadFile, NoSuchSet) as error:
            self._notice.say(str(error))
            return
        if found is None or not found.prompt:
            self._notice.say(say("shelf.preview.cannot"))
            return
        self.app.push_screen(
            preview_screen(
                found,
                self._journal.library,
                self._clock(),
                measure=self._book.section == "measures",
                people=self._journal.people,
                country=cast("IntegrateApp", self.app).country,
            )
        )

    def action_edit(self) -> None:
        """Writes on."""
        from integrate.tui.own_author import author_of  # brings the pages for writing

        try:
            screen = author_of(self._journal, self._clock, self._book.id)
        except (BadFile, NoSuchSet) as error:
            self._notice.say(str(error))
        else:
            self.app.push_screen(screen)

    def action_give_out(self) -> None:
        """Asks where to, and writes the file."""
        self.app.push_screen(
            PathScreen(
                say("shelf.export.ask"),
                partial(give_out, self._journal, self._book.id),
                title=say("shelf.export.title"),
                says=say("shelf.export.says"),
                value=f"~/{self._book.id}.toml",
            ),
            self._given,
        )

    def action_remove(self) -> None:
        """Asks, and deletes it."""
        picks = [
            Pick(value="no", label=say("own.remove.no")),
            Pick(value=_YES, label=say("own.remove.yes")),
        ]
        ask = say("shelf.remove.ask", title=self._book.title)
        screen = AskScreen(ask, picks, says=say("own.remove.before"))
        self.app.push_screen(screen, self._remove_answered)

    def action_leave(self) -> None:
        """Back to the list."""
        self.dismiss(None)

    # --- how

    def _begin_answered(self, left: Waiting, answer: str | None) -> None:
        if answer == _RESUME:
            self.dismiss(left)
        elif answer == _YES:
            self.dismiss(self._book.id)

    def _given(self, path: Path | None) -> None:
        if path is not None:
            self._notice.say(say("cli.new_file.written", file=clean(str(path), one_line=True)))

    def _remove_answered(self, answer: str | None) -> None:
        if answer == _YES:
            self._remove()

    @work(exclusive=True, group="remove")
    async def _remove(self) -> None:
        try:
            await asyncio.to_thread(remove_set, self._journal, self._book.id)
        except (VaultError, NoSuchSet) as error:
            self._notice.say(self.fault(error))
        else:
            self.dismiss(None)

    @work(exclusive=True, group="read")
    async def _read(self) -> None:
        try:
            found, lines = await asyncio.to_thread(self._look)
        except (VaultError, BadFile, NoSuchSet) as error:
            self._notice.say(self.fault(error))
            return
        self._stands = found is not None
        self._book = found or self._book
        self.heading = clean(self._book.title, one_line=True)
        self.refresh_bindings()
        if lines != self._shown:
            self._shown = lines
            self._reading.show(tuple(parts_of(lines)))
        self._reading.focus()

    def _look(self) -> tuple[Book | None, tuple[Line, ...]]:
        self._journal.refresh()
        now = self._clock()
        same = (each for each in shelf(self._journal, now) if each.key == self._book.key)
        book = next(same, None)
        return book, tuple(described(self._journal, book or self._book, now))
