"""A bench for one widget: mounted alone, in focus, with every message it posts written down."""

from collections.abc import Callable
from typing import Any

import pytest
from textual.app import App
from textual.containers import Vertical
from textual.widget import Widget

from integrate.tui.theme import CALM_DARK
from integrate.tui.widgets.action_row import ActionRow
from integrate.tui.widgets.field import Field


class Bench(App[None]):
    """Shows a field with an action row under it."""

    CSS = "Vertical { height: 1fr; } Line, Line:focus { border: none; height: 1; }"

    def __init__(self, widget: Widget | Callable[[], Widget]) -> None:
        """Takes a widget, or what makes one where that needs a running app."""
        super().__init__()
        self.register_theme(CALM_DARK)
        self.theme = CALM_DARK.name
        self.widget = widget
        self.row = ActionRow([("next", "Next"), ("back", "Back"), ("skip", "Skip")])
        self.given: list[Any] = []
        """What the field said, newest last: (value, other)."""
        self.heard: list[str] = []
        """The other news, by name."""

    def compose(self):
        if not isinstance(self.widget, Widget):
            self.widget = self.widget()
        with Vertical():
            yield self.widget
        yield self.row

    def on_mount(self) -> None:
        if isinstance(self.widget, Field):
            self.widget.take_focus()
        else:
            self.widget.focus()

    def on_field_changed(self, event: Field.Changed) -> None:
        self.given.append((event.value, event.other))

    def on_field_misfit(self, event: Field.Misfit) -> None:
        self.heard.append(f"misfit {event.value}")

    def on_field_entered(self) -> None:
        self.heard.append("entered")

    def on_field_left(self) -> None:
        self.heard.append("left")

    def on_action_row_pressed(self, event: ActionRow.Pressed) -> None:
        self.heard.append(event.action)

    def on_action_row_left(self) -> None:
        self.heard.append("up")

    @property
    def value(self) -> Any:
        """The newest answer."""
        return self.given[-1][0]


@pytest.fixture
def bench() -> Callable[[Widget], Bench]:
    return Bench


@pytest.fixture
def shown() -> Callable[[Bench], str]:
    """What the screen says, as plain lines."""

    def read(app: Bench) -> str:
        strips = app.screen._compositor.render_strips()
        return "\n".join(strip.text.rstrip() for strip in strips)

    return read
