"""An app that keeps what it shows to itself: no word of it in a crash, in a file or left behind."""

import asyncio
from collections.abc import Iterable
from contextlib import suppress
from typing import Any, TypeVar

from rich.console import RenderableType
from rich.text import Text
from textual.app import App, SystemCommand
from textual.driver import Driver
from textual.screen import Screen
from textual.worker import WorkerFailed

from integrate.hardening import crash_place
from integrate.tui.driver import careful
from integrate.words import say

Result = TypeVar("Result")


def hush(loop: asyncio.AbstractEventLoop) -> None:
    """Keeps a task that failed unseen from being reported with its message, at the very end.

    A developer's switch (PYTHONDEVMODE) makes the loop log slow steps with what they held: it is
    taken back here.
    """
    loop.set_debug(False)
    loop.set_exception_handler(lambda _loop, _context: None)


class QuietApp(App[Result]):
    """Textual's own ways of telling are shut.

    It would print a crash with every variable's value and exit with 0; it offers a command that
    writes the screen into a file. The methods overridden here are its private ones: a test holds
    what they must do, so that a new version of Textual cannot quietly undo it.
    """

    ENABLE_COMMAND_PALETTE = False
    _behind: list[Screen[Any]]

    @property
    def _background_screens(self) -> list[Screen[Any]]:
        """Always the same list: each task that ever drew keeps it, with whatever is on it.

        Textual makes a new one for every drawing, and it stays in the context of the task that drew
        last, also when its screens are gone.
        """
        if "_behind" not in vars(self):
            self._behind = []
        self._behind[:] = super()._background_screens
        return self._behind

    def seal(self) -> bool:
        """Keeps what is not kept yet, and says whether all is; called on every way out."""
        raise NotImplementedError

    def steps_out(self) -> None:
        """Is told that the program is about to be stopped, and the terminal given to the shell."""
        self.seal()

    def comes_back(self) -> None:
        """Is told that it goes on after it was stopped without knowing; nothing is drawn yet."""

    def about_to_step_out(self) -> None:
        """Called by the driver. Whatever goes wrong, the program stops as it was asked to."""
        with suppress(Exception), self._context():
            self.steps_out()

    def has_come_back(self) -> None:
        """Called by the driver."""
        with suppress(Exception), self._context():
            self.comes_back()
            self.refresh(layout=True)

    def get_system_commands(self, screen: Screen[Any]) -> Iterable[SystemCommand]:
        """None: the usual ones write the screen into a file."""
        del screen
        return ()

    def get_driver_class(self) -> type[Driver]:
        """The usual driver, made careful."""
        return careful(super().get_driver_class())

    def panic(self, *renderables: RenderableType) -> None:
        """Leaves, and tells nothing of what it is given: a traceback may quote the journal."""
        del renderables
        self._leave_at_once(say("app.crashed"))

    def _handle_exception(self, error: Exception) -> None:
        if self._exception is None:
            self._exception = error
            self._exception_event.set()
        cause = error.error if isinstance(error, WorkerFailed) else error
        self._leave_at_once(say("app.crashed_at", place=crash_place(cause)))

    def _fatal_error(self) -> None:
        self._leave_at_once(say("app.crashed"))

    def _leave_at_once(self, sentence: str) -> None:
        """Keeps what can be kept, and ends with a sentence and a code that says so."""
        if not self._return_code:
            self._return_code = 1
        with suppress(Exception):
            self.seal()
        if not self._exit_renderables:
            self._exit_renderables.append(Text(sentence))
        self._close_messages_no_wait()
