"""A column of words to read: wrapped once for its width, drawn only where it is seen."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import ClassVar, Final, Literal

from msgspec import Struct
from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.binding import Binding, BindingType
from textual.geometry import Region, Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip

from integrate.text import clean
from integrate.tui import marks
from integrate.tui.lines import READING, wrap
from integrate.words import say

Look = Literal["title", "quiet", "asked", "said", "gone", "new"]
Emphasis = Literal["strong", "em", "strike"]
Span = tuple[int, int, Emphasis]
"""A stretch of a part's text: the first letter, the one after the last, and how it looks."""

_EMPHASIS: Final[dict[str, Style]] = {
    "strong": Style(bold=True),
    "em": Style(italic=True),
    "strike": Style(strike=True),
    "match": Style(bold=True, underline=True),
    "here": Style(bold=True, reverse=True),
}
_UNSTRUCK: Final = Style(strike=False)
"""For the sign before words that are gone."""


class Part(Struct, frozen=True, kw_only=True):
    """Some words that look the same, with the empty lines that follow them."""

    text: str
    look: Look = "said"
    gap: int = 0
    """Empty lines after it."""
    lead: str = ""
    """Stands before its first line, such as a bullet."""
    hang: str = ""
    """Stands before every other line; as wide as `lead`."""
    spans: tuple[Span, ...] = ()
    """What is emphasised in it; the text must be clean already."""


@dataclass(slots=True)
class _Line:
    """A line as it is wrapped."""

    lead: str
    text: str
    look: Look
    begins: int
    """Where it begins in its part's text."""
    part: int
    """Number of the part that it belongs to."""
    spans: Sequence[Span]


@dataclass(slots=True, frozen=True)
class _Match:
    """Words that are looked for, with the stretch of each line that they take."""

    places: tuple[tuple[int, int, int], ...]
    """Number of the line, first letter, the one after the last."""


class Reading(ScrollView, can_focus=True, inherit_bindings=False):
    """Words to read, never markup; arrows and pages scroll. A very long page opens at once."""

    DEFAULT_CSS = """
    Reading {
        height: 1fr;
        scrollbar-size-vertical: 1;
        overflow-x: hidden;
    }
    Reading > .reading--title { color: $text; text-style: bold; }
    Reading > .reading--quiet { color: $text-muted; }
    Reading > .reading--asked { color: $text-muted; }
    Reading > .reading--said { color: $text; }
    Reading > .reading--gone { color: $text-muted; text-style: strike; }
    Reading > .reading--new { color: $text; text-style: bold; }
    """
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "reading--title",
        "reading--quiet",
        "reading--asked",
        "reading--said",
        "reading--gone",
        "reading--new",
    }
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "scroll_up", say("pages.scroll"), key_display=marks.UP_DOWN),
        Binding("down", "scroll_down", say("pages.scroll"), key_display=marks.UP_DOWN),
        Binding("pageup", "page_up", show=False),
        Binding("pagedown,space", "page_down", show=False),
        Binding("home", "scroll_home", show=False),
        Binding("end", "scroll_end", show=False),
    ]
    _GUTTER: Final = 1
    """Cells kept free for the scroll bar."""

    @dataclass
    class Jumped(Message):
        """Another of the words that are looked for is in sight."""

        number: int
        """Which one, from 1."""
        count: int

    def __init__(self) -> None:
        super().__init__()
        self._parts: tuple[Part, ...] = ()
        self._wanted: tuple[str, ...] = ()
        self._lines: list[_Line] = []
        self._matches: list[_Match] = []
        self._on_line: dict[int, list[tuple[int, int, int]]] = {}
        """For a line: the matches on it, each with its first letter and the one after the last."""
        self._at = 0
        """Number of the match that was jumped to."""
        self._wrapped_at = 0

    @property
    def text(self) -> str:
        """All that stands in it, as it is wrapped now."""
        return "\n".join(line.lead + line.text for line in self._lines)

    @property
    def matches(self) -> int:
        """How often the words that are looked for stand there."""
        return len(self._matches)

    def show(self, parts: Sequence[Part], wanted: Sequence[str] = ()) -> None:
        """Shows these words from their beginning, or from the first of those that are looked for.

        Args:
            parts: what is read.
            wanted: words that were made alike; each is marked.
        """
        self._parts, self._wanted = tuple(parts), tuple(wanted)
        self._wrapped_at, self._at = 0, 0
        self._wrap()
        self.scroll_to(0, 0, animate=False, immediate=True)
        if self._matches:
            self.jump(0)

    def jump(self, by: int) -> None:
        """Brings another match into sight: the next one, or the one before; round at the ends."""
        if not self._matches:
            return
        self._at = (self._at + by) % len(self._matches)
        line = self._matches[self._at].places[0][0]
        self.scroll_to_region(Region(0, line, 1, 2), animate=False, force=True)
        self.refresh()
        self.post_message(self.Jumped(self._at + 1, len(self._matches)))

    def on_resize(self, event: events.Resize) -> None:
        """Another width wraps the words anew."""
        event.stop()
        self._wrap()

    def render_line(self, y: int) -> Strip:
        """One line, drawn when it is on the screen."""
        at = y + self.scroll_offset.y
        width = self.scrollable_content_region.width
        if at >= len(self._lines):
            return Strip.blank(width, self.rich_style)
        line = self._lines[at]
        style = self.get_component_rich_style(f"reading--{line.look}")
        matched = [
            (begins, ends, "here" if number == self._at else "match")
            for number, begins, ends in self._on_line.get(at, ())
        ]
        segments = [Segment(line.lead, style + _UNSTRUCK), *_styled(line, matched, style)]
        return Strip(segments).adjust_cell_length(width, self.rich_style)

    def action_page_up(self) -> None:
        """A screenful back, without sliding."""
        self.scroll_page_up(animate=False)

    def action_page_down(self) -> None:
        """A screenful on, without sliding."""
        self.scroll_page_down(animate=False)

    def action_scroll_up(self) -> None:
        """A line back."""
        self.scroll_up(animate=False)

    def action_scroll_down(self) -> None:
        """A line on."""
        self.scroll_down(animate=False)

    def action_scroll_home(self) -> None:
        """To the beginning."""
        self.scroll_home(animate=False)

    def action_scroll_end(self) -> None:
        """To the end."""
        self.scroll_end(animate=False)

    def _wrap(self) -> None:
        width = min(READING, self.size.width - self._GUTTER)
        if width <= 0 or width == self._wrapped_at:
            return
        self._wrapped_at = width
        self._lines = [
            line for number, part in enumerate(self._parts) for line in _lines(part, number, width)
        ]
        self._find()
        self.virtual_size = Size(0, len(self._lines))
        self.refresh()

    def _find(self) -> None:
        """Where the words that are looked for stand; a phrase may go on in the next line."""
        self._matches, self._on_line = [], {}
        if not self._wanted:
            return
        from integrate.journal.alike import places  # most pages are read without a search

        for lines in _by_part(self._lines):
            text = " ".join(self._lines[at].text for at in lines)
            for begins, ends in places(text, self._wanted):
                match = _Match(tuple(_placed(self._lines, lines, begins, ends)))
                for line, left, right in match.places:
                    here = self._on_line.setdefault(line, [])
                    here.append((len(self._matches), left, right))
                self._matches.append(match)


