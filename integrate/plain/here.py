"""What every part of the line dialogue has at hand."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from integrate.clock import Clock
from integrate.journal.journal import Journal
from integrate.plain.talk import Talk
from integrate.vault import Kdf


def nobody_asks() -> None:
    """Nobody asks."""


@dataclass(frozen=True, kw_only=True)
class Here:
    """An open journal, and somebody to talk with."""

    talk: Talk
    journal: Journal
    clock: Clock
    backups: Path | None = None
    """Where backups go; `None`: an invented journal has none."""
    config_file: Path | None = None
    """Where settings are kept; `None`: there are none to change here."""
    kdf: Kdf | None = None
    """Key derivation for a new passphrase or code; `None`: the usual one."""
    country: str = ""
    """Two capital letters, for help lines; empty while not chosen."""
    language: str = ""
    """Such as "es", for prompt sets that bring it along; empty: each speaks its own."""
    leave_if_asked: Callable[[], None] = nobody_asks
    """For work that takes long: raises `Leaving` if somebody asked to leave meanwhile."""
