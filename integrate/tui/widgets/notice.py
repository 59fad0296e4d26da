"""One calm sentence about something that did not work."""

from textual.content import Content
from textual.widgets import Static


class Notice(Static):
    """Takes no room while there is nothing to say."""

    DEFAULT_CSS = """
    Notice {
        display: none;
        width: 100%;
        max-width: 72;
        height: auto;
        color: $accent;
        margin-bottom: 1;
    }
    """

    @property
    def words(self) -> str:
        """What it says now; empty while it says nothing."""
        return self._words

    def __init__(self) -> None:
        super().__init__()
        self._words = ""

    def say(self, words: str) -> None:
        """Says these words; none take it away. The same again cost no new layout."""
        if words == self._words:
            return
        self._words = words
        self.display = bool(words)
        self.update(Content(words))
