"""What a benchmark found: figures beside their floor or peer, and whether their bars hold."""

import os
import platform
import sqlite3
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

from msgspec import Struct

from integrate import __version__

_COLUMNS: Final = ("what", "entries", "ours", "beside it", "ratio", "bar", "")

_RULE: Final = "|---|--:|--:|--:|--:|---|---|"


class Found(Struct, frozen=True, kw_only=True):
    """One line of the table."""

    group: str
    what: str
    entries: int
    ours: str
    beside: str = ""
    ratio: float | None = None
    """Ours to what stands beside it; for peers theirs to ours, so that more is better."""
    bar: str = ""
    held: bool | None = None
    """`None` where there is no bar."""
    firm: bool = True
    """Whether a broken bar is a fault on any machine; one in milliseconds depends on which."""

    @property
    def verdict(self) -> str:
        """In words."""
        return "" if self.held is None else "held" if self.held else "NOT HELD"

    @property
    def cells(self) -> tuple[str, ...]:
        """What stands in the table."""
        ratio = "" if self.ratio is None else f"{self.ratio:.2f} x"
        return (
            self.what,
            f"{self.entries:,}",
            self.ours,
            self.beside,
            ratio,
            self.bar,
            self.verdict,
        )


def ms(value: float) -> str:
    """Milliseconds to read: 0.45 ms, 12.3 ms, 580 ms, 1.2 s."""
    if value >= 1_000:  # noqa: PLR2004
        return f"{value / 1000:.3g} s"
    return f"{value:.3g} ms"


def as_text(found: Sequence[Found]) -> str:
    """The table for a terminal."""
    rows = [_COLUMNS, *(each.cells for each in found)]
    wide = [max(len(row[column]) for row in rows) for column in range(len(_COLUMNS))]
    lines: list[str] = []
    for group, members in _grouped(found):
        lines += ["", group]
        for cells in (_COLUMNS, *(each.cells for each in members)):
            ends = zip(cells, wide, strict=True)
            lines.append("  ".join(_aligned(i, cell, w) for i, (cell, w) in enumerate(ends)))
    return "\n".join(line.rstrip() for line in lines)


def as_markdown(found: Sequence[Found]) -> str:
    """The tables of docs/PERFORMANCE.md."""
    lines: list[str] = []
    for group, members in _grouped(found):
        lines += ["", f"### {group}", "", f"| {' | '.join(_COLUMNS)} |", _RULE]
        lines += [f"| {' | '.join(each.cells)} |" for each in members]
    return "\n".join(lines)


def where(load_before: Sequence[float]) -> str:
    """The machine, its software and how busy it was, in two lines."""
    import cryptography

    now = os.getloadavg()
    return (
        f"{_processor()}, {os.cpu_count()} CPUs; Python {platform.python_version()}, "
        f"SQLite {sqlite3.sqlite_version}, cryptography {cryptography.__version__}, "
        f"Integrate {__version__}.\n"
        f"Load average {load_before[0]:.2f} at the start and {now[0]:.2f} at the end."
    )


def broken(found: Sequence[Found]) -> bool:
    """Whether a bar that must hold on any machine doesn't."""
    return any(each.held is False and each.firm for each in found)


def _grouped(found: Sequence[Found]) -> Iterator[tuple[str, list[Found]]]:
    """The lines by group, the groups in the order of their first line."""
    for group in dict.fromkeys(each.group for each in found):
        yield group, [each for each in found if each.group == group]


def _aligned(column: int, cell: str, wide: int) -> str:
    return cell.rjust(wide) if 0 < column < 5 else cell.ljust(wide)  # noqa: PLR2004 - the figures


def _processor() -> str:
    listed = Path("/proc/cpuinfo")
    if listed.exists():
        names = [line for line in listed.read_text("utf-8").splitlines() if "model name" in line]
        if names:
            return names[0].partition(":")[2].strip()
    return platform.processor() or sys.platform
