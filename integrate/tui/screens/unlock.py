"""The lock: a passphrase or the recovery code opens the journal."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar, Final

from textual import work
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static
from textual.worker import get_current_worker

from integrate.text import clean
from integrate.tui.forgetting import forget
from integrate.tui.frame import Page
from integrate.tui.key_said import key_said
from integrate.tui.widgets.secret import Secret
from integrate.words import say

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from integrate.journal.journal import Journal
    from integrate.library import Library
    from integrate.machine import Machine


_MANY: Final = 5
"""Wrong ones in a row after which it helps to hear what else there is."""


class UnlockScreen(Page["Journal"]):
    """Asks for the passphrase; dismisses with the open journal."""

    CSS_PATH = Path(__file__).with_suffix(".tcss")
    TITLE_KEY = "unlock.title"
    STOPS: ClassVar[bool] = True
    """Whether opening can be stopped; what it has come to by then is closed again."""
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "stop", say("unlock.stop"))]

    def __init__(
        self, path: Path, machine: Machine, library: Callable[[], Library], says: str = ""
    ) -> None:
        """Makes the page.

        Args:
            path: the journal's file.
            machine: this machine.
            library: gives the prompt sets and tables; asked only once something is typed.
            says: a sentence to begin with.
        """
        super().__init__()
        self._says = says
        self._wrong = 0
        """How often in a row something was typed that does not open it."""
        self._path = path
        self._machine = machine
        self._library = library
        self._opening = False
        self._stopping = False
        self._prepared = False
        self._typed: list[str] = []
        """What is to be tried, taken by the worker: Textual keeps a worker's arguments, and their
        words in its description, for as long as anything was begun by that worker."""

    def compose_body(self) -> ComposeResult:
        """One line to type in."""
        with Vertical(classes="lock"):
            yield Static(Content(say("unlock.passphrase")), classes="question")
            yield Secret(say("key.open"))
            yield Static(Content(self._says), classes="notice")
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
        self.refresh_bindings()
        self._typed.append(event.value)
        self._open()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Only what is under way can be stopped."""
        if action == "stop":
            return self.STOPS and self._opening and not self._stopping
        return super().check_action(action, parameters)

    def action_stop(self) -> None:
        """Ends the opening at its next step: deriving the key has none, and takes a second."""
        self._stopping = True
        self._say(say("unlock.stopping"))
        self.refresh_bindings()

    @work(thread=True, group="prepare")
    def _prepare(self) -> None:
        import integrate.journal.unlock
        import integrate.tui.screens.home  # noqa: F401 - imported here so that it is there at once

    @work(thread=True, exclusive=True, group="open")
    def _open(self) -> None:
        from integrate.vault import VaultError

        worker = get_current_worker()
        try:
            journal = self._unlocked(self._typed.pop())
        except VaultError as error:
            self.app.call_from_thread(self._refused, error)
            return
        if worker.is_cancelled:
            journal.close()
        else:
            self.app.call_from_thread(self._opened, journal)

    def _unlocked(self, secret: str) -> Journal:
        """The journal that this opens; read, unless it was stopped before that."""
        from integrate.journal.unlock import unlock

        journal = unlock(
            self._path, secret, machine=self._machine, library=self._library(), read=False
        )
        try:
            if not self._stopping and not get_current_worker().is_cancelled:
                self.app.call_from_thread(self._say, say("unlock.reading"))
                journal.read()
        except BaseException:
            journal.close()
            raise
        return journal

    def _opened(self, journal: Journal) -> None:
        self.query_one(Secret).clear()
        self.app.call_later(forget, self.app)
        if not self._stopping:
            self.dismiss(journal)
            return
        journal.close()
        self._opening = self._stopping = False
        self._say(say("unlock.stopped"))
        self.refresh_bindings()

    def _refused(self, error: Exception) -> None:
        """Says what is so; what was typed stays only where trying again may help."""
        from integrate.vault import NotEnoughMemory, VaultBusy, WrongSecret

        self._opening = self._stopping = False
        self.refresh_bindings()
        self._wrong = self._wrong + 1 if isinstance(error, WrongSecret) else 0
        # A slip in the code has a sentence of its own, which helps more.
        many = self._wrong >= _MANY and type(error) is WrongSecret
        fifth = say("unlock.fifth", sight=key_said(self.app, "secret.toggle_sight"))
        self._say(fifth if many else clean(str(error)))
        field = self.query_one(Secret)
        if not isinstance(error, VaultBusy | NotEnoughMemory):
            field.clear()
            self.app.call_later(forget, self.app)
        field.focus()

    def _say(self, sentence: str) -> None:
        self.query_one(".notice", Static).update(Content(sentence))
