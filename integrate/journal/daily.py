"""The day's backup, made by itself and beside everything else."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from integrate.journal.backup import Backup, backup, is_time
from integrate.journal.journal import Journal


class _Stopped(Exception):
    """There is no more time for it."""


def daily(
    journal: Journal, folder: Path, now: datetime, *, ended: Callable[[], bool]
) -> Backup | None:
    """Makes a backup if the last one is a day old; `None` where none was made.

    A journal that cannot be written in is left alone: it has a matter of its own to see to first.

    Args:
        journal: the open journal.
        folder: where backups go.
        now: aware.
        ended: asked again and again from the thread that this is called in. Once it says so, the
            copying stops, and nothing is left of it.

    Raises:
        VaultError: if it cannot be made; the journal is as it was.
    """
    if ended() or journal.vault.read_only or not is_time(journal, folder, now):
        return None

    def see(_done: int, _most: int) -> None:
        if ended():
            raise _Stopped

    try:
        return backup(journal, folder, now, progress=see)
    except _Stopped:
        return None
