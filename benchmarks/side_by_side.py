"""What the benchmarks share: cases run in turn, so that a busy minute falls on all alike."""

import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from integrate.vault import Kdf

CHEAP: Final = Kdf(m_kib=8192, t=1, p=1)
"""So that what is measured is the program, not the derivation of its key."""
PASSPHRASE: Final = "a lamp in the hall"  # noqa: S105 - of journals that live for a minute
PROGRAM: Final = str(Path(sys.executable).with_name("integrate"))


@contextmanager
def a_home() -> Iterator[tuple[Path, dict[str, str]]]:
    """A home of its own, and the environment that points there."""
    with tempfile.TemporaryDirectory(prefix="integrate-bench-") as named:
        home = Path(named)
        own = {
            "HOME": named,
            "XDG_CONFIG_HOME": f"{named}/config",
            "XDG_DATA_HOME": f"{named}/data",
            "XDG_STATE_HOME": f"{named}/state",
            "INTEGRATE_JOURNAL": f"{named}/journal.vault",
            "TERM": "xterm-256color",
        }
        yield home, {**os.environ, **own}


def cpu_of(command: Sequence[str], environment: Mapping[str, str]) -> float:
    """Milliseconds of CPU that a command takes, from its start to its end."""
    return times_of(command, environment)[0]


def times_of(
    command: Sequence[str],
    environment: Mapping[str, str],
    *,
    typed: Path | None = None,
    ends: Collection[int] = (0,),
) -> tuple[float, float]:
    """Milliseconds of CPU (user and system) and of wall time that a command takes in all.

    Args:
        command: what to run; what it prints is thrown away, unless it fails.
        environment: its whole environment.
        typed: a file that stands on its standard input; nothing does otherwise.
        ends: the exit codes that are fine.
    """
    with (typed or Path(os.devnull)).open("rb") as given, tempfile.TemporaryFile() as said:
        began = time.perf_counter()
        with subprocess.Popen(
            command, env=environment, stdin=given, stdout=subprocess.DEVNULL, stderr=said
        ) as process:
            _, status, usage = os.wait4(process.pid, 0)
            wall = time.perf_counter() - began
            process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode not in ends:
            said.seek(0)
            why = said.read().decode(errors="replace")
            raise SystemExit(f"{command} ended with {process.returncode}: {why}")
    return (usage.ru_utime + usage.ru_stime) * 1000, wall * 1000


def in_turn(
    cases: Mapping[str, Callable[[], Sequence[float]]], rounds: int
) -> dict[str, list[float]]:
    """Runs every case once, then every case again; the median of each of its figures."""
    seen: dict[str, list[Sequence[float]]] = {name: [] for name in cases}
    for case in cases.values():
        case()  # the first run reads from the disk
    for _ in range(rounds):
        for name, case in cases.items():
            seen[name].append(case())
    return {
        name: [statistics.median(column) for column in zip(*runs, strict=True)]
        for name, runs in seen.items()
    }


def table(title: str, columns: Sequence[str], found: Mapping[str, Sequence[float]]) -> None:
    """Prints the medians, one case a line."""
    wide = max(map(len, found))
    print(f"\n{title}")
    print(" " * wide, *(f"{each:>10}" for each in columns))
    for name, figures in found.items():
        print(f"{name:<{wide}}", *(f"{each:>10.0f}" for each in figures))


def verdict(what: str, ratio: float, bar: float) -> None:
    """Prints how a figure stands to its bar."""
    print(f"{what}: {ratio:.2f} x, bar {bar} x: {'held' if ratio <= bar else 'NOT HELD'}")
