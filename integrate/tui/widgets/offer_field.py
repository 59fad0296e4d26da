"""The field of a step that offers a few ways on; the kind one stands first."""

from collections.abc import Sequence

from textual.app import ComposeResult

from integrate.tui.widgets.field import Field
from integrate.tui.widgets.picks import Pick, Picks


class OfferField(Field):
    """Enter or a digit takes one of the ways at once; until then there is no answer."""

    def __init__(self, ways: Sequence[Pick]) -> None:
        """Makes the field, with the mark on the first way."""
        super().__init__()
        self._picks = Picks(ways)
        self._drawn = False
        """Keys that were pressed before it could be seen were meant for something else."""

    def compose(self) -> ComposeResult:
        """The ways, one a line."""
        yield self._picks

    def on_mount(self) -> None:
        """Takes nothing before it could be seen."""
        self.call_after_refresh(self._seen)

    def _seen(self) -> None:
        self._drawn = True

    def take_focus(self) -> None:
        """Puts the keys on the ways."""
        self.screen.set_focus(self._picks)

    def on_picks_picked(self, event: Picks.Picked) -> None:
        """Takes one."""
        event.stop()
        if self._drawn:
            self.given = (event.value, "")
            self.post_message(self.Entered(self))

    def on_picks_left(self, event: Picks.Left) -> None:
        """Out."""
        event.stop()
        self.post_message(self.Left(self))
