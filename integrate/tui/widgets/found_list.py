"""What a search found: for each page its title, and a line of it with the words marked."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import ClassVar, Final

from msgspec import Struct
from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.binding import Binding, BindingType
from textual.geometry import Offset, Region, Size
from textual.message import Message
from textual.reactive import reactive
from textual.scroll_view import ScrollView
from textual.strip import Strip

from integrate.text import clean
from integrate.tui import marks
from integrate.tui.lines import fit
from integrate.words import say

Marks = tuple[tuple[int, int], ...]

_MARK: Final = f"{marks.HERE} "
_INSET: Final = "    "
_TALL: Final = 3
"""Lines for each page: its title, a line of it, and a distance."""
_DAY_FROM: Final = 60
"""Cells that a line needs before the day stands beside the title rather than after it."""


class Found(Struct, frozen=True, kw_only=True):
    """One page as it is listed."""

    title: str
    title_marks: Marks = ()
    """Where the words stand in the title."""
    when: str = ""
    context: str = ""
    """A line of the page; empty while it has not been read."""
    marks: Marks = ()


class FoundList(ScrollView, can_focus=True, inherit_bindings=False):
    """Pages that were found. What is not in sight is neither drawn nor asked for."""

    DEFAULT_CSS = """
    FoundList {
        height: 1fr;
        scrollbar-size-vertical: 1;
        overflow-x: hidden;
    }
    FoundList > .found-list--title { color: $text; }
    FoundList > .found-list--quiet { color: $text-muted; }
    FoundList > .found-list--here { color: $text; background: $panel; text-style: bold; }
    FoundList > .found-list--match { color: $text; text-style: bold underline; }
    """
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "found-list--title",
        "found-list--quiet",
        "found-list--here",
        "found-list--match",
    }
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "move(-1)", say("pages.move"), key_display=marks.UP_DOWN),
        Binding("down", "move(1)", say("pages.move"), key_display=marks.UP_DOWN),
        Binding("pageup", "turn(-1)", show=False),
        Binding("pagedown", "turn(1)", show=False),
        Binding("enter", "choose", say("pages.read")),
        Binding("home", "move_to(0)", show=False),
        Binding("end", "move_to(-1)", show=False),
    ]

    cursor: reactive[int | None] = reactive(None)
    """The number of the page that Enter opens, from 0."""

    @dataclass
    class Chosen(Message):
        """A page was chosen."""

        key: str

    @dataclass
    class InSight(Message):
        """Pages came into sight that were not read yet."""

        keys: tuple[str, ...]

        def can_replace(self, message: Message) -> bool:
            """Only what is in sight last is of interest."""
            return isinstance(message, FoundList.InSight)

    def __init__(self, title_of: Callable[[str], Found]) -> None:
        """Makes an empty list.

        Args:
            title_of: what is known of a page before it is read; asked for what is in sight alone.
        """
        super().__init__()
        self._title_of = title_of
        self._keys: list[str] = []
        self._read: dict[str, Found] = {}

    @property
    def key(self) -> str | None:
        """The page under the cursor."""
        return None if self.cursor is None else self._keys[self.cursor]

    @property
    def keys(self) -> Sequence[str]:
        """Every page that was found, in order."""
        return self._keys

    @property
    def text(self) -> str:
        """What is in sight."""
        lines = (self.render_line(y).text.rstrip() for y in range(self.size.height))
        return "\n".join(lines).rstrip()

    def begin(self) -> None:
        """Forgets everything: another search begins."""
        self._keys, self._read = [], {}
        self.set_reactive(FoundList.cursor, None)
        self.virtual_size = Size(0, 0)
        self.scroll_to(0, 0, animate=False, immediate=True)
        self.refresh()

    def more(self, keys: Sequence[str], wanted: str | None = None) -> None:
        """Adds pages at the end; the cursor begins on the first, or on the one that is wanted."""
        if not keys:
            return
        begins = len(self._keys)
        self._keys += keys
        self.virtual_size = Size(0, len(self._keys) * _TALL)
        if self.cursor is None:
            self.cursor = 0
        if wanted is not None and wanted in keys:
            self.cursor = begins + list(keys).index(wanted)
        self._look()
        self.refresh()

    def fill(self, read: Mapping[str, Found]) -> None:
        """Shows what pages say, once they were read."""
        self._read |= read
        self.refresh()

    def move(self, by: int) -> None:
        """Moves the cursor so many pages."""
        if self.cursor is not None:
            self.cursor = max(0, min(self.cursor + by, len(self._keys) - 1))

    def page(self, by: int) -> None:
        """Moves it a screenful."""
        self.move(by * max(1, self.size.height // _TALL))

    def action_move(self, by: int) -> None:
        """Moves the cursor so many pages."""
        self.move(by)

    def action_turn(self, by: int) -> None:
        """Moves it a screenful."""
        self.page(by)

    def action_move_to(self, number: int) -> None:
        """Moves it to the first page or the last."""
        if self._keys:
            self.cursor = number % len(self._keys)

    def action_choose(self) -> None:
        """Chooses the page under the cursor."""
        if (key := self.key) is not None:
            self.post_message(self.Chosen(key))

    def parts(self) -> Iterator[tuple[Offset, Callable[[], None]]]:
        """Each page in sight; going there opens it."""
        first = -(-self.scroll_offset.y // _TALL)
        for number in range(first, len(self._keys)):
            y = number * _TALL - self.scroll_offset.y
            if y >= self.size.height:
                return
            yield Offset(0, y), partial(self._go, self._keys[number])

    def _go(self, key: str) -> None:
        if key in self._keys:
            self.cursor = self._keys.index(key)
            self.action_choose()

    def on_click(self, event: events.Click) -> None:
        """A click moves there; a second one chooses."""
        number = (event.y + self.scroll_offset.y) // _TALL
        if number < len(self._keys):
            if number == self.cursor:
                self.action_choose()
            self.cursor = number

    def on_resize(self) -> None:
        """More may be in sight now."""
        self._look()

    def watch_cursor(self) -> None:
        """Keeps the cursor in sight."""
        if not self.is_attached:
            return
        if self.cursor is not None:
            self.scroll_to_region(
                Region(0, self.cursor * _TALL, 1, _TALL), animate=False, force=True
            )
        self.screen.refresh_bindings()
        self.refresh()

    def watch_scroll_y(self, old: float, new: float) -> None:
        """Other pages are in sight."""
        super().watch_scroll_y(old, new)
        self._look()

    def render_line(self, y: int) -> Strip:
        """One line, drawn when it is on the screen."""
        number, line = divmod(y + self.scroll_offset.y, _TALL)
        width = self.scrollable_content_region.width
        if number >= len(self._keys) or line == _TALL - 1:
            return Strip.blank(width, self.rich_style)
        key = self._keys[number]
        found = self._read.get(key) or self._title_of(key)
        here = number == self.cursor
        strip = self._title(found, width, here=here) if line == 0 else self._line_of(found, width)
        return strip.adjust_cell_length(width, self.rich_style)

    def _title(self, found: Found, width: int, *, here: bool) -> Strip:
        base = self._style("here" if here else "title")
        mark = _MARK if here else " " * len(_MARK)
        day = f"  {found.when}" if width >= _DAY_FROM else ""
        room = width - len(mark) - cell_len(day)
        marked = self._marked(found.title, found.title_marks, base)
        title = Strip([Segment(mark, base), *marked])
        if title.cell_length > room:
            cut = fit(clean(found.title, one_line=True), room)
            title = Strip([Segment(mark + cut, base)])
        quiet = base if here else self._style("quiet")
        return Strip([*title.adjust_cell_length(width - cell_len(day), base), Segment(day, quiet)])

    def _line_of(self, found: Found, width: int) -> Strip:
        base = self._style("quiet")
        segments = [Segment(_INSET, base), *self._marked(found.context, found.marks, base)]
        return Strip(segments).crop(0, width)

    def _style(self, name: str) -> Style:
        return self.get_component_rich_style(f"found-list--{name}")

    def _marked(self, text: str, found: Marks, base: Style) -> list[Segment]:
        """The text with each match in brackets and in a style of its own."""
        segments, at = [], 0
        for begins, ends in found:
            segments.append(Segment(_flat(text[at:begins]), base))
            shown = say("found.match", words=_flat(text[begins:ends]))
            segments.append(Segment(shown, base + self._style("match")))
            at = ends
        return [*segments, Segment(_flat(text[at:]), base)]

    def _look(self) -> None:
        """Asks for what is in sight and not read yet."""
        first = self.scroll_offset.y // _TALL
        most = self.size.height // _TALL + 2
        keys = tuple(key for key in self._keys[first : first + most] if key not in self._read)
        if keys and self.is_attached:
            self.post_message(self.InSight(keys))


def _flat(text: str) -> str:
    """In one line, with the blanks at its ends: it may be a part of a line."""
    return clean(text).replace("\n", " ").replace("\t", " ")
