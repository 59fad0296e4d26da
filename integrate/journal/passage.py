"""What is being written: a walk through a set, or a free page. A draft is one of these, sealed."""

from datetime import datetime
from typing import Final

import msgspec
from msgspec import Struct

from integrate.domain.walk import Walk


class Guided(Struct, frozen=True, kw_only=True, tag="guided"):
    """A walk under way, with the moment that it began in. It holds its own copy of the set."""

    walk: Walk
    session: str | None
    """Id of the session it belongs to."""
    phase: str | None
    """Id of the phase it was begun in."""
    begun: datetime
    steady_at: datetime | None = None
    """When steadiness was asked for again, in a draft that had lain for a while."""

    @property
    def title(self) -> str:
        """The set's title."""
        return self.walk.set.title

    @property
    def empty(self) -> bool:
        """Whether there is nothing in it to keep."""
        return self.walk.empty


class Of(Struct, frozen=True, kw_only=True):
    """Which writing is being given a new wording."""

    entry: str
    """The entry's id."""
    rid: str
    """In hex: the revision that was read when it was begun."""
    answer: int | None = None
    """Which answer, from 1; `None`: all of a free page."""


class Free(Struct, frozen=True, kw_only=True, tag="free", omit_defaults=True):
    """A free page under way, or a new wording of something that was written before."""

    text: str = ""
    title: str
    begun: datetime
    of: Of | None = None
    """`None`: it becomes a page of its own."""

    @property
    def empty(self) -> bool:
        """Whether there is nothing in it to keep."""
        return not self.text.strip()


Passage = Guided | Free

_PASSAGE: Final[msgspec.json.Decoder[Passage]] = msgspec.json.Decoder(Passage)


def passage_of(value: msgspec.Raw | None) -> Passage | None:
    """The passage that a draft holds; `None` where it is damaged, or from another version."""
    if value is None:
        return None
    try:
        return _PASSAGE.decode(value)
    except (msgspec.MsgspecError, UnicodeDecodeError):
        return None
