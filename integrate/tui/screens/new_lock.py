"""The second page of the welcome: a passphrase now, or a code on paper first."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static
from textual.worker import get_current_worker

from integrate.text import clean
from integrate.tui.frame import Page
from integrate.tui.widgets.passphrase_fields import PassphraseFields
from integrate.tui.widgets.picks import Pick, Picks
from integrate.words import say

if TYPE_CHECKING:
    from integrate.journal.journal import Journal

Made = tuple["Journal", str]
"""The new journal, and its recovery code as it is shown."""


class NewLockScreen(Page[Made | None]):
    """Asks about a session in the last day, then makes the journal. `None`: back."""

    CSS_PATH = Path(__file__).with_suffix(".tcss")
    TITLE_KEY = "lock.title"
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "back", say("key.back"))]

    def __init__(self, make: Callable[[str | None], Made]) -> None:
        """Makes the page.

        Args:
            make: makes the journal with this passphrase, or on paper for `None`; takes a second.
        """
        super().__init__()
        self._make = make
        self._making = False
        self._chosen: list[str | None] = []
        """The passphrase, on its way to the worker: Textual keeps what a worker is called with."""

    def compose_body(self) -> ComposeResult:
        """The small question, and what follows from either answer."""
        with Vertical(classes="recent"):
            yield Static(Content(say("lock.recent")), classes="question")
            yield Picks(
                (Pick(value="no", label=say("lock.no")), Pick(value="yes", label=say("lock.yes"))),
                id="recent",
            )
        with Vertical(classes="passphrase"):
            yield Static(Content(say("lock.passphrase")), classes="said")
            yield PassphraseFields()
        with Vertical(classes="paper"):
            yield Static(Content(say("lock.paper")), classes="said")
            yield Picks(
                (
                    Pick(value="paper", label=say("lock.make_paper")),
                    Pick(value="passphrase", label=say("lock.rather_passphrase")),
                ),
                id="paper",
            )
        yield Static(classes="notice")

    @on(Picks.Picked, "#recent")
    def _told_when(self, event: Picks.Picked) -> None:
        event.stop()
        self._offer(paper=event.value == "yes")

    @on(Picks.Picked, "#paper")
    def _chose_lock(self, event: Picks.Picked) -> None:
        event.stop()
        if event.value == "paper":
            self._begin(None)
        else:
            self._offer(paper=False)

    @on(PassphraseFields.Chosen)
    def _chose_passphrase(self, event: PassphraseFields.Chosen) -> None:
        event.stop()
        self._begin(event.passphrase)

    def action_back(self) -> None:
        """Back to the small question, or to the page before."""
        if self._making:
            return
        if self.has_class("-paper") or self.has_class("-passphrase"):
            self.remove_class("-paper", "-passphrase")
            self.query_one("#recent", Picks).focus()
        else:
            self.dismiss(None)

    def _offer(self, *, paper: bool) -> None:
        self._say("")
        self.set_class(paper, "-paper")
        self.set_class(not paper, "-passphrase")
        if paper:
            self.query_one("#paper", Picks).focus()
        else:
            self.query_one(PassphraseFields).take_focus()

    def _begin(self, passphrase: str | None) -> None:
        if not self._making:
            self._making = True
            self._say(say("lock.making"))
            self._chosen.append(passphrase)
            self._make_it()

    @work(thread=True, exclusive=True, group="make")
    def _make_it(self) -> None:
        from integrate.journal.unmake import unmake
        from integrate.vault import VaultError

        worker = get_current_worker()
        try:
            made = self._make(self._chosen.pop())
        except (VaultError, OSError) as error:
            self.app.call_from_thread(self._refused, error)
            return
        if worker.is_cancelled:
            # The person left while it was being made; nobody has seen its code.
            unmake(made[0])
        else:
            self.app.call_from_thread(self._done, made)

    def _done(self, made: Made) -> None:
        self.query_one(PassphraseFields).forget()
        self.dismiss(made)

    def _refused(self, error: Exception) -> None:
        self._making = False
        self._say(say("lock.cannot") if isinstance(error, OSError) else clean(str(error)))

    def _say(self, sentence: str) -> None:
        self.query_one("NewLockScreen .body > .notice", Static).update(Content(sentence))
