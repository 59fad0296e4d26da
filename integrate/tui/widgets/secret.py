"""A line for a passphrase: dots, unless the person wants to see what they type."""

from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.widgets import Input

from integrate.words import say


class Secret(Input):
    """One secret. It never goes to the clipboard, and nothing is offered to complete it."""

    DEFAULT_CSS = """
    Secret {
        background: $surface;
        border: round $border-blurred;
        padding: 0 1;
        height: 3;
        width: 100%;
        max-width: 52;
        &:focus {
            border: heavy $border;
            background: $surface;
        }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+s,f2", "toggle_sight", say("key.show_typed")),
    ]

    def __init__(self, enter: str, *, id: str | None = None) -> None:  # noqa: A002 - Textual's own name for it
        """Makes an empty line; `enter` is what Enter does, as the key line says it."""
        super().__init__(password=True, select_on_focus=False, id=id)
        self._bindings.key_to_bindings["enter"] = [Binding("enter", "submit", enter)]
        self.cursor_blink = False

    def action_toggle_sight(self) -> None:
        """Shows what is typed, or hides it again."""
        self.password = not self.password

    def action_copy(self) -> None:
        """Does nothing: what is in the clipboard is there for every program."""

    def action_cut(self) -> None:
        """Does nothing, likewise."""
