"""Why a prompt is there: what the article says, what studies say, and what is our choice."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType

from integrate.domain.prompt import Prompt, PromptSet
from integrate.journal.why_said import why_lines
from integrate.library import Library
from integrate.tui.frame import Page
from integrate.tui.widgets.reading import Part, Reading
from integrate.words import say


class PromptWhyScreen(Page[None]):
    """Stands in front of the prompt for as long as it is read; nothing behind it changes."""

    TITLE_KEY = "guided.why.title"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,enter,f3", "leave", say("key.back")),
    ]

    def __init__(
        self, library: Library, prompts: PromptSet, prompt: Prompt, *, measure: bool = False
    ) -> None:
        """Makes the page.

        Args:
            library: has the sources written out.
            prompts: the set that is walked.
            prompt: the one in front.
            measure: whether the set is a measure's.
        """
        super().__init__()
        self._lines = why_lines(library, prompts, prompt, measure=measure)
        self._reading = Reading()

    def compose_body(self) -> ComposeResult:
        """All of it, to be scrolled."""
        yield self._reading

    def on_mount(self) -> None:
        """Shows it from its beginning."""
        self._reading.show(
            [Part(text=each.text, look=each.look, gap=each.gap) for each in self._lines]
        )
        self._reading.focus()

    def action_leave(self) -> None:
        """Back to the prompt."""
        self.dismiss(None)
