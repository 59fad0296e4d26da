"""What all pages to write on have in common: the words, sealed as they grow, and a way out."""

from pathlib import Path

from msgspec.structs import replace
from textual.screen import ScreenResultType
from textual.widgets import Input, Static, TextArea

from integrate.config import Config
from integrate.journal.draft import Keeper
from integrate.journal.passage import Free
from integrate.tui import marks
from integrate.tui.frame import Page
from integrate.tui.sealing import DraftTimer
from integrate.tui.widgets.action_row import ActionRow
from integrate.tui.widgets.line import Line
from integrate.tui.widgets.notice import Notice
from integrate.tui.widgets.writing_area import WritingArea
from integrate.vault import VaultError
from integrate.words import say


class WritingPage(Page[ScreenResultType | None]):
    """A page of words. What stands around them, and what becomes of them, is for whoever is one.

    Dismisses with `None` where the words are dropped.
    """

    CSS_PATH = Path(__file__).with_suffix(".tcss")

    def __init__(self, page: Free, keeper: Keeper) -> None:
        """Makes the page.

        Args:
            page: what is written so far.
            keeper: seals it as it grows.
        """
        super().__init__()
        self._page = page
        self._keeper = keeper
        self._leaving = False
        """It is being kept, or the screen is about to go: keys do nothing more."""
        self._notice = Notice()
        self._kept = Static("", markup=False, classes="kept")
        self._told = ""
        """What the quiet line says: saying the same again would cost every key a new layout."""
        self._draft = DraftTimer(self, keeper, on_kept=self._show_kept, on_failed=self._show_failed)

    def on_mount(self) -> None:
        """Puts the cursor where one writes on."""
        self.query_one(WritingArea).focus()
        self.set_class(self._counts, "-counts")
        if self._keeper.rid:
            self._tell_kept("write.kept")

    def seal(self) -> bool:
        """Seals what is not sealed yet, for every way out."""
        return self._draft.seal_now()

    # --- what a person does

    def on_text_area_changed(self, event: TextArea.Changed) -> None:
        """Takes the words."""
        event.stop()
        self._take(replace(self._page, text=event.text_area.text))

    def on_input_changed(self, event: Input.Changed) -> None:
        """Takes the title."""
        event.stop()
        self._take(replace(self._page, title=event.value.strip() or say("free.title")))

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """From the title to the words."""
        event.stop()
        self.query_one(WritingArea).focus()

    def on_writing_area_left(self, event: WritingArea.Left) -> None:
        """Down from the last line leads to the actions."""
        event.stop()
        self.query_one(ActionRow).focus()

    def on_action_row_left(self, event: ActionRow.Left) -> None:
        """Back up to the words."""
        event.stop()
        self.query_one(WritingArea).focus()

    async def on_action_row_pressed(self, event: ActionRow.Pressed) -> None:
        """Does it."""
        event.stop()
        await self.run_action(event.action)

    # --- how

    def _take(self, page: Free) -> None:
        if page != self._page:
            self._page = page
            self._draft.touch(page)
            self._tell_kept("write.unkept")

    def _leave(self, *, leaving: bool) -> None:
        """Takes no more words while they are being kept: they could not be in it."""
        self._leaving = leaving
        area = self.query_one(WritingArea)
        area.read_only = leaving
        for line in self.query(Line):
            if leaving and line.has_focus:
                area.focus()
            line.disabled = leaving

    def _drop(self) -> None:
        try:
            self._keeper.drop()
        except VaultError as error:
            self._show_failed(error)
        else:
            self._leaving = True
            self._draft.stop()
            self.dismiss(None)

    # --- the quiet lines

    @property
    def _counts(self) -> bool:
        """Whether the person wants to know how many words there are."""
        kept: Config = getattr(self.app, "settings", Config())
        return kept.word_count

    def _tell_kept(self, key: str) -> None:
        told = say(key)
        if self._counts:
            count = len(self._page.text.split())
            words = say("write.words.one") if count == 1 else say("write.words", count=count)
            told = marks.BETWEEN.join((words, told))
        if told != self._told:
            self._told = told
            self._kept.update(told, layout=self._counts)

    def _show_kept(self) -> None:
        self._notice.say("")
        if self._draft.sealed:
            self._tell_kept("write.kept")

    def _show_failed(self, error: VaultError) -> None:
        self._notice.say(self.fault(error))
