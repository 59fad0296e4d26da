"""A row of steps."""

from typing import ClassVar, Final

from rich.cells import cell_len
from textual import events
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.reactive import reactive
from textual.visual import VisualType

from integrate.domain.prompt import Prompt
from integrate.tui import marks
from integrate.tui.turning import Leaf
from integrate.tui.widgets.field import Field
from integrate.words import say

_NARROWEST: Final = 4
_WIDEST: Final = 6
"""Columns a step takes."""
_MOST: Final = 72


class Scale(Field, Leaf, can_focus=True):
    """A row of steps; digits answer, arrows move, backspace clears, and words say the ends.

    A scale with more steps than fit in a row is shown as a line with a mark on it.
    """

    DEFAULT_CSS = """
    Scale {
        height: 4;
        max-width: 72;
        &:focus .scale--line {
            color: $primary;
        }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left", "move(-1)", say("key.move"), key_display=marks.LEFT_RIGHT),
        Binding("right", "move(1)", show=False),
        Binding("home", "edge(0)", show=False),
        Binding("end", "edge(-1)", show=False),
        Binding(
            "backspace,delete", "clear", say("key.no_answer"), key_display=say("key.backspace")
        ),
        Binding("enter", "enter", say("key.next")),
        Binding("down", "leave", show=False),
    ]

    value: reactive[int | None] = reactive(None)
    """The answer; `None` while there is none."""

    def __init__(self, prompt: Prompt, value: int | None = None) -> None:
        super().__init__()
        self.given = (value, "")
        self._steps = prompt.steps
        self._low = prompt.scale.low_label if prompt.scale else ""
        self._high = prompt.scale.high_label if prompt.scale else ""
        self._typed = ""
        """Digits typed in a row, so that `1` then `0` makes ten."""
        self.set_reactive(Scale.value, value)

    def render(self) -> VisualType:
        """The steps, the numbers under them, and the words for both ends."""
        return self._row() if self._cell else self._track()

    @property
    def _cell(self) -> int:
        """Columns for each step; 0 where they do not all fit."""
        width = min(_MOST, self.content_size.width or _MOST)
        fits = width // len(self._steps)
        longest = max(cell_len(str(each)) for each in (self._steps[0], self._steps[-1]))
        return min(_WIDEST, fits) if fits >= max(_NARROWEST, longest + 2) else 0

    def _row(self) -> Content:
        cell = self._cell
        steps, numbers = [], []
        for step in self._steps:
            chosen = step == self.value
            style = "bold $accent" if chosen else "$text-muted"
            steps.append(Content.styled((marks.DONE if chosen else marks.OPEN).center(cell), style))
            shown = f"[{step}]" if chosen else str(step)
            numbers.append(Content.styled(shown.center(cell), style))
        width = cell * len(self._steps)
        return Content("\n").join(
            [Content.assemble(*steps), Content.assemble(*numbers), self._ends(width)]
        )

    def _track(self) -> Content:
        width = min(_MOST, self.content_size.width or _MOST)
        line = Content.styled(marks.RULE * width, "$text-muted")
        shown = Content("")
        if self.value is not None:
            share = (self.value - self._steps[0]) / (self._steps[-1] - self._steps[0])
            at = round(share * (width - 1))
            line = Content.assemble(
                (marks.RULE * at, "$text-muted"),
                (marks.DONE, "bold $accent"),
                (marks.RULE * (width - 1 - at), "$text-muted"),
            )
            number = f"[{self.value}]"
            shift = max(0, min(width - len(number), at - len(number) // 2))
            shown = Content.assemble(" " * shift, (number, "bold $accent"))
        return Content("\n").join([shown, line, self._ends(width)])

    def _ends(self, width: int) -> Content:
        low, high = self._low, self._high
        if not self._cell:
            low, high = f"{self._steps[0]} {low}".strip(), f"{high} {self._steps[-1]}".strip()
        gap = width - cell_len(low) - cell_len(high)
        if gap >= 1:
            return Content.styled(f"{low}{' ' * gap}{high}", "$text-muted")
        return Content.styled(f"{low}\n{' ' * max(0, width - cell_len(high))}{high}", "$text-muted")

    def on_key(self, event: events.Key) -> None:
        """Digits answer."""
        char = event.character or ""
        if (char.isdecimal() and char.isascii()) or (char == "-" and self._steps[0] < 0):
            event.stop()
            event.prevent_default()
            self._type(char)
        else:
            self._typed = ""

    def on_click(self, event: events.Click) -> None:
        """A click on a step answers."""
        width = self._cell * len(self._steps)
        if width and event.x < width:
            self._give(self._steps[event.x // self._cell])

    def action_move(self, by: int) -> None:
        """One step; from no answer, to the middle."""
        if self.value is None or self.value not in self._steps:
            self._give(self._steps[len(self._steps) // 2])
        else:
            at = self._steps.index(self.value) + by
            self._give(self._steps[max(0, min(len(self._steps) - 1, at))])

    def action_edge(self, at: int) -> None:
        """To one end."""
        self._give(self._steps[at])

    def action_clear(self) -> None:
        """No answer."""
        self._give(None)

    def action_enter(self) -> None:
        """Goes on."""
        self.post_message(self.Entered(self))

    def action_leave(self) -> None:
        """Down."""
        self.post_message(self.Left(self))

    def _type(self, char: str) -> None:
        typed = self._typed + char
        if not self._begins_a_step(typed):
            typed = char
        self._typed = typed if self._begins_a_step(typed) else ""
        if typed == "-":
            return
        if int(typed) in self._steps:
            self._give(int(typed))
        elif not self._typed:
            # Not shown: what does not fit is told, so that the screen can say what would.
            self.post_message(self.Misfit(self, int(typed)))

    def _begins_a_step(self, typed: str) -> bool:
        return any(str(step).startswith(typed) for step in self._steps)

    def _give(self, value: int | None) -> None:
        self.value = value
        self.give(value)
