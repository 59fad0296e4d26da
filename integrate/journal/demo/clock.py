"""The demo's clock: it stands in the story and goes on from there."""

from collections.abc import Callable
from datetime import datetime

from msgspec import Struct


class DemoMoment(Struct, frozen=True, kw_only=True):
    """A day of the story that can be visited."""

    id: str
    title: str
    """In words: "The evening after the second session"."""
    when: datetime
    """Aware, on this machine's wall."""


class DemoClock:
    """Call it for now: the visited moment, plus the time spent there."""

    def __init__(self, moment: DemoMoment, start: Callable[[], datetime]) -> None:
        self._start = start
        self.go_to(moment)

    def __call__(self) -> datetime:
        """Now, in the story."""
        return self._when + (self._start() - self._came)

    def go_to(self, moment: DemoMoment) -> None:
        """Sets the clock to the beginning of a moment."""
        self._when = moment.when
        self._came = self._start()
