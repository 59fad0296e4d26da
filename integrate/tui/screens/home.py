"""Home: where now lies, and one next thing."""

import asyncio
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import ClassVar, Final

from textual import events, on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import Static

from integrate.clock import Clock
from integrate.journal.begin import begin_free
from integrate.journal.draft import Keeper, Waiting, discard
from integrate.journal.journal import Journal
from integrate.journal.passage import Guided
from integrate.journal.tender import rests_first
from integrate.library import BadFile, Library
from integrate.tui.frame import Page
from integrate.tui.screens.ask import AskScreen
from integrate.tui.screens.home_backup import BackupLine
from integrate.tui.screens.home_look import HomeLook, away_said, look, out_of_date, same
from integrate.tui.screens.home_news import Elsewhere, first_words
from integrate.tui.screens.home_view import HomeView
from integrate.tui.screens.journal import JournalScreen
from integrate.tui.screens.library import LibraryScreen
from integrate.tui.screens.opening import Opening
from integrate.tui.screens.questions import Choice, QuestionCard, keep_answer
from integrate.tui.screens.session_form import SessionFormScreen
from integrate.tui.screens.sessions import SessionsScreen
from integrate.tui.screens.settings import SettingsScreen
from integrate.tui.screens.why import WhyScreen
from integrate.tui.widgets.picks import Pick, Picks
from integrate.tui.widgets.way import Way
from integrate.vault import VaultError
from integrate.words import say

_SETS: Final = {"checkin": "checkin", "capture": "capture", "hard": "hard-moment"}
"""Sets that can be begun at any time."""
_LOOKS_EVERY: Final = 60.0
"""Seconds after which home looks whether another phase has begun."""


