"""What is asked before a measure is begun, or gone on with."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any, Final, cast

from integrate.clock import Clock
from integrate.journal.caution import Caution, caution
from integrate.journal.journal import Journal
from integrate.journal.saying import say_day
from integrate.tui.frame import Page
from integrate.tui.screens.ask import AskScreen
from integrate.tui.screens.ground import GroundScreen
from integrate.tui.widgets.picks import Pick
from integrate.words import say

if TYPE_CHECKING:
    from integrate.tui.app import IntegrateApp

_YES: Final = "yes"
_GROUND: Final = "ground"


class MeasureBefore:
    """Says what is to be known first, and goes on after a yes."""

    def __init__(  # noqa: PLR0913 - what asking needs around it
        self,
        page: Page[Any],
        journal: Journal,
        clock: Clock,
        measure: str,
        then: Callable[[], None],
        *,
        begun: bool,
    ) -> None:
        """Makes it.

        Args:
            page: what is asked in front of.
            journal: the open journal.
            clock: says what time it is.
            measure: the measure's id.
            then: goes on.
            begun: whether a draft of it waited.
        """
        self._page = page
        self._journal = journal
        self._clock = clock
        self._measure = measure
        self._then = then
        self._begun = begun

    def ask(self) -> None:
        """Goes on at once where there is nothing to say.

        Raises:
            BadFile: if the measure cannot be read.
        """
        found = self._caution(begun=self._begun)
        if found is None:
            self._then()
        else:
            self._show(found)

    def _caution(self, *, begun: bool) -> Caution | None:
        return caution(self._journal, self._measure, self._clock(), begun=begun)

    def _show(self, found: Caution) -> None:
        screen = caution_screen(found, begun=self._begun)
        self._page.app.push_screen(screen, partial(self._answered, found))

    def _answered(self, found: Caution, answer: str | None) -> None:
        if answer == _YES:
            self._go_on()
        elif answer == _GROUND:
            screen = GroundScreen(self._journal.library.grounding())
            self._page.app.push_screen(screen, partial(self._grounded, found))

    def _go_on(self) -> None:
        """The question may have lain there for hours."""
        now = self._caution(begun=True)
        if now is not None and now.refused is not None:
            self._show(now)
        else:
            self._then()

    def _grounded(self, found: Caution, result: str | None) -> None:
        self._show(found)
        cast("IntegrateApp", self._page.app).went_on(result)


def caution_screen(found: Caution, *, begun: bool) -> AskScreen:
    """The question, or the sentence where the measure can wait."""
    head = found.measure.measure
    if found.refused is not None:
        says = [say(f"measure.wait.{found.refused}")]
        if begun:
            says.append(say("measure.wait.kept"))
        back = Pick(value="back", label=say("measure.wait.back"))
        return AskScreen(say("measure.wait"), [back], says="\n\n".join(says))
    says = []
    if found.memory:
        says.append(say("measure.ask.memory"))
    if found.last is not None:
        day = say_day(found.last.date())
        says.append(say("measure.ask.soon", day=day, days=head.min_days_between))
    ask = say("measure.ask.on" if begun else "measure.ask", title=head.title)
    return AskScreen(ask, _picks(found), says="\n\n".join(says))


def _picks(found: Caution) -> list[Pick]:
    picks = [Pick(value="no", label=say("measure.ask.no"))]
    if found.memory:
        picks.append(Pick(value=_GROUND, label=say("measure.ask.ground")))
    return [*picks, Pick(value=_YES, label=say("measure.ask.yes"))]
