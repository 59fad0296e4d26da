"""The fields that take one typed line: number, date, time."""

from contextlib import suppress
from typing import ClassVar, Final

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.widgets import Static

from integrate.domain.answer import Answer, Value
from integrate.domain.prompt import Kind, Prompt
from integrate.tui.widgets.field import Field
from integrate.tui.widgets.line import Line
from integrate.words import say

_EXAMPLES: Final = {Kind.NUMBER: "", Kind.DATE: "2026-03-10", Kind.TIME: "21:30"}


class LineField(Field):
    """One line to type, with its unit beside it. Whether it fits is said when going on."""

    DEFAULT_CSS = """
    LineField {
        & Horizontal {
            height: 1;
        }
        & Line {
            width: 28;
        }
        & Line.-number {
            width: 12;
        }
        & .unit {
            width: 1fr;
            padding: 0 1;
            color: $text-muted;
        }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down", "leave", show=False),
        Binding("enter", "enter", say("key.next")),
    ]
    says_at_once = False

    def __init__(self, prompt: Prompt, answer: Answer | None) -> None:
        super().__init__()
        self.given = (answer.value if answer else None, "")
        self._kind = prompt.kind
        self._unit = prompt.number.unit if prompt.number else ""
        example = _EXAMPLES[prompt.kind]
        self._line = Line(
            _shown(answer.value) if answer else "",
            placeholder=say("field.example", example=example) if example else "",
        )

        self._line.set_class(prompt.kind is Kind.NUMBER, "-number")

    def compose(self) -> ComposeResult:
        """The line and its unit."""
        with Horizontal():
            yield self._line
            yield Static(self._unit, markup=False, classes="unit")

    def take_focus(self) -> None:
        """Puts the cursor into the line."""
        self.screen.set_focus(self._line)

    def action_leave(self) -> None:
        """Down."""
        self.post_message(self.Left(self))

    def on_input_changed(self, event: Line.Changed) -> None:
        """Tells what is typed, read as far as it can be."""
        event.stop()
        typed = event.value.strip()
        self.give(_read(self._kind, typed) if typed else None)

    def on_input_submitted(self, event: Line.Submitted) -> None:
        """Goes on."""
        event.stop()
        self.post_message(self.Entered(self))


def _read(kind: Kind, typed: str) -> Value:
    """A number where one is asked for and can be read; otherwise the words themselves."""
    if kind is not Kind.NUMBER:
        return typed
    with suppress(ValueError):
        return int(typed)
    with suppress(ValueError):
        return float(typed.replace(",", "."))
    return typed


def _shown(value: Value) -> str:
    return f"{value:g}" if isinstance(value, float) else str(value)
