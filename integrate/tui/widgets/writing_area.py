"""Where words are written: the library's text area, made calm and safe."""

from dataclasses import dataclass

from textual import events
from textual.message import Message
from textual.widgets import TextArea

from integrate.text import clean


class WritingArea(TextArea):
    """Soft-wrapped plain writing. Tab moves on; so does Down on the last line."""

    DEFAULT_CSS = """
    WritingArea {
        border: none;
        border-left: outer $panel;
        padding: 0 0 0 1;
        background: transparent;
        scrollbar-size-vertical: 1;
        &:focus {
            border: none;
            border-left: outer $primary;
        }
        & .text-area--cursor-line {
            background: transparent;
        }
    }
    """

    @dataclass
    class Left(Message):
        """The person moved down past the last line."""

        area: "WritingArea"

    def __init__(self, text: str = "", *, placeholder: str = "", id: str | None = None) -> None:  # noqa: A002 - Textual's own name for it
        super().__init__(
            text,
            soft_wrap=True,
            show_line_numbers=False,
            highlight_cursor_line=False,
            placeholder=placeholder,
            id=id,
        )
        self.cursor_blink = False
        if text:
            self.move_cursor(self.document.end)

    def action_cursor_down(self, select: bool = False) -> None:  # noqa: FBT001, FBT002 - the library's signature
        """Moves down, or out of the area from its last line."""
        if not select and self.navigator.is_last_wrapped_line(self.cursor_location):
            self.post_message(self.Left(self))
        else:
            super().action_cursor_down(select)

    async def _on_paste(self, event: events.Paste) -> None:
        """Cleans what comes in; the library's own handler then inserts it."""
        event.text = clean(event.text)

    def _recompute_cursor_offset(self) -> None:
        """Keeps the cursor inside the text while an undo takes lines away.

        Without the clamp, Textual 8.2 raises here when an undo removes the line that the cursor
        stands on, and the whole program ends.
        """
        self._cursor_offset = self.wrapped_document.location_to_offset(
            self.clamp_visitable(self.cursor_location)
        )
