"""Whole commands, ours beside jrnl's: add a page, show the newest, search.

Both derive a key in every command, and both derivations are taken off: each is measured by itself
with its own parameters. Ours is the cheapest that a vault takes (8 MiB, one pass); jrnl's is always
PBKDF2 with 100,000 rounds, once to read and once more to write. jrnl's keyring answers at once, our
passphrase stands in a file: nobody types.
"""

import random
import shutil
import statistics
import time
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Final

from click import Context
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id
from invented_pages import FREQUENT, MACHINE, NOWHERE, SOME, pages, prose
from jrnl_peer import VERSION, Jrnl, install
from report import Found, ms
from side_by_side import CHEAP, PASSPHRASE, PROGRAM, a_home, times_of

from integrate.cli.group import integrate
from integrate.journal.unlock import unlock
from integrate.library import Library

LARGE: Final = 100_000
"""From so many pages on a round is one run of jrnl's minutes: fewer rounds do."""
FEWER: Final = 3
BARS: Final[Mapping[int, Mapping[str, float]]] = {
    10_000: {"add": 2, "newest": 2, "some": 2, "none": 2},
    100_000: {"add": 10, "newest": 5, "some": 5, "none": 5},
}
_SAID: Final = {
    "add": "add a page",
    "newest": "show the newest page",
    "some": "search, one page of a hundred",
    "none": "search, no match",
    "many": "search, three pages of four",
}
_DERIVATIONS: Final = {"add": 2}
"""Of jrnl, in one command; one elsewhere."""

Times = tuple[float, float]
"""CPU and wall, milliseconds."""


class Ours:
    """The program, on a copy of a journal in a home of its own."""

    def __init__(self, journal: Path, home: Path, environment: Mapping[str, str]) -> None:
        """Copies the journal and looks for its newest page."""
        self._environment = environment
        self._text = home / "page.txt"
        self._text.write_text(_page(), "utf-8")
        secret = home / "passphrase"
        secret.touch(mode=0o600)
        secret.write_text(PASSPHRASE, "utf-8")
        path = Path(environment["INTEGRATE_JOURNAL"])
        shutil.copy(journal, path)
        opened = unlock(path, PASSPHRASE, machine=MACHINE, library=Library.shipped())
        newest = opened.entries[0].id
        opened.close()
        self.commands: Mapping[str, Sequence[str]] = {
            name: [PROGRAM, "--passphrase-file", str(secret), *words]
            for name, words in {
                "add": ["note"],
                "newest": ["show", newest],
                "some": ["search", SOME],
                "none": ["search", NOWHERE],
                "many": ["search", FREQUENT],
            }.items()
        }

    def has(self, name: str) -> bool:
        """Whether the program knows this command yet."""
        return self.commands[name][3] in integrate.list_commands(Context(integrate))

    def run(self, name: str) -> Times:
        """One command; that nothing matches is told by the exit code."""
        ends = (0, 1) if name == "none" else (0,)
        typed = self._text if name == "add" else None
        return times_of(self.commands[name], self._environment, typed=typed, ends=ends)


class Theirs:
    """jrnl on a journal of its own with the same words."""

    def __init__(self, jrnl: Jrnl, size: int) -> None:
        """Fills it, which takes jrnl some seconds at a hundred thousand pages."""
        self._jrnl = jrnl
        jrnl.fill(pages(size), size)
        self._kept = jrnl.file.with_suffix(".kept")
        shutil.copy(jrnl.file, self._kept)
        self.commands: Mapping[str, Sequence[str]] = {
            "add": jrnl.command(_page()),
            "newest": jrnl.command("-1"),
            "some": jrnl.command("-contains", SOME),
            "none": jrnl.command("-contains", NOWHERE),
            "many": jrnl.command("-contains", FREQUENT),
        }

    def run(self, name: str) -> Times:
        """One command; every added page meets the same file."""
        if name == "add":
            shutil.copy(self._kept, self._jrnl.file)
        return times_of(self.commands[name], self._jrnl.environment)


def measured(
    journals: Mapping[int, Path], folder: Path, program: str, rounds: int
) -> tuple[list[Found], list[str]]:
    """Every command at every size, ours and theirs in turn; and what was taken off."""
    script = install(folder / "venv") if program == "auto" else Path(program)
    found: list[Found] = []
    for size, journal in journals.items():
        jrnl = Jrnl(script, folder / f"jrnl-{size}")
        theirs_off, ours_off = jrnl.derivation(), _derivation()
        with a_home() as (home, environment):
            ours, theirs = Ours(journal, home, environment), Theirs(jrnl, size)
            names = [name for name in _SAID if ours.has(name)]
            times = _in_turn(ours, theirs, names, min(rounds, FEWER) if size >= LARGE else rounds)
        for name in names:
            off = (ours_off, theirs_off * _DERIVATIONS.get(name, 1))
            found += _lines(size, name, times[name], off)
    said = (
        f"jrnl {VERSION} with its encryption on. Derivations are taken off: "
        f"{ms(ours_off)} from each of our commands, {ms(theirs_off)} from each of jrnl's that "
        f"reads and twice that from one that adds."
    )
    return found, [said]


def _in_turn(
    ours: Ours, theirs: Theirs, names: Sequence[str], rounds: int
) -> Mapping[str, tuple[Times, Times]]:
    """Medians of our times and of theirs, each command of ours followed by the same of theirs."""
    seen: dict[str, tuple[list[Times], list[Times]]] = defaultdict(lambda: ([], []))
    for name in names:
        ours.run(name)  # the first run reads from the disk
        theirs.run("newest")
    for _ in range(rounds):
        for name in names:
            seen[name][0].append(ours.run(name))
            seen[name][1].append(theirs.run(name))
    return {name: (_medians(our), _medians(their)) for name, (our, their) in seen.items()}


def _lines(
    size: int, name: str, times: tuple[Times, Times], off: tuple[float, float]
) -> Iterator[Found]:
    (our_cpu, our_wall), (their_cpu, their_wall) = times
    our_off, their_off = off
    least = BARS.get(size, {}).get(name)
    ratio = (their_cpu - their_off) / (our_cpu - our_off)
    yield Found(
        group=f"Whole commands, beside jrnl {VERSION} encrypted, derivations taken off (CPU)",
        what=_SAID[name],
        entries=size,
        ours=ms(our_cpu - our_off),
        beside=ms(their_cpu - their_off),
        ratio=ratio,
        bar=f">= {least:g} x" if least else "",
        held=ratio >= least if least else None,
    )
    yield Found(
        group=f"Whole commands, beside jrnl {VERSION} encrypted (wall, derivations and all)",
        what=_SAID[name],
        entries=size,
        ours=ms(our_wall),
        beside=ms(their_wall),
        ratio=their_wall / our_wall,
    )


def _medians(times: Sequence[Times]) -> Times:
    cpu, wall = zip(*times, strict=True)
    return statistics.median(cpu), statistics.median(wall)


def _derivation() -> float:
    """CPU milliseconds of one derivation with the parameters of the journals here."""
    seen: list[float] = []
    for _ in range(9):
        kdf = Argon2id(
            salt=bytes(32),
            length=32,
            iterations=CHEAP.t,
            lanes=CHEAP.p,
            memory_cost=CHEAP.m_kib,
        )
        began = time.process_time()
        kdf.derive(b"x")
        seen.append((time.process_time() - began) * 1000)
    return statistics.median(seen)


def _page() -> str:
    return prose(random.Random(11))  # noqa: S311 - nothing secret: invented words
