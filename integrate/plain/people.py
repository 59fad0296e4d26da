"""The person's own list of people who help."""

from collections.abc import Sequence

from msgspec.structs import replace

from integrate.domain.people import People, Person
from integrate.journal.people import keep_people, people
from integrate.plain.commands import Command, heard
from integrate.plain.here import Here
from integrate.plain.menu import choose
from integrate.plain.talk import Talk
from integrate.text import clean
from integrate.words import say


def change_people(here: Here) -> None:
    """Says who is on the list; adds or removes one after another until the person is done."""
    while True:
        known = people(here.journal)
        _tell(here.talk, known)
        ways = [
            ("plain.people.add", _add),
            ("plain.people.add_care", _add_care),
            ("plain.people.remove", _remove),
        ]
        if known.people or known.care_team:
            ways.append(("lines.people.change", _change))
        if len(known.people) > 1:
            ways.append(("lines.people.first", _first))
        labels = [*(say(key) for key, _ in ways), say("plain.done")]
        chosen = choose(here.talk, labels, fallback=len(ways))
        if not isinstance(chosen, int) or chosen == len(ways):
            return
        wished = ways[chosen][1](here.talk, known)
        if wished is not None:
            keep_people(here.journal, wished)


def _tell(talk: Talk, known: People) -> None:
    talk.say("", say("plain.support.people"))
    talk.say(*(_lines(known.people) or [say("plain.support.people_none")]))
    if known.care_team:
        talk.say(say("plain.support.care_team"), *_lines(known.care_team))


def _lines(persons: Sequence[Person]) -> list[str]:
    return [
        say("plain.support.person", name=each.name, reach=each.reach).rstrip(" :")
        for each in persons
    ]


def _add(talk: Talk, known: People) -> People | None:
    person = _ask_person(talk)
    return None if person is None else replace(known, people=(*known.people, person))


def _add_care(talk: Talk, known: People) -> People | None:
    person = _ask_person(talk)
    return None if person is None else replace(known, care_team=(*known.care_team, person))


def _ask_person(talk: Talk) -> Person | None:
    name = _asked(talk, say("plain.people.name"))
    if not name:
        return None
    return Person(name=name, reach=_asked(talk, say("plain.people.reach")))


def _asked(talk: Talk, ask: str) -> str:
    """One line; empty for a command too, and where there are no more."""
    talk.say(ask)
    line = heard(talk)
    return "" if line is None or isinstance(line, Command) else clean(line, one_line=True).strip()


def _which(talk: Talk, everyone: Sequence[Person]) -> int | None:
    talk.say(say("plain.people.which"))
    nobody = len(everyone)
    chosen = choose(talk, [*_lines(everyone), say("plain.people.nobody")], fallback=nobody)
    return chosen if isinstance(chosen, int) and chosen != nobody else None


def _put(known: People, everyone: Sequence[Person], own: int) -> People:
    """The list again, of which so many from the first on are the person's own people."""
    return replace(known, people=tuple(everyone[:own]), care_team=tuple(everyone[own:]))


def _change(talk: Talk, known: People) -> People | None:
    """Another name or another way to reach somebody; an empty line keeps what stands."""
    everyone = [*known.people, *known.care_team]
    chosen = _which(talk, everyone)
    if chosen is None:
        return None
    before = everyone[chosen]
    everyone[chosen] = Person(
        name=_asked(talk, say("lines.people.name", name=before.name)) or before.name,
        reach=_asked(talk, say("lines.people.reach")) or before.reach,
    )
    return _put(known, everyone, len(known.people))


def _remove(talk: Talk, known: People) -> People | None:
    everyone = [*known.people, *known.care_team]
    chosen = _which(talk, everyone)
    if chosen is None:
        return None
    own = len(known.people) - (1 if chosen < len(known.people) else 0)
    return _put(known, [*everyone[:chosen], *everyone[chosen + 1 :]], own)


def _first(talk: Talk, known: People) -> People | None:
    """The one who is named first wherever help is asked for."""
    chosen = _which(talk, known.people)
    if chosen is None:
        return None
    others = (each for at, each in enumerate(known.people) if at != chosen)
    return replace(known, people=(known.people[chosen], *others))
