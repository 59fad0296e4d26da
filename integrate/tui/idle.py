"""How long nobody has touched anything."""

from collections.abc import Callable
from typing import Final

from integrate.clock import ticking

__all__ = ["Idle", "ticking"]

_MINUTE: Final = 60.0


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
    def still_for(self) -> float:
        """Seconds since somebody was here."""
        return self._now() - self._since

    @property
    def is_over(self) -> bool:
        """Whether nobody was here for long enough."""
        return 0 < self._limit <= self.still_for
