"""Keys in the full screen, from the key to the last byte painted, through a real terminal.

Our page for writing stands beside the library's own text area with the same text in the same
columns, and beside a hello-world app; all of them run at once and are typed into in turn, so that a
busy moment falls on all alike. Then one paste of a megabyte, and the first frame. Reads `/proc`,
so it needs Linux.

    python benchmarks/tui.py [--keys N] [--rounds N] [--markdown]
"""

import argparse
import fcntl
import os
import pty
import select
import signal
import statistics
import struct
import sys
import tempfile
import termios
import time
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Final

import first_frame
import report
from report import Found, ms
from tui_probe import READY

KEYS: Final = 60
PARAGRAPHS: Final = 1.3
SINGLE: Final = 1 / 3
PASTED: Final = 1_000_000
"""Letters."""
CASES: Final = (
    (10_000, "paragraphs", PARAGRAPHS),
    (10_000, "single", SINGLE),
    (100_000, "paragraphs", None),
    (100_000, "single", None),
)
"""Words, how they are divided, and how much a key may cost beside the library's own area."""
LINES, COLUMNS = 24, 80
_PROBE: Final = str(Path(__file__).with_name("tui_probe.py"))
_QUIET: Final = 0.06
"""Seconds without a byte after which what a key does is over."""
_PATIENCE: Final = 120.0
_TYPED: Final = "and so it was then "
_TICK: Final = os.sysconf("SC_CLK_TCK") / 1000


class Typist:
    """A program in a terminal of its own, typed into."""

    def __init__(self, folder: Path, *task: str) -> None:
        self.gaps = folder / f"{'-'.join(task)}.gap"
        command = [sys.executable, _PROBE, *task, *([str(self.gaps)] if len(task) > 1 else [])]
        self._pid, self._terminal = pty.fork()
        if self._pid == 0:
            os.execve(command[0], command, {**os.environ, "TERM": "xterm-256color"})  # noqa: S606 - our own
        size = struct.pack("HHHH", LINES, COLUMNS, 0, 0)
        fcntl.ioctl(self._terminal, termios.TIOCSWINSZ, size)

    def until_ready(self) -> None:
        """Waits until the text stands there, and nothing moves any more."""
        seen, until = b"", time.monotonic() + _PATIENCE
        while READY.encode() not in seen:
            if time.monotonic() > until or not self._waits(1.0):
                if time.monotonic() > until:
                    raise SystemExit(f"it never stood there: {seen[-400:]!r}")
                continue
            seen += os.read(self._terminal, 1 << 16)
        self.drain(1.0)

    def drain(self, quiet: float = 0.0) -> None:
        """Takes in what is left of before."""
        while self._waits(quiet):
            os.read(self._terminal, 1 << 16)

    def send(self, typed: bytes, *, quiet: float = _QUIET) -> tuple[float, int]:
        """Types, and reads on until nothing comes any more.

        Returns:
            Milliseconds until the last byte, and how many bytes came.
        """
        self.drain()
        began = last = time.perf_counter()
        count = at = 0
        while True:
            waiting = [self._terminal] if at < len(typed) else []
            ready, free, _ = select.select([self._terminal], waiting, [], self._wait(count, quiet))
            if free:
                at += os.write(self._terminal, typed[at : at + 1024])
            if ready:
                count += len(os.read(self._terminal, 1 << 16))
                last = time.perf_counter()
            if not ready and not free:
                return (last - began) * 1000, count

    @staticmethod
    def _wait(count: int, quiet: float) -> float:
        return quiet if count else max(quiet, 20.0)

    @property
    def gap(self) -> float:
        """The longest time so far, in ms, in which its loop could look at nothing else."""
        return float(self.gaps.read_text("ascii"))

    def forget_gap(self) -> None:
        """From here on it is counted anew."""
        os.kill(self._pid, signal.SIGUSR1)

    @property
    def cpu(self) -> float:
        """Milliseconds of CPU that it has taken."""
        fields = Path(f"/proc/{self._pid}/stat").read_text("ascii").rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / _TICK

    def end(self) -> None:
        """Ends it."""
        os.kill(self._pid, signal.SIGKILL)
        os.waitpid(self._pid, 0)
        os.close(self._terminal)

    def _waits(self, seconds: float) -> bool:
        return bool(select.select([self._terminal], [], [], seconds)[0])


@contextmanager
def typists(*tasks: Sequence[str]) -> Iterator[list[Typist]]:
    """Programs that stand ready."""
    with tempfile.TemporaryDirectory(prefix="integrate-bench-") as folder, ExitStack() as ending:
        started = []
        for task in tasks:
            each = Typist(Path(folder), *task)
            ending.callback(each.end)
            each.until_ready()
            started.append(each)
        yield started


