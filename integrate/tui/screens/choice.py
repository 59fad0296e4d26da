"""A page that says something and asks for one choice."""

from collections.abc import Sequence
from pathlib import Path
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import Static

from integrate.tui.frame import Page
from integrate.tui.widgets.picks import Pick, Picks
from integrate.words import say


class ChoiceScreen(Page[str | None]):
    """Words, and a few answers under them. `None`: the person went back."""

    CSS_PATH = Path(__file__).with_suffix(".tcss")
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "back", say("key.back"))]

    def __init__(  # noqa: PLR0913 - what a page says, by name
        self,
        picks: Sequence[Pick],
        *,
        title: str,
        ask: str,
        says: Sequence[str] = (),
        after: str = "",
        back: bool = True,
    ) -> None:
        """Makes the page.

        Args:
            picks: the answers; the one that Enter takes first.
            title: the heading.
            ask: the question.
            says: what is said before the question, one paragraph each.
            after: a quiet sentence under the answers.
            back: whether there is somewhere to go back to.
        """
        super().__init__()
        self.heading = title
        self._picks = picks
        self._ask = ask
        self._says = says
        self._after = after
        self._back = back

    def compose_body(self) -> ComposeResult:
        """Paragraphs, question, answers."""
        for paragraph in self._says:
            yield Static(Content(paragraph), classes="said")
        yield Static(Content(self._ask), classes="question")
        yield Picks(self._picks)
        if self._after:
            yield Static(Content(self._after), classes="muted after")

    def on_picks_picked(self, event: Picks.Picked) -> None:
        """The answer."""
        event.stop()
        self.dismiss(event.value)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offers no way back from the first page."""
        del parameters
        return self._back or action != "back"

    def action_back(self) -> None:
        """Back, without an answer."""
        self.dismiss(None)
