"""Speaking and listening, one line at a time."""

import getpass
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext, suppress
from typing import Final, Protocol

from integrate.plain.leaving import Bell, Leaving, Locking
from integrate.plain.no_input import NoInput
from integrate.plain.stopping import Modes, hiding
from integrate.text import clean
from integrate.words import say


class Talk(Protocol):
    """Somewhere to speak and to listen."""

    @property
    def live(self) -> bool:
        """Whether somebody types: then what is only read waits for Enter. A pipe is not live."""

    def say(self, *lines: str) -> None:
        """Says each line; with none, leaves an empty one."""

    def aside(self, line: str) -> None:
        """Says something that is not part of the dialogue."""

    def hear(self) -> str | None:
        """The next line without its end; `None` when there are no more."""

    def secret(self, ask: str) -> str | None:
        """A line that is typed unseen; `None` where nobody can be asked."""


class Terminal:
    """Standard input and output.

    Where somebody types, the line is edited by readline: without it, terminals cut a line at 4,095
    bytes, and words would be lost. It keeps no history.
    """

    def __init__(self, *, aside: bool = False) -> None:
        """Makes one.

        Args:
            aside: whether to speak on standard error, so that standard output stays free.
        """
        self.live: Final = sys.stdin is not None and sys.stdin.isatty() and sys.stdout.isatty()
        self._out: Final = sys.stderr if aside else sys.stdout
        self._bell = Bell()
        self._line = _Line()
        self._held = ""
        """What was typed of this line before ctrl+z."""
        with suppress(AttributeError):
            # A letter that cannot be read must not cost the line that it stands in.
            sys.stdin.reconfigure(errors="replace")  # type: ignore[union-attr]
        self._modes = Modes(sys.stdin.fileno()) if self.live else None
        if self.live:
            self._line.edited()

    @contextmanager
    def attended(self) -> Iterator["Terminal"]:
        """While signals end the dialogue with every word kept, and ctrl+z stops it for a while."""
        own = self._modes is not None and not self._line.by_readline
        whole = self._modes.whole() if own and self._modes else nullcontext()
        with self._bell.attended(), whole:
            try:
                yield self
            except Locking:
                raise
            except Leaving:
                if self.live:
                    with suppress(OSError):  # the terminal itself may be gone
                        self.say("", say("lines.left"))
                raise

    def locks_after(self, minutes: int) -> AbstractContextManager[None]:
        """While no line for so many minutes means that the journal is to be locked; 0: never.

        A pipe may be silent for as long as it likes.
        """
        return self._bell.locks_after(minutes) if self.live else nullcontext()

    def leave_if_asked(self) -> None:
        """For work that takes long and may be stopped.

        Raises:
            Leaving: if a signal asked to leave meanwhile.
        """
        self._bell.leave_if_asked()

    def say(self, *lines: str) -> None:
        """Says each line; with none, leaves an empty one."""
        for line in lines or ("",):
            print(clean(line), file=self._out)
        self._out.flush()

    def aside(self, line: str) -> None:
        """Says something on standard error, if anybody is still there to read it."""
        with suppress(OSError):
            print(clean(line), file=sys.stderr, flush=True)  # noqa: T201 - standard error

    def hear(self) -> str | None:
        """The next line without its end; `None` when there are no more, or the terminal is gone.

        Raises:
            Leaving: if a signal asks to leave; it holds what was typed and not entered yet.
            NoInput: if standard input is closed.
        """
        if sys.stdin is None:
            raise NoInput
        self._line.anew()
        door = self._bell.open_door(self._typed, self._stopped)
        with door, suppress(EOFError, OSError):
            if self.live:
                return self._with_held(clean(input()))
            line = sys.stdin.readline()
            return clean(line).removesuffix("\n") if line else None
        return self._with_held("") or None

    def secret(self, ask: str) -> str | None:
        """Asks on the terminal itself, so that a pipe to standard input stays free for answers.

        Raises:
            Leaving: if a signal asks to leave.
        """
        with self._bell.open_door(stopped=hiding(ask)):
            return ask_unseen(ask)

    def _with_held(self, line: str) -> str:
        """The line with what was typed of it before a stop, where readline does not keep that."""
        held, self._held = self._held, ""
        return line if self._line.by_readline else held + line

    def _typed(self) -> str:
        """What stands on the line that is not entered yet, whoever edits it."""
        if self._modes is None or self._line.by_readline:
            return self._line.typed()
        return self._held + clean(self._modes.typed())

    @contextmanager
    def _stopped(self) -> Iterator[None]:
        """While ctrl+z stops it: the shell gets its terminal back, and what was typed stays."""
        if self._modes is None:
            yield
            return
        # What the terminal holds is taken out of it: the shell would read it as a command.
        self._held = self._typed()
        with self._modes.resting():
            yield
        typed = self._line.typed() if self._line.by_readline else self._held
        self.say("", say("lines.resumed" if typed else "lines.resumed.empty"))
        if typed:
            # Without a line end: the next letter goes on where this one ended.
            print(typed, end="", file=self._out, flush=True)


def ask_unseen(ask: str) -> str | None:
    """A line typed unseen on this process's own terminal; `None` where there is none."""
    if not _has_terminal():
        return None
    try:
        return getpass.getpass(ask + " ")
    except (OSError, EOFError):
        return None


def _has_terminal() -> bool:
    """Without one, getpass would read from standard input, where answers may be waiting."""
    if sys.platform == "win32":
        return sys.stdin.isatty()
    try:
        os.close(os.open("/dev/tty", os.O_RDWR | os.O_NOCTTY))
    except OSError:
        return False
    return True


class _Line:
    """The line that is being typed, where readline edits it."""

    def __init__(self) -> None:
        self._buffer: Callable[[], str] | None = None
        self._begun = False

    @property
    def by_readline(self) -> bool:
        """Whether readline edits it; the terminal itself does otherwise."""
        return self._buffer is not None

    def edited(self) -> None:
        """Has readline edit lines from now on, without a history."""
        with suppress(ImportError):
            import readline

            readline.set_auto_history(False)
            readline.parse_and_bind("set enable-bracketed-paste off")
            readline.set_startup_hook(self._begin)
            self._buffer = readline.get_line_buffer

    def anew(self) -> None:
        """A new line is about to be read: until then, what readline holds is the one before."""
        self._begun = False

    def typed(self) -> str:
        """What stands on it; also if it was entered this very moment, and nobody has heard it."""
        return clean(self._buffer()) if self._buffer is not None and self._begun else ""

    def _begin(self) -> None:
        self._begun = True
