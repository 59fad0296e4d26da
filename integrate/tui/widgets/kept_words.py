"""Earlier words, given back."""

from datetime import datetime

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widgets import Static

from integrate.domain.entry import Kept
from integrate.tui.days import day_said
from integrate.words import say


class KeptWords(Vertical):
    """What was said before, with when and in which phase."""

    DEFAULT_CSS = """
    KeptWords {
        height: auto;
        max-width: 72;
        margin-bottom: 1;
        border-left: outer $panel;
        padding: 0 0 0 1;
        & .kept-when {
            color: $text-muted;
        }
        & Static {
            height: auto;
        }
    }
    """

    def __init__(self, kept: Kept, now: datetime) -> None:
        super().__init__()
        self._kept = kept
        self._now = now

    def compose(self) -> ComposeResult:
        """When, then the words."""
        when = day_said(self._kept.when, self._now)
        key = "guided.kept_then.phase" if self._kept.phase else "guided.kept_then"
        yield Static(say(key, when=when, phase=self._kept.phase), markup=False, classes="kept-when")
        yield Static(self._kept.said, markup=False)
