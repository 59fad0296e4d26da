"""A letter beside everything on the page behind; pressing it goes there."""

from pathlib import Path
from typing import Any, ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Static

from integrate.tui.frame import HeaderLine, KeyLine, Page
from integrate.tui.jumping import LETTERS, Spot, spots
from integrate.words import say


class JumpScreen(Page[Spot | None]):
    """Lies over the page, which can be seen through it. Says no word of that page itself.

    Dismisses with the place that was chosen, or with `None`: back.
    """

    CSS_PATH = Path(__file__).with_suffix(".tcss")
    HELPS = False
    TITLE_KEY = "help.jump"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", say("key.back")),
        Binding("f6", "leave", show=False, priority=True),
    ]

    def __init__(self, behind: Screen[Any]) -> None:
        """Makes it.

        Args:
            behind: the page in front until now; it is looked at and not changed.
        """
        super().__init__()
        self._behind = behind
        self._spots: dict[str, Spot] = {}
        self.set_class(behind.has_class("-wide"), "-wide")

    def compose(self) -> ComposeResult:
        """The lines above and below; the letters come when it is known where they stand."""
        yield HeaderLine().data_bind(Page.heading, Page.corner)
        yield Static(classes="through")
        yield KeyLine()

    def on_mount(self) -> None:
        """Takes letters at once, also where they come before they could be drawn."""
        super().on_mount()
        self._look()

    def on_resize(self) -> None:
        """Other places are in sight."""
        super().on_resize()
        self.call_after_refresh(self._place)

    def on_key(self, event: events.Key) -> None:
        """A letter goes where it stands."""
        spot = self._spots.get(event.character or "")
        if spot is not None or (event.character or " ") in LETTERS:
            event.stop()
        if spot is not None:
            self.dismiss(spot)

    def on_click(self, event: events.Click) -> None:
        """A click on a letter does the same; one beside them leads back."""
        at = (event.screen_x, event.screen_y)
        self.dismiss(next((each for each in self._spots.values() if (each.x, each.y) == at), None))

    def action_leave(self) -> None:
        """Back, to the same place."""
        self.dismiss(None)

    async def _place(self) -> None:
        self._look()
        for line in self._behind.query(KeyLine):
            # The keys of the page behind do nothing just now: none of them is to be seen.
            self.query_one(KeyLine).styles.min_height = line.outer_size.height
        await self.query(".letter").remove()
        await self.mount_all(map(_letter, self._spots.values()))

    def _look(self) -> None:
        found = spots(self._behind) if self._behind.is_attached else []
        self._spots = {each.letter: each for each in found}


def _letter(spot: Spot) -> Static:
    label = Static(Content(spot.letter), classes="letter")
    label.styles.offset = (spot.x, spot.y)
    return label


def jumped(screen: Screen[Any], spot: Spot | None) -> None:
    """Goes there, where it still is there and nothing else came in front."""
    if spot is not None and spot.widget.is_attached and screen.app.screen is screen:
        spot.go()
