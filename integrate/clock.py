"""What time it is. Only the faces (tui, plain, cli) read a clock; everything else is told."""

from collections.abc import Callable
from datetime import datetime

Clock = Callable[[], datetime]
"""Returns now, aware, in the person's own offset."""


def system() -> datetime:
    """Now, in this machine's zone."""
    return datetime.now().astimezone()
