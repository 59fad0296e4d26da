"""A line of a short form: Enter goes on to the next."""

from typing import ClassVar

from textual.binding import Binding, BindingType

from integrate.tui import marks
from integrate.tui.widgets.line import Line
from integrate.words import say


class FormLine(Line):
    """One line among a few; the arrows move between them."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "submit", say("key.go_on")),
        Binding("up", "app.focus_previous", say("pages.move"), key_display=marks.UP_DOWN),
        Binding("down", "app.focus_next", say("pages.move"), key_display=marks.UP_DOWN),
    ]
