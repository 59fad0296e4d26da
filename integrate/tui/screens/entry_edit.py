"""Giving a page, or an answer on it, a new wording."""

import asyncio
from datetime import datetime
from typing import ClassVar

from textual import work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.content import Content
from textual.widgets import Static

from integrate.clock import Clock
from integrate.domain.entry import Entry, Words
from integrate.journal.contents import Listed
from integrate.journal.draft import Keeper
from integrate.journal.edit import CannotEdit, Edited
from integrate.journal.journal import Journal
from integrate.journal.passage import Free
from integrate.journal.rewording import begin_rewording, reword
from integrate.tui.screens.ask import AskScreen
from integrate.tui.screens.writing_page import WritingPage
from integrate.tui.turning import arrived
from integrate.tui.widgets.action_row import ActionRow
from integrate.tui.widgets.line import Line
from integrate.tui.widgets.picks import Pick
from integrate.tui.widgets.writing_area import WritingArea
from integrate.vault import VaultError
from integrate.words import say

_YES = "yes"
WAITS = "waits"
"""The new wording is not done."""


class EntryEditScreen(WritingPage[Edited | str]):
    """What is typed is sealed as a draft of its own until it takes the place of what stood there.

    Dismisses with how it went; with `WAITS` where the new wording waits as a draft, and with `None`
    where everything stays as it was.
    """

    TITLE_KEY = "rewrite.title"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+n", "keep", say("write.keep"), priority=True),
        Binding("escape", "pause", say("write.pause"), priority=True),
        Binding("ctrl+t", "discard", say("rewrite.discard"), priority=True),
    ]

    def __init__(  # noqa: PLR0913 - by name
        self,
        journal: Journal,
        listed: Listed,
        seen: Words,
        clock: Clock,
        *,
        number: int | None = None,
        left: tuple[Free, Keeper] | None = None,
    ) -> None:
        """Makes the page.

        Args:
            journal: the open journal.
            listed: the entry as it was read.
            seen: what it said then.
            clock: what time it is.
            number: which answer; `None`: all of a free page.
            left: a new wording that was begun before, to go on with.
        """
        begun = begin_rewording(listed, seen, number, clock())
        super().__init__(*(left or (begun, Keeper(journal))))
        self._journal = journal
        self._listed = listed
        self._seen = seen
        self._clock = clock
        self._begun = begun
        self._edited: Edited | None = None

    def compose_body(self) -> ComposeResult:
        """The title or the question, what stands there, and a quiet line under it."""
        if self._whole:
            yield Line(self._page.title, placeholder=say("write.name"))
        else:
            yield Static(Content(self._page.title), classes="question")
        yield WritingArea(self._page.text, placeholder=say("write.page"))
        yield self._notice
        with Horizontal():
            yield ActionRow(
                [
                    ("keep", say("write.keep")),
                    ("pause", say("write.pause")),
                    ("discard", say("rewrite.discard")),
                    ("app.help", say("key.help")),
                ]
            )
            yield self._kept

    # --- what a person does

    async def action_keep(self) -> None:
        """Lets the new wording take its place; asks first where two texts stand side by side."""
        await arrived(self)
        if self._leaving:
            return
        if not self._page.text.strip():
            self._notice.say(say("edit.empty"))
        elif self._listed.also:
            picks = [
                Pick(value="no", label=say("rewrite.settle.no")),
                Pick(value=_YES, label=say("rewrite.settle.yes")),
            ]
            ask = AskScreen(say("rewrite.settle.ask"), picks, says=say("rewrite.settle.says"))
            self.app.push_screen(ask, self._settled)
        else:
            self._finish(settle=False)

    async def action_pause(self) -> None:
        """Back to the page; a new wording that is not done waits as a draft."""
        await arrived(self)
        if self._leaving:
            return
        if self._unchanged or not self._page.text.strip():
            self._drop()
        elif self._draft.seal_now():
            self._leaving = True
            self.dismiss(WAITS)

    async def action_discard(self) -> None:
        """Leaves the page as it was, after a yes."""
        await arrived(self)
        if self._leaving:
            return
        if self._unchanged:
            self._drop()
            return
        picks = [
            Pick(value="no", label=say("write.discard.no")),
            Pick(value=_YES, label=say("rewrite.discard.yes")),
        ]
        ask = AskScreen(say("rewrite.discard.ask"), picks, says=say("rewrite.discard.says"))
        self.app.push_screen(ask, lambda choice: self._drop() if choice == _YES else None)

    # --- how

    @property
    def _whole(self) -> bool:
        return self._page.of is not None and self._page.of.answer is None

    @property
    def _unchanged(self) -> bool:
        begun = self._begun
        return (self._page.text, self._page.title) == (begun.text, begun.title)

    def _settled(self, answer: str | None) -> None:
        if answer is not None:
            self._finish(settle=answer == _YES)

    def _finish(self, *, settle: bool) -> None:
        self._leave(leaving=True)
        self._write(settle=settle)

    @work(group="finish")
    async def _write(self, *, settle: bool) -> None:
        """Seals it in a thread; the screen stays live."""
        page = self._page

        def put(draft: bytes, when: datetime) -> Entry:
            self._edited = reword(
                self._journal,
                page,
                when,
                draft=draft,
                known=self._listed,
                seen=self._seen,
                settle=settle,
            )
            return self._edited.entry

        try:
            await asyncio.to_thread(self._keeper.finish, page, self._clock(), put)
        except (VaultError, CannotEdit) as error:
            self._leave(leaving=False)
            self._notice.say(self.fault(error))
        else:
            self._draft.stop()
            self.dismiss(self._edited)
