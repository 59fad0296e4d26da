"""A free page: a title, if one likes, and room to write."""

import asyncio
from pathlib import Path
from typing import ClassVar

from msgspec.structs import replace
from textual import work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.widgets import Input, Static, TextArea

from integrate.clock import Clock
from integrate.config import Config
from integrate.domain.entry import Entry
from integrate.journal.draft import Keeper
from integrate.journal.journal import Journal
from integrate.journal.passage import Free
from integrate.journal.tender import rests_first
from integrate.journal.write import write
from integrate.tui import marks
from integrate.tui.frame import Page
from integrate.tui.screens.ask import AskScreen
from integrate.tui.screens.write_outside import Outside
from integrate.tui.sealing import DraftTimer
from integrate.tui.turning import arrived
from integrate.tui.widgets.action_row import ActionRow
from integrate.tui.widgets.line import Line
from integrate.tui.widgets.notice import Notice
from integrate.tui.widgets.picks import Pick
from integrate.tui.widgets.writing_area import WritingArea
from integrate.vault import VaultError
from integrate.words import say


class WritingScreen(Page[Entry | None]):
    """Free writing. Every way out keeps the words, but the one that says it throws them away.

    Dismisses with the entry, or with `None` where the page waits as a draft or is gone.
    """

    CSS_PATH = Path(__file__).with_suffix(".tcss")
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
        super().__init__()
        self._journal = journal
        self._passage = passage
        self._keeper = keeper
        self._clock = clock
        self._leaving = False
        """The entry is being written, or the screen is about to go: keys do nothing more."""
        self._notice = Notice()
        self._outside = Outside(self, self._notice.say)
        self._kept = Static("", markup=False, classes="kept")
        self._told = ""
        """What the quiet line says: saying the same again would cost every key a new layout."""
        self._draft = DraftTimer(self, keeper, on_kept=self._show_kept, on_failed=self._show_failed)

    def compose_body(self) -> ComposeResult:
        """The title, the page, and a quiet line under it."""
        title = self._passage.title
        yield Line("" if title == say("free.title") else title, placeholder=say("write.name"))
        yield WritingArea(self._passage.text, placeholder=say("write.page"))
        yield self._notice
        with Horizontal():
            offers = ("keep", "pause") if self._rests_first else ("keep", "pause", "discard")
            own = [("outside", say("outside.key"))] if self._outside.editor else []
            own.append(("app.help", say("key.help")))
            yield ActionRow([*((each, say(f"write.{each}")) for each in offers), *own])
            yield self._kept

    def on_mount(self) -> None:
        """Puts the cursor on the page."""
        self.query_one(WritingArea).focus()
        self.set_class(self._counts, "-counts")
        if self._keeper.rid:
            self._tell_kept("write.kept")

    def seal(self) -> bool:
        """Seals what is not sealed yet, for every way out."""
        return self._draft.seal_now()

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

    def on_text_area_changed(self, event: TextArea.Changed) -> None:
        """Takes the words."""
        event.stop()
        self._take(replace(self._passage, text=event.text_area.text))

    def on_input_changed(self, event: Input.Changed) -> None:
        """Takes the title."""
        event.stop()
        self._take(replace(self._passage, title=event.value.strip() or say("free.title")))

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """From the title to the page."""
        event.stop()
        self.query_one(WritingArea).focus()

    def on_writing_area_left(self, event: WritingArea.Left) -> None:
        """Down from the last line leads to the actions."""
        event.stop()
        self.query_one(ActionRow).focus()

    def on_action_row_left(self, event: ActionRow.Left) -> None:
        """Back up to the page."""
        event.stop()
        self.query_one(WritingArea).focus()

    async def on_action_row_pressed(self, event: ActionRow.Pressed) -> None:
        """Does it."""
        event.stop()
        await self.run_action(event.action)

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
        if self._passage.empty:
            self._drop()
        elif self._draft.seal_now():
            self._leaving = True
            self.dismiss(None)

    async def action_discard(self) -> None:
        """Throws the page away, after a yes."""
        await arrived(self)
        if self._leaving:
            return
        if self._passage.empty:
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
                write, self._journal, self._passage, self._keeper, self._clock()
            )
        except VaultError as error:
            self._leave(leaving=False)
            self._show_failed(error)
        else:
            self._draft.stop()
            self.dismiss(entry)

    def _leave(self, *, leaving: bool) -> None:
        """Takes no more words while the entry is written: they could not be in it."""
        self._leaving = leaving
        area, line = self.query_one(WritingArea), self.query_one(Line)
        area.read_only = leaving
        if leaving and line.has_focus:
            area.focus()
        line.disabled = leaving

    def _take(self, passage: Free) -> None:
        if passage != self._passage:
            self._passage = passage
            self._draft.touch(passage)
            self._tell_kept("write.unkept")

    @property
    def _counts(self) -> bool:
        """Whether the person wants to know how many words there are."""
        kept: Config = getattr(self.app, "settings", Config())
        return kept.word_count

    def _tell_kept(self, key: str) -> None:
        told = say(key)
        if self._counts:
            count = len(self._passage.text.split())
            words = say("write.words.one") if count == 1 else say("write.words", count=count)
            told = marks.BETWEEN.join((words, told))
        if told != self._told:
            self._told = told
            self._kept.update(told, layout=self._counts)

    def _maybe_discard(self, choice: str | None) -> None:
        if choice == "yes":
            self._drop()

    def _drop(self) -> None:
        try:
            self._keeper.drop()
        except VaultError as error:
            self._show_failed(error)
        else:
            self._leaving = True
            self._draft.stop()
            self.dismiss(None)

    def _show_kept(self) -> None:
        self._notice.say("")
        if self._draft.sealed:
            self._tell_kept("write.kept")

    def _show_failed(self, error: VaultError) -> None:
        self._notice.say(self.fault(error))
