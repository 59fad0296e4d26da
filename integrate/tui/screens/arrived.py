"""A set that was read from a file: what it is and holds, before it is kept."""

import asyncio
from collections.abc import Iterator
from typing import TYPE_CHECKING, ClassVar, Final, cast

from textual import work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType

from integrate.clock import Clock
from integrate.journal.bring_in import Arrived, bring_in, replaces
from integrate.journal.described import all_asked, described_set, facts
from integrate.journal.journal import Journal
from integrate.journal.sets import CannotKeep
from integrate.tui.frame import Page
from integrate.tui.screens.ask import AskScreen
from integrate.tui.widgets.described import parts_of
from integrate.tui.widgets.notice import Notice
from integrate.tui.widgets.picks import Pick
from integrate.tui.widgets.reading import Part, Reading
from integrate.vault import VaultError
from integrate.words import say

if TYPE_CHECKING:
    from integrate.tui.app import IntegrateApp

_YES: Final = "yes"


class ArrivedScreen(Page[str | None]):
    """Dismissed with a sentence once it is kept, or with `None`: it was left."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "keep", say("own.import.keep")),
        Binding("v", "preview", say("shelf.key.preview")),
        Binding("escape", "leave", say("own.import.leave")),
    ]

    def __init__(self, journal: Journal, arrived: Arrived, clock: Clock) -> None:
        """Makes the page.

        Args:
            journal: where it would be kept.
            arrived: the set.
            clock: says what time it is.
        """
        super().__init__()
        self._journal = journal
        self._arrived = arrived
        self._clock = clock
        self._notice = Notice()
        self._reading = Reading()
        self.set_reactive(Page.heading, arrived.set.title)

    def compose_body(self) -> ComposeResult:
        """What it is, then each question."""
        yield self._notice
        yield self._reading

    def on_mount(self) -> None:
        """From its beginning."""
        self._reading.show(tuple(self._parts()))
        self._reading.focus()

    def action_keep(self) -> None:
        """Keeps it; asks first where another one would go."""
        told = replaces(self._arrived)
        if not told:
            self._keep()
            return
        picks = [
            Pick(value="no", label=say("own.import.leave")),
            Pick(value=_YES, label=say("own.import.replace")),
        ]
        ask = say("shelf.import.replace.ask")
        self.app.push_screen(AskScreen(ask, picks, says=told), self._answered)

    def action_preview(self) -> None:
        """Walks it with nothing kept."""
        from integrate.tui.screens.preview import preview_screen  # brings the guided pages

        self.app.push_screen(
            preview_screen(
                self._arrived.set,
                self._journal.library,
                self._clock(),
                people=self._journal.people,
                country=cast("IntegrateApp", self.app).country,
            )
        )

    def action_leave(self) -> None:
        """Leaves it."""
        self.dismiss(None)

    def _answered(self, answer: str | None) -> None:
        if answer == _YES:
            self._keep()

    @work(exclusive=True)
    async def _keep(self) -> None:
        try:
            kept = await asyncio.to_thread(bring_in, self._journal, self._arrived, self._clock())
        except (VaultError, CannotKeep) as error:
            self._notice.say(self.fault(error))
        else:
            self.dismiss(say("shelf.import.kept", title=kept.title))

    def _parts(self) -> Iterator[Part]:
        told = replaces(self._arrived)
        if told:
            yield Part(text=told, look="title", gap=1)
        yield Part(text=say("shelf.import.look"), gap=1)
        lines = tuple(described_set(self._arrived.set, self._journal.library))
        about = facts(lines)
        yield from parts_of((*about, *all_asked(self._arrived.set), *lines[len(about) :]))
