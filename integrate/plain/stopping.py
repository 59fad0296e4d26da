"""The terminal while ctrl+z has stopped the program: as it was before, and put right afterwards."""

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, suppress
from typing import Any, Final

_LOCAL: Final = 3
"""Where the local modes stand in what termios tells."""
_CONTROL: Final = 6
"""And where the control characters do."""
_MOST: Final = 65_536
"""More than a terminal holds."""


class Modes:
    """How a terminal was found, before anything here changed it."""

    def __init__(self, file: int) -> None:
        self._file = file
        self._found = _modes(file)

    @contextmanager
    def whole(self) -> Iterator[None]:
        """While ctrl+c and ctrl+z leave what was typed: terminals throw it away by themselves.

        For where nothing but the terminal edits the line.
        """
        modes = _modes(self._file)
        if modes is not None:
            import termios

            modes[_LOCAL] |= termios.NOFLSH
        _put(self._file, modes)
        try:
            yield
        finally:
            _forget_typed(self._file)
            _put(self._file, self._found)

    def typed(self) -> str:
        """What was typed and not entered yet, taken out of the terminal that holds it."""
        modes = _modes(self._file)
        if modes is None:
            return ""
        import termios

        present, control = _modes(self._file), modes[_CONTROL]
        modes[_LOCAL] &= ~termios.ICANON
        control[termios.VMIN] = control[termios.VTIME] = 0
        _put(self._file, modes, termios.TCSANOW)
        try:
            return os.read(self._file, _MOST).decode(errors="replace")
        except OSError:
            return ""
        finally:
            _put(self._file, present, termios.TCSANOW)

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
            _forget_typed(file)
            _show_typed(file, shown=True)
            try:
                yield
            finally:
                _show_typed(file, shown=False)
            os.write(file, f"\n{ask} ".encode(sys.stdout.encoding or "utf-8", "replace"))
        finally:
            os.close(file)

    return stopped


def _forget_typed(file: int) -> None:
    """What is typed and not entered must not end up in the shell, where all can see it."""
    if _modes(file) is not None:
        import termios

        with suppress(termios.error):
            termios.tcflush(file, termios.TCIFLUSH)


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


def _put(file: int, modes: list[Any] | None, when: int | None = None) -> None:
    if modes is None:
        return
    import termios

    with suppress(termios.error):
        termios.tcsetattr(file, termios.TCSADRAIN if when is None else when, modes)
