"""What a journal of 1,000, 10,000 and 100,000 pages costs, beside its floor and beside jrnl.

Every figure is a median over processes that start afresh and take turns: raw SQLite, our vault,
jrnl, and again. CPU time (user and system) is what is judged; wall time depends on who else is
at work.

    python benchmarks/vault.py                                          1,000 and 10,000 pages
    python benchmarks/vault.py --sizes 1000,10000,100000 --jrnl auto    all of it, with the peer
"""

import argparse
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Final

import msgspec
import report
import whole_commands
from report import Found, ms

PROBE: Final = str(Path(__file__).with_name("vault_probe.py"))
TASKS: Final = ("raw", "unsealed", "present", "journal", "verify", "add", "draft", "search")
CARE: Final = {
    "delete": "delete a page for good",
    "check": "check: read everything, pages too",
    "backup": "backup, read back",
    "restore": "restore from it",
    "rekey": "re-key",
}
ROUNDS: Final = 5
CARE_ROUNDS: Final = 3
"""Each of these works on a copy of its own, and none is done often."""

SMALL: Final = 1_000
MIDDLE: Final = 10_000
LARGE: Final = 100_000
"""Pages; the bars speak of these."""
OPEN_10: Final = 6.0
"""Times the raw read, at 10,000 pages."""
OPEN_100: Final = 1_200.0
"""Milliseconds at 100,000 pages; the machine that it was set on took 340 for the raw read."""
ADD: Final = 1.5
"""Times the cost with 1,000 pages, at 100,000."""
SEARCH: Final = {MIDDLE: 15.0, LARGE: 120.0}
"""Milliseconds of a search, once the folded words are there."""
SIZE: Final = 1.5
"""Times the records' JSON."""
MEMORY: Final = 300.0
"""MiB with 100,000 pages open and searched."""

Figures = Mapping[str, float]


def probe(task: str, journal: Path, number: int = 0) -> Figures:
    """One measurement in a process of its own."""
    command = [sys.executable, PROBE, task, str(journal), str(number)]
    return msgspec.json.decode(subprocess.check_output(command), type=dict[str, float])


def measured(journals: Mapping[int, Path], rounds: int) -> Mapping[tuple[str, int], Figures]:
    """Medians of every task's figures at every size, taken in turn."""
    seen: dict[tuple[str, int], list[Figures]] = defaultdict(list)
    for turn in range(rounds):
        for task in (*TASKS, *CARE) if turn < CARE_ROUNDS else TASKS:
            for size, journal in journals.items():
                seen[task, size].append(probe(task, journal))
    return {
        each: {name: statistics.median(run[name] for run in runs) for name in runs[0]}
        for each, runs in seen.items()
    }


def opening(size: int, of: Mapping[tuple[str, int], Figures]) -> Iterator[Found]:
    """Opening after the key, beside the raw read."""
    raw = of["raw", size]["cpu"]
    for task, what in (
        ("unsealed", "read and unseal every row, nothing else"),
        ("present", "open: what every record is about"),
        ("journal", "open: the whole journal"),
    ):
        cpu = of[task, size]["cpu"]
        bar, held, firm = "", None, True
        if task == "journal" and size == MIDDLE:
            bar, held = f"<= {OPEN_10:g} x", cpu / raw <= OPEN_10
        if task == "journal" and size == LARGE:
            bar, held, firm = f"<= {ms(OPEN_100)}", cpu <= OPEN_100, False
        yield Found(
            group="Opening, after the key, beside SQLite reading the same rows (CPU)",
            what=what,
            entries=size,
            ours=ms(cpu),
            beside=ms(raw),
            ratio=cpu / raw,
            bar=bar,
            held=held,
            firm=firm,
        )


def watching(size: int, of: Mapping[tuple[str, int], Figures]) -> Iterator[Found]:
    """Verifying, beside the raw read."""
    cpu, raw = of["verify", size]["cpu"], of["raw", size]["cpu"]
    yield Found(
        group="Verifying every row, beside SQLite reading them (CPU)",
        what="verify",
        entries=size,
        ours=ms(cpu),
        beside=ms(raw),
        ratio=cpu / raw,
    )


def writing(size: int, least: int, of: Mapping[tuple[str, int], Figures]) -> Iterator[Found]:
    """Writing one page or draft, beside the same in the smallest journal."""
    for task, what in (("add", "add a page"), ("draft", "seal a draft")):
        here, there = of[task, size], of[task, least]
        for figure in ("cpu", "wall"):
            ratio = here[figure] / there[figure]
            judged = (task, figure, size) == ("add", "cpu", LARGE) and least == SMALL
            yield Found(
                group=f"Writing in an open journal, beside the same with {least:,} pages",
                what=f"{what}, {'CPU' if figure == 'cpu' else 'wall, syncs and all'}",
                entries=size,
                ours=ms(here[figure]),
                beside=ms(there[figure]),
                ratio=ratio,
                bar=f"<= {ADD:g} x" if judged else "",
                held=ratio <= ADD if judged else None,
            )


