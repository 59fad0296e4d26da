"""Nothing to see: what was on the screen is covered until a key brings it back."""

from pathlib import Path
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import Static

from integrate.tui.frame import Page
from integrate.words import say


class HiddenScreen(Page[None]):
    """An empty page with the one key that leads back. It does not even say what program this is.

    What stands behind it is as it was, caret and all; no key reaches it. Grounding, people and
    closing work from here as from everywhere; only the key line keeps silent about them.
    """

    CSS_PATH = Path(__file__).with_suffix(".tcss")
    HELPS = False
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,ctrl+p,f8", "uncover", say("key.back")),
    ]

    def compose(self) -> ComposeResult:
        """A quiet word at the bottom."""
        yield Static(Content.assemble(("esc", "bold"), " ", say("key.back")))

    def without_words(self) -> "HiddenScreen":
        """It stays: whoever covered the screen did not ask for a lock to be shown."""
        return HiddenScreen()

    def action_uncover(self) -> None:
        """Back to what was covered; the lock, if it was locked meanwhile."""
        self.dismiss(None)
