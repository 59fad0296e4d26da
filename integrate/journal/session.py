"""Sessions: adding one, changing it, and saying how it went."""

from collections.abc import Sequence
from datetime import datetime

from msgspec.structs import replace

from integrate.domain.session import Route, Session, Went
from integrate.journal.about import About
from integrate.journal.journal import Journal
from integrate.words import say


class NoSuchSession(LookupError):
    """No session, or more than one, has an id that begins so; the sentence says which."""


def add(journal: Journal, about: About, route: Route, now: datetime, *, title: str = "") -> Session:
    """Adds a session, past or coming.

    One whose earliest start has passed has taken place: somebody who adds "yesterday evening" is
    telling, not planning. One that is only known to the day and lies around now is asked about.

    Raises:
        VaultError: if it cannot be written.
    """
    session = Session(
        id="",
        title=title.strip(),
        route=route,
        starts=about.earliest,
        latest=about.latest,
        precision=about.precision,
    )
    if about.told_as_past or about.latest <= now:
        session = session.went_ahead(now)
    return journal.put_session(session)


def edit(  # noqa: PLR0913 - what may change, each by name
    journal: Journal,
    session: Session,
    now: datetime,
    *,
    about: About | None = None,
    route: Route | None = None,
    title: str | None = None,
) -> Session:
    """Changes what is given; moving it to a coming time makes it a plan again."""
    changed = session
    if about is not None:
        changed = replace(
            changed,
            starts=about.earliest,
            latest=about.latest,
            precision=about.precision,
            went=Went.UNSAID,
            slept_at=None,
        )
        if about.told_as_past or about.latest <= now:
            changed = changed.went_ahead(now)
    if route is not None:
        changed = replace(changed, route=route)
    if title is not None:
        changed = replace(changed, title=title.strip())
    return journal.put_session(changed)


def went_ahead(journal: Journal, session: Session, now: datetime, *, yes: bool) -> Session:
    """Answers "Did it go ahead?"."""
    told = session.went_ahead(now) if yes else replace(session, went=Went.NO)
    return journal.put_session(told)


def slept(journal: Journal, session: Session, now: datetime) -> Session:
    """Answers "Have you slept since?" with yes."""
    return journal.put_session(replace(session, slept_at=now))


def sessions(journal: Journal) -> Sequence[Session]:
    """All sessions, newest first."""
    return journal.sessions


def find(journal: Journal, beginning: str) -> Session:
    """The session whose id begins so.

    Raises:
        NoSuchSession: if there is not exactly one.
    """
    wanted = beginning.strip().casefold()
    found = [each for each in journal.sessions if wanted and each.id.startswith(wanted)]
    if not found:
        raise NoSuchSession(say("session.none", beginning=beginning))
    if len(found) > 1:
        raise NoSuchSession(say("session.several", beginning=beginning, count=len(found)))
    return found[0]
