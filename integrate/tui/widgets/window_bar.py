"""The window bar: a session's phases as stretches of time, and where now lies in them."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from math import log2
from typing import Final

from msgspec import Struct
from rich.cells import cell_len
from textual.content import Content
from textual.geometry import Size
from textual.visual import VisualType
from textual.widget import Widget

from integrate.domain.phase import Place
from integrate.tui import marks
from integrate.tui.days import begun_said

_BETWEEN: Final = 2
"""Columns kept free between two names."""
_ENDLESS: Final = timedelta(weeks=8)
"""Half of a phase without an end is filled after so long."""


class WindowBar(Widget):
    """Time runs to the right; what was is heavy, what comes is light, ◆ is now.

    The stretches are not to one scale: two hours and three weeks both have room for a name. It
    never says how much is left.
    """

    DEFAULT_CSS = """
    WindowBar {
        height: 3;
    }
    """

    def __init__(self, places: Sequence[Place], now: datetime) -> None:
        """Makes a bar.

        Args:
            places: the phases of one session, in order; `now` lies in one of them.
            now: aware, in the person's own offset.
        """
        super().__init__()
        self._places = places
        self._now = now

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """The bar, the names, the days."""
        del container, viewport, width
        return 3

    def render(self) -> VisualType:
        """Three lines, as wide as there is room."""
        drawn = draw(self._places, self._now, self.content_size.width)
        before, here, after = drawn.bar
        bar = Content.assemble((before, "$primary"), (here, "bold $accent"), (after, "$text-muted"))
        return Content("\n").join(
            [bar, self._names(drawn), Content.styled(drawn.days, "$text-muted")]
        )

    def _names(self, drawn: "Drawn") -> Content:
        before, here, after = drawn.names
        return Content.assemble(
            (before, "$text-muted"), (here, "bold $accent"), (after, "$text-muted")
        )


class Drawn(Struct, frozen=True, kw_only=True):
    """The bar as text: each line of the first two in what is before, here, and after."""

    bar: tuple[str, str, str]
    names: tuple[str, str, str]
    days: str


def draw(places: Sequence[Place], now: datetime, width: int) -> Drawn:
    """The bar at this width: the phase that holds, and as many of its neighbours as fit."""
    needs = [_need(place, now) for place in places]
    holding = next((i for i, place in enumerate(places) if place.holds(now)), 0)
    begin, end = _visible(needs, holding, width)
    shown, here = places[begin:end], holding - begin
    widths = _widths(shown, needs[begin:end], width, here)
    starts = [sum(widths[:i]) for i in range(len(widths))]
    at = starts[here] + _within(shown[here], now, widths[here])

    def stroke(column: int) -> str:
        # The left end is no turn: it is only where the view begins, unless time began there.
        if column in starts[1:]:
            return marks.TURN_PAST if column < at else marks.TURN_AHEAD
        return marks.PAST if column < at else marks.RULE

    line = "".join(stroke(column) for column in range(sum(widths)))
    names = [_padded(place.phase.name, cells) for place, cells in zip(shown, widths, strict=True)]
    days = [_padded(_day(place, now), cells) for place, cells in zip(shown, widths, strict=True)]
    return Drawn(
        bar=(line[:at], marks.NOW, line[at + 1 :]),
        names=("".join(names[:here]), names[here], "".join(names[here + 1 :])),
        days="".join(days),
    )


def _visible(needs: Sequence[int], here: int, width: int) -> tuple[int, int]:
    """Which stretch of phases to show: outwards from the one that holds, what comes first."""
    begin, end = here, here + 1
    grew = True
    while grew:
        grew = False
        if end < len(needs) and sum(needs[begin : end + 1]) <= width:
            end, grew = end + 1, True
        if begin > 0 and sum(needs[begin - 1 : end]) <= width:
            begin, grew = begin - 1, True
    return begin, end


def _widths(shown: Sequence[Place], needs: Sequence[int], width: int, here: int) -> Sequence[int]:
    """Room for each name, and the rest shared out by how long each lasts, on a steep curve."""
    weights = [_weight(place) * (2 if i == here else 1) for i, place in enumerate(shown)]
    spare = max(0, width - sum(needs))
    shares = [int(spare * weight / sum(weights)) for weight in weights]
    shares[here] += spare - sum(shares)
    return [need + share for need, share in zip(needs, shares, strict=True)]


def _weight(place: Place) -> float:
    lasts = (place.ends - place.begins) if place.ends is not None else _ENDLESS
    return log2(2 + lasts / timedelta(hours=12))


def _within(place: Place, now: datetime, cells: int) -> int:
    """The column of now inside its phase; in one without an end it goes ever slower."""
    gone = now - place.begins
    if place.ends is not None:
        share = gone / (place.ends - place.begins)
    else:
        share = gone / (gone + _ENDLESS)
    return max(0, min(cells - 1, int(share * cells)))


def _need(place: Place, now: datetime) -> int:
    return max(cell_len(place.phase.name), cell_len(_day(place, now))) + _BETWEEN


def _day(place: Place, now: datetime) -> str:
    return begun_said(place.begins, now)


def _padded(text: str, cells: int) -> str:
    return text + " " * max(0, cells - cell_len(text))
