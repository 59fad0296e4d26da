"""Which journal is meant: what the command line said before and after its verb."""

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from integrate import places
from integrate.clock import Clock

if TYPE_CHECKING:
    from integrate.vault import Kdf


@dataclass(kw_only=True)
class Asked:
    """Which journal, and where its passphrase comes from."""

    clock: Clock
    kdf: "Kdf | None" = None
    """Key derivation for a new journal; `None`: the usual one."""
    journal: Path | None = None
    passphrase_file: Path | None = None
    passphrase_command: str | None = None
    new_passphrase_file: Path | None = None
    new_passphrase_command: str | None = None

    @property
    def path(self) -> Path:
        """The journal's file."""
        return self.journal or places.journal_file()
