"""How far something is that takes long, for whoever waits at a terminal."""

from typing import Final

from integrate.plain.talk import Terminal
from integrate.words import say

_QUARTERS: Final = ("progress.quarter", "progress.half", "progress.three_quarters")


class Progress:
    """Says on standard error when each quarter is done, and stops when somebody asks to leave.

    Lines rather than a bar: they are heard well, and move nothing on the screen.
    """

    def __init__(self, talk: Terminal) -> None:
        self._talk = talk
        self._said = 0

    def __call__(self, done: int, of: int) -> None:
        """Tells.

        Raises:
            Leaving: if a signal asked to leave; the work is then as if it had not begun.
        """
        self._talk.leave_if_asked()
        reached = min(4 * done // of, len(_QUARTERS)) if of and done < of else 0
        if reached > self._said and self._talk.live:
            self._talk.aside(say(_QUARTERS[reached - 1]))
        self._said = max(self._said, reached)
