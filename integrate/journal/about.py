"""A time as exactly as the person knows it."""

from datetime import datetime

from msgspec import Struct

from integrate.domain.session import Precision


class About(Struct, frozen=True, kw_only=True):
    """A time as exactly as the person knows it."""

    earliest: datetime
    """Aware, in the person's own offset."""
    latest: datetime
    """The same as `earliest` where the minute is known."""
    precision: Precision
    told_as_past: bool = False
    """Whether the words themselves say that it has been ("yesterday", "two days ago")."""


class CannotRead(ValueError):
    """These words are no time that we can read; the sentence says so, with an example."""
