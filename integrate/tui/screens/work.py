"""Something that takes long: a quiet line says how far it is, and Esc stops it."""

import asyncio
from collections.abc import Callable
from pathlib import Path
from threading import Event
from typing import Any, ClassVar

from msgspec import Struct
from textual import work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import Static

from integrate.tui.frame import Page
from integrate.vault import VaultError
from integrate.words import say

Progress = Callable[[int, int], None]


class Stopped(Exception):
    """The person stopped it; what it did until then is as if it had not begun."""


class Ended(Struct, frozen=True, kw_only=True):
    """How it ended."""

    value: Any = None
    """What came of it."""
    error: str = ""
    """What went wrong, in a sentence."""
    stopped: bool = False


class WorkScreen(Page[Ended]):
    """Does it in a thread, in front of the page that asked for it. Dismisses with how it ended."""

    CSS_PATH = Path(__file__).with_suffix(".tcss")
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "stop", say("settings.work.stop"))]

    def __init__(
        self, do: Callable[[Progress], Any], *, title: str, says: str, stops: bool = True
    ) -> None:
        """Makes the page.

        Args:
            do: what takes long; it tells how far it is, and lets what that raises pass.
            title: the heading.
            says: what is being done.
            stops: whether it can be stopped; what takes a second is better brought to its end.
        """
        super().__init__()
        self._stops = stops
        self.heading = title
        self._do = do
        self._says = says
        self._stop = Event()
        self._percent = 0
        self._far = Static("", markup=False, classes="muted")

    def compose_body(self) -> ComposeResult:
        """What is being done, and how far it is."""
        yield Static(Content(self._says), classes="said")
        yield self._far

    def on_mount(self) -> None:
        """Begins."""
        self._begin()

    def on_unmount(self) -> None:
        """Nobody waits for it any more."""
        self._stop.set()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offers to stop only where that is possible."""
        del parameters
        return action != "stop" or self._stops

    def action_stop(self) -> None:
        """Stops it at its next step."""
        self._stop.set()
        self._far.update(Content(say("settings.work.stopping")))

    @work(exclusive=True, group="long")
    async def _begin(self) -> None:
        try:
            value = await asyncio.to_thread(self._do, self._told)
        except Stopped:
            self.dismiss(Ended(stopped=True))
        except (VaultError, OSError) as error:
            self.dismiss(Ended(error=self.fault(error)))
        else:
            self.dismiss(Ended(value=value))

    def _told(self, done: int, of: int) -> None:
        """Called in the thread.

        Raises:
            Stopped: if it is to end here.
        """
        if self._stop.is_set():
            raise Stopped
        percent = 100 * done // of if of else 0
        if percent > self._percent and percent % 5 == 0:
            self._percent = percent
            self.app.call_from_thread(self._show, percent)

    def _show(self, percent: int) -> None:
        if not self._stop.is_set():
            self._far.update(Content(say("settings.work.far", percent=percent)))
