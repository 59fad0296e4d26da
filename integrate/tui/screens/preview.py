"""A set as a person would meet it, one prompt at a time, with nothing kept."""

from datetime import datetime
from typing import ClassVar

from msgspec.structs import replace
from textual import events, on
from textual.binding import Binding, BindingType

from integrate.domain.people import People
from integrate.domain.prompt import PromptSet
from integrate.domain.walk import Ending, Walk
from integrate.journal.preview import Forgetful, Preview, preview
from integrate.library import Library
from integrate.tui.frame import Page
from integrate.tui.screens.guided import GuidedScreen
from integrate.tui.screens.previewed import PreviewedScreen
from integrate.tui.widgets.foot import Foot
from integrate.words import say


class PreviewScreen(GuidedScreen):
    """The guided screen itself, except that its words go nowhere and its end tells what was seen.

    Dismissed with `None`, always. Make one with `preview_screen`.
    """

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "pause", say("preview.leave"))]

    def __init__(self, previewed: Preview, country: str = "") -> None:
        """Makes the screen.

        Args:
            previewed: what is looked at.
            country: two capital letters, for help lines; empty while not chosen.
        """
        journal = previewed.journal
        begun = previewed.begin()
        super().__init__(
            journal, begun, Forgetful(journal), previewed.clock, journal.library, country
        )
        self._previewed = previewed
        self._foot = Foot(pause="preview.leave")
        self._enough = False
        """Whether the person leaves now; a set that parks itself goes on to its summary."""
        self.set_reactive(Page.heading, say("preview.heading"))

    @on(events.Mount)
    def _tell_kept(self) -> None:
        """Says under the prompt as well that nothing is kept: a narrow header has no room for it.

        Textual calls the guided screen's own handler too.
        """
        self._foot.tell_kept("preview.note")

    def seal(self) -> bool:
        """There is nothing to keep, so nothing is lost."""
        return True

    def _keep(self, walk: Walk) -> None:
        self._passage = replace(self._passage, walk=walk)
        self._previewed.look(walk)

    async def action_pause(self) -> None:
        """Leaves; where the answer in front calls for help, that comes first, then the summary."""
        self._enough = True
        await super().action_pause()
        self._enough = False

    def _close(self, ending: Ending) -> None:
        if self._enough and ending is Ending.PARKED:
            self._leave()  # there is no draft to go on with
            return
        self._leaving = True
        self.app.push_screen(PreviewedScreen(self._previewed, self._walk, ending), self._told)

    async def _told(self, again: bool | None) -> None:  # noqa: FBT001 - Textual gives the result by place
        if not again:
            self._leave()
            return
        self._passage = self._previewed.begin()
        self._leaving = False
        await self._show()

    def _leave(self) -> None:
        self._leaving = True
        self._drafts.stop()
        self.dismiss(None)


def preview_screen(  # noqa: PLR0913 - the facts of a moment, all by name
    prompt_set: PromptSet,
    library: Library,
    now: datetime,
    *,
    at: str | None = None,
    measure: bool = False,
    people: People | None = None,
    country: str = "",
) -> PreviewScreen:
    """A screen that walks a set with nothing kept; push it, also while a journal is open.

    It touches neither that journal nor any file: it brings a journal of its own that has none.
    It is dismissed with `None` when the person has seen enough. Where the set has no prompts at
    all, it goes straight to what was left out.

    Args:
        prompt_set: what to ask, as read, compiled, or written just now. It may break the rules
            that `review` tells, as long as it could be read; say so beforehand.
        library: has the phases, grounding and help lines.
        now: aware.
        at: a phase's id, or `NO_SESSION`; by default the time that the set is for.
        measure: whether the set is a measure's.
        people: who to turn to, as the support page shows them; nobody by default.
        country: two capital letters, for help lines; empty while not chosen.

    Raises:
        KeyError: if there is no such phase.
    """
    previewed = preview(prompt_set, library, now, at=at, measure=measure, people=people)
    return PreviewScreen(previewed, country)
