"""People and places that can help, read aloud."""

from collections.abc import Callable, Iterator

from integrate.domain.care import Helper, Line, Support
from integrate.domain.people import People, Person
from integrate.words import say


def support_lines(
    support: Support,
    people: People | None,
    *,
    country: str = "",
    origin: str = "key",
    first: Helper = "people",
) -> list[str]:
    """Who and what can help, in the order that fits where this was asked from.

    Args:
        support: help lines, and what is said around them.
        people: the person's own list; `None` while the journal is closed.
        country: two capital letters; empty while none was chosen, and then every line is read.
        origin: from where help was asked for.
        first: who is named first, unless it is urgent.
    """
    text = support.text_for(origin)
    order = list(text.order)
    if order[0] != "emergency":
        order.sort(key=lambda helper: helper != first)
    speak: dict[Helper, Callable[[], Iterator[str]]] = {
        "people": lambda: _people(people),
        "care-team": lambda: _care_team(people),
        "lines": lambda: _lines(support, country),
        "emergency": lambda: _emergency(support, country),
    }
    told = [text.headline, text.body]
    for helper in order:
        told += ["", *speak[helper]()]
    return told


def _people(people: People | None) -> Iterator[str]:
    yield say("plain.support.people")
    if people is None:
        yield say("plain.support.people_locked")
    elif people.people:
        yield from (_person(each) for each in people.people)
    else:
        yield say("plain.support.people_none")


def _care_team(people: People | None) -> Iterator[str]:
    yield say("plain.support.care_team")
    if people is not None and people.care_team:
        yield from (_person(each) for each in people.care_team)
    else:
        yield say("plain.support.care_team_none")


def _person(person: Person) -> str:
    return say("plain.support.person", name=person.name, reach=person.reach).rstrip(" :")


def _lines(support: Support, country: str) -> Iterator[str]:
    yield say("plain.support.lines")
    lines = support.lines_for(country) if country else support.lines
    for line in lines:
        yield _line(line, named=not country)
    yield support.changes


def _line(line: Line, *, named: bool) -> str:
    where = "" if not named or "*" in line.countries else f" ({', '.join(line.countries)})"
    ways = [
        say(key, what=what)
        for key, what in (
            ("plain.support.call", line.call),
            ("plain.support.text", line.text),
            ("plain.support.url", line.url),
        )
        if what
    ]
    return say(
        "plain.support.line",
        name=line.name + where,
        ways=say("plain.support.or").join(ways),
        day=line.last_checked.isoformat(),
    )


def _emergency(support: Support, country: str) -> Iterator[str]:
    yield say("plain.support.emergency", number=support.emergency_for(country))
