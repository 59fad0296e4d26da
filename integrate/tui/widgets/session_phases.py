"""The days around one session: each phase, from when it counts, and on what ground."""

from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import ClassVar, Final

from textual.content import Content
from textual.geometry import Size
from textual.reactive import reactive
from textual.widget import Widget

from integrate.domain.phase import Place
from integrate.text import clean
from integrate.tui import marks
from integrate.tui.dates import say_moment
from integrate.tui.days import begun_said
from integrate.tui.lines import fit
from integrate.words import say

_ON_ONE_LINE: Final = 66
"""From this width on each phase takes a single line."""
_ROOMY: Final = 38
"""Below this width there is only room for the day."""
_NAME: Final = 19
_FLAG: Final = 16


class SessionPhases(Widget):
    """Phases in words; the one that holds now has a sign of its own."""

    DEFAULT_CSS = """
    SessionPhases { height: auto; }
    SessionPhases > .session-phases--name { color: $text; }
    SessionPhases > .session-phases--now { color: $text; text-style: bold; }
    SessionPhases > .session-phases--quiet { color: $text-muted; }
    """
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "session-phases--name",
        "session-phases--now",
        "session-phases--quiet",
    }

    heading: reactive[str] = reactive("", layout=True)
    """Which session it is."""
    places: reactive[tuple[Place, ...]] = reactive((), layout=True)
    """Its phases; none where it was called off."""

    def __init__(self, now: datetime) -> None:
        super().__init__()
        self._now = now

    def show(self, heading: str, places: Sequence[Place]) -> None:
        """Shows the phases of another session."""
        self.heading = heading
        self.places = tuple(places)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """As many lines as it takes at this width."""
        del container, viewport
        return len(list(self._lines(width)))

    def render(self) -> Content:
        """The session, then its phases, one or two lines each."""
        return Content("\n").join(self._lines(self.content_size.width))

    def _lines(self, width: int) -> Iterator[Content]:
        for line in self._styled(clean(self.heading, one_line=True), "now").wrap(max(1, width)):
            yield line.rstrip()
        for place in self.places:
            yield from self._place(place, width)
        if self.heading and not self.places:
            yield from self._styled(say("sessions.phases.none"), "quiet").wrap(max(1, width))

    def _place(self, place: Place, width: int) -> Iterator[Content]:
        now = place.holds(self._now)
        name = fit(f"{marks.NOW if now else ' '} {place.phase.name}", _NAME)
        look = "now" if now else "name"
        begins = place.begins.astimezone(place.session.latest.tzinfo)
        when = say("sessions.phase.since", when=say_moment(begins, self._now))
        flag = str(place.phase.begin.flag)
        if width < _ROOMY:
            yield self._styled(name, look) + self._styled(begun_said(begins, self._now), "quiet")
            return
        if width >= _ON_ONE_LINE:
            rest = self._styled(fit(when, width - _NAME - _FLAG) + flag, "quiet")
            yield self._styled(name, look) + rest
            return
        yield self._styled(name, look) + self._styled(flag, "quiet")
        yield self._styled(f"    {when}", "quiet")

    def _styled(self, text: str, look: str) -> Content:
        return Content.styled(text, self.get_visual_style(f"session-phases--{look}"))
