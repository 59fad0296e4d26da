"""Sessions in the line dialogue: hearing them, adding one, changing one."""

from collections.abc import Sequence
from datetime import datetime
from typing import Final

from integrate.clock import zoned
from integrate.domain.session import Route, Session, Went
from integrate.journal.about import About, CannotRead
from integrate.journal.saying import say_when
from integrate.journal.session import add, edit
from integrate.journal.when import read_when
from integrate.plain.commands import Command, heard
from integrate.plain.here import Here
from integrate.plain.menu import choose
from integrate.plain.talk import Talk
from integrate.text import clean
from integrate.words import say

ROUTES: Final = tuple(Route)


def session_line(session: Session, now: datetime) -> str:
    """One session in a line: when, by which route, its title, and whether it took place."""
    parts = [
        say_when(session),
        say(f"route.{session.route}"),
        session.title,
        say(_state(session, now)),
    ]
    return ", ".join(part for part in parts if part)


def _state(session: Session, now: datetime) -> str:
    if session.went is Went.NO:
        return "sessions.called_off"
    if session.went is Went.YES:
        return "sessions.went"
    return "sessions.coming" if session.latest > now else "sessions.unsaid"


def sessions(here: Here) -> None:
    """Says the sessions, and offers to add one, or to change one that is there."""
    from integrate.plain.session import one_session

    known = here.journal.sessions
    if not known:
        here.talk.say(say("sessions.empty"))
    lines = [session_line(each, here.clock()) for each in known]
    here.talk.say(say("plain.sessions"))
    chosen = choose(here.talk, [*lines, say("session_form.add"), say("plain.sessions.none")])
    if chosen is None or isinstance(chosen, Command):
        return
    if chosen < len(known):
        one_session(here, known[chosen])
    elif chosen == len(known) and (added := add_session(here)) is not None:
        here.talk.say(say("plain.sessions.added", session=session_line(added, here.clock())))


def add_session(
    here: Here, *, about: About | None = None, route: Route | None = None, title: str | None = None
) -> Session | None:
    """Asks for what is not given, and adds a session; `None` if the person turned back."""
    given = about is not None
    about = about or ask_when(here.talk, here.clock(), say("session_form.when"))
    if about is None:
        return None
    route = route or ask_route(here.talk)
    if route is None:
        return None
    if title is None and not given:
        title = _ask_line(here.talk, say("session_form.name"), say("session_form.name.help"))
        if title is None:
            return None
    name = clean(title or "", one_line=True)
    return add(here.journal, about, route, here.clock(), title=name)


def change_session(here: Here, session: Session) -> Session:
    """Asks when it is; an empty line keeps what stands. Gives the session as it is then."""
    here.talk.say(say("session_form.when.kept", when=say_when(session)))
    about = ask_when(here.talk, here.clock(), say("session_form.when"), may_be_empty=True)
    return edit(here.journal, session, here.clock(), about=about) if about else session


def ask_when(talk: Talk, now: datetime, ask: str, *, may_be_empty: bool = False) -> About | None:
    """Asks until the time can be read; `None` for a command, at the end, or left empty at will."""
    talk.say(ask, say("session_form.when.help"))
    while True:
        line = heard(talk)
        if line is None or isinstance(line, Command) or (may_be_empty and not line.strip()):
            return None
        try:
            return read_when(line, zoned(now))
        except CannotRead as cannot:
            talk.say(str(cannot))


def ask_route(talk: Talk) -> Route | None:
    """Asks how the medicine is taken; `None` for any command and at the end."""
    talk.say(say("session_form.route"))
    chosen = choose(talk, route_labels())
    return None if chosen is None or isinstance(chosen, Command) else ROUTES[chosen]


def route_labels() -> Sequence[str]:
    """The routes, in the order of `ROUTES`."""
    return [say(f"route.{route}.long") for route in ROUTES]


def _ask_line(talk: Talk, *ask: str) -> str | None:
    talk.say(*ask)
    line = heard(talk)
    return None if line is None or isinstance(line, Command) else line.strip()