def searching(size: int, of: Mapping[tuple[str, int], Figures]) -> Iterator[Found]:
    """Searching, beside a plain look through the same folded texts."""
    figures = of["search", size]
    if "absent" in figures:
        return
    group = "Searching, beside a bare look for the word in the same folded texts (CPU)"
    for name, what in (
        ("first_result", "first search: until its first result"),
        ("first_all", "first search: until its last"),
    ):
        yield Found(group=group, what=what, entries=size, ours=ms(figures[name]))
    yield Found(
        group=group, what="lines of the first 20 results", entries=size, ours=ms(figures["lines"])
    )
    for name, what in (("rare", "rare word"), ("frequent", "frequent word"), ("none", "no match")):
        cpu, floor, bar = figures[name], figures[f"{name}_floor"], SEARCH.get(size)
        yield Found(
            group=group,
            what=f"later search: {what}",
            entries=size,
            ours=ms(cpu),
            beside=ms(floor),
            ratio=cpu / floor,
            bar=f"<= {ms(bar)}" if bar else "",
            held=cpu <= bar if bar else None,
            firm=False,
        )


def caring(size: int, of: Mapping[tuple[str, int], Figures]) -> Iterator[Found]:
    """What is done rarely, and to everything."""
    raw = of["raw", size]["cpu"]
    for task, what in CARE.items():
        cpu = of[task, size]["cpu"]
        yield Found(
            group="Looking after the journal, beside SQLite reading its rows (CPU)",
            what=what,
            entries=size,
            ours=ms(cpu),
            beside=ms(raw),
            ratio=cpu / raw,
        )
    for task, what in CARE.items():
        figures = of[task, size]
        yield Found(
            group="Room that looking after it takes; beside it: before",
            what=what,
            entries=size,
            ours=f"{figures['held']:.0f} MiB",
            beside=f"{figures['before']:.0f} MiB",
        )


def room(size: int, journal: Path, of: Mapping[tuple[str, int], Figures]) -> Iterator[Found]:
    """Memory and disk."""
    group = "Room"
    opened, searched = of["journal", size], of["search", size]
    judged = size == LARGE
    for what, held in (("open", opened["held"]), ("open and searched", searched.get("held"))):
        if held is None:
            continue
        yield Found(
            group=group,
            what=f"memory, {what}; beside it: before opening",
            entries=size,
            ours=f"{held:.0f} MiB",
            beside=f"{opened['before']:.0f} MiB",
            bar=f"<= {MEMORY:g} MiB" if judged else "",
            held=held <= MEMORY if judged else None,
        )
    on_disk = probe("size", journal)
    ratio = on_disk["file"] / on_disk["json"]
    yield Found(
        group=group,
        what="file; beside it: its records as JSON",
        entries=size,
        ours=f"{on_disk['file'] / 1e6:.2f} MB",
        beside=f"{on_disk['json'] / 1e6:.2f} MB",
        ratio=ratio,
        bar=f"<= {SIZE:g} x" if size >= SMALL else "",
        held=ratio <= SIZE if size >= SMALL else None,
    )


def syncs(journals: Mapping[int, Path]) -> str:
    """How often the disk is waited for when a page is added, if that can be told."""
    if not shutil.which("strace"):
        return "How often an added page waits for the disk was not counted: strace isn't here."
    size, journal = next(iter(journals.items()))
    with tempfile.TemporaryDirectory(prefix="integrate-bench-") as folder:
        copy, log = Path(folder) / "journal.vault", Path(folder) / "calls"
        shutil.copy(journal, copy)
        counted = ["strace", "-f", "-o", str(log), "-e", "trace=fsync,fdatasync"]
        command = [*counted, sys.executable, PROBE, "add", str(copy)]
        figures = msgspec.json.decode(subprocess.check_output(command), type=dict[str, float])
        calls = sum("sync(" in line for line in log.read_text("utf-8").splitlines())
    return (
        f"An added page waits for the disk {calls / figures['times']:.1f} times "
        f"({size:,} pages; fsync and fdatasync as strace counts them)."
    )


def main(options: argparse.Namespace) -> bool:
    """Measures and prints; says whether every bar that is firm held."""
    load = os.getloadavg()
    with tempfile.TemporaryDirectory(prefix="integrate-bench-") as temporary:
        folder = Path(temporary)
        journals = {size: folder / str(size) / "journal.vault" for size in options.sizes}
        for size, journal in journals.items():
            probe("make", journal, size)
        found = list(_in_process(journals, options.rounds))
        notes = [syncs(journals)]
        if options.jrnl:
            commands, said = whole_commands.measured(journals, folder, options.jrnl, options.rounds)
            found += commands
            notes += said
        if any("absent" in probe("search", journal) for journal in journals.values()):
            notes.append("There is no search in this copy of Integrate yet.")
    show = report.as_markdown if options.markdown else report.as_text
    print(show(found), "", report.where(load), *notes, sep="\n")
    return not report.broken(found)


def _in_process(journals: Mapping[int, Path], rounds: int) -> Iterator[Found]:
    of, least = measured(journals, rounds), min(journals)
    for size in journals:
        yield from opening(size, of)
    for size in journals:
        yield from watching(size, of)
    for size in journals:
        yield from writing(size, least, of)
    for size in journals:
        yield from searching(size, of)
    for size, journal in journals.items():
        yield from room(size, journal, of)
    for size in journals:
        yield from caring(size, of)


def _options(words: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument(
        "--sizes",
        type=lambda text: sorted(int(each) for each in text.split(",")),
        default=[1_000, 10_000],
        help="pages, such as 1000,10000,100000",
    )
    parser.add_argument("--rounds", type=int, default=ROUNDS)
    parser.add_argument("--jrnl", help="jrnl's script, or auto: installed for this run")
    parser.add_argument("--markdown", action="store_true", help="print docs/PERFORMANCE.md's table")
    return parser.parse_args(words)


if __name__ == "__main__":
    sys.exit(0 if main(_options(sys.argv[1:])) else 1)
