"""What stands under every prompt: a sentence, whether words are kept, and the actions."""

from collections.abc import Set as AbstractSet
from typing import Final

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widgets import Static

from integrate.tui.widgets.action_row import ActionRow
from integrate.words import say

_ACTIONS: Final = (
    ("next", "key.next"),
    ("back", "key.back"),
    ("only_one", "guided.only.long"),
    ("skip", "guided.skip"),
    ("why", "guided.why"),
    ("ground", "key.ground"),
    ("support", "key.support"),
    ("pause", "guided.pause"),
    ("stop", "guided.stop.long"),
    ("app.help", "key.help"),
)
"""Every key of a prompt again, for those who go by arrows and Enter."""
_AT_TIMES: Final = frozenset({"back", "only_one", "skip", "why"})
"""Those that are there only at some steps."""


class Foot(Vertical):
    """The quiet lines and the row of actions."""

    DEFAULT_CSS = """
    Foot {
        width: 100%;
        max-width: 80;
        height: auto;
        padding: 0 2 0 3;
        & #kept {
            height: 1;
            color: $text-muted;
        }
    }
    """

    def __init__(self, *, pause: str = "guided.pause") -> None:
        """Makes it.

        Args:
            pause: the key of the word for leaving; nothing is kept by it in a preview.
        """
        super().__init__()
        self._notice = Static("", markup=False, classes="notice", id="notice")
        self._kept = Static("", markup=False, id="kept")
        self._row = ActionRow(
            [(name, say(pause if name == "pause" else key)) for name, key in _ACTIONS]
        )
        self._told: tuple[str, str] = ("", "")
        """What both lines say: setting the same again would lay out the screen on every key."""

    def compose(self) -> ComposeResult:
        """From the sentence down to the row."""
        self._notice.display = False
        yield self._notice
        yield self._kept
        yield self._row

    def offer(self, at_times: AbstractSet[str]) -> None:
        """Shows the actions that are there at every step, and these of the others."""
        self._row.actions = _actions(at_times)

    def tell(self, sentence: str) -> None:
        """Says one calm sentence; an empty one takes it away."""
        if sentence != self._told[0]:
            self._told = (sentence, self._told[1])
            self._notice.update(sentence)
            self._notice.display = bool(sentence)

    def tell_kept(self, key: str) -> None:
        """Says whether what was written is kept; no key: nothing to say."""
        if key != self._told[1]:
            self._told = (self._told[0], key)
            self._kept.update(say(key) if key else "", layout=False)

    def take_focus(self) -> None:
        """Puts the keys on the row."""
        self._row.focus()


def _actions(at_times: AbstractSet[str]) -> tuple[tuple[str, str], ...]:
    return tuple(
        (name, say(key)) for name, key in _ACTIONS if name not in _AT_TIMES or name in at_times
    )
