"""Being told to end: by the system, by a closed terminal, or by an impatient person."""

import asyncio
import select
import signal
import sys
from collections.abc import Callable
from contextlib import suppress
from typing import Final

_NAMES: Final = ("SIGTERM", "SIGHUP", "SIGINT")
HUNG_UP: Final = 129
"""The exit code after the terminal is gone, as a shell tells it."""


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


def watch_terminal() -> Callable[[], bool]:
    """Tells, whenever it is called, whether the terminal that is there now has gone.

    Not every program is told of that by a signal: one whose terminal does not control it is not,
    and would go on unseen, with the journal open.
    """
    stream = sys.__stdin__
    if stream is None or not stream.isatty() or not hasattr(select, "poll"):
        return lambda: False
    terminal = select.poll()
    terminal.register(stream.fileno(), select.POLLHUP)
    return lambda: any(event & select.POLLHUP for _, event in terminal.poll(0))
