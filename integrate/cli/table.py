"""A list of entries as aligned lines: id, day and hour, phase, title."""

import shutil
import sys
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from rich.cells import cell_len, set_cell_size

from integrate.domain.phase import PhaseTables
from integrate.journal.list_ import Row

SHORTEST_ID: Final = 4
_GAP: Final = "  "
_ELLIPSIS: Final = "…"


def entry_table(rows: Sequence[Row], tables: PhaseTables) -> Iterator[str]:
    """A line for each row. Only a terminal's width cuts a title; a pipe gets all of it."""
    ids = short_ids([row.id for row in rows])
    names = [_phase_name(row, tables) for row in rows]
    widest_id = max(map(len, ids.values()), default=0)
    widest_name = max(map(cell_len, names), default=0)
    width = shutil.get_terminal_size().columns if sys.stdout.isatty() else None
    for row, name in zip(rows, names, strict=True):
        columns = [
            ids[row.id].ljust(widest_id),
            f"{row.when:%Y-%m-%d %H:%M}",
            set_cell_size(name, widest_name),
            row.title,
        ]
        yield _cut(_GAP.join(column for column in columns if column), width)


def short_ids(ids: Sequence[str]) -> dict[str, str]:
    """For each id its shortest beginning that no other one shares, with four letters at least."""
    ordered = sorted(ids)
    shared = [0, *(_shared(one, other) for one, other in pairwise(ordered)), 0]
    return {
        each: each[: max(SHORTEST_ID, before + 1, after + 1)]
        for each, before, after in zip(ordered, shared, shared[1:], strict=False)
    }


def short_id(each: str, ordered: Sequence[str]) -> str:
    """The same for one of many ids, which are in order: cheaper where few are shown."""
    place = bisect_left(ordered, each)
    beside = (*ordered[max(place - 1, 0) : place], *ordered[place + 1 : place + 2])
    return each[: max(SHORTEST_ID, *(_shared(each, other) + 1 for other in beside), 0)]


def _shared(one: str, other: str) -> int:
    """How many letters two ids begin with together."""
    return next((i for i, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), len(one))


def _phase_name(row: Row, tables: PhaseTables) -> str:
    phase = tables.named(row.phase) if row.phase else None
    return phase.name if phase else ""


def _cut(line: str, width: int | None) -> str:
    if width is None or cell_len(line) <= width:
        return line
    return set_cell_size(line, width - 1).rstrip() + _ELLIPSIS
