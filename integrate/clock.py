"""What time it is. Only the faces (tui, plain, cli) read a clock; everything else is told."""

import sys
import time
from collections.abc import Callable
from datetime import datetime, timezone

Clock = Callable[[], datetime]
"""Returns now, aware, in the person's own offset."""


def system() -> datetime:
    """Now, at this machine's present offset."""
    return datetime.now().astimezone()


def zoned(now: datetime) -> datetime:
    """The same instant in this machine's zone by name, where that is the zone it is told in.

    An offset knows nothing of summer and winter: a time in July read against a March clock would
    be an hour off. Reading a person's words for a time needs this; nothing else does, and finding
    the name takes a while.
    """
    if not isinstance(now.tzinfo, timezone):
        return now
    import tzlocal

    here = now.astimezone(tzlocal.get_localzone())
    return here if here.utcoffset() == now.utcoffset() else now


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