def _lines(part: Part, number: int, width: int) -> Iterator[_Line]:
    text = clean(part.text).expandtabs(4)
    at = 0
    for count, line in enumerate(wrap(text, width - cell_len(part.lead))):
        begins = max(at, text.find(line, at))
        at = begins + len(line)
        lead = part.hang if count else part.lead
        yield _Line(lead, line, part.look, begins, number, part.spans)
    for _ in range(part.gap):
        yield _Line("", "", part.look, at, number, ())


def _styled(line: _Line, matched: Iterable[tuple[int, int, str]], base: Style) -> Iterator[Segment]:
    """The line in pieces, each with everything that holds there."""
    within = [
        (max(0, begins - line.begins), min(len(line.text), ends - line.begins), how)
        for begins, ends, how in line.spans
        if begins < line.begins + len(line.text) and ends > line.begins
    ]
    all_of_it: list[tuple[int, int, str]] = [*within, *matched]
    edges = sorted({0, len(line.text), *(edge for one in all_of_it for edge in one[:2])})
    for begins, ends in pairwise(edges):
        style = base
        for left, right, how in all_of_it:
            if left <= begins and ends <= right:
                style += _EMPHASIS[how]
        yield Segment(line.text[begins:ends], style)


def _by_part(lines: Sequence[_Line]) -> Iterator[range]:
    """The numbers of the lines of each part."""
    begins = 0
    for at in range(1, len(lines) + 1):
        if at == len(lines) or lines[at].part != lines[begins].part:
            yield range(begins, at)
            begins = at


def _placed(
    lines: Sequence[_Line], among: range, begins: int, ends: int
) -> Iterator[tuple[int, int, int]]:
    """A stretch of a part's lines, joined by blanks, on each line that it touches."""
    at = 0
    for number in among:
        length = len(lines[number].text)
        left, right = max(begins - at, 0), min(ends - at, length)
        if left < right:
            yield number, left, right
        at += length + 1
