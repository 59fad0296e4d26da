"""One session in lines: changing it, saying how it went, and the days around it."""

from collections.abc import Callable, Iterator
from functools import partial

from integrate.domain.phase import Boundary, Place, places
from integrate.domain.session import Session, Went
from integrate.journal.grounds import grounds
from integrate.journal.session import edit, slept, went_ahead
from integrate.plain.commands import Command, heard
from integrate.plain.days import moment_in_words
from integrate.plain.here import Here
from integrate.plain.menu import choose
from integrate.plain.sessions import ask_route, change_session, session_line
from integrate.text import clean
from integrate.words import say

Deed = tuple[str, Callable[[], Session]]
"""What a line of the menu says, and what it does; that gives the session as it is then."""


def one_session(here: Here, session: Session) -> None:
    """Says what can be done with a session, and does one after another until that is all.

    Raises:
        Leaving: if a signal asks to leave.
        VaultError: if it cannot be written.
    """
    while True:
        here.talk.say("", session_line(session, here.clock()))
        deeds = list(_deeds(here, session))
        labels = [*(label for label, _ in deeds), say("lines.session.back")]
        chosen = choose(here.talk, labels, fallback=len(deeds))
        if not isinstance(chosen, int) or chosen == len(deeds):
            return
        session = deeds[chosen][1]()


def _deeds(here: Here, session: Session) -> Iterator[Deed]:
    begun = session.starts <= here.clock()
    yield say("lines.session.time"), partial(change_session, here, session)
    yield say("lines.session.route"), partial(_route, here, session)
    yield say("lines.session.title"), partial(_title, here, session)
    if begun and session.went is not Went.YES:
        yield say("lines.session.went"), partial(_went, here, session, yes=True)
    if session.went is not Went.NO:
        yield say("lines.session.off"), partial(_went, here, session, yes=False)
    if begun and session.went is Went.YES and session.slept_at is None:
        yield say("lines.session.slept"), partial(_slept, here, session)
    yield say("lines.session.days"), partial(_days, here, session)
    yield say("lines.why"), partial(_why, here, session)


def _route(here: Here, session: Session) -> Session:
    route = ask_route(here.talk)
    return session if route is None else edit(here.journal, session, here.clock(), route=route)


def _title(here: Here, session: Session) -> Session:
    here.talk.say(say("lines.session.title.ask"))
    line = heard(here.talk)
    if line is None or isinstance(line, Command) or not line.strip():
        return session
    return edit(here.journal, session, here.clock(), title=clean(line, one_line=True))


def _went(here: Here, session: Session, *, yes: bool) -> Session:
    return went_ahead(here.journal, session, here.clock(), yes=yes)


def _slept(here: Here, session: Session) -> Session:
    here.talk.say(say("lines.session.slept.kept"))
    return slept(here.journal, session, here.clock())


# --- the days around it


def _days(here: Here, session: Session) -> Session:
    now = here.clock()
    for place in _places(here, session):
        key = "lines.session.day.now" if place.holds(now) else "lines.session.day"
        flag = place.phase.begin.flag.value
        here.talk.say(say(key, phase=place.phase.name, when=_begins(place), flag=flag))
    return session


def _why(here: Here, session: Session) -> Session:
    for place in _places(here, session):
        here.talk.say("", place.phase.name, say("why.begins", when=_begins(place)))
        here.talk.say(*_ground(here, place.phase.begin))
    here.talk.say("", say("why.close"))
    return session


def _ground(here: Here, boundary: Boundary) -> Iterator[str]:
    told = grounds(here.journal.library, boundary)
    yield say("why.flag", flag=told.flag.value)
    yield told.why
    for cite in told.sources:
        yield say("lines.why.source", cite=cite)


def _begins(place: Place) -> str:
    return moment_in_words(place.begins.astimezone(place.session.latest.tzinfo))


def _places(here: Here, session: Session) -> tuple[Place, ...]:
    if session.called_off:
        here.talk.say(say("sessions.phases.none"))
        return ()
    return places(session, here.journal.library.phase_tables())
