"""What the pages are narrowed down by, in words."""

from collections.abc import Iterator

from msgspec.structs import replace

from integrate.domain.session import Session
from integrate.journal.journal import Journal
from integrate.journal.narrow import FREE, Facets, Wish
from integrate.journal.saying import say_when
from integrate.journal.span import Span
from integrate.journal.span_said import say_span
from integrate.words import say


def said_parts(journal: Journal, wish: Wish) -> Iterator[tuple[str, str]]:
    """For each part of the wish its name and how it reads."""
    if wish.session:
        session = journal.session(wish.session)
        yield "session", (session.title or say_when(session)) if session else wish.session
    if wish.set:
        yield "set", _set_title(journal, wish.set)
    if wish.tag:
        yield "tag", say("narrow.tagged", tag=wish.tag)
    if not wish.span.open:
        yield "span", say_span(wish.span)


def choices(facets: Facets, name: str) -> list[tuple[str, str]]:
    """What there is to choose from for a part of the wish: what is wished then, and how it reads.

    Args:
        facets: of the journal.
        name: "session", "set" or "tag".
    """
    if name == "session":
        return [(each.id, said_session(each)) for each in facets.sessions]
    return list(facets.sets) if name == "set" else [(tag, tag) for tag in facets.tags]


def said_session(session: Session) -> str:
    """A session's title and when it was."""
    when = say_when(session)
    return say("found.session", title=session.title, when=when) if session.title else when


def without(wish: Wish, name: str) -> Wish:
    """The wish with one of its parts taken away."""
    return replace(wish, **{name: Span() if name == "span" else ""})


def _set_title(journal: Journal, set_id: str) -> str:
    """A set by the title that its newest page bears."""
    if set_id == FREE:
        return say("narrow.free")
    titles = (each.heading.title for each in journal.entries if each.heading.set == set_id)
    return next(titles, set_id)
