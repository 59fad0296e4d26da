"""A therapy session: when it was or will be, and by which route."""

from datetime import UTC, datetime
from enum import StrEnum

from msgspec import Struct
from msgspec.structs import replace


class Route(StrEnum):
    """How the medicine is taken; `NONE` for a session without any, such as talk therapy or EMDR."""

    IV = "iv"
    IM = "im"
    NASAL = "nasal"
    ORAL = "oral"
    SUBLINGUAL = "sublingual"
    NONE = "none"


class Precision(StrEnum):
    """How exactly a start is known."""

    MINUTE = "minute"
    HOUR = "hour"
    PART = "part of day"
    DAY = "day"


class Went(StrEnum):
    """Whether a planned session went ahead, as far as the person has said."""

    UNSAID = "unsaid"
    YES = "yes"
    NO = "no"


class Session(Struct, frozen=True, kw_only=True):
    """A session at a time that may be known only roughly."""

    id: str
    title: str = ""
    route: Route
    starts: datetime
    """Aware. The earliest start that what is known allows."""
    latest: datetime
    """Aware. The latest start that it allows; the same as `starts` where the minute is known."""
    precision: Precision = Precision.MINUTE
    went: Went = Went.UNSAID
    slept_at: datetime | None = None
    """When the person had slept after it, as they said; `None` until they did."""

    @property
    def called_off(self) -> bool:
        """It did not take place; no phase follows from it."""
        return self.went is Went.NO

    def went_ahead(self, now: datetime) -> "Session":
        """The same session, known to have begun by `now`."""
        known = min(self.latest, now, key=instant)
        return replace(self, went=Went.YES, latest=max(self.starts, known, key=instant))

    def may_be_asked(self, now: datetime) -> bool:
        """Whether it is time for "Did it go ahead?"."""
        since = self.asked_from
        return since is not None and instant(now) >= since

    @property
    def asked_from(self) -> datetime | None:
        """UTC; from when "Did it go ahead?" is asked, `None` once it was answered.

        Known to the day only, it is asked from the middle of that day: most sessions have begun
        by then, and a question at breakfast would be about the future.
        """
        if self.went is not Went.UNSAID:
            return None
        starts = instant(self.starts)
        wait = instant(self.latest) - starts
        return starts + wait / 2 if self.precision is Precision.DAY else starts


def instant(moment: datetime) -> datetime:
    """The same instant in UTC: two times of one zone compare by the wall clock, which jumps."""
    return moment.astimezone(UTC)
