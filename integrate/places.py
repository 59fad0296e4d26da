"""Where things are kept on this machine. Nothing here makes a folder."""

import os
from pathlib import Path
from typing import Final

import platformdirs

_APP: Final = "integrate"
JOURNAL_VARIABLE: Final = "INTEGRATE_JOURNAL"
"""Names another journal file, as `--journal` does."""


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
