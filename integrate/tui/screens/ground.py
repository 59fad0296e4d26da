"""Grounding: a few short exercises, one step at a time. Nothing counts, nothing waits."""

from collections.abc import Sequence
from pathlib import Path
from typing import ClassVar, Literal

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import Static

from integrate.domain.care import Exercise
from integrate.tui import marks
from integrate.tui.frame import Page
from integrate.tui.widgets.picks import Pick, Picks
from integrate.words import say

Reason = Literal["key", "answer", "unsteady"]
After = Literal["back", "go-on", "stop", "people"]
_FIRST = "room"
"""The exercise that is offered first: it asks for nothing but looking around."""


class GroundScreen(Page[After]):
    """Lists the exercises and walks through one. Eyes stay open; every key moves on."""

    CSS_PATH = Path(__file__).with_suffix(".tcss")
    TITLE_KEY = "ground.title"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter,space", "next", say("key.next")),
        Binding("right", "next", show=False),
        Binding("left", "previous", say("ground.step_back")),
        Binding("escape", "back", say("key.back")),
        Binding("ctrl+g,f9", "back", show=False),
    ]

    def __init__(
        self,
        exercises: Sequence[Exercise],
        reason: Reason = "key",
        at: tuple[Exercise, int] | None = None,
        *,
        onward: bool = True,
    ) -> None:
        """Makes the page.

        Args:
            exercises: what there is.
            reason: why it is shown; after a low gate, going on or stopping is offered too.
            at: the exercise and the step to go on with; `None`: the list.
            onward: whether there is anything left to go on with.
        """
        super().__init__()
        self._opens_at = at
        if at is not None:
            # The list would take the focus, and the keys with it.
            self.AUTO_FOCUS = ""  # type: ignore[misc] # Textual reads it as an instance's own
        self._exercises = sorted(exercises, key=lambda each: each.id != _FIRST)
        self._reason = reason
        self._onward = onward
        self._exercise: Exercise | None = None
        """The one that is walked through; `None` while the list is shown."""
        self._at = 0

    def compose_body(self) -> ComposeResult:
        """The list; one step of an exercise takes its place."""
        says = "ground.unsteady" if self._reason == "unsteady" else "ground.says"
        yield Static(Content(say(says)), classes="said list")
        yield Picks(self._offers(), id="list")
        yield Static(classes="note muted step")
        yield Static(classes="words step")
        yield Static(classes="count muted step")

    def on_mount(self) -> None:
        """Goes on where it was."""
        if self._opens_at is not None:
            exercise, at = self._opens_at
            self._begin(exercise, at)

    def without_words(self) -> "GroundScreen":
        """The same exercise at the same step: nobody is thrown out of it by a lock."""
        at = None if self._exercise is None else (self._exercise, self._at)
        return GroundScreen(self._exercises, self._reason, at, onward=self._onward)

    def on_picks_picked(self, event: Picks.Picked) -> None:
        """An exercise, or what comes after."""
        event.stop()
        match event.value:
            case "back" | "go-on" | "stop" | "people":
                self.dismiss(event.value)
            case chosen:
                self._begin(next(each for each in self._exercises if each.id == chosen))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Steps move only while there are some."""
        del parameters
        return self._exercise is not None or action not in {"next", "previous"}

    def action_next(self) -> None:
        """The next step; after the last one, the list again."""
        self._go(self._at + 1)

    def action_previous(self) -> None:
        """The step before; before the first one, the list again."""
        self._go(self._at - 1)

    def action_back(self) -> None:
        """Out of the exercise, or back to where the person was."""
        if self._exercise is not None:
            self._show_list()
        else:
            self.dismiss("back")

    def _offers(self) -> tuple[Pick, ...]:
        exercises = tuple(Pick(value=each.id, label=each.title) for each in self._exercises)
        if self._reason == "unsteady":
            on = (Pick(value="go-on", label=say("ground.go_on")),) if self._onward else ()
            return (
                *exercises,
                Pick(value="people", label=say("ground.people")),
                Pick(value="stop", label=say("ground.stop")),
                *on,
            )
        return (
            *exercises,
            Pick(value="people", label=say("ground.people")),
            Pick(value="back", label=say("ground.back")),
        )

    def _begin(self, exercise: Exercise, at: int = 0) -> None:
        self.heading = exercise.title
        self._exercise = exercise
        self.query_one(".note", Static).update(Content(exercise.note))
        self.set_class(bool(exercise.note), "-noted")
        self.add_class("-stepping")
        self.set_focus(None)
        self._go(at)

    def _go(self, at: int) -> None:
        steps = self._exercise.steps if self._exercise is not None else ()
        if not 0 <= at < len(steps):
            self._show_list()
            return
        self._at = at
        self.query_one(".words", Static).update(Content(steps[at]))
        dots = marks.DONE * (at + 1) + marks.OPEN * (len(steps) - at - 1)
        self.query_one(".count", Static).update(Content(dots))
        self.refresh_bindings()

    def _show_list(self) -> None:
        self._exercise = None
        self.heading = say(self.TITLE_KEY)
        self.remove_class("-stepping", "-noted")
        self.query_one("#list", Picks).focus()
        self.refresh_bindings()
