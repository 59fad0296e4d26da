"""Taking time and memory inside the process that is measured.

Times are in milliseconds, `cpu` being user and system time of this process; memory is in MiB.
"""

import re
import resource
import statistics
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Final

Figures = Mapping[str, float]

TIMES: Final = 20
"""How often a small thing is done; the median of these is taken."""


class Watch:
    """Takes wall and CPU time of a stretch."""

    def __init__(self) -> None:
        self.cpu = self.wall = 0.0

    @contextmanager
    def running(self) -> Iterator[None]:
        """Measures what is done inside."""
        cpu, wall = time.process_time(), time.perf_counter()
        yield
        self.cpu = (time.process_time() - cpu) * 1000
        self.wall = (time.perf_counter() - wall) * 1000


def often(act: Callable[[int], object]) -> Figures:
    """Medians over `TIMES` times."""
    watch = Watch()
    seen: list[tuple[float, float]] = []
    for i in range(TIMES):
        with watch.running():
            act(i)
        seen.append((watch.cpu, watch.wall))
    cpu, wall = (statistics.median(column) for column in zip(*seen, strict=True))
    return {"cpu": cpu, "wall": wall, "times": TIMES}


def peak() -> float:
    """The most memory that this process has held.

    `getrusage` also counts what its parent held when it was started, so Linux is asked elsewhere.
    """
    status = Path("/proc/self/status")
    if status.exists():
        found = re.search(r"VmHWM:\s+(\d+) kB", status.read_text("ascii"))
        if found:
            return int(found[1]) / 1024
    held = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return held / (1024 * 1024 if sys.platform == "darwin" else 1024)
