"""Being told to end: by the system, by a closed terminal, or by an impatient person."""

import asyncio
import signal
from collections.abc import Callable
from contextlib import suppress
from typing import Final

_NAMES: Final = ("SIGTERM", "SIGHUP", "SIGINT")


def on_end(loop: asyncio.AbstractEventLoop, leave: Callable[[int], None]) -> None:
    """Calls `leave` with the exit code when a signal asks the program to end.

    Where a system has no such signals (Windows), nothing is called; what was written is sealed as
    it grows in any case.
    """
    for name in _NAMES:
        number = getattr(signal, name, None)
        if number is not None:
            with suppress(NotImplementedError, RuntimeError, ValueError):
                loop.add_signal_handler(number, leave, 128 + number)
