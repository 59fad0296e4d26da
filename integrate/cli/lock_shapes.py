"""What `--json` prints of a change in what opens the journal."""

from typing import Any

from integrate.journal.locks import Changed
from integrate.journal.rekey import NewKey


def changed(each: Changed) -> dict[str, Any]:
    """Backups that open by the same from now on, and those that could not be reached."""
    return {
        "reached": [str(path) for path in each.reached],
        "missed": [str(path) for path in each.missed],
    }


def new_key(each: NewKey, *, code: str | None, left: list[str]) -> dict[str, Any]:
    """The new key; `left`: backups under the old one that are still there."""
    return {
        "recovery_code": code,
        "backup": str(each.backup.path) if each.backup else None,
        "old_backups": left,
        "missed": [str(path) for path in each.missed],
    }
