"""People who help: the person's own list, and their care team."""

from __future__ import annotations

from pathlib import Path
from typing import ClassVar, Literal

from msgspec.structs import replace
from textual import work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import Static

from integrate.domain.people import People, Person
from integrate.journal.journal import Journal
from integrate.journal.people import keep_people
from integrate.text import clean
from integrate.tui.frame import Page
from integrate.tui.screens.ask import AskScreen
from integrate.tui.screens.person import PersonScreen
from integrate.tui.widgets.picks import Pick
from integrate.tui.widgets.row_list import Column, Row, RowList
from integrate.vault import VaultError
from integrate.words import say

Group = Literal["people", "care_team"]
_COLUMNS = (Column(share=2), Column(share=3))


class PeopleScreen(Page[bool]):
    """Adds, changes, removes and orders them; every change is kept at once.

    True: done; False: back, where that is something else (in the welcome).
    """

    CSS_PATH = Path(__file__).with_suffix(".tcss")
    TITLE_KEY = "people.title"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("a", "add('people')", say("people.add")),
        Binding("t", "add('care_team')", say("people.add_team")),
        Binding("r,delete", "remove", say("people.remove")),
        Binding("u", "move(-1)", say("people.up")),
        Binding("d", "move(1)", say("people.down")),
        Binding("ctrl+n", "done", say("key.go_on")),
        Binding("escape", "back", say("key.back")),
    ]

    def __init__(self, journal: Journal, *, first_run: bool = False) -> None:
        """Makes the page.

        Args:
            journal: the open journal.
            first_run: whether it stands in the welcome, where going on and back differ.
        """
        super().__init__()
        self._journal = journal
        self._people = journal.people
        self._first_run = first_run

    def compose_body(self) -> ComposeResult:
        """What this is, and the list."""
        yield Static(
            Content(say("people.first_run" if self._first_run else "people.says")), classes="said"
        )
        yield RowList(_COLUMNS, choose=say("people.change"))
        yield Static(classes="notice")

    def on_mount(self) -> None:
        """Shows who is there."""
        self._show()
        self.query_one(RowList).focus()

    def on_row_list_chosen(self, event: RowList.Chosen) -> None:
        """Changes one."""
        event.stop()
        group, at = _place(event.key)
        person = getattr(self._people, group)[at]
        self.app.push_screen(
            PersonScreen(say("person.change"), person),
            lambda changed: self._keep_one(group, at, changed),
        )

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """What acts on somebody needs somebody; going on is there in the welcome alone."""
        del parameters
        if action == "done":
            return self._first_run
        return action not in {"remove", "move"} or self._chosen is not None

    def action_add(self, group: Group) -> None:
        """Asks for somebody new."""
        end = len(getattr(self._people, group))
        self.app.push_screen(
            PersonScreen(say(f"person.new.{group}")),
            lambda person: self._keep_one(group, end, person),
        )

    def action_remove(self) -> None:
        """Asks once, and removes."""
        if self._chosen is None:
            return
        group, at = self._chosen
        name = getattr(self._people, group)[at].name
        self.app.push_screen(
            AskScreen(
                say("people.remove_ask", name=name),
                (
                    Pick(value="no", label=say("people.keep")),
                    Pick(value="yes", label=say("people.remove")),
                ),
            ),
            lambda answer: self._removed(group, at) if answer == "yes" else None,
        )

    def action_move(self, by: int) -> None:
        """Moves somebody up or down in their group."""
        if self._chosen is None:
            return
        group, at = self._chosen
        persons = list(getattr(self._people, group))
        if 0 <= at + by < len(persons):
            persons.insert(at + by, persons.pop(at))
            self._keep(group, tuple(persons), at + by)

    def action_done(self) -> None:
        """On."""
        self.dismiss(True)

    def action_back(self) -> None:
        """Back."""
        self.dismiss(False)

    @property
    def _chosen(self) -> tuple[Group, int] | None:
        lists = self.query(RowList)
        key = lists.first().key if lists else None
        return None if key is None else _place(key)

    def _keep_one(self, group: Group, at: int, person: Person | None) -> None:
        if person is not None:
            persons = getattr(self._people, group)
            self._keep(group, (*persons[:at], person, *persons[at + 1 :]), at)

    def _removed(self, group: Group, at: int) -> None:
        persons = getattr(self._people, group)
        self._keep(group, (*persons[:at], *persons[at + 1 :]), max(0, at - 1))

    def _keep(self, group: Group, persons: tuple[Person, ...], at: int) -> None:
        """Shows the change at once, and seals it in the background."""
        match group:
            case "people":
                self._people = replace(self._people, people=persons)
            case "care_team":
                self._people = replace(self._people, care_team=persons)
        self._show(f"{group}.{at}")
        self._seal(self._people)

    @work(thread=True, exclusive=True)
    def _seal(self, people: People) -> None:
        try:
            keep_people(self._journal, people)
        except VaultError as error:
            self.app.call_from_thread(self._say, clean(str(error)))
        else:
            self.app.call_from_thread(self._say, "")

    def _say(self, sentence: str) -> None:
        self.query_one(".notice", Static).update(Content(sentence))

    def _show(self, key: str | None = None) -> None:
        self.query_one(RowList).show(
            (
                Row(cells=(say("support.people"),)),
                *_rows("people", self._people.people),
                Row(cells=("",)),
                Row(cells=(say("support.care_team"),)),
                *_rows("care_team", self._people.care_team),
            ),
            key,
        )
        self.refresh_bindings()


def _rows(group: Group, persons: tuple[Person, ...]) -> tuple[Row, ...]:
    return tuple(
        Row(cells=(person.name, person.reach), key=f"{group}.{at}")
        for at, person in enumerate(persons)
    )


def _place(key: str) -> tuple[Group, int]:
    group, _, at = key.partition(".")
    return ("people" if group == "people" else "care_team"), int(at)
