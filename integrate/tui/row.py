"""One row of writing, drawn from all that decides how it looks."""

from typing import NamedTuple

from rich.console import Console
from rich.style import Style
from rich.text import Text
from textual.expand_tabs import expand_text_tabs_from_widths
from textual.strip import Strip

from integrate.tui import marks


class Looks(NamedTuple):
    """All that decides how a row looks: two rows with the same of it are the same row."""

    width: int
    """Columns, the room behind the text among them."""
    base: Style
    """The area's own style."""
    filled: Style | None = None
    """The style of the room behind the text."""
    text: str | None = None
    """The letters, and the place behind the last one of a line; `None`: below the text."""
    chosen: tuple[int, int] | None = None
    """What is selected, from letter to letter; `(0, 0)`: a line that has none."""
    chosen_style: Style | None = None
    cursor: tuple[int, int] | None = None
    """The letter that the cursor stands on."""
    cursor_style: Style | None = None
    tab: int = 4
    """How far tab stops lie apart."""
    tabs: tuple[int, ...] | None = None
    """How wide each tab is, where the row is a part of a line; its stops count from the line's."""


def draw(looks: Looks, console: Console) -> Strip:
    """The row as the library would draw it."""
    if looks.text is None:
        return Strip.blank(looks.width, looks.base)
    line = Text(looks.text, end="", no_wrap=True)
    if looks.chosen is not None and looks.chosen_style:
        if looks.chosen == (0, 0):
            line = Text(marks.EMPTY_CHOSEN, end="", no_wrap=True)
            line.stylize(Style(color=looks.chosen_style.bgcolor))
        else:
            line.stylize(looks.chosen_style, *looks.chosen)
    if looks.cursor is not None and looks.cursor_style:
        line.stylize(looks.cursor_style, *looks.cursor)
    if looks.tabs is not None:
        line = expand_text_tabs_from_widths(line, list(looks.tabs))
    else:
        line.expand_tabs(looks.tab)
    strip = Strip(line.render(console), cell_length=line.cell_len)
    return strip.extend_cell_length(looks.width, looks.filled).apply_style(looks.base)
