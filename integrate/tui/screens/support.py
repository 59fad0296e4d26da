"""People and places that can help. Reached from everywhere, also before unlocking."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar, Final

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message
from textual.widgets import Static

from integrate.domain.care import ANYWHERE, Helper, Line, Support
from integrate.domain.people import People, Person
from integrate.tui.dates import say_month
from integrate.tui.frame import Page
from integrate.tui.key_said import key_said
from integrate.tui.screens.country import CountryScreen, country_name
from integrate.tui.widgets.reading import Part, Reading
from integrate.words import say

_EMPTY: Final = ()


class SupportScreen(Page[None]):
    """Own people, care team, help lines and the emergency number, in the order that fits."""

    CSS_PATH = Path(__file__).with_suffix(".tcss")
    TITLE_KEY = "support.title"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("e,1", "edit", say("support.edit"), key_display="1 e"),
        Binding("c,2", "country", say("support.country"), key_display="2 c"),
        Binding("escape,enter", "back", say("key.back")),
        Binding("ctrl+r,f10", "back", show=False),
    ]

    @dataclass
    class CountryChosen(Message):
        """A country was chosen; it is to be remembered."""

        country: str

    @dataclass
    class EditPeople(Message):
        """The person wants to change their own list."""

        screen: "SupportScreen"

    def __init__(
        self,
        support: Support,
        people: People | None,
        country: str = "",
        origin: str = "key",
        first: Helper = "people",
    ) -> None:
        """Makes the page.

        Args:
            support: lines and texts.
            people: the person's own list; `None` while the journal is locked.
            country: two letters; empty while not chosen.
            origin: from where it was reached; decides headline and order.
            first: who was asked for, and so comes first; while arriving, emergency stays first.
        """
        super().__init__()
        self._support = support
        self._people = people
        self._country = country
        self._origin = origin
        self._text = support.text_for(origin)
        self._first = first
        # Held, not looked for: when everything closes at once a part may be gone already.
        self._reading = Reading()
        self._danger = Static(classes="emergency")

    def compose_body(self) -> ComposeResult:
        """A column of words."""
        yield self._reading
        yield self._danger

    def on_mount(self) -> None:
        """Says it."""
        self._show()
        self._danger.display = not self._urgent
        self._reading.focus()

    def show_people(self, people: People) -> None:
        """Shows the list as it is now."""
        self._people = people
        self._show()

    def without_words(self) -> "SupportScreen":
        """The lines and places alone: whoever is reading them goes on reading."""
        return SupportScreen(self._support, None, self._country, self._origin, self._first)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """The person's own list is locked away with the journal."""
        del parameters
        return action != "edit" or self._people is not None

    def action_edit(self) -> None:
        """Asks for the person's own list to be changed."""
        self.post_message(self.EditPeople(self))

    def action_country(self) -> None:
        """Offers the countries."""
        self.app.push_screen(CountryScreen(self._support.countries, self._country), self._chosen)

    def action_back(self) -> None:
        """Back to where the person was."""
        self.dismiss()

    def _chosen(self, country: str | None) -> None:
        if country is not None and country != self._country:
            self._country = country
            self._show()
            self.post_message(self.CountryChosen(country))

    def _show(self) -> None:
        parts = [
            Part(text=self._text.headline, look="title", gap=1),
            Part(text=self._text.body, gap=1),
        ]
        for helper in self._order():
            if helper == "emergency" and not self._urgent:
                continue
            parts += _closed(self._about(helper))
        self._reading.show(parts)
        self._danger.update(Content(self._emergency()))

    def _order(self) -> list[Helper]:
        order = list(self._text.order)
        if not self._urgent:
            order.sort(key=lambda each: each != self._first)
        return order

    @property
    def _urgent(self) -> bool:
        """Emergency stands first; otherwise it stands below all, where no scrolling hides it."""
        return self._text.order[:1] == ("emergency",)

    def _emergency(self) -> str:
        number = self._support.emergency_for(self._country)
        return say("support.in_danger", number=number)

    def _about(self, helper: Helper) -> Iterator[Part]:
        match helper:
            case "people":
                yield Part(text=say("support.people"), look="title")
                yield from self._persons(self._people.people if self._people else _EMPTY)
            case "care-team":
                yield Part(text=say("support.care_team"), look="title")
                yield from self._persons(self._people.care_team if self._people else _EMPTY)
            case "lines":
                yield from self._lines()
            case "emergency":
                yield Part(text=say("support.emergency"), look="title")
                yield Part(text=self._emergency())

    def _persons(self, persons: tuple[Person, ...]) -> Iterator[Part]:
        if self._people is None:
            yield Part(text=say("support.locked"), look="quiet")
        elif not persons:
            yield Part(
                text=say("support.nobody", edit=key_said(self.app, "support.edit")), look="quiet"
            )
        for person in persons:
            reach = say("support.person", name=person.name, reach=person.reach)
            yield Part(text=reach if person.reach else person.name)

    def _lines(self) -> Iterator[Part]:
        if self._country in self._support.countries:
            place = country_name(self._country)
            yield Part(text=say("support.lines_in", country=place), look="title")
        else:
            yield Part(text=say("support.lines"), look="title")
            key = key_said(self.app, "support.country")
            yield Part(text=say("support.choose_country", country=key), look="quiet")
        chosen = bool(self._country)
        for line in self._support.lines_for(self._country) if chosen else self._support.lines:
            yield Part(text=_reach(line) if chosen else _reach_there(line))
            checked = say_month(line.last_checked)
            yield Part(text=say("support.checked", month=checked), look="quiet")
        yield Part(text=self._support.changes, look="quiet")


def _reach_there(line: Line) -> str:
    """With its countries, where none was chosen: a number must be there all the same."""
    named = [country_name(each) for each in line.countries if each != ANYWHERE]
    return "\n".join(filter(None, (", ".join(named), _reach(line))))


def _reach(line: Line) -> str:
    ways = (
        say("support.call", number=line.call) if line.call else "",
        say("support.text", what=line.text) if line.text else "",
        line.url,
    )
    return say("support.line", name=line.name, ways=say("support.or").join(filter(None, ways)))


def _closed(parts: Iterator[Part]) -> list[Part]:
    """The parts, the last one followed by an empty line."""
    from msgspec.structs import replace

    *others, last = parts
    return [*others, replace(last, gap=1)]
