"""The end of a set: its closing words."""

from pathlib import Path
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.widgets import Static

from integrate.domain.prompt import SetHead
from integrate.domain.walk import Ending
from integrate.tui.frame import Page
from integrate.words import say


class FinishedScreen(Page[None]):
    """Says the set's closing words, and what was kept."""

    CSS_PATH = Path(__file__).with_suffix(".tcss")
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter,escape,space", "home", say("finished.home")),
    ]

    def __init__(self, head: SetHead, ending: Ending, *, kept: bool) -> None:
        """Makes the screen.

        Args:
            head: what the set says of itself.
            ending: how the walk ended.
            kept: whether there was something to keep.
        """
        super().__init__()
        self._head = head
        self._ending = ending
        self._kept = kept
        self.set_reactive(Page.heading, head.title)

    def compose_body(self) -> ComposeResult:
        """The closing words first."""
        if self._ending is Ending.STOPPED:
            yield Static(say("finished.stopped"), markup=False, classes="muted stopped")
        yield Static(self._head.closing, markup=False, classes="question closing")
        kept = "finished.kept" if self._kept else "finished.nothing"
        yield Static(say(kept), markup=False, classes="muted")

    def action_home(self) -> None:
        """Home."""
        self.dismiss(None)
