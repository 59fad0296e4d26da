"""Choosing a country, for help lines. It is never guessed."""

from collections.abc import Sequence
from pathlib import Path
from typing import ClassVar, Final

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import Static

from integrate.tui.frame import Page
from integrate.tui.widgets.row_list import Column, Row, RowList
from integrate.words import say

NONE: Final = "none"


class CountryScreen(Page[str | None]):
    """A list. Two letters, or "" for none of them; `None`: back without choosing."""

    CSS_PATH = Path(__file__).with_suffix(".tcss")
    TITLE_KEY = "country.title"
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "back", say("key.back"))]

    def __init__(self, countries: Sequence[str], chosen: str = "", *, back: bool = True) -> None:
        """Makes the page.

        Args:
            countries: the two-letter codes for which there are lines.
            chosen: which one was chosen before.
            back: whether there is somewhere to go back to.
        """
        super().__init__()
        self._codes = sorted(countries, key=country_name)
        self._chosen = chosen
        self._back = back

    def compose_body(self) -> ComposeResult:
        """The question, and the countries by name."""
        yield Static(Content(say("country.ask")), classes="question")
        yield RowList((Column(share=1),), choose=say("pages.choose"))

    def on_mount(self) -> None:
        """Marks the one chosen before."""
        countries = self.query_one(RowList)
        countries.show(self._rows(), self._chosen or NONE)
        countries.focus()

    def on_row_list_chosen(self, event: RowList.Chosen) -> None:
        """Chosen."""
        event.stop()
        self.dismiss("" if event.key == NONE else event.key)

    def on_key(self, event: events.Key) -> None:
        """A letter goes to the next country that begins with it."""
        letter = (event.character or "").casefold()
        rows = self._rows()
        keys = [row.key for row in rows]
        after = keys.index(self.query_one(RowList).key or NONE) + 1
        for row in (*rows[after:], *rows[:after]):
            if letter.isalpha() and row.cells[0].casefold().startswith(letter):
                event.stop()
                self.query_one(RowList).show(rows, row.key)
                return

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offers no way back where there is none."""
        del parameters
        return self._back or action != "back"

    def action_back(self) -> None:
        """Back, and nothing changes."""
        self.dismiss(None)

    def _rows(self) -> list[Row]:
        countries = (Row(cells=(country_name(code),), key=code) for code in self._codes)
        return [Row(cells=(say("country.skip"),), key=NONE), *countries]


def country_name(code: str) -> str:
    """The country's name."""
    return say(f"country.{code}")
