"""Asking for a file by its path, and doing at once what is to be done with it."""

import asyncio
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, ClassVar, Final

from textual import work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import Input, Static

from integrate.journal.bring_in import NotRight
from integrate.journal.give_out import NotGiven
from integrate.journal.sets import CannotKeep
from integrate.library import BadFile, NoSuchSet
from integrate.tui.frame import Page
from integrate.tui.widgets.line import Line
from integrate.tui.widgets.notice import Notice
from integrate.tui.widgets.reading import Part, Reading
from integrate.vault import VaultError
from integrate.words import say

_QUOTES: Final = "'\""


class PathScreen(Page[Any]):
    """One line. Dismissed with what came of it, or with `None`: back.

    What is wrong is said here, with the path still there to be changed.
    """

    CSS_PATH = Path(__file__).with_suffix(".tcss")
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "leave", say("key.back"))]

    def __init__(
        self,
        ask: str,
        attempt: Callable[[Path], object],
        *,
        title: str,
        says: str = "",
        value: str = "",
    ) -> None:
        """Makes the page.

        Args:
            ask: the question.
            attempt: what is done with the path, in a thread; its value is what the page ends with.
            title: the heading.
            says: a quiet sentence under the question.
            value: what stands on the line to begin with.
        """
        super().__init__()
        self.heading = title
        self._ask = ask
        self._says = says
        self._attempt = attempt
        self._line = _PathLine(value)
        self._notice = Notice()

    def compose_body(self) -> ComposeResult:
        """The question, the line, and what is wrong."""
        yield Static(Content(self._ask), classes="question")
        yield Static(Content(self._says), classes="muted")
        yield self._line
        yield self._notice

    def on_mount(self) -> None:
        """Ready to be typed in."""
        self._line.focus()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Tries it."""
        event.stop()
        path = _plain(event.value)
        if path:
            self._try(Path(path))
        else:
            self._notice.say(say("shelf.path.none"))

    def action_leave(self) -> None:
        """Back."""
        self.dismiss(None)

    @work(exclusive=True)
    async def _try(self, path: Path) -> None:
        try:
            done = await asyncio.to_thread(self._attempt, path)
        except NotRight as wrong:
            self._tell(str(wrong), wrong.findings)
        except CannotKeep as wrong:
            self._tell(str(wrong), wrong.findings)
        except (VaultError, BadFile, NoSuchSet, NotGiven) as error:
            self._notice.say(self.fault(error))
        except (
            OSError,
            RuntimeError,
            ValueError,
        ):  # no home folder for `~`, or no path at all
            self._notice.say(say("shelf.path.cannot"))
        else:
            self.dismiss(done)

    def _tell(self, sentence: str, findings: tuple[BadFile, ...]) -> None:
        """A single thing in a line here; more of them on a page of their own."""
        if len(findings) > 1:
            self._notice.say("")
            self.app.push_screen(FindingsScreen(sentence, findings))
        elif findings:
            self._notice.say(str(findings[0]))
        else:
            self._notice.say(sentence)


class FindingsScreen(Page[None]):
    """Everything that needs a change in a file, each with its place."""

    TITLE_KEY = "shelf.findings"
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape,enter", "leave", say("key.back"))]

    def __init__(self, sentence: str, findings: tuple[BadFile, ...]) -> None:
        """Makes the page.

        Args:
            sentence: what it comes to.
            findings: in the order of the file.
        """
        super().__init__()
        self._parts = tuple(_parts(sentence, findings))
        self._reading = Reading()

    def compose_body(self) -> ComposeResult:
        """One after the other."""
        yield self._reading

    def on_mount(self) -> None:
        """From the first one."""
        self._reading.show(self._parts)
        self._reading.focus()

    def action_leave(self) -> None:
        """Back."""
        self.dismiss(None)


def _parts(sentence: str, findings: tuple[BadFile, ...]) -> Iterator[Part]:
    yield Part(text=sentence, gap=1)
    for each in findings:
        place = say("shelf.findings.place", line=each.line, column=each.column)
        yield Part(text=place, look="quiet")
        yield Part(text=each.message, gap=1)


class _PathLine(Line):
    """The line; Enter tries it."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter", "submit", say("key.go_on"))]


def _plain(typed: str) -> str:
    """Without the quotes that a file manager puts around a path that is dragged here."""
    path = typed.strip()
    if len(path) > 1 and path[0] == path[-1] and path[0] in _QUOTES:
        return path[1:-1]
    return path
