"""Phases: where a moment lies relative to the sessions around it.

Two tables, for sessions with a medicine ("dosing") and without ("talk"), are data; the rules that
choose between overlapping sessions are here. All reckoning is done on instants (UTC), so neither
daylight saving nor travel can open a gap or make two phases overlap.
"""

from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Final, Literal

from msgspec import Struct, field

from integrate.domain.session import Route, Session, instant

DEPTH_WITHOUT_SESSION: Final = 2
"""How deep a set may go with no session near: reflective, not near a hard memory (our choice)."""
ASKS_SLEEP_AFTER: Final = timedelta(hours=18)
"""From when "Have you slept since?" is asked (our choice)."""
TENDER: Final = frozenset({"arriving", "landing"})
"""Ids of the phases that ask for nothing but taps."""


class Flag(StrEnum):
    """On what ground a boundary stands."""

    PEOPLE = "found in people"
    ANIMALS = "found in animals"
    CHOICE = "our choice"


class Boundary(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Why a phase begins or ends where it does."""

    flag: Flag
    why: str
    """In plain words, with its sources' ids in brackets."""


class Phase(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A stretch of time relative to a session's start. Hours count from that start."""

    id: str
    name: str
    says: str
    """One calm line for the person, about this time."""
    begins_hours: float
    """The first instant that belongs to it; negative before the session."""
    ends_hours: float | None = None
    """The first instant that no longer does; `None`: it has no end of its own."""
    ends_hours_by_route: dict[Route, float] = field(default_factory=dict)
    """Where the route decides the end; others take `ends_hours`."""
    until_slept: bool = False
    """Lasts on until the person has slept, though never beyond `slept_by_hours`."""
    slept_by_hours: float = 36
    max_depth: Literal[1, 2, 3]
    memory: bool = True
    """Whether a prompt may ask to come near a memory."""
    protected: bool = False
    """Nothing outranks it: the door, arriving and landing."""
    background: bool = False
    """Gives way to a nearer phase of an older session, as the time between two talks does."""
    begin: Boundary
    end: Boundary | None = None


class PhaseTable(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The phases of one sort of session, in order, each beginning where the last one ends."""

    id: Literal["dosing", "talk"]
    phases: tuple[Phase, ...]

    def phase(self, phase_id: str) -> Phase | None:
        """The phase with this id, if the table has it."""
        return next((phase for phase in self.phases if phase.id == phase_id), None)


class PhaseTables(Struct, frozen=True, kw_only=True):
    """Both tables."""

    dosing: PhaseTable
    talk: PhaseTable

    def of(self, session: Session) -> PhaseTable:
        """The table that this session follows."""
        return self.talk if session.route is Route.NONE else self.dosing

    def named(self, phase_id: str) -> Phase | None:
        """The phase with this id, in either table."""
        return self.dosing.phase(phase_id) or self.talk.phase(phase_id)


class Place(Struct, frozen=True, kw_only=True):
    """One phase of one session, with its instants."""

    phase: Phase
    session: Session
    begins: datetime
    """UTC; the first instant that belongs to it."""
    ends: datetime | None
    """UTC; the first instant that no longer does, if it ends."""
    table: Literal["dosing", "talk"]

    def holds(self, now: datetime) -> bool:
        """Whether `now` belongs to it."""
        return self.begins <= now and (self.ends is None or now < self.ends)

    def lies_ahead(self) -> bool:
        """Whether this phase comes before its session."""
        return self.phase.begins_hours < 0


class Moment(Struct, frozen=True, kw_only=True):
    """Where a moment lies: the phase that holds, and what lies ahead."""

    now: datetime
    place: Place | None
    """The phase that holds now; `None` with no session near."""
    ahead: Place | None = None
    """Apart from it, the time before a coming session."""
    went_ahead: Session | None = None
    """A planned session whose start has passed: did it go ahead? No phase of it is believed yet."""
    slept: Session | None = None
    """A session to ask about: have you slept since?"""
    guarded: frozenset[str] = frozenset()
    """Ids of the phases that ask for care just now, also of a session that nobody has confirmed."""
    max_depth: Literal[1, 2, 3]
    memory: bool
    """Whether a prompt may ask to come near a memory now."""

    @property
    def phase_id(self) -> str | None:
        """The phase's id."""
        return self.place.phase.id if self.place else None

    @property
    def arriving(self) -> bool:
        """Whether the person may still be under the medicine's effects."""
        return self.phase_id == "arriving" or "arriving" in self.guarded

    @property
    def tender(self) -> bool:
        """Arriving or landing: taps only; nothing is shared, exported or deleted unasked."""
        return self.arriving or self.phase_id in TENDER or not TENDER.isdisjoint(self.guarded)


def places(session: Session, tables: PhaseTables) -> tuple[Place, ...]:
    """Every phase of one session, in order and without gap or overlap.

    What lies before the session counts from its earliest start, what follows from the latest: a
    rough time lengthens the door, which asks for less, and never shortens it.
    """
    table = tables.of(session)
    found: list[Place] = []
    begins = _instant(session, table.phases[0].begins_hours)
    for phase in table.phases:
        ends = _end(session, phase)
        if ends is not None:
            ends = max(begins, ends)
        found.append(Place(phase=phase, session=session, begins=begins, ends=ends, table=table.id))
        if ends is None:
            break
        begins = ends
    return tuple(found)


def place_at(session: Session, now: datetime, tables: PhaseTables) -> Place | None:
    """The phase of this one session that holds at `now`."""
    return next((place for place in places(session, tables) if place.holds(now)), None)


def moment_at(sessions: Sequence[Session], now: datetime, tables: PhaseTables) -> Moment:
    """Where `now` lies among all sessions.

    The newest session that has begun wins. Its arriving and landing beat everything; the door of a
    coming session beats an older session's later phases; a background phase gives way to a nearer
    one. A session that nobody has confirmed lends no phase, but what it would protect stays
    protected.

    Args:
        sessions: in any order; those called off are passed over.
        now: aware.
        tables: the two phase tables.
    """
    now = instant(now)
    standing = [session for session in sessions if not session.called_off]
    near = [place for each in standing if (place := place_at(each, now, tables)) is not None]
    asked = [session for session in standing if session.may_be_asked(now)]
    believed = [place for place in near if not place.session.may_be_asked(now)]
    place = winner(believed)
    guarded = [each for each in near if each.phase.protected or not each.phase.memory]
    return Moment(
        now=now,
        place=place,
        ahead=_first_ahead(believed, place),
        went_ahead=max(asked, key=_newest, default=None),
        slept=_to_ask_about_sleep(near, now),
        guarded=frozenset(each.phase.id for each in guarded),
        max_depth=_depth(place, guarded),
        memory=not guarded and (place is None or place.phase.memory),
    )


def winner(believed: Sequence[Place]) -> Place | None:
    """Which of the phases that hold at the same time counts, of sessions that may be believed."""
    begun = sorted((p for p in believed if not p.lies_ahead()), key=_newest_place, reverse=True)
    coming = sorted((p for p in believed if p.lies_ahead()), key=_newest_place)
    return next(
        _in_order(
            (p for p in begun if p.phase.protected),
            (p for p in coming if p.phase.protected),
            (p for p in begun if not p.phase.background),
            begun,
            coming,
        ),
        None,
    )


def _in_order(*groups: Iterator[Place] | Sequence[Place]) -> Iterator[Place]:
    for group in groups:
        yield from group


def _first_ahead(believed: Sequence[Place], winner: Place | None) -> Place | None:
    coming = [p for p in believed if p.lies_ahead() and p is not winner]
    return min(coming, key=_newest_place, default=None)


def _depth(place: Place | None, guarded: Sequence[Place]) -> Literal[1, 2, 3]:
    depths = [each.phase.max_depth for each in guarded]
    depths.append(place.phase.max_depth if place else DEPTH_WITHOUT_SESSION)
    return min(depths)


def _to_ask_about_sleep(near: Sequence[Place], now: datetime) -> Session | None:
    """The newest session still protected, if its phase waits for sleep and 18 hours are over."""
    begun = [
        p
        for p in near
        if p.phase.protected and not p.lies_ahead() and not p.session.may_be_asked(now)
    ]
    newest = max(begun, key=_newest_place, default=None)
    if newest is None or not newest.phase.until_slept or newest.session.slept_at is not None:
        return None
    asks = instant(newest.session.latest) + ASKS_SLEEP_AFTER
    return newest.session if now >= asks else None


def _newest(session: Session) -> tuple[datetime, str]:
    return (instant(session.latest), session.id)


def _newest_place(place: Place) -> tuple[datetime, str]:
    return _newest(place.session)


def _instant(session: Session, hours: float) -> datetime:
    start = session.starts if hours < 0 else session.latest
    return instant(start) + timedelta(hours=hours)


def _end(session: Session, phase: Phase) -> datetime | None:
    hours = phase.ends_hours_by_route.get(session.route, phase.ends_hours)
    if hours is None:
        return None
    end = _instant(session, hours)
    if not phase.until_slept:
        return end
    cap = _instant(session, phase.slept_by_hours)
    slept = min(instant(session.slept_at), cap) if session.slept_at else cap
    return max(end, slept)
