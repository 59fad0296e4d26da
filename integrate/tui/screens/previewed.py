"""The end of a preview: which prompts were seen, which were not, and why."""

from collections.abc import Iterator
from typing import ClassVar, Final

from textual.app import ComposeResult
from textual.binding import Binding, BindingType

from integrate.domain.walk import Ending, Walk
from integrate.journal.preview import Preview
from integrate.journal.previewed import Line, summary
from integrate.tui.frame import Page
from integrate.tui.widgets.reading import Look, Part, Reading
from integrate.words import say

_UNDER: Final = "   "


class PreviewedScreen(Page[bool]):
    """Tells an author what the walk came to. Dismissed with whether to walk it again."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "again", say("preview.again")),
        Binding("escape", "leave", say("preview.leave")),
    ]

    def __init__(self, previewed: Preview, ended: Walk, ending: Ending) -> None:
        """Makes the screen.

        Args:
            previewed: what was looked at.
            ended: the walk as it ended.
            ending: how.
        """
        super().__init__()
        self._lines = tuple(summary(previewed, ended, ending))
        self._reading = Reading()
        self.set_reactive(Page.heading, say("preview.heading"))

    def compose_body(self) -> ComposeResult:
        """What was seen, and what was not."""
        yield self._reading

    def on_mount(self) -> None:
        """Shows it from its beginning."""
        self._reading.show(tuple(_parts(self._lines)))
        self._reading.focus()

    def action_again(self) -> None:
        """From the beginning, with other answers."""
        self.dismiss(True)

    def action_leave(self) -> None:
        """Enough was seen."""
        self.dismiss(False)


def _parts(lines: tuple[Line, ...]) -> Iterator[Part]:
    for line in lines:
        look: Look = "title" if line.heading else "said"
        if line.beside or line.under:
            look = "quiet"
        yield Part(text=_UNDER * line.under + line.text, look=look, gap=line.gap)
