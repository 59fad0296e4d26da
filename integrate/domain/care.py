"""What is there for a hard moment: exercises, people and places to turn to, and shared words."""

from datetime import date
from typing import Final, Literal

from msgspec import Struct

from integrate.domain.prompt import Option

ANYWHERE: Final = "*"
"""A line's country where it serves any."""

Helper = Literal["people", "care-team", "lines", "emergency"]
"""Who can help: their own people, the care team, help lines, the emergency number."""


class Exercise(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A short way back into the room, one step after another, without any timer."""

    id: str
    title: str
    steps: tuple[str, ...]
    note: str = ""
    """Said before the first step."""


class Line(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A help line."""

    name: str
    countries: tuple[str, ...]
    """ISO 3166 codes of two letters; `*` for anywhere."""
    call: str = ""
    text: str = ""
    """What to send, and to which number."""
    url: str = ""
    last_checked: date
    source: str
    """What it was checked against."""


class Emergency(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """An emergency number."""

    number: str
    countries: tuple[str, ...]


class SupportText(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What the support screen says when reached from certain places."""

    origins: tuple[str, ...]
    """From where, such as `key` or `arriving`."""
    headline: str
    body: str
    order: tuple[Helper, ...]
    """Who comes first."""


class Support(
    Struct,
    frozen=True,
    kw_only=True,
    forbid_unknown_fields=True,
    rename={"lines": "line", "texts": "text", "emergencies": "emergency"},
):
    """People and places that can help."""

    schema: Literal[1]
    changes: str
    """Says that numbers can change."""
    emergency_elsewhere: str
    """What to call where we know no number."""
    texts: tuple[SupportText, ...]
    """The text for `key` stands in wherever an origin has none of its own."""
    emergencies: tuple[Emergency, ...]
    lines: tuple[Line, ...]

    def lines_for(self, country: str) -> tuple[Line, ...]:
        """The lines of a country, then those for anywhere; `country` may be empty or unknown."""
        code = country.strip().upper()
        own = tuple(line for line in self.lines if code in line.countries and code != ANYWHERE)
        return own + tuple(line for line in self.lines if ANYWHERE in line.countries)

    def emergency_for(self, country: str) -> str:
        """The emergency number of a country, or words that stand in for it."""
        code = country.strip().upper()
        known = (each.number for each in self.emergencies if code in each.countries)
        return next(known, self.emergency_elsewhere)

    def text_for(self, origin: str) -> SupportText:
        """What the screen says when it is reached from `origin`."""
        own = (text for text in self.texts if origin in text.origins)
        return next(own, None) or next(text for text in self.texts if "key" in text.origins)

    def headline(self, origin: str) -> str:
        """The headline when the screen is reached from `origin`."""
        return self.text_for(origin).headline

    @property
    def countries(self) -> tuple[str, ...]:
        """Every country with a line of its own, in order."""
        named = {code for line in self.lines for code in line.countries}
        return tuple(sorted(named - {ANYWHERE}))


class Vocabulary(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Shared pick-lists for feeling and body prompts. Their order is fixed."""

    schema: Literal[1]
    feelings: tuple[Option, ...]
    body_spots: tuple[Option, ...]
    body_words: tuple[Option, ...]
    """How a spot feels; no value here is also a spot's."""


class Reference(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A study, guideline or convention that prompts and phases rest on."""

    cite: str
    who: Literal["human", "rat", "mouse", "opinion", "expert", "guideline", "measure", "convention"]
    grade: Literal["A", "B", "C", "D"]
    """A: trials in people. B: small study, label or observation. C: animals. D: view or choice."""
    checked: bool
    """Whether it was looked up again; if not, it may not be shown as a finding."""
