"""The lock: a passphrase or the recovery code opens the journal."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from textual import work
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static
from textual.worker import get_current_worker

from integrate.text import clean
from integrate.tui.frame import Page
from integrate.tui.widgets.secret import Secret
from integrate.words import say

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from integrate.journal.journal import Journal
    from integrate.library import Library
    from integrate.machine import Machine


class UnlockScreen(Page["Journal"]):
    """Asks for the passphrase; dismisses with the open journal."""

    CSS_PATH = Path(__file__).with_suffix(".tcss")
    TITLE_KEY = "unlock.title"

    def __init__(self, path: Path, machine: Machine, library: Callable[[], Library]) -> None:
        """Makes the page.

        Args:
            path: the journal's file.
            machine: this machine.
            library: gives the prompt sets and tables; asked only once something is typed.
        """
        super().__init__()
        self._path = path
        self._machine = machine
        self._library = library
        self._opening = False
        self._prepared = False

    def compose_body(self) -> ComposeResult:
        """One line to type in."""
        with Vertical(classes="lock"):
            yield Static(Content(say("unlock.passphrase")), classes="question")
            yield Secret(say("key.open"))
            yield Static(classes="notice")
            yield Static(Content(say("unlock.help")), classes="muted")

    def on_input_changed(self, event: Secret.Changed) -> None:
        """Loads the rest while the passphrase is typed; the first frame does not wait for it."""
        event.stop()
        if not self._prepared:
            self._prepared = True
            self._prepare()

    def on_input_submitted(self, event: Secret.Submitted) -> None:
        """Opens, unless it is under way already."""
        event.stop()
        if self._opening:
            return
        if not event.value:
            self._say(say("unlock.empty"))
            return
        self._opening = True
        self._say(say("unlock.opening"))
        self._open(event.value)

    @work(thread=True, group="prepare")
    def _prepare(self) -> None:
        import integrate.journal.unlock
        import integrate.tui.screens.home  # noqa: F401 - imported here so that it is there at once

    @work(thread=True, exclusive=True, group="open")
    def _open(self, secret: str) -> None:
        from integrate.journal.unlock import unlock
        from integrate.vault import VaultError

        worker = get_current_worker()
        try:
            journal = unlock(self._path, secret, machine=self._machine, library=self._library())
        except VaultError as error:
            self.app.call_from_thread(self._refused, error)
            return
        if worker.is_cancelled:
            journal.close()
        else:
            self.app.call_from_thread(self._opened, journal)

    def _opened(self, journal: Journal) -> None:
        self.query_one(Secret).clear()
        self.dismiss(journal)

    def _refused(self, error: Exception) -> None:
        """Says what is so; what was typed stays only where trying again may help."""
        from integrate.vault import NotEnoughMemory, VaultBusy

        self._opening = False
        self._say(clean(str(error)))
        field = self.query_one(Secret)
        if not isinstance(error, VaultBusy | NotEnoughMemory):
            field.clear()
        field.focus()

    def _say(self, sentence: str) -> None:
        self.query_one(".notice", Static).update(Content(sentence))
