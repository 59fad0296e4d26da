"""Showing that one knows what opens the journal, before that is changed."""

import asyncio
from collections.abc import Callable
from pathlib import Path
from typing import ClassVar

from textual import work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import Static

from integrate.tui.forgetting import forget
from integrate.tui.frame import Page
from integrate.tui.widgets.notice import Notice
from integrate.tui.widgets.secret import Secret
from integrate.vault import VaultError
from integrate.words import say


class PresentScreen(Page[bool]):
    """One unseen line. True: what was typed does; False: back."""

    CSS_PATH = Path(__file__).with_suffix(".tcss")
    TITLE_KEY = "settings.present.title"
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "leave", say("key.back"))]

    def __init__(self, fits: Callable[[str], bool], *, ask: str = "", says: str = "") -> None:
        """Makes the page.

        Args:
            fits: whether what was typed does; slow, and called in a thread. It may keep it.
            ask: the question, where it is not about the journal that is open.
            says: a quiet sentence under it.
        """
        super().__init__()
        self._fits = fits
        self._ask = ask or say("care.present")
        self._says = says or say("settings.present.says")
        self._line = Secret(say("key.go_on"))
        self._notice = Notice()
        self._looking = False
        self._typed: list[str] = []
        """On its way to the worker: Textual keeps what a worker is called with."""

    def compose_body(self) -> ComposeResult:
        """The question, why, and the line."""
        yield Static(Content(self._ask), classes="question")
        yield Static(Content(self._says), classes="muted says")
        yield self._line
        yield self._notice

    def on_mount(self) -> None:
        """Ready to be typed in."""
        self._line.focus()

    def on_input_submitted(self, event: Secret.Submitted) -> None:
        """Looks whether it opens the journal."""
        event.stop()
        if event.value and not self._looking:
            self._looking = True
            self._typed.append(event.value)
            self._notice.say(say("settings.present.looking"))
            self._look()

    def action_leave(self) -> None:
        """Back."""
        if not self._looking:
            self._line.clear()
            self.dismiss(False)

    @work(exclusive=True, group="look")
    async def _look(self) -> None:
        try:
            fits = await asyncio.to_thread(self._try)
        except VaultError as error:
            self._refuse(self.fault(error))
        else:
            if fits:
                self._line.clear()
                self.dismiss(True)
                self.app.call_later(forget, self.app)
            else:
                self._refuse(say("settings.differs"))

    def _try(self) -> bool:
        return self._fits(self._typed.pop())

    def _refuse(self, sentence: str) -> None:
        self._looking = False
        self._line.clear()
        self._notice.say(sentence)
        self._line.focus()
