"""One earlier wording: what was changed after it, all that it said, and a way back to it."""

import asyncio
from collections.abc import Sequence
from typing import ClassVar

from textual import work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType

from integrate.clock import Clock
from integrate.journal.back_to import back_to
from integrate.journal.contents import Listed
from integrate.journal.edit import Edited
from integrate.journal.history import Earlier
from integrate.journal.journal import Journal
from integrate.tui.frame import Page
from integrate.tui.screens.ask import AskScreen
from integrate.tui.screens.entry_changes import change_parts
from integrate.tui.screens.entry_parts import words_parts
from integrate.tui.widgets.notice import Notice
from integrate.tui.widgets.picks import Pick
from integrate.tui.widgets.reading import Part, Reading
from integrate.vault import VaultError
from integrate.words import say

_YES = "yes"


class EntryWordingScreen(Page[Edited | None]):
    """Reads one earlier wording. Dismisses with how it went, if it was brought back."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("b", "back_to", say("wordings.back.key")),
        Binding("escape", "leave", say("key.back")),
    ]

    def __init__(
        self, journal: Journal, listed: Listed, earlier: Earlier, *, heading: str, clock: Clock
    ) -> None:
        """Makes the page.

        Args:
            journal: the open journal.
            listed: the entry as it is now.
            earlier: the wording.
            heading: which one it is.
            clock: what time it is.
        """
        super().__init__()
        self.heading = heading
        self._journal = journal
        self._listed = listed
        self._earlier = earlier
        self._clock = clock
        self._busy = False
        """Whether it is being brought back: no key does anything more."""
        self._notice = Notice()
        self._reading = Reading()

    def compose_body(self) -> ComposeResult:
        """What is read."""
        yield self._notice
        yield self._reading

    def on_mount(self) -> None:
        """Shows it."""
        self._reading.show(self._parts())
        self._reading.focus()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """While it is being brought back, nothing else is done."""
        del parameters
        return action not in {"back_to", "leave"} or not self._busy

    def action_back_to(self) -> None:
        """Asks, then lets the page read like this again."""
        picks = [
            Pick(value="no", label=say("wordings.back.no")),
            Pick(value=_YES, label=say("wordings.back.yes")),
        ]
        ask = AskScreen(say("wordings.back.ask"), picks, says=say("wordings.back.says"))
        self.app.push_screen(ask, self._answered)

    def action_leave(self) -> None:
        """Back to the list."""
        self.dismiss(None)

    def _answered(self, answer: str | None) -> None:
        if answer == _YES and not self._busy:
            self._busy = True
            self.refresh_bindings()
            self._bring_back()

    @work(group="back")
    async def _bring_back(self) -> None:
        try:
            edited = await asyncio.to_thread(
                back_to, self._journal, self._listed, self._earlier, self._clock()
            )
        except VaultError as error:
            self._busy = False
            self._notice.say(self.fault(error))
            self.refresh_bindings()
        else:
            self.dismiss(edited)

    def _parts(self) -> Sequence[Part]:
        parts = [Part(text=say("wordings.changes"), look="title", gap=1)]
        parts += change_parts(self._earlier.changes) or [Part(text=say("history.same"), gap=1)]
        parts += [
            Part(text=say("wordings.whole"), look="title"),
            Part(text=self._earlier.heading.title, look="quiet", gap=1),
        ]
        return [*parts, *words_parts(self._earlier.words)]
