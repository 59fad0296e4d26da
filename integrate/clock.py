"""What time it is. Only the faces (tui, plain, cli) read a clock; everything else is told."""

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
