"""Earlier words, given back."""

from datetime import datetime

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widgets import Static

from integrate.domain.entry import Kept
from integrate.journal.ago import say_ago
from integrate.journal.saying import say_day
from integrate.words import say


class KeptWords(Vertical):
    """What was said before, with when and in which phase."""

    DEFAULT_CSS = """
    KeptWords {
        height: auto;
        max-width: 72;
        margin-bottom: 1;
        border-left: solid $border-blurred;
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
        """How long ago, on which day and in which phase; then the words."""
        kept, now = self._kept, self._now
        key = "guided.kept_then.phase" if kept.phase else "guided.kept_then"
        day = say_day(kept.when.date(), now)
        said = say(key, ago=say_ago(kept.when, now), day=day, phase=kept.phase)
        yield Static(said, markup=False, classes="kept-when")
        yield Static(self._kept.said, markup=False)
