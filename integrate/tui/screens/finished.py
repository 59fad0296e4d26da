"""The end of a set: its closing words, and what a measure's answers come to."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.widgets import Static

from integrate.domain.entry import Entry
from integrate.domain.prompt import PromptSet, SetHead
from integrate.domain.walk import Ending
from integrate.journal.journal import Journal
from integrate.tui.frame import Page
from integrate.tui.key_said import key_said
from integrate.tui.screens.result_parts import result_parts
from integrate.tui.widgets.reading import Part, Reading
from integrate.words import say


class FinishedScreen(Page[None]):
    """Says the set's closing words, and what was kept; of a measure, what its answers come to."""

    CSS_PATH = Path(__file__).with_suffix(".tcss")
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter,escape,space", "home", say("finished.home")),
    ]

    def __init__(
        self,
        head: SetHead,
        ending: Ending,
        *,
        kept: bool,
        result: Sequence[Part] = (),
        stirs: bool = False,
    ) -> None:
        """Makes the screen.

        Args:
            head: what the set says of itself.
            ending: how the walk ended.
            kept: whether there was something to keep.
            result: what the answers come to, where they are a measure's.
            stirs: whether it came near hard memories: settling is offered.
        """
        super().__init__()
        self._head = head
        self._ending = ending
        self._kept = kept
        self._result = result
        self._stirs = stirs
        self.set_reactive(Page.heading, head.title)

    def compose_body(self) -> ComposeResult:
        """The closing words first."""
        if self._result:
            yield Reading()
            return
        if self._ending is Ending.STOPPED:
            yield Static(say("finished.stopped"), markup=False, classes="muted stopped")
        yield Static(self._head.closing, markup=False, classes="question closing")
        kept = "finished.kept" if self._kept else "finished.nothing"
        yield Static(say(kept), markup=False, classes="muted")

    def on_mount(self) -> None:
        """A result is long enough to be scrolled."""
        for reading in self.query(Reading):
            reading.show([*self._words(), *self._result])
            reading.focus()

    def _words(self) -> Iterator[Part]:
        if self._ending is Ending.STOPPED:
            yield Part(text=say("finished.stopped"), look="quiet")
        else:
            yield Part(text=self._head.closing)
        if self._stirs:
            yield Part(
                text=say("measure.after.key", ground=key_said(self.app, "everywhere.ground"))
            )
        yield Part(text=say("finished.kept"), look="quiet", gap=1)

    def action_home(self) -> None:
        """Home."""
        self.dismiss(None)


def finished(
    journal: Journal, prompt_set: PromptSet, ending: Ending, entry: Entry | None
) -> FinishedScreen:
    """The screen after a walk through this set, with what became of it."""
    return FinishedScreen(
        prompt_set.set,
        ending,
        kept=entry is not None,
        result=result_parts(journal, entry) if entry is not None else (),
        stirs=any(each.memory for each in prompt_set.flat()),
    )
