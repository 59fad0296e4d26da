"""Being asked to leave: by Ctrl-C, by the system, by a wish to lock, or because nobody is there."""

import os
import signal
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from types import FrameType
from typing import Final

from integrate.clock import ticking

_ASKED_BY: Final = ("SIGINT", "SIGTERM", "SIGHUP")
_STOP: Final[signal.Signals | None] = getattr(signal, "SIGTSTP", None)
"""What ctrl+z sends; Windows has none."""
_LOOKS_EVERY: Final = 10.0
"""Seconds between two looks at how long nobody was there: a timer does not count the time that the
machine slept, and a look does."""
_MINUTE: Final = 60.0


class Leaving(BaseException):
    """Somebody asked this program to end; what was heard is sealed."""

    def __init__(self, number: int, typed: str = "") -> None:
        # No word goes to the base class: an exception's arguments may end up in a report.
        super().__init__(number)
        self.typed = typed
        """What stood on the line that was not entered yet."""
        self.code = 128 + number
        """The exit code that says which signal it was."""


class Locking(Leaving):
    """The journal is to be locked. Unlike any other leaving this can wait until all is sealed."""

    def __init__(self, *, by_itself: bool, typed: str = "") -> None:
        super().__init__(0, typed)
        self.by_itself = by_itself
        """Whether nobody was there for a while; otherwise somebody said so."""
        self.code = 0


def _nothing() -> str:
    return ""


@contextmanager
def _as_it_is() -> Iterator[None]:
    yield


class Bell:
    """Hears the signals, and answers the door only while a line is awaited.

    Between two lines something may be on its way into the journal. That is finished first, so no
    signal can come between a person's words and their seal.
    """

    def __init__(self, now: Callable[[], float] = ticking) -> None:
        """Makes one.

        Args:
            now: seconds on a clock that only goes forward, also while the machine sleeps.
        """
        self._rung: int | None = None
        self._awaiting = False
        self._typed: Callable[[], str] = _nothing
        self._stopped: Callable[[], AbstractContextManager[None]] = _as_it_is
        self._to_stop = False
        """Whether ctrl+z came while something was on its way into the journal."""
        self._now = now
        self._limit = 0.0
        self._since = 0.0

    @contextmanager
    def attended(self) -> Iterator[None]:
        """Takes the signals over, and gives them back afterwards."""
        numbers = [getattr(signal, name) for name in _ASKED_BY if hasattr(signal, name)]
        before = {number: signal.signal(number, self._ring) for number in numbers}
        # A shell without job control has it ignored, and then nobody could bring it back.
        if _STOP is not None and signal.getsignal(_STOP) is not signal.SIG_IGN:
            before[_STOP] = signal.signal(_STOP, self._rest)
        try:
            yield
        finally:
            for number, handler in before.items():
                signal.signal(number, handler)

    @contextmanager
    def locks_after(self, minutes: int) -> Iterator[None]:
        """While it locks once no line came for so many minutes; 0, or on Windows: it never does."""
        number = getattr(signal, "SIGALRM", None)
        if number is None or not minutes:
            yield
            return
        before, self._limit = signal.signal(number, self.look), minutes * _MINUTE
        try:
            yield
        finally:
            self._limit = 0.0
            signal.signal(number, before)

    @contextmanager
    def open_door(
        self,
        typed: Callable[[], str] = _nothing,
        stopped: Callable[[], AbstractContextManager[None]] = _as_it_is,
    ) -> Iterator[None]:
        """While a line is awaited.

        Args:
            typed: says what stands on that line, should a signal come. Not for secrets.
            stopped: surrounds a stop by ctrl+z, and puts the terminal right after it.

        Raises:
            Leaving: as soon as a signal comes, or at once if one came before.
        """
        self._typed, self._stopped = typed, stopped
        self._awaiting = True
        try:
            self.leave_if_asked()
            if self._to_stop and _STOP is not None:
                self._rest(_STOP, None)
            with self._counting():
                yield
        finally:
            self._awaiting = False

    def leave_if_asked(self) -> None:
        """For work that takes long and may be stopped.

        Raises:
            Leaving: if a signal came.
        """
        if self._rung is not None:
            raise Leaving(self._rung)

    def look(self, _number: int, _frame: FrameType | None) -> None:
        """Sees whether somebody is still there.

        Raises:
            Locking: if no line came for long enough.
        """
        if self._awaiting and 0 < self._limit <= self._now() - self._since:
            raise Locking(by_itself=True, typed=self._typed())

    def _rest(self, number: int, _frame: FrameType | None) -> None:
        """Stops until the shell goes on with it; between two lines that waits for the next one.

        Raises:
            Locking: if it was away for so long that the journal is to be locked.
        """
        if not self._awaiting:
            self._to_stop = True
            return
        self._to_stop = False
        with self._stopped():
            before = signal.signal(number, signal.SIG_DFL)
            os.kill(os.getpid(), number)
            signal.signal(number, before)
            self.look(number, None)

    @contextmanager
    def _counting(self) -> Iterator[None]:
        if not self._limit:
            yield
            return
        self._since = self._now()
        signal.setitimer(signal.ITIMER_REAL, _LOOKS_EVERY, _LOOKS_EVERY)
        try:
            yield
        finally:
            signal.setitimer(signal.ITIMER_REAL, 0)

    def _ring(self, number: int, _frame: FrameType | None) -> None:
        self._rung = number
        if self._awaiting:
            raise Leaving(number, self._typed())
