"""What every part of the line dialogue has at hand."""

from dataclasses import dataclass

from integrate.clock import Clock
from integrate.journal.journal import Journal
from integrate.plain.talk import Talk


@dataclass(frozen=True, kw_only=True)
class Here:
    """An open journal, and somebody to talk with."""

    talk: Talk
    journal: Journal
    clock: Clock
    country: str = ""
    """Two capital letters, for help lines; empty while not chosen."""
