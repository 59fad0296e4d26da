"""The two questions about a session: did it go ahead, and have you slept since?"""

from integrate.domain.phase import moment_at
from integrate.domain.session import Session
from integrate.journal.saying import say_when
from integrate.journal.session import edit, slept, went_ahead
from integrate.plain.commands import Command
from integrate.plain.here import Here
from integrate.plain.menu import choose
from integrate.plain.sessions import ask_when
from integrate.words import say


def ask_questions(here: Here, passed: set[str]) -> None:
    """Asks what this moment needs to know.

    Args:
        here: the open journal.
        passed: ids of sessions that the person would rather not be asked about now; added to.
    """
    while (session := _went_ahead_of(here)) is not None and session.id not in passed:
        passed.add(session.id)
        _ask_went_ahead(here, session)
    moment = moment_at(here.journal.sessions, here.clock(), here.journal.library.phase_tables())
    if moment.slept is not None and _sleep_key(moment.slept) not in passed:
        passed.add(_sleep_key(moment.slept))
        _ask_slept(here, moment.slept)


def _went_ahead_of(here: Here) -> Session | None:
    tables = here.journal.library.phase_tables()
    return moment_at(here.journal.sessions, here.clock(), tables).went_ahead


def _sleep_key(session: Session) -> str:
    return f"slept {session.id}"


def _ask_went_ahead(here: Here, session: Session) -> None:
    here.talk.say("", about_session(session), say("question.went"))
    ways = ["question.yes", "question.moved", "question.no", "question.not_yet"]
    chosen = choose(here.talk, [say(key) for key in ways], fallback=3)
    if isinstance(chosen, Command):
        return
    match chosen:
        case 0 | 2:
            went_ahead(here.journal, session, here.clock(), yes=chosen == 0)
        case 1:
            about = ask_when(here.talk, here.clock(), say("session_form.when"))
            if about is not None:
                edit(here.journal, session, here.clock(), about=about)


def _ask_slept(here: Here, session: Session) -> None:
    here.talk.say("", about_session(session), say("question.slept"))
    ways = [say("question.yes"), say("question.not_yet")]
    if choose(here.talk, ways, fallback=1) == 0:
        slept(here.journal, session, here.clock())


def about_session(session: Session) -> str:
    """Its title, if it has one, and when it is."""
    when = say_when(session)
    return say("question.about", title=session.title, when=when) if session.title else when
