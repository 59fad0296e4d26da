"""People who help: the person's own list, and their care team."""

from msgspec import Struct


class Person(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Somebody to turn to."""

    name: str
    reach: str = ""
    """A phone number, or any words that say how to reach them."""


class People(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Who to turn to, in the person's own order."""

    people: tuple[Person, ...] = ()
    care_team: tuple[Person, ...] = ()
