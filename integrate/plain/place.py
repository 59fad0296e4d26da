"""Where a journal is, or will be."""

from dataclasses import dataclass
from pathlib import Path

from integrate.clock import Clock
from integrate.library import Library
from integrate.machine import Machine
from integrate.vault import Kdf


@dataclass(frozen=True, kw_only=True)
class Place:
    """A journal's file, and what is needed to open or make it."""

    path: Path
    machine: Machine
    """This machine's own eight bytes; asked for only once they are needed."""
    library: Library
    clock: Clock
    config_file: Path
    kdf: Kdf | None = None
    """Key derivation for a new journal; `None`: the usual one."""


class Unasked(Exception):
    """A passphrase is needed, and there is nobody to ask for it."""
