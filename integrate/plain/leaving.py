"""Being asked to leave: by Ctrl-C, by the system, or because the terminal was closed."""

import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import FrameType
from typing import Final

_ASKED_BY: Final = ("SIGINT", "SIGTERM", "SIGHUP")


class Leaving(BaseException):
    """Somebody asked this program to end; what was heard is sealed."""

    def __init__(self, number: int, typed: str = "") -> None:
        # No word goes to the base class: an exception's arguments may end up in a report.
        super().__init__(number)
        self.typed = typed
        """What stood on the line that was not entered yet."""
        self.code = 128 + number
        """The exit code that says which signal it was."""


def _nothing() -> str:
    return ""


class Bell:
    """Hears the signals, and answers the door only while a line is awaited.

    Between two lines something may be on its way into the journal. That is finished first, so no
    signal can come between a person's words and their seal.
    """

    def __init__(self) -> None:
        self._rung: int | None = None
        self._awaiting = False
        self._typed: Callable[[], str] = _nothing

    @contextmanager
    def attended(self) -> Iterator[None]:
        """Takes the signals over, and gives them back afterwards."""
        numbers = [getattr(signal, name) for name in _ASKED_BY if hasattr(signal, name)]
        before = {number: signal.signal(number, self._ring) for number in numbers}
        try:
            yield
        finally:
            for number, handler in before.items():
                signal.signal(number, handler)

    @contextmanager
    def open_door(self, typed: Callable[[], str] = _nothing) -> Iterator[None]:
        """While a line is awaited.

        Args:
            typed: says what stands on that line, should a signal come. Not for secrets.

        Raises:
            Leaving: as soon as a signal comes, or at once if one came before.
        """
        self._typed = typed
        self._awaiting = True
        try:
            if self._rung is not None:
                raise Leaving(self._rung)
            yield
        finally:
            self._awaiting = False

    def _ring(self, number: int, _frame: FrameType | None) -> None:
        self._rung = number
        if self._awaiting:
            raise Leaving(number, self._typed())
