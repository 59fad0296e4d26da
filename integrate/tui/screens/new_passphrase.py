"""A new passphrase, typed twice; what is to be done with it is up to whoever asks."""

from pathlib import Path
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import Static

from integrate.tui.frame import Page
from integrate.tui.widgets.passphrase_fields import PassphraseFields
from integrate.words import say


class NewPassphraseScreen(Page[bool]):
    """Two lines. True: it is in the list that was given; False: back."""

    CSS_PATH = Path(__file__).with_suffix(".tcss")
    TITLE_KEY = "settings.of.passphrase"
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "leave", say("key.back"))]

    def __init__(self, chosen: list[str]) -> None:
        """Makes the page.

        Args:
            chosen: takes the passphrase. A page's result would be kept by Textual.
        """
        super().__init__()
        self._chosen = chosen

    def compose_body(self) -> ComposeResult:
        """The question, and the lines."""
        yield Static(Content(say("locks.passphrase.new")), classes="question")
        yield PassphraseFields()

    def on_mount(self) -> None:
        """Ready to be typed in."""
        self.query_one(PassphraseFields).take_focus()

    def on_passphrase_fields_chosen(self, event: PassphraseFields.Chosen) -> None:
        """Hands it on."""
        event.stop()
        self._chosen.append(event.passphrase)
        self.query_one(PassphraseFields).forget()
        self.dismiss(True)

    def action_leave(self) -> None:
        """Back, and nothing changes."""
        self.query_one(PassphraseFields).forget()
        self.dismiss(False)
