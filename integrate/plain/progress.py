"""How far something is that takes long, in lines."""

from typing import Final

from integrate.plain.here import Here
from integrate.words import say

_QUARTERS: Final = ("progress.quarter", "progress.half", "progress.three_quarters")


class Progress:
    """Says when each quarter is done, and stops when somebody asks to leave.

    Lines rather than a bar: they are heard well, and move nothing on the screen.
    """

    def __init__(self, here: Here) -> None:
        """Makes one.

        Args:
            here: whom to tell, and how it is known that they want to leave.
        """
        self._here = here
        self._said = 0

    def __call__(self, done: int, of: int) -> None:
        """Tells.

        Raises:
            Leaving: if a signal asked to leave; the work is then as if it had not begun.
        """
        self._here.leave_if_asked()
        reached = min(4 * done // of, len(_QUARTERS)) if of and done < of else 0
        if reached > self._said and self._here.talk.live:
            self._here.talk.aside(say(_QUARTERS[reached - 1]))
        self._said = max(self._said, reached)
