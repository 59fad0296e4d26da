"""People who help: the person's own list, and their care team."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import ClassVar, Final, Literal

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
from integrate.tui.key_said import key_said
from integrate.tui.screens.ask import AskScreen
from integrate.tui.screens.person import PersonScreen
from integrate.tui.widgets.picks import Pick
from integrate.tui.widgets.row_list import Column, Row, RowList
from integrate.vault import VaultError
from integrate.words import say

Group = Literal["people", "care_team"]
_COLUMNS: Final = (Column(share=2), Column(share=3))
_GO_ON: Final = "go-on"


class PeopleScreen(Page[bool]):
    """Adds, changes, removes and orders them; every change is kept at once.

    All of it can be reached by arrows, digits and Enter; the letters are shorter ways.
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
        self._unkept = False
        """Whether a change on this page is not in the journal, or not yet."""
        self._first_run = first_run

    def compose_body(self) -> ComposeResult:
        """What this is, and the list."""
        says = say("people.says", people=key_said(self.app, "everywhere.support"))
        if self._first_run:
            says = say("people.first_run")
        yield Static(Content(says), classes="said")
        yield RowList(_COLUMNS, choose=say("pages.choose"), numbered=True)
        yield Static(classes="notice")

    def on_mount(self) -> None:
        """Shows who is there."""
        self._show()
        self.query_one(RowList).focus()

    def on_screen_resume(self) -> None:
        """Follows what was changed meanwhile: this page can be opened again in front of itself."""
        if not self._unkept and self._people != self._journal.people:
            self._people = self._journal.people
            self._show()

    def on_row_list_chosen(self, event: RowList.Chosen) -> None:
        """Goes on, adds somebody, or asks what is wanted of the one chosen."""
        event.stop()
        match event.key.split("."):
            case [group, "add"]:
                self.action_add(_group(group))
            case [group, at]:
                self._ask(_group(group), int(at))
            case _:
                self.action_done()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """What acts on somebody needs somebody; going on is there in the welcome alone."""
        del parameters
        if action == "done":
            return self._first_run
        return action not in {"remove", "move"} or self._chosen is not None

    def action_add(self, group: Group) -> None:
        """Asks for somebody new."""
        self.app.push_screen(
            PersonScreen(say(f"person.new.{group}")),
            lambda person: self._keep_one(group, len(self._persons(group)), person),
        )

    def action_remove(self) -> None:
        """Asks once, and removes."""
        if self._chosen is not None:
            self._ask_to_remove(*self._chosen)

    def action_move(self, by: int) -> None:
        """Moves somebody up or down in their group."""
        if self._chosen is not None:
            self._move(*self._chosen, by)

    def action_done(self) -> None:
        """On."""
        self.dismiss(True)

    def action_back(self) -> None:
        """Back."""
        self.dismiss(False)

    def seal(self) -> bool:
        """Keeps the list, where that is not done yet or was refused."""
        if self._unkept:
            try:
                keep_people(self._journal, self._people)
            except VaultError as error:
                self._say(clean(self.fault(error)))
                return False
            self._unkept = False
        return True

    # --- what is wanted of somebody

    def _ask(self, group: Group, at: int) -> None:
        """Offers what can be done with this one; changing comes first."""
        persons = self._persons(group)
        ways = [("change", True), ("up", at > 0), ("down", at + 1 < len(persons)), ("remove", True)]
        self.app.push_screen(
            AskScreen(
                persons[at].name,
                [Pick(value=way, label=say(f"people.do.{way}")) for way, open_ in ways if open_],
                says=persons[at].reach,
            ),
            lambda way: self._do(way, group, at),
        )

    def _do(self, way: str | None, group: Group, at: int) -> None:
        match way:
            case "change":
                self._change(group, at)
            case "up":
                self._move(group, at, -1)
            case "down":
                self._move(group, at, 1)
            case "remove":
                self._ask_to_remove(group, at)

    def _change(self, group: Group, at: int) -> None:
        self.app.push_screen(
            PersonScreen(say("person.change"), self._persons(group)[at]),
            lambda changed: self._keep_one(group, at, changed),
        )

    def _ask_to_remove(self, group: Group, at: int) -> None:
        self.app.push_screen(
            AskScreen(
                say("people.remove_ask", name=self._persons(group)[at].name),
                (
                    Pick(value="no", label=say("people.keep")),
                    Pick(value="yes", label=say("people.remove")),
                ),
            ),
            lambda answer: self._removed(group, at) if answer == "yes" else None,
        )

    # --- how

    @property
    def _chosen(self) -> tuple[Group, int] | None:
        """Who is under the cursor, if anybody is."""
        lists = self.query(RowList)
        group, _, at = ((lists.first().key if lists else None) or "").partition(".")
        return (_group(group), int(at)) if at.isdecimal() else None

    def _persons(self, group: Group) -> tuple[Person, ...]:
        return self._people.people if group == "people" else self._people.care_team

    def _move(self, group: Group, at: int, by: int) -> None:
        persons = list(self._persons(group))
        if 0 <= at + by < len(persons):
            persons.insert(at + by, persons.pop(at))
            self._keep(group, tuple(persons), at + by)

    def _keep_one(self, group: Group, at: int, person: Person | None) -> None:
        if person is not None:
            persons = self._persons(group)
            self._keep(group, (*persons[:at], person, *persons[at + 1 :]), at)

    def _removed(self, group: Group, at: int) -> None:
        persons = self._persons(group)
        self._keep(group, (*persons[:at], *persons[at + 1 :]), max(0, at - 1))

    def _keep(self, group: Group, persons: tuple[Person, ...], at: int) -> None:
        """Shows the change at once, and seals it in the background."""
        match group:
            case "people":
                self._people = replace(self._people, people=persons)
            case "care_team":
                self._people = replace(self._people, care_team=persons)
        self._unkept = True
        self._show(f"{group}.{at}")
        self._seal(self._people)

    @work(thread=True, exclusive=True)
    def _seal(self, people: People) -> None:
        try:
            keep_people(self._journal, people)
        except VaultError as error:
            self.app.call_from_thread(self._say, clean(self.fault(error)))
        else:
            self.app.call_from_thread(self._was_kept, people)

    def _was_kept(self, people: People) -> None:
        self._unkept = people is not self._people
        self._say("")

    def _say(self, sentence: str) -> None:
        self.query_one(".notice", Static).update(Content(sentence))

    def _show(self, key: str | None = None) -> None:
        self.query_one(RowList).show(tuple(self._rows()), key)
        self.refresh_bindings()

    def _rows(self) -> Iterator[Row]:
        yield Row(cells=(say("support.people"),))
        yield from self._group_rows("people")
        yield Row(cells=("",))
        yield Row(cells=(say("support.care_team"),))
        yield from self._group_rows("care_team")
        if self._first_run:
            yield Row(cells=("",))
            yield Row(cells=(say("key.go_on"),), key=_GO_ON)

    def _group_rows(self, group: Group) -> Iterator[Row]:
        for at, person in enumerate(self._persons(group)):
            yield Row(cells=(person.name, person.reach), key=f"{group}.{at}")
        yield Row(cells=(say(f"people.row.{group}"),), key=f"{group}.add", quiet=True)


def _group(name: str) -> Group:
    return "people" if name == "people" else "care_team"
