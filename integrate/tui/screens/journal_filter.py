"""What to narrow the journal down by."""

from collections.abc import Iterator
from datetime import date
from functools import partial
from pathlib import Path
from typing import ClassVar, Final

from msgspec.structs import replace
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import Static

from integrate.journal.journal import Journal
from integrate.journal.narrow import Facets, Wish, facets
from integrate.journal.narrow_said import choices, said_parts
from integrate.journal.span import Span
from integrate.text import clean
from integrate.tui.frame import Page
from integrate.tui.screens.journal_days import JournalDaysScreen
from integrate.tui.screens.journal_pick import JournalPickScreen
from integrate.tui.widgets.picks import Pick, Picks
from integrate.words import say

_ALL: Final = "all"


class JournalFilterScreen(Page[Wish | None]):
    """Session, set, tag or days: one is chosen, and leads back. `None`: nothing was changed."""

    CSS_PATH = Path(__file__).with_suffix(".tcss")
    TITLE_KEY = "narrow.title"
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "leave", say("key.back"))]

    def __init__(self, journal: Journal, wish: Wish, today: date) -> None:
        """Makes the page.

        Args:
            journal: the open journal.
            wish: what it is narrowed down by already.
            today: the civil day.
        """
        super().__init__()
        self._journal = journal
        self._wish = wish
        self._today = today
        self._facets: Facets = facets(journal)

    def compose_body(self) -> ComposeResult:
        """The question, and the ways."""
        yield Static(Content(say("narrow.ask")), classes="question")
        yield Picks(list(self._picks()))

    def on_picks_picked(self, event: Picks.Picked) -> None:
        """Asks further."""
        event.stop()
        if event.value == _ALL:
            self.dismiss(Wish())
        elif event.value == "span":
            self.app.push_screen(
                JournalDaysScreen(self._today, any_=not self._wish.span.open), self._days
            )
        else:
            name = event.value
            some = choices(self._facets, name)
            if getattr(self._wish, name):
                some.insert(0, ("", say(f"narrow.any.{name}")))
            self.app.push_screen(
                JournalPickScreen(some, ask=say(f"narrow.which.{name}"), title=say("narrow.title")),
                partial(self._chose, name),
            )

    def action_leave(self) -> None:
        """Back, with everything as it was."""
        self.dismiss(None)

    def _picks(self) -> Iterator[Pick]:
        parts = said_parts(self._journal, self._wish)
        notes = {name: clean(said, one_line=True) for name, said in parts}
        there = {
            "session": self._facets.sessions,
            "set": self._facets.sets,
            "tag": self._facets.tags,
            "span": (True,),
        }
        for name, some in there.items():
            if some:
                label = say(f"narrow.by.{name}")
                yield Pick(value=name, label=label, note=notes.get(name, ""))
        if notes:
            yield Pick(value=_ALL, label=say("narrow.all"))

    def _chose(self, name: str, value: str | None) -> None:
        if value is not None:
            self.dismiss(replace(self._wish, **{name: value}))

    def _days(self, span: Span | None) -> None:
        if span is not None:
            self.dismiss(replace(self._wish, span=span))
