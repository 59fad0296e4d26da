"""Where things are kept on this machine. Nothing here makes a folder."""

import os
from pathlib import Path
from typing import Final

import platformdirs

_APP: Final = "integrate"
JOURNAL_VARIABLE: Final = "INTEGRATE_JOURNAL"
"""Names another journal file, as `--journal` does."""
_IN_MEMORY: Final = ("tmpfs", "ramfs")


def journal_file() -> Path:
    """The journal: INTEGRATE_JOURNAL, or the usual place."""
    named = os.environ.get(JOURNAL_VARIABLE)
    if named:
        return Path(named).expanduser()
    return Path(platformdirs.user_data_dir(_APP, appauthor=False)) / "journal.vault"


def config_file() -> Path:
    """Settings that are not private: country, face."""
    return Path(platformdirs.user_config_dir(_APP, appauthor=False)) / "config.toml"


def state_folder() -> Path:
    """What belongs to this machine rather than to the journal."""
    return Path(platformdirs.user_state_dir(_APP, appauthor=False))


def someone_elses(folder: Path) -> Path | None:
    """The other person's folder in which this one would be made; `None` if it would be ours.

    Who may write everywhere (sudo often leaves HOME as it was) could make things in another
    person's home that this person cannot open or remove any more.
    """
    if not hasattr(os, "geteuid") or os.geteuid() != 0:
        return None
    nearest = next(each for each in (folder, *folder.absolute().parents) if each.exists())
    return nearest if nearest.stat().st_uid != 0 else None


def pocket_folder() -> Path | None:
    """A folder in memory, ours alone, that ends with the login; `None` where there is none.

    Nothing in it reaches a disk, but for swap.
    """
    named = os.environ.get("XDG_RUNTIME_DIR")
    if not named or not hasattr(os, "geteuid"):
        return None
    folder = Path(named)
    try:
        found = folder.stat()
        mounts = Path("/proc/self/mounts").read_text(errors="replace")
    except OSError:
        return None
    if found.st_uid != os.geteuid() or found.st_mode & 0o077:
        return None
    return folder / _APP if _kind_of_disk(folder.resolve(), mounts) in _IN_MEMORY else None


def _kind_of_disk(folder: Path, mounts: str) -> str:
    """Of which kind the file system is that a folder lies on; empty if that can't be told."""
    kinds = {
        Path(fields[1].replace("\\040", " ")): fields[2]
        for fields in (line.split() for line in mounts.splitlines())
        if len(fields) > 2  # noqa: PLR2004 - a device, a place and a kind
    }
    return next((kinds[each] for each in (folder, *folder.parents) if each in kinds), "")
