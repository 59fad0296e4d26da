"""A free page: a title, if one likes, and room to write."""

import asyncio
from typing import ClassVar

from textual import work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal

from integrate.clock import Clock
from integrate.domain.entry import Entry
from integrate.journal.draft import Keeper
from integrate.journal.journal import Journal
from integrate.journal.passage import Free
from integrate.journal.tender import rests_first
from integrate.journal.write import write
from integrate.tui.screens.ask import AskScreen
from integrate.tui.screens.write_outside import Outside
from integrate.tui.screens.writing_page import WritingPage
from integrate.tui.turning import arrived
from integrate.tui.widgets.action_row import ActionRow
from integrate.tui.widgets.line import Line
from integrate.tui.widgets.picks import Pick
from integrate.tui.widgets.writing_area import WritingArea
from integrate.vault import VaultError
from integrate.words import say


class WritingScreen(WritingPage[Entry]):
    """Free writing. Every way out keeps the words, but the one that says it throws them away.

    Dismisses with the entry, or with `None` where the page waits as a draft or is gone.
    """

    TITLE_KEY = "write.title"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+n", "keep", say("write.keep"), priority=True),
        Binding("escape", "pause", say("write.pause"), priority=True),
        Binding("ctrl+t", "discard", say("write.discard"), priority=True),
        Binding("ctrl+t", "discard_unoffered", show=False, priority=True),
        Binding("f2", "outside", say("outside.key"), priority=True),
    ]

    def __init__(self, journal: Journal, passage: Free, keeper: Keeper, clock: Clock) -> None:
        """Makes the page.

        Args:
            journal: the open journal.
            passage: an empty page, or the draft to go on with.
            keeper: seals it as it grows.
            clock: what time it is.
        """
        super().__init__(passage, keeper)
        self._journal = journal
        self._clock = clock
        self._outside = Outside(self, self._notice.say)

    def compose_body(self) -> ComposeResult:
        """The title, the page, and a quiet line under it."""
        title = self._page.title
        yield Line("" if title == say("free.title") else title, placeholder=say("write.name"))
        yield WritingArea(self._page.text, placeholder=say("write.page"))
        yield self._notice
        with Horizontal():
            offers = ("keep", "pause") if self._rests_first else ("keep", "pause", "discard")
            own = [("outside", say("outside.key"))] if self._outside.editor else []
            own.append(("app.help", say("key.help")))
            yield ActionRow([*((each, say(f"write.{each}")) for each in offers), *own])
            yield self._kept

    @property
    def _rests_first(self) -> bool:
        return rests_first(self._journal, self._clock())

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """What is better left until tomorrow is not shown, nor an editor that nobody chose."""
        del parameters
        if action == "outside":
            return bool(self._outside.editor)
        return action != "discard" or not self._rests_first

    # --- what a person does

    async def action_keep(self) -> None:
        """Keeps the page as an entry."""
        await arrived(self)
        if not self._leaving:
            self._leave(leaving=True)
            self._write()

    async def action_pause(self) -> None:
        """Goes home; the page waits there as a draft."""
        await arrived(self)
        if self._leaving:
            return
        if self._page.empty:
            self._drop()
        elif self._draft.seal_now():
            self._leaving = True
            self.dismiss(None)

    async def action_discard(self) -> None:
        """Throws the page away, after a yes."""
        await arrived(self)
        if self._leaving:
            return
        if self._page.empty:
            self._drop()
            return
        keep = "delete.no.tender" if self._rests_first else "write.discard.no"
        self.app.push_screen(
            AskScreen(
                say("write.discard.ask"),
                [
                    Pick(value="no", label=say(keep)),
                    Pick(value="yes", label=say("write.discard.yes")),
                ],
                says=say("write.discard.says"),
            ),
            self._maybe_discard,
        )

    async def action_discard_unoffered(self) -> None:
        """The same, where it is not shown that it can be done."""
        await self.action_discard()

    def action_outside(self) -> None:
        """Hands the page to the person's own editor."""
        if not self._leaving:
            self._outside.begin()

    # --- how

    @work(group="finish")
    async def _write(self) -> None:
        """Seals the entry in a thread; the screen stays live."""
        try:
            entry = await asyncio.to_thread(
                write, self._journal, self._page, self._keeper, self._clock()
            )
        except VaultError as error:
            self._leave(leaving=False)
            self._show_failed(error)
        else:
            self._draft.stop()
            self.dismiss(entry)

    def _maybe_discard(self, choice: str | None) -> None:
        if choice == "yes":
            self._drop()
