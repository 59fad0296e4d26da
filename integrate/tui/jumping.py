"""What a letter can lead to on a page: everything in sight that takes the keys, and each row."""

from collections.abc import Callable, Iterator
from functools import partial
from typing import Any, Final, Protocol, runtime_checkable

from msgspec import Struct
from textual.css.query import NoMatches
from textual.errors import NoWidget
from textual.geometry import Offset
from textual.screen import Screen
from textual.widget import Widget

Go = Callable[[], None]
"""Goes there; called when the page is in front again."""

LETTERS: Final = "abcdefghijklmnopqrstuvwxyz123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"
"""In the order of the page. 0 stays with the menu."""


class Spot(Struct, frozen=True, kw_only=True):
    """One place to go to."""

    letter: str
    x: int
    """Columns from the left, where the letter stands."""
    y: int
    widget: Widget
    go: Go


@runtime_checkable
class Parted(Protocol):
    """A widget of which a part can be gone to at once, such as a row of a list."""

    def parts(self) -> Iterator[tuple[Offset, Go]]:
        """Each part in sight: where it stands in the widget, and what going there does.

        The widget has the focus by then.
        """


def spots(screen: Screen[Any]) -> list[Spot]:
    """Everything in sight that can be gone to, from the top and from the left.

    Nothing of what stands there is read: a spot is a place, and a letter.
    """
    found: dict[tuple[int, int], tuple[Widget, Go]] = {}
    for widget in screen.focus_chain:
        for at, go in _places(screen, widget):
            found.setdefault((at.y, at.x), (widget, go))
    ordered = sorted(found.items(), key=lambda each: each[0])
    return [
        Spot(letter=letter, x=x, y=y, widget=widget, go=go)
        for letter, ((y, x), (widget, go)) in zip(LETTERS, ordered, strict=False)
    ]


def _places(screen: Screen[Any], widget: Widget) -> Iterator[tuple[Offset, Go]]:
    try:
        map_ = screen.find_widget(widget)
    except (NoMatches, NoWidget):
        return
    seen = map_.region.intersection(map_.clip)
    if not seen.area:
        return
    if not isinstance(widget, Parted):
        yield _beside(seen.offset), partial(_focus_and, widget, _nothing)
        return
    inside = widget.content_region.offset
    for at, go in widget.parts():
        there = inside + at
        if seen.contains(*there):
            yield _beside(there), partial(_focus_and, widget, go)


def _beside(at: Offset) -> Offset:
    """In the margin, a column away from the words where there is one."""
    return Offset(max(0, at.x - 2), at.y)


def _focus_and(widget: Widget, go: Go) -> None:
    widget.focus()
    go()


def _nothing() -> None:
    """A widget of one part is only gone to."""
