"""A short question, such as before something would be lost."""

from collections.abc import Sequence
from pathlib import Path
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import Static

from integrate.tui.frame import Page
from integrate.tui.widgets.picks import Pick, Picks
from integrate.words import say


class AskScreen(Page[str | None]):
    """One question with a few answers. `None`: the person went back without one.

    A page rather than a box over one: grounding and people stay one key away.
    """

    CSS_PATH = Path(__file__).with_suffix(".tcss")
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "leave", say("key.back"))]

    def __init__(
        self, ask: str, picks: Sequence[Pick], *, says: str = "", value: str | None = None
    ) -> None:
        """Makes the question.

        Args:
            ask: the question.
            picks: its answers; the harmless one first, since Enter takes it.
            says: a quiet sentence under the question.
            value: which answer is marked to begin with.
        """
        super().__init__()
        self.heading = ""
        self._ask = ask
        self._says = says
        self._picks = picks
        self._value = value

    def compose_body(self) -> ComposeResult:
        """The question, a quiet sentence, the answers."""
        yield Static(Content(self._ask), classes="question")
        if self._says:
            yield Static(Content(self._says), classes="muted")
        yield Picks(self._picks, value=self._value)

    def on_picks_picked(self, event: Picks.Picked) -> None:
        """The answer."""
        event.stop()
        self.dismiss(event.value)

    def action_leave(self) -> None:
        """Back, without an answer."""
        self.dismiss(None)
