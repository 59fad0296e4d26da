"""The recovery code, shown this once: seven groups to write on paper."""

from collections.abc import Callable
from pathlib import Path
from typing import ClassVar, Final, Literal

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from integrate.tui.frame import Page
from integrate.tui.widgets.code_groups import CodeGroups
from integrate.tui.widgets.picks import Pick, Picks
from integrate.words import say

CodeAnswer = Literal["written", "none"]


_FRAME: Final = 6
"""Columns that the card's frame and the distance to it take."""


class CodeScreen(Page[CodeAnswer | None]):
    """Shows the code. `written`: it is on paper; `none`: rather no code at all; `None`: back."""

    CSS_PATH = Path(__file__).with_suffix(".tcss")
    TITLE_KEY = "code.title"
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "back", say("key.back"))]

    def __init__(self, code: str, *, paper: bool, back: bool, abandon: Callable[[], None]) -> None:
        """Makes the page.

        Args:
            code: as it is shown, in groups with dashes between.
            paper: whether it is the only way in, so that it cannot be declined.
            back: whether the journal holds nothing yet and can still be taken back.
            abandon: what to do when the program ends while the code is still only here.
        """
        super().__init__()
        self._groups = code.split("-")
        self._paper = paper
        self._back = back
        self._abandon = abandon

    def compose_body(self) -> ComposeResult:
        """Why, the code, and what next."""
        yield Static(Content(say("code.why_paper" if self._paper else "code.why")), classes="said")
        groups = CodeGroups(self._groups)
        with Vertical(classes="card") as card:
            card.styles.max_width = groups.widest + _FRAME
            yield groups
        yield Static(Content(say("code.once")), classes="said after")
        yield Picks(self._answers())

    def on_picks_picked(self, event: Picks.Picked) -> None:
        """On to typing part of it back, or to having none."""
        event.stop()
        self.dismiss("none" if event.value == "none" else "written")

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offers no way back once something is kept."""
        del parameters
        return self._back or action != "back"

    def action_back(self) -> None:
        """Back: the journal that was made is taken back."""
        self.dismiss(None)

    def seal(self) -> bool:
        """Leaves no journal behind that nobody could open."""
        self._abandon()
        return True

    def _answers(self) -> tuple[Pick, ...]:
        written = Pick(value="written", label=say("code.written"))
        return (written,) if self._paper else (written, Pick(value="none", label=say("code.none")))
