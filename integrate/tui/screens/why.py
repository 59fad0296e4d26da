"""On what ground a phase begins and ends where it does."""

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType

from integrate.domain.phase import Boundary, Place
from integrate.journal.grounds import grounds
from integrate.library import Library
from integrate.tui.days import day_said
from integrate.tui.frame import Page
from integrate.tui.widgets.reading import Part, Reading
from integrate.words import say


class WhyScreen(Page[None]):
    """Both ends of the phase, with what is known about each, and how surely."""

    CSS_PATH = Path(__file__).with_suffix(".tcss")
    TITLE_KEY = "why.title"
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape,enter", "leave", say("key.back"))]

    def __init__(self, place: Place, now: datetime, library: Library) -> None:
        """Makes the page.

        Args:
            place: the phase with its instants.
            now: when it is looked at.
            library: where the sources are written out.
        """
        super().__init__()
        self._place = place
        self._now = now
        self._library = library

    def compose_body(self) -> ComposeResult:
        """Words to read; the arrows scroll where there is no room for all of them."""
        yield Reading()

    def on_mount(self) -> None:
        """From the phase's name."""
        reading = self.query_one(Reading)
        reading.show(list(self._parts()))
        reading.focus()

    def _parts(self) -> Iterator[Part]:
        """The phase's name, its beginning, its end."""
        place = self._place
        yield Part(text=place.phase.name, look="title", gap=1)
        key = "why.began" if place.begins <= self._now else "why.begins"
        begins = say(key, when=day_said(place.begins, self._now))
        yield from self._side(begins, place.phase.begin)
        if place.ends is not None:
            ends = say("why.ends", when=day_said(place.ends, self._now))
            yield from self._side(ends, place.phase.end)
        else:
            yield from self._side(say("why.ends.never"), None)
        yield Part(text=say("why.close"), look="quiet")

    def _side(self, sentence: str, boundary: Boundary | None) -> Iterator[Part]:
        yield Part(text=sentence, gap=int(boundary is None))
        if boundary is None:
            return
        told = grounds(self._library, boundary)
        yield Part(text=say("why.flag", flag=told.flag.value), look="quiet")
        sources = [say("why.source", cite=cite) for cite in told.sources]
        yield Part(text=told.why, gap=int(not sources))
        for number, cite in enumerate(sources, 1):
            yield Part(text=cite, look="quiet", gap=int(number == len(sources)))

    def action_leave(self) -> None:
        """Back."""
        self.dismiss(None)
