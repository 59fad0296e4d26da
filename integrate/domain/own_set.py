"""A person's own prompt set, as their journal keeps it."""

from datetime import datetime
from typing import Final

from msgspec import Struct

OWN: Final = "own"
"""Written here."""
IMPORTED: Final = "imported"
"""Taken in from a file."""
READY: Final = "ready"
"""May be answered."""
DRAFT: Final = "draft"
"""Still being written; may have anything wrong with it."""


class SetAbout(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What lists say of a set. The texts are safe to show; the file's own text stands apart."""

    id: str
    title: str
    version: str = ""
    author: str = ""
    licence: str = ""
    source: str
    """`OWN`, `IMPORTED`, or what a newer program calls it."""
    state: str = READY
    """`READY`, `DRAFT`, or what a newer program calls it: then it is not answered here."""
    added: datetime
    """Aware; when it was kept as it is now."""


class SetText(Struct, frozen=True, kw_only=True):
    """The set itself."""

    toml: str
    """The text of its file."""


class OwnSet(SetAbout, frozen=True, kw_only=True):
    """A set in an open journal."""

    entity: str
    """16 hex characters; the same over all its versions here."""
    rid: bytes
    """The revision that holds it."""
    clock: int
    """Greater than that of every revision known when it was written. Not a time."""
    text: str | None = None
    """The text of its file; `None` where it cannot be read."""

    @property
    def ready(self) -> bool:
        """Whether it may be answered."""
        return self.state == READY
