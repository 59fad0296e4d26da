"""How still the full screen stands in a large journal, beside the same in a small one.

The real app without a terminal: it is opened at the lock, walked to the journal, scrolled and
searched. Meanwhile a beat is counted that comes every few milliseconds; the longest time without
one, in CPU, is what a person would feel as a stutter. Each step is done in a small journal too, in
a process of its own in the same run.

    python benchmarks/tui_journal.py [--entries N] [--small N] [--rounds N] [--markdown]
"""

import argparse
import asyncio
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Final

import report
from invented_pages import FREQUENT, MACHINE, SOME, fill
from report import Found, ms
from side_by_side import PASSPHRASE
from textual.pilot import Pilot

from integrate.clock import system
from integrate.library import Library
from integrate.tui.app import IntegrateApp
from integrate.tui.screens.home import HomeScreen
from integrate.tui.screens.journal import JournalScreen
from integrate.tui.widgets.found_list import FoundList
from integrate.tui.widgets.row_list import RowList
from integrate.tui.widgets.secret import Secret

ENTRIES: Final = 100_000
SMALL: Final = 1_000
BEATS: Final = 0.002
"""Seconds between two beats."""
SCREENS: Final = 30
"""How far down it is scrolled."""
FELT: Final = 100.0
"""Milliseconds from which on standing still is felt; a machine that is busy may need more."""
_PATIENCE: Final = 120.0
_ITSELF: Final = str(Path(__file__))
_SIZE: Final = (120, 36)
_OPENING: Final = "opening, up to home"


class Pulse:
    """Counts beats, and remembers the longest time without one.

    It is the CPU time of the whole process, all its threads: what else the machine does meanwhile
    is not in it, and a thread that keeps the loop from its turn is.
    """

    def __init__(self) -> None:
        self.longest = 0.0
        self._last = time.process_time()

    async def beat(self) -> None:
        """For ever."""
        while True:
            await asyncio.sleep(BEATS)
            now = time.process_time()
            self.longest = max(self.longest, now - self._last)
            self._last = now

    def again(self) -> None:
        """From here on it is counted anew."""
        self.longest, self._last = 0.0, time.process_time()


class Walk:
    """One way through the app, told as steps with what each took."""

    def __init__(self, pilot: Pilot[int], pulse: Pulse) -> None:
        self._pilot = pilot
        self._pulse = pulse
        self.app = pilot.app
        self.steps: dict[str, tuple[float, float]] = {}
        """By what was done: the longest time without a beat, and all of it; in milliseconds."""

    async def step(self, name: str, keys: Sequence[str], done: Callable[[], object]) -> None:
        """Presses keys, and waits until something holds."""
        self._pulse.again()
        began = time.perf_counter()
        for key in keys:
            await self.app._press_keys([key])  # noqa: SLF001 - the pilot's own would wait on
        while not done():
            await asyncio.sleep(BEATS)
            if time.perf_counter() - began > _PATIENCE:
                raise SystemExit(f"it never came: {name}")
        took = time.perf_counter() - began
        await self._pilot.pause()
        self.steps[name] = self._pulse.longest * 1000, took * 1000


async def walked(path: Path, screens: int = SCREENS) -> dict[str, tuple[float, float]]:
    """All steps in one journal."""
    app = IntegrateApp(
        clock=system,
        library=Library.shipped(),
        path=path,
        machine=MACHINE,
        config_file=path.with_name("config.toml"),
    )
    async with app.run_test(size=_SIZE) as pilot:
        pulse = Pulse()
        beating = asyncio.create_task(pulse.beat())
        walk = Walk(pilot, pulse)
        app.screen.query_one(Secret).value = PASSPHRASE
        await pilot.pause()
        await walk.step(_OPENING, ["enter"], lambda: _looked(app))
        await walk.step("the journal, up to its list", ["j"], lambda: _listed(app))
        rows = app.screen.query_one(RowList)
        await walk.step(f"{screens} screens down", ["pagedown"] * screens, lambda: rows.key)
        await walk.step("to the end, and back", ["end", "home"], lambda: rows.key)
        await app.workers.wait_for_complete()
        found = app.screen.query_one(FoundList)
        await walk.step("a search, up to the first page found", ["/", *SOME], lambda: found.keys)
        await walk.step("and to its end", [], lambda: _rests(app))
        await walk.step("a letter less, with all there", ["backspace"], lambda: _rests(app))
        keys = ["backspace"] * (len(SOME) - 1) + list(FREQUENT)
        await walk.step("a word that stands in half of all", keys, lambda: _rests(app))
        name = f"{screens} screens of what was found"
        await walk.step(name, ["pagedown"] * screens, lambda: found.key)
        await walk.step("out of the search", ["escape"], lambda: _listed(app))
        beating.cancel()
    app.lock()
    return walk.steps


def _looked(app: IntegrateApp) -> bool:
    return isinstance(app.screen, HomeScreen) and app.screen._look is not None  # noqa: SLF001


def _listed(app: IntegrateApp) -> bool:
    return isinstance(app.screen, JournalScreen) and app.screen.query_one(RowList).key is not None


def _rests(app: IntegrateApp) -> bool:
    return all(each.is_finished for each in app.workers if each.group == "search")


def measured(path: Path, rounds: int) -> dict[str, tuple[float, float]]:
    """The middle one of some rounds, each in a process of its own."""
    seen: list[dict[str, tuple[float, float]]] = []
    for _ in range(rounds):
        command = [sys.executable, _ITSELF, "--probe", str(path)]
        ended = subprocess.run(command, capture_output=True, text=True, check=False)
        if ended.returncode:
            raise SystemExit(ended.stderr)
        seen.append(json.loads(ended.stdout))
    return {
        name: (
            statistics.median(each[name][0] for each in seen),
            statistics.median(each[name][1] for each in seen),
        )
        for name in seen[0]
    }


def found(entries: int, small: int, rounds: int) -> list[Found]:
    """Both journals beside each other."""
    with tempfile.TemporaryDirectory(prefix="integrate-bench-") as folder:
        took = []
        for number in (entries, small):
            path = Path(folder, f"{number}.vault")
            fill(path, number)
            took.append(measured(path, rounds))
    ours, beside = took
    lines: list[Found] = []
    for at, group in enumerate(("The longest time in which the screen stood still", "All of it")):
        for name in ours:
            long, short = ours[name][at], beside[name][at]
            bar = at == 0
            lines.append(
                Found(
                    group=group,
                    what=name,
                    entries=entries,
                    ours=ms(long),
                    beside=ms(short),
                    ratio=long / short,
                    bar=f"<= {FELT:.0f} ms" if bar else "",
                    held=long <= FELT if bar else None,
                    firm=False,
                )
            )
    return lines


def main(options: argparse.Namespace) -> None:
    """Measures and prints."""
    load = os.getloadavg()
    lines = found(options.entries, options.small, options.rounds)
    show = report.as_markdown if options.markdown else report.as_text
    print(show(lines), "", report.where(load), sep="\n")


def _options(words: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--entries", type=int, default=ENTRIES, help="pages in the large one")
    parser.add_argument("--small", type=int, default=SMALL, help="pages in the small one")
    parser.add_argument("--rounds", type=int, default=3, help="how often each is walked")
    parser.add_argument("--markdown", action="store_true", help="as a table for the docs")
    parser.add_argument("--probe", type=Path, help=argparse.SUPPRESS)
    return parser.parse_args(words)


if __name__ == "__main__":
    chosen = _options(sys.argv[1:])
    if chosen.probe is None:
        main(chosen)
    else:
        print(json.dumps(asyncio.run(walked(chosen.probe))))
