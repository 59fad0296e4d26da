"""A journal that opens with its paper code alone: would you like to choose a passphrase now?"""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import Static

from integrate.text import clean
from integrate.tui.forgetting import forget
from integrate.tui.frame import Page
from integrate.tui.widgets.passphrase_fields import PassphraseFields
from integrate.words import say

if TYPE_CHECKING:
    from integrate.journal.journal import Journal
    from integrate.vault import Kdf


class PassphraseScreen(Page[None]):
    """Offers a passphrase. Not now is a whole answer."""

    TITLE_KEY = "passphrase.title"
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "not_now", say("key.not_now"))]

    def __init__(self, journal: Journal, kdf: Kdf | None = None) -> None:
        super().__init__()
        self._journal = journal
        self._kdf = kdf
        self._adding = False
        self._chosen: list[str] = []
        """The passphrase, on its way to the worker: Textual keeps what a worker is called with."""

    def compose_body(self) -> ComposeResult:
        """What is so, and the two lines."""
        yield Static(Content(say("passphrase.offer")), classes="said")
        yield PassphraseFields()

    def on_passphrase_fields_chosen(self, event: PassphraseFields.Chosen) -> None:
        """Adds it."""
        event.stop()
        if not self._adding:
            self._adding = True
            self.query_one(PassphraseFields).say_notice(say("passphrase.adding"))
            self._chosen.append(event.passphrase)
            self._add()

    def action_not_now(self) -> None:
        """Leaves everything as it is."""
        if not self._adding:
            self.dismiss()

    @work(thread=True, exclusive=True)
    def _add(self) -> None:
        from integrate.journal.init import add_passphrase
        from integrate.vault import VaultError

        try:
            add_passphrase(self._journal, self._chosen.pop(), kdf=self._kdf)
        except VaultError as error:
            self.app.call_from_thread(self._refused, error)
        else:
            self.app.call_from_thread(self._added)

    def _added(self) -> None:
        self.query_one(PassphraseFields).forget()
        self.dismiss()
        self.app.call_later(forget, self.app)

    def _refused(self, error: Exception) -> None:
        self._adding = False
        self.query_one(PassphraseFields).say_notice(clean(self.fault(error)))
