"""The field of a text prompt."""

from textual.app import ComposeResult

from integrate.tui.widgets.field import Field
from integrate.tui.widgets.writing_area import WritingArea


class TextField(Field):
    """Words, as many lines as the screen has room for."""

    DEFAULT_CSS = """
    TextField {
        height: 1fr;
        min-height: 3;
    }
    """

    def __init__(self, text: str = "", *, placeholder: str = "") -> None:
        super().__init__()
        self.given = (text or None, "")
        self._area = WritingArea(text, placeholder=placeholder)

    def compose(self) -> ComposeResult:
        """The writing area alone."""
        yield self._area

    def take_focus(self) -> None:
        """Puts the cursor into the writing."""
        self.screen.set_focus(self._area)

    def on_text_area_changed(self, event: WritingArea.Changed) -> None:
        """Tells the new words."""
        event.stop()
        text = event.text_area.text
        self.give(text if text.strip() else None)

    def on_writing_area_left(self, event: WritingArea.Left) -> None:
        """Tells that the person moved on."""
        event.stop()
        self.post_message(self.Left(self))
