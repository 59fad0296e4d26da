"""Which backups may go: three stay, and one of each month, twelve at most."""

from collections.abc import Iterable
from datetime import datetime
from typing import Final

NEWEST: Final = 3
"""So many of the newest stay."""
MONTHS: Final = 12
"""For so many months one stays."""


def superseded(made: Iterable[datetime]) -> frozenset[datetime]:
    """Those that are no longer needed.

    The newest three stay. Of the others the newest of each month stays, for the twelve latest
    months that have one.
    """
    newest_first = sorted(set(made), reverse=True)
    stays = set(newest_first[:NEWEST])
    monthly: dict[tuple[int, int], datetime] = {}
    for each in newest_first[NEWEST:]:
        monthly.setdefault((each.year, each.month), each)
    stays.update(list(monthly.values())[:MONTHS])
    return frozenset(newest_first) - stays