def keys(words: int, shape: str, bar: float | None, times: int) -> Iterator[Found]:
    """One letter at a time, in the middle of the text."""
    tasks = (["hello"], ["bare", str(words), shape], ["ours", str(words), shape])
    with typists(*tasks) as (hello, bare, ours):
        seen: dict[Typist, list[tuple[float, int]]] = {hello: [], bare: [], ours: []}
        spent = {each: -each.cpu for each in seen}
        for at in range(times + 3):
            for each, found in seen.items():
                found.append(each.send(_TYPED[at % len(_TYPED)].encode()))
        spent = {each: (spent[each] + each.cpu) / (times + 3) for each in seen}
        wall = {
            each: statistics.median(time for time, _ in found[3:]) for each, found in seen.items()
        }
        sent = {
            each: statistics.median(count for _, count in found[3:]) for each, found in seen.items()
        }
    what = "in paragraphs of 60 words" if shape == "paragraphs" else "in one paragraph"
    ratio = wall[ours] / wall[bare]
    yield Found(
        group="A key, until its last byte is painted; beside a bare TextArea",
        what=f"{what} (hello-world: {ms(wall[hello])})",
        entries=words,
        ours=ms(wall[ours]),
        beside=ms(wall[bare]),
        ratio=ratio,
        bar="" if bar is None else f"<= {bar:.2f} x",
        held=None if bar is None else ratio <= bar,
    )
    yield Found(
        group="CPU of a key",
        what=what,
        entries=words,
        ours=ms(spent[ours]),
        beside=ms(spent[bare]),
        ratio=spent[ours] / spent[bare],
    )
    yield Found(
        group="Bytes painted for a key",
        what=what,
        entries=words,
        ours=f"{sent[ours]:,.0f}",
        beside=f"{sent[bare]:,.0f}",
        ratio=sent[ours] / sent[bare],
    )


def paste() -> Iterator[Found]:
    """A megabyte at once, into a short page."""
    line = (_TYPED * 20).encode() + b"\r"
    typed = b"\x1b[200~" + line * (PASTED // len(line)) + b"\x1b[201~"
    single = b"\x1b[200~" + _TYPED.encode() * (PASTED // len(_TYPED)) + b"\x1b[201~"
    for what, put in (("in paragraphs", typed), ("in one paragraph", single)):
        tasks = (["bare", "10", "paragraphs"], ["ours", "10", "paragraphs"])
        with typists(*tasks) as (bare, ours):
            took = []
            for each in (bare, ours):
                each.forget_gap()
                took.append((each.send(put, quiet=2.0)[0], each.gap))
        for group, at in (("A megabyte pasted, until it stands there", 0), (_STILL, 1)):
            yield Found(
                group=group,
                what=what,
                entries=len(put) // 5,
                ours=ms(took[1][at]),
                beside=ms(took[0][at]),
                ratio=took[1][at] / took[0][at],
            )


_STILL: Final = "A megabyte pasted: the longest time in which the screen stood still"


def frame(rounds: int) -> Iterator[Found]:
    """The first thing that is seen."""
    found = first_frame.measured(rounds)
    ours, hello = (found[name] for name in (first_frame.OURS, first_frame.BESIDE))
    for at, what in enumerate(("wall", "CPU")):
        ratio = ours[at] / hello[at]
        yield Found(
            group="The first frame of the unlock screen, beside a hello-world app",
            what=what,
            entries=0,
            ours=ms(ours[at]),
            beside=ms(hello[at]),
            ratio=ratio,
            bar=f"<= {first_frame.BAR} x",
            held=ratio <= first_frame.BAR,
        )


def main(options: argparse.Namespace) -> bool:
    """Measures and prints; says whether every bar held."""
    load = os.getloadavg()
    found: list[Found] = []
    for words, shape, bar in CASES:
        found += keys(words, shape, bar, options.keys)
    found += paste()
    found += frame(options.rounds)
    show = report.as_markdown if options.markdown else report.as_text
    print(show(found), "", report.where(load), sep="\n")
    return not report.broken(found)


def _options(words: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--keys", type=int, default=KEYS, help="how many are typed in each case")
    parser.add_argument("--rounds", type=int, default=15, help="how often it is started")
    parser.add_argument("--markdown", action="store_true", help="print docs/PERFORMANCE.md's table")
    return parser.parse_args(words)


if __name__ == "__main__":
    sys.exit(0 if main(_options(sys.argv[1:])) else 1)
