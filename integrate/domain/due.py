"""What is due: the sets that fit this moment, and the one to offer first."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Final

from msgspec import Struct

from integrate.domain.phase import Moment, Place
from integrate.domain.prompt import PromptSet, When
from integrate.domain.session import Route, Session, instant

COURSE_WITHIN: Final = timedelta(days=28)
"""Sessions no further apart than this belong to one course (our choice)."""


class Done(Struct, frozen=True, kw_only=True):
    """A set that was answered."""

    set: str
    when: datetime
    session: str | None
    phase: str | None


class Offer(Struct, frozen=True, kw_only=True):
    """A set that fits now."""

    set: PromptSet
    place: Place
    """The phase that it is offered for."""


class Due(Struct, frozen=True, kw_only=True):
    """What a person could do next."""

    moment: Moment
    next: Offer | None
    """The one thing to offer; `None`: nothing is due, and that is well."""
    others: tuple[Offer, ...] = ()
    """What else fits, most fitting first."""


def due_of(
    moment: Moment,
    sets: Sequence[PromptSet],
    done: Sequence[Done],
    sessions: Sequence[Session],
) -> Due:
    """What fits this moment and was not answered in it yet.

    At the door, while the medicine may still be working, and until the first sleep after, nothing
    is offered for a session that lies ahead: those hours ask for little. Nor is anything offered
    past a nearer session of the same sort: getting ready comes after what came before.

    Args:
        moment: where now lies.
        sets: all that could be offered; those without a `[when]` never are.
        done: what was answered, in any order.
        sessions: all sessions; they tell which one of a course this is.
    """
    offers = [
        Offer(set=each, place=place)
        for place in (moment.place, _ahead(moment))
        if place is not None
        for each in sets
        if each.when is not None
        and _fits(each.when, place, moment.now)
        and _wanted(each, place, done, moment.now)
        and _in_turn(each, place, sets, sessions)
    ]
    return Due(moment=moment, next=offers[0] if offers else None, others=tuple(offers[1:]))


def _ahead(moment: Moment) -> Place | None:
    """What lies ahead, where something may be offered for it."""
    place, ahead = moment.place, moment.ahead
    if moment.guarded or ahead is None:
        return None
    past_a_nearer_one = place is not None and place.lies_ahead() and place.table == ahead.table
    return None if past_a_nearer_one else ahead


def _fits(when: When, place: Place, now: datetime) -> bool:
    if when.table != place.table:
        return False
    if when.hours is None:
        return when.phase == place.phase.id
    ends = instant(place.session.latest) + timedelta(hours=when.hours.to)
    return _since(when, place) <= now < ends


def _since(when: When, place: Place) -> datetime:
    """From when a set with this rule stands, for this session."""
    if when.hours is None:
        return place.begins
    return instant(place.session.latest) + timedelta(hours=when.hours.from_)


def _wanted(each: PromptSet, place: Place, done: Sequence[Done], now: datetime) -> bool:
    """Not answered yet for this phase of this session, or long enough ago."""
    if each.when is None:
        return False
    since = _since(each.when, place)
    times = [
        instant(one.when)
        for one in done
        if one.set == each.id and one.session == place.session.id and instant(one.when) >= since
    ]
    days = each.when.every_days
    return not times or (days is not None and now - max(times) >= timedelta(days=days))


def _in_turn(
    each: PromptSet, place: Place, sets: Sequence[PromptSet], sessions: Sequence[Session]
) -> bool:
    """Whether `repeat` lets it stand at this session of the course."""
    if each.when is None or each.when.repeat == "always":
        return True
    number = number_in_course(place.session, sessions)
    if each.when.repeat == "first":
        return number == 0
    turns = [
        other.id
        for other in sets
        if other.when is not None
        and other.when.repeat == "rotate"
        and _stretch(other.when) == _stretch(each.when)
    ]
    return turns[number % len(turns)] == each.id


def _stretch(when: When) -> tuple[object, ...]:
    return (when.table, when.phase, when.hours)


def number_in_course(session: Session, sessions: Sequence[Session]) -> int:
    """Which session of its course this one is, from 0."""
    return len(course_until(session, sessions)) - 1


def course_until(session: Session, sessions: Sequence[Session]) -> tuple[Session, ...]:
    """The sessions of its course up to this one, the newest first.

    A course is made of sessions of one sort, with a medicine or without, each within four weeks
    of the one before.
    """
    earlier = sorted(
        (
            each
            for each in sessions
            if not each.called_off
            and (each.route is Route.NONE) is (session.route is Route.NONE)
            and _order(each) < _order(session)
        ),
        key=_order,
        reverse=True,
    )
    course = [session]
    for each in earlier:
        if instant(course[-1].latest) - instant(each.latest) > COURSE_WITHIN:
            break
        course.append(each)
    return tuple(course)


def _order(session: Session) -> tuple[datetime, str]:
    return (instant(session.latest), session.id)
