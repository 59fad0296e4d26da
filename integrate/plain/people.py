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
        ways = ["plain.people.add", "plain.people.add_care", "plain.people.remove", "plain.done"]
        chosen = choose(here.talk, [say(key) for key in ways], fallback=3)
        match chosen:
            case 0 if person := _ask_person(here.talk):
                keep_people(here.journal, replace(known, people=(*known.people, person)))
            case 1 if person := _ask_person(here.talk):
                keep_people(here.journal, replace(known, care_team=(*known.care_team, person)))
            case 2:
                _remove(here, known)
            case 0 | 1:
                pass
            case _:
                return


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


def _ask_person(talk: Talk) -> Person | None:
    talk.say(say("plain.people.name"))
    name = heard(talk)
    if name is None or isinstance(name, Command) or not name.strip():
        return None
    talk.say(say("plain.people.reach"))
    reach = heard(talk)
    words = "" if reach is None or isinstance(reach, Command) else reach
    return Person(name=clean(name, one_line=True), reach=clean(words, one_line=True))


def _remove(here: Here, known: People) -> None:
    everyone = (*known.people, *known.care_team)
    here.talk.say(say("plain.people.which"))
    chosen = choose(here.talk, [*_lines(everyone), say("plain.people.nobody")])
    if chosen is None or isinstance(chosen, Command) or chosen == len(everyone):
        return
    kept = [each for i, each in enumerate(everyone) if i != chosen]
    own = len(known.people) - (1 if chosen < len(known.people) else 0)
    changed = People(people=tuple(kept[:own]), care_team=tuple(kept[own:]))
    keep_people(here.journal, changed)
