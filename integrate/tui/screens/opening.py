"""Opening what is to be written: a set that begins, a draft that waited, a free page.

Home and the library both lead here, so that a set begins in one way wherever it was found.
"""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any, cast

from integrate.clock import Clock
from integrate.domain.phase import Place
from integrate.journal.begin import begin
from integrate.journal.draft import Keeper, Waiting, resume
from integrate.journal.journal import Journal
from integrate.journal.passage import Free, Guided, Passage
from integrate.library import BadFile, Library, NoSuchSet
from integrate.tui.frame import Page
from integrate.tui.screens.guided import GuidedScreen
from integrate.tui.screens.write import WritingScreen
from integrate.vault import VaultError

if TYPE_CHECKING:
    from integrate.tui.app import IntegrateApp


class Opening:
    """Puts the screen of a passage in front of a page."""

    def __init__(
        self,
        page: Page[Any],
        journal: Journal,
        clock: Clock,
        library: Library,
        tell: Callable[[str], None],
    ) -> None:
        """Makes it.

        Args:
            page: what the screen is put in front of.
            journal: the open journal.
            clock: says what time it is.
            library: the prompt sets and tables.
            tell: says a sentence on the page, where something cannot be opened.
        """
        self._page = page
        self._journal = journal
        self._clock = clock
        self._library = library
        self._tell = tell

    @property
    def _app(self) -> "IntegrateApp":
        return cast("IntegrateApp", self._page.app)

    def begin(self, set_id: str, *, place: Place | None = None) -> bool:
        """Begins a set, or a measure; says whether it is in front."""
        try:
            passage = begin(
                self._journal, set_id, self._clock(), place=place, language=self._app.language
            )
        except (VaultError, BadFile, NoSuchSet) as error:
            self._tell(self._page.fault(error))
            return False
        self.open(passage, Keeper(self._journal))
        return True

    def resume(self, left: Waiting) -> bool:
        """Goes on with a draft; says whether it is in front."""
        try:
            passage, keeper = resume(self._journal, left, self._clock())
        except VaultError as error:
            self._tell(self._page.fault(error))
            return False
        self.open(passage, keeper)
        return True

    def open(self, passage: Passage, keeper: Keeper) -> None:
        """Puts it in front."""
        match passage:
            case Guided() if passage.walk.measure:
                self._ask_first(passage, keeper)
            case Guided():
                self._guided(passage, keeper)
            case Free():
                self._page.app.push_screen(
                    WritingScreen(self._journal, passage, keeper, self._clock)
                )

    def _guided(self, passage: Guided, keeper: Keeper) -> None:
        self._page.app.push_screen(
            GuidedScreen(
                self._journal,
                passage,
                keeper,
                self._clock,
                self._library,
                self._app.country,
            )
        )

    def _ask_first(self, passage: Guided, keeper: Keeper) -> None:
        from integrate.tui.screens.measure_before import MeasureBefore

        begun = keeper.rid is not None
        then = partial(self._guided, passage, keeper)
        measure = passage.walk.set.id
        before = MeasureBefore(self._page, self._journal, self._clock, measure, then, begun=begun)
        try:
            before.ask()
        except BadFile as error:
            self._tell(self._page.fault(error))
