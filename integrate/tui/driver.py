"""How the app speaks to the terminal: it wipes what it showed, and outlives its faults."""

import sys
from codecs import getincrementaldecoder
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from typing import Any, Final, TextIO

from textual.driver import Driver

from integrate.tui.stepping import Stepping

_WIPE: Final = "\x1b[0m\x1b[H\x1b[J"
"""Empties the screen in place; nothing is pushed up into what can be scrolled back to."""


class Lossy:
    """A terminal to write to that may be gone: then what is written goes nowhere.

    Without it, Textual's writing thread dies with the terminal, its queue fills, and the program
    waits for ever to be allowed to end.
    """

    def __init__(self, file: TextIO) -> None:
        self._file = file

    def write(self, text: str) -> int:
        """Writes, if there is anything to write to."""
        with suppress(OSError, ValueError):
            return self._file.write(text)
        return len(text)

    def flush(self) -> None:
        """Hands on what was written."""
        with suppress(OSError, ValueError):
            self._file.flush()

    def __getattr__(self, name: str) -> Any:
        return getattr(self._file, name)


def forgiving(encoding: str) -> Callable[..., Any]:
    """An incremental decoder for which a byte that is no text is one odd letter, not an end."""
    return partial(getincrementaldecoder(encoding), errors="replace")


def careful(usual: type[Driver]) -> type[Driver]:
    """The platform's own driver, with these habits."""
    # Its reading thread makes its decoder by this name, and would end the app at the first byte
    # that is not UTF-8: one key in a terminal that is set to another encoding.
    module = sys.modules[usual.__module__]
    if hasattr(module, "getincrementaldecoder"):
        vars(module)["getincrementaldecoder"] = forgiving

    class CarefulDriver(Stepping, usual):  # type: ignore[valid-type, misc]
        def __init__(self, *args: Any, **options: Any) -> None:
            super().__init__(*args, **options)
            if (file := getattr(self, "_file", None)) is not None:
                self._file = Lossy(file)

        def stop_application_mode(self) -> None:
            with suppress(AssertionError):
                self.write(_WIPE)
            super().stop_application_mode()

    return CarefulDriver
