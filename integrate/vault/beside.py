"""What lies beside a copy: SQLite believes it before we see a byte, so it is looked at first.

A journal that was cut short is played back into its database. At its end it may name another file,
as transactions over several databases need; SQLite then takes that file away. Ours never do, so
whoever laid one there that does wants to have a file of ours removed.
"""

import stat
from pathlib import Path
from typing import Final

from integrate.vault.errors import NotAVault

_BESIDE: Final = ("-journal", "-wal", "-shm")
_MAGIC: Final = bytes.fromhex("d9d505f920a163d7")
"""At a journal's beginning, and behind the name of another file at its end."""
_ENDING: Final = 16
"""Bytes behind that name: its length, its checksum, and the magic."""


def check(path: Path) -> None:
    """Refuse a copy that SQLite would wait at, or for which it would touch other files.

    Raises:
        NotAVault: if so.
    """
    for ending in _BESIDE:
        beside = path.with_name(path.name + ending)
        try:
            found = beside.lstat()
            harmless = stat.S_ISREG(found.st_mode) and not (
                ending == "-journal" and _names_another(beside, found.st_size)
            )
        except FileNotFoundError:
            continue
        except OSError:
            harmless = False
        if not harmless:
            raise NotAVault(path, "closed")


def _names_another(journal: Path, size: int) -> bool:
    """Whether it names a file that is to go once it was played back."""
    if size <= _ENDING:
        return False
    with journal.open("rb") as file:
        file.seek(-_ENDING, 2)
        ending = file.read(_ENDING)
    length = int.from_bytes(ending[:4])
    return ending[8:] == _MAGIC and 0 < length <= size - _ENDING
