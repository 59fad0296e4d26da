"""How long nobody has touched anything."""

import sys
import time
from collections.abc import Callable
from typing import Final

_MINUTE: Final = 60.0


def ticking() -> float:
    """Seconds that went by since some moment, the time that the machine slept counted in.

    A laptop that was closed for an hour must be found locked when it is opened again.
    """
    # Linux has a clock for that; on macOS the monotonic one of the system goes on in sleep, while
    # Python's own does not; on Windows Python's own does.
    number = getattr(time, "CLOCK_BOOTTIME", None)
    if number is None and sys.platform == "darwin":
        number = time.CLOCK_MONOTONIC
    return time.monotonic() if number is None else time.clock_gettime(number)


class Idle:
    """Knows since when nothing was typed or pointed at, and whether that is long enough."""

    def __init__(self, now: Callable[[], float]) -> None:
        """Begins to count.

        Args:
            now: seconds on any clock that only goes forward.
        """
        self._now = now
        self._limit = 0.0
        self._since = now()

    @property
    def limit(self) -> float:
        """Seconds after which it is long enough; 0: never."""
        return self._limit

    def begin(self, minutes: int) -> None:
        """Counts from now on, up to so many minutes; 0: for ever."""
        self._limit = minutes * _MINUTE
        self.touch()

    def touch(self) -> None:
        """Somebody is here."""
        self._since = self._now()

    @property
    def is_over(self) -> bool:
        """Whether nobody was here for long enough."""
        return 0 < self._limit <= self._now() - self._since