class HomeScreen(Page[None]):
    """The phase, one next thing, a waiting page, and the ways from here. Titles, never words."""

    CSS_PATH = Path(__file__).with_suffix(".tcss")
    WIDE = True
    HORIZONTAL_BREAKPOINTS = [(0, "-tight"), (60, "-narrow"), (110, "-broad")]  # noqa: RUF012 - Textual reads it as an instance's own
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up,left", "step(-1)", show=False),
        Binding("down,right", "step(1)", show=False),
        Binding("n", "not_now", say("home.key.not_now")),
        Binding("n", "again", say("home.key.again")),
        Binding("d", "go('draft:0')", say("home.key.draft")),
        Binding("d", "open_draft", show=False),
        Binding("x", "put_away", say("home.key.away")),
        Binding("x", "put_away_unoffered", show=False),
        Binding("c", "go('checkin')", say("home.key.checkin")),
        Binding("w", "go('free')", say("home.key.write")),
        Binding("l", "go('library')", say("home.key.library")),
        Binding("j", "go('journal')", say("home.key.journal")),
        Binding("s", "go('sessions')", say("home.key.sessions")),
        Binding("e", "go('settings')", say("home.key.settings")),
        Binding("y", "why", say("home.key.why")),
    ]

    def __init__(
        self,
        journal: Journal,
        clock: Clock,
        library: Library,
        *,
        wanted: str | None = None,
        backups: Path | None = None,
    ) -> None:
        """Makes home.

        Args:
            journal: the open journal.
            clock: says what time it is.
            library: the prompt sets and tables.
            wanted: a set to begin as soon as home is there; empty for the one that is due.
            backups: where the day's backup goes; `None`: none is made.
        """
        super().__init__()
        self._wanted = wanted
        self._journal = journal
        self._clock = clock
        self._library = library
        self._look: HomeLook | None = None
        # Held, not looked for: a late worker may come when the page is half gone.
        self._said = Static(classes="notice", markup=False)
        self._view = HomeView()
        self._backup = BackupLine(journal, clock, backups)
        self._opening = Opening(self, journal, clock, library, self._notice)
        self._one_at_a_time = asyncio.Lock()
        self._checked = False
        """Whether the file was looked over since home was opened."""
        self._put_off = False
        """The person said "not now"; nothing is offered until home is opened anew."""
        self._not_yet: set[tuple[str, str]] = set()
        """Questions answered with "not yet": not asked again until home is opened anew."""
        self.set_reactive(Page.heading, "")

    def compose_body(self) -> ComposeResult:
        """Filled once the journal was looked at."""
        yield self._said
        yield self._view
        yield self._backup

    # --- looking

    def on_mount(self) -> None:
        """Looks again whenever the terminal comes back to the front."""
        self._notice("")
        self.watch(self.app, "app_focus", self._focus_changed, init=False)
        self.set_interval(_LOOKS_EVERY, self._look_again)
        again = partial(self._look_afresh, quietly=True, hours=True)
        self._elsewhere = Elsewhere(self, self._journal, again, group="look")

    def on_screen_resume(self) -> None:
        """Looks afresh: something may have been written meanwhile, here or elsewhere."""
        self._look_afresh()

    def _focus_changed(self, focused: bool) -> None:  # noqa: FBT001 - Textual's watchers take values by place
        if focused and self.is_current:
            self._look_afresh()

    def _look_again(self) -> None:
        """Home may lie open for hours; what is true meanwhile is shown, the rest stays still."""
        if self.app.screen is self:
            self._look_afresh(quietly=True)

    @work(exclusive=True, group="look")
    async def _look_afresh(self, *, quietly: bool = False, hours: bool = False) -> None:
        try:
            found = await asyncio.to_thread(self._look_around)
        except (VaultError, BadFile) as error:
            self._notice(self.fault(error))
        else:
            if not (quietly and self._look and same(found, self._look, hours=hours)):
                self._looked(found)

    def _look_around(self) -> HomeLook:
        self._journal.refresh()
        return look(self._journal, self._clock())

    def _looked(self, found: HomeLook) -> None:
        self._look = found
        self.run_worker(self._show_again(), group="show")
        if not self._checked:
            self._checked = True
            self._look_over()
            self._backup.begin()
        wanted, self._wanted = self._wanted, None
        if wanted is not None and not self._asks(found):
            self._begin_wanted(wanted, found)

    @work(group="health")
    async def _look_over(self) -> None:
        """Says what the file itself noticed, once home is there and can be used."""
        if found := await asyncio.to_thread(first_words, self._journal, self.fault):
            self._notice("\n".join(found))

    async def _show(self, found: HomeLook) -> None:
        self.heading = found.greeting
        self.set_class(found.tender, "-tender")
        await self._view.show(found, put_off=self._put_off, ask=self._asks(found))
        self.refresh_bindings()

    def _asks(self, found: HomeLook) -> bool:
        asked = found.asked
        return asked is not None and (asked.question, asked.session.id) not in self._not_yet

    # --- keys

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Only keys that have something to do are shown, and work."""
        found = self._look
        if found is None:
            return action == "step"
        if action == "go":
            return self._can_go(str(parameters[0]), found)
        offered = found.offer is not None and not self._asks(found)
        works = {
            "not_now": offered and not self._put_off,
            "again": offered and self._put_off,
            "put_away": self._draft_in_focus() is not None and not self._rests_first,
            "put_away_unoffered": self._draft_in_focus() is not None,
            "why": found.place is not None,
        }
        return works.get(action, True)

    def _can_go(self, name: str, found: HomeLook) -> bool:
        if name == "draft:0":
            return bool(found.drafts) and found.begun is None and self._draft_in_focus() is None
        # Sessions can be looked at from everywhere, also while the ways are few.
        return name in found.ways or name in {"sessions", "settings"}

    def on_key(self, event: events.Key) -> None:
        """Digits open what they stand beside."""
        self._backup.clear()
        if event.key.isdecimal() and (name := self._view.numbered(int(event.key))):
            event.stop()
            self._view.take_focus(name)
            self._go(name)

    def action_step(self, by: int) -> None:
        """To the next thing, or the one before."""
        if by > 0:
            self.focus_next()
        else:
            self.focus_previous()

    def action_go(self, name: str) -> None:
        """Opens one of the ways."""
        self._go(name)

    def action_open_draft(self) -> None:
        """Goes on with the draft, also while it is in focus and the key line only says `enter`."""
        if self._look is None:
            return
        if self._look.begun is not None:
            self._resume(self._look.begun)
        elif self._look.drafts:
            self._go("draft:0")

    async def action_not_now(self) -> None:
        """Not now, which is a whole answer."""
        self._put_off = True
        await self._show_again()

    async def action_again(self) -> None:
        """Shows what was put off."""
        self._put_off = False
        await self._show_again()

    def action_why(self) -> None:
        """On what ground this phase begins and ends where it does."""
        if self._look is not None and self._look.place is not None:
            self.app.push_screen(WhyScreen(self._look.place, self._look.now, self._library))

    def action_put_away(self) -> None:
        """Asks, then takes the waiting draft in focus away for good."""
        left = self._draft_in_focus()
        if left is None:
            return
        keep = "delete.no.tender" if self._rests_first else "home.away.no"
        ask, says, yes = away_said(left)
        picks = [Pick(value="keep", label=say(keep)), Pick(value="away", label=yes)]
        self.app.push_screen(
            AskScreen(ask, picks, says=says), partial(self._put_away_answered, left)
        )

    def action_put_away_unoffered(self) -> None:
        """The same, where it is not shown that it can be done."""
        self.action_put_away()

    @property
    def _rests_first(self) -> bool:
        return rests_first(self._journal, self._clock())

    def _put_away_answered(self, left: Waiting, answer: str | None) -> None:
        if answer == "away":
            self._discard(left)

    async def _show_again(self) -> None:
        # One after the other: widgets that are half taken away must not be taken away again.
        async with self._one_at_a_time:
            if self._look is not None:
                await self._show(self._look)

    # --- going somewhere

    @on(Way.Opened)
    def _opened(self, event: Way.Opened) -> None:
        event.stop()
        self._go(event.name)

    @on(Picks.Left)
    def _past_the_answers(self, event: Picks.Left) -> None:
        event.stop()
        self.focus_next()

    def _go(self, name: str) -> None:
        kind, _, number = name.partition(":")
        self._notice("")
        self._backup.clear()
        match kind:
            case "next":
                self._begin_next()
            case "draft":
                self._resume(self._look.drafts[int(number)]) if self._look else None
            case "free":
                self._opening.open(begin_free(self._clock()), Keeper(self._journal))
            case "journal":
                self.app.push_screen(JournalScreen(self._journal))
            case "library":
                self.app.push_screen(LibraryScreen(self._journal, self._clock), self._wished)
            case "sessions":
                self.app.push_screen(SessionsScreen(self._journal, self._clock))
            case "settings":
                self.app.push_screen(SettingsScreen(self._journal))
            case "add":
                self.app.push_screen(SessionFormScreen(self._journal, self._clock))
            case "ground" | "people":
                self.call_later(
                    self.app.run_action, "app.ground" if kind == "ground" else "app.support"
                )
            case _:
                self._opening.begin(_SETS[kind])

    def _wished(self, wish: Waiting | str | None) -> None:
        """What was chosen in the library."""
        if isinstance(wish, Waiting):
            self._resume(wish)
        elif wish is not None:
            self._opening.begin(wish)

    def _begin_wanted(self, set_id: str, found: HomeLook) -> None:
        """What was wished for when the journal was opened: its draft if one waits."""
        if not set_id:
            self._begin_next()
            return
        left = [found.begun, *found.drafts] if found.begun else found.drafts
        for each in left:
            if isinstance(each.passage, Guided) and each.passage.walk.set.id == set_id:
                self._resume(each)
                return
        self._opening.begin(set_id)

    def _begin_next(self) -> None:
        found = self._look
        if found is None or found.offer is None:
            return
        if out_of_date(self._journal, found, self._clock()):
            self._look_afresh()
        elif found.begun is not None:
            self._resume(found.begun)
        else:
            self._opening.begin(found.offer.set.id, place=found.offer.place)

    def _resume(self, left: Waiting) -> None:
        if not self._opening.resume(left):
            self._look_afresh()

    # --- what was answered

    @on(QuestionCard.Answered)
    def _answered(self, event: QuestionCard.Answered) -> None:
        event.stop()
        match event.choice:
            case Choice.MOVED:
                self.app.push_screen(SessionFormScreen(self._journal, self._clock, event.session))
            case Choice.NOT_YET:
                self._not_yet.add((event.question, event.session.id))
                self._look_afresh()
            case _:
                self._change(partial(keep_answer, self._journal, event, self._clock()))

    def _discard(self, left: Waiting) -> None:
        self._change(partial(discard, self._journal, left))

    @work(group="change")
    async def _change(self, change: Callable[[], None]) -> None:
        """Makes the change in a thread, and shows home as it is then."""
        try:
            await asyncio.to_thread(change)
        except VaultError as error:
            self._notice(self.fault(error))
        else:
            self._look_afresh()

    def _notice(self, sentence: str) -> None:
        self._said.update(Content(sentence))
        self._said.display = bool(sentence)

    def _draft_in_focus(self) -> Waiting | None:
        if self._look is None:
            return None
        kind, _, number = (self._view.focused_name() or "").partition(":")
        if kind == "draft":
            return self._look.drafts[int(number)]
        return self._look.begun if kind == "next" else None
