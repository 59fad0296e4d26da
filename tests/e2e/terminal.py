"""A terminal with the installed program in it: what is typed, and what is seen."""

import signal
import time
from collections.abc import Callable, Mapping
from contextlib import suppress
from typing import Final, Self

import pexpect
import pyte

_WAITS_SECONDS: Final = 60.0
"""So long that only a program that hangs is given up on; nothing here ever sleeps so long."""
_LEFT_ALTERNATE_SCREEN: Final = b"\x1b[?1049l"


class Terminal:
    """A program in a pseudo-terminal, of 24 lines and 80 columns if not told otherwise."""

    def __init__(
        self,
        program: str,
        *args: str,
        env: Mapping[str, str],
        size: tuple[int, int] = (80, 24),
    ) -> None:
        columns, lines = size
        self._child = pexpect.spawn(
            program, list(args), env=dict(env), dimensions=(lines, columns), timeout=_WAITS_SECONDS
        )
        self._screen = pyte.Screen(columns, lines)
        self._stream = pyte.ByteStream(self._screen)
        self.bytes = b""
        """Everything that the program has written."""
        self._quiet = False
        """Whether all that was written was taken in; else the cursor may be on its way."""
        self.code: int | None = None
        """Its exit code once it has ended; 128 and the signal where one ended it."""

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_error: object) -> None:
        if self.code is None:
            self.kill(signal.SIGKILL)

    @property
    def seen(self) -> str:
        """What stands on the screen, each line without the spaces at its end."""
        return "\n".join(line.rstrip() for line in self._screen.display)

    @property
    def after_the_end(self) -> bytes:
        """What was written after the full screen was left for good."""
        return self.bytes.rpartition(_LEFT_ALTERNATE_SCREEN)[2]

    def type(self, keys: str) -> int:
        """Sends keys; says how much had been written before them."""
        before = len(self.bytes)
        self._child.send(keys)
        return before

    def until(self, holds: Callable[[], bool], what: str) -> None:
        """Reads on until something holds on the screen."""
        give_up = time.monotonic() + _WAITS_SECONDS
        while not holds():
            if time.monotonic() > give_up or not self._read():
                raise AssertionError(f"never seen: {what}\n{self.seen}")

    def until_seen(self, *parts: str) -> None:
        """Reads on until all of these stand on the screen at once; line ends count as spaces."""
        self.until(lambda: all(part in self.flat for part in parts), repr(parts))

    @property
    def flat(self) -> str:
        """The screen as one line, so that wrapped words are found too."""
        return " ".join(self.seen.split())

    def until_quiet(self) -> None:
        """Reads on until all that was written is taken in."""
        self._quiet = False
        self.until(lambda: self._quiet, "quiet")

    def until_cursor_under(self, label: str) -> None:
        """Reads on until the cursor is under a label; keys that are sent sooner go elsewhere."""
        self.until(
            lambda: self._quiet and any(label in each for each in self._above_the_cursor()),
            f"the cursor under {label!r}",
        )

    def until_cursor_on(self, words: str) -> None:
        """Reads on until the cursor is on the line that says this."""
        self.until(
            lambda: self._quiet and words in self._screen.display[self._screen.cursor.y],
            f"the cursor on {words!r}",
        )

    def _above_the_cursor(self) -> list[str]:
        """The two lines above the cursor's: a label, and maybe the edge of its field."""
        row = self._screen.cursor.y
        return self._screen.display[max(0, row - 2) : row]

    def until_written(self, part: str, since: int) -> None:
        """Reads on until the program has written this, however short it stood on the screen."""
        self.until(lambda: part.encode() in self.bytes[since:], part)

    def until_ended(self) -> int:
        """Reads on until the program has ended; returns its exit code."""
        while self._read():
            pass
        return self._reap()

    def left_by(self, key: str) -> int:
        """Presses a key, again whenever all was written, until the program has ended."""
        give_up = time.monotonic() + _WAITS_SECONDS
        self.type(key)
        while self._read():
            if time.monotonic() > give_up:
                raise AssertionError(f"it never ended\n{self.seen}")
            if self._quiet:
                self.type(key)
        return self._reap()

    def kill(self, number: signal.Signals) -> int:
        """Sends a signal and waits for the end."""
        self._child.kill(number)
        return self.until_ended()

    def hang_up(self) -> int:
        """Closes the terminal under the program, as closing its window does."""
        self._child.ptyproc.fileobj.close()
        self._child.closed = self._child.ptyproc.closed = True
        return self._reap()

    def _read(self) -> bool:
        """Takes in what was written; says whether more can come."""
        try:
            new = self._child.read_nonblocking(65_536, timeout=0.05)
        except pexpect.TIMEOUT:
            self._quiet = True
            return True
        except pexpect.EOF:
            return False
        self._quiet = False
        self.bytes += new
        self._stream.feed(new)
        return True

    def _reap(self) -> int:
        give_up = time.monotonic() + _WAITS_SECONDS
        while self._child.isalive():
            if time.monotonic() > give_up:
                raise AssertionError("it never ended")
            time.sleep(0.01)
        exited, ended_by = self._child.exitstatus, self._child.signalstatus
        self.code = exited if exited is not None else 128 + ended_by
        with suppress(OSError):
            self._child.close(force=False)
        return self.code
