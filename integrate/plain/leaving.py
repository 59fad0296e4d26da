"""Being asked to leave: by Ctrl-C, by the system, or because the terminal was closed."""

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType
from typing import Final

_ASKED_BY: Final = ("SIGINT", "SIGTERM", "SIGHUP")


class Leaving(BaseException):
    """Somebody asked this program to end; what was heard is sealed."""

    def __init__(self, number: int) -> None:
        super().__init__(number)
        self.code = 128 + number
        """The exit code that says which signal it was."""


class Bell:
    """Hears the signals, and answers the door only while a line is awaited.

    Between two lines something may be on its way into the journal. That is finished first, so no
    signal can come between a person's words and their seal.
    """

    def __init__(self) -> None:
        self._rung: int | None = None
        self._awaiting = False

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
    def open_door(self) -> Iterator[None]:
        """While a line is awaited.

        Raises:
            Leaving: as soon as a signal comes, or at once if one came before.
        """
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
            raise Leaving(number)
