"""The terminal while ctrl+z has stopped the program: as it was before, and put right afterwards."""

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, suppress
from typing import Any, Final

_LOCAL: Final = 3
"""Where the local modes stand in what termios tells."""


class Modes:
    """How a terminal was found, before anything here changed it."""

    def __init__(self, file: int) -> None:
        self._file = file
        self._found = _modes(file)

    @contextmanager
    def resting(self) -> Iterator[None]:
        """While the shell has the terminal; afterwards it is as it was just before."""
        present = _modes(self._file)
        _put(self._file, self._found)
        try:
            yield
        finally:
            _put(self._file, present)


def hiding(ask: str) -> Callable[[], AbstractContextManager[None]]:
    """Surrounds a stop while a passphrase is typed: whatever the shell did, it stays unseen."""

    @contextmanager
    def stopped() -> Iterator[None]:
        file = os.open("/dev/tty", os.O_RDWR | os.O_NOCTTY)  # it is asked on just now
        try:
            _show_typed(file, shown=True)
            try:
                yield
            finally:
                _show_typed(file, shown=False)
            os.write(file, f"\n{ask} ".encode(sys.stdout.encoding or "utf-8", "replace"))
        finally:
            os.close(file)

    return stopped


def _show_typed(file: int, *, shown: bool) -> None:
    if (modes := _modes(file)) is not None:
        import termios

        modes[_LOCAL] = modes[_LOCAL] | termios.ECHO if shown else modes[_LOCAL] & ~termios.ECHO
        _put(file, modes)


def _modes(file: int) -> list[Any] | None:
    try:
        import termios
    except ImportError:  # Windows
        return None
    try:
        return termios.tcgetattr(file)
    except termios.error:
        return None


def _put(file: int, modes: list[Any] | None) -> None:
    if modes is None:
        return
    import termios

    with suppress(termios.error):
        termios.tcsetattr(file, termios.TCSADRAIN, modes)
