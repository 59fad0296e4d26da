"""The ways aside from a walk and out of it, shared by whatever stands in front."""

import asyncio

from msgspec.structs import replace
from textual import work

from integrate.clock import Clock
from integrate.domain.entry import Entry
from integrate.domain.step import Ask, Ending, Ground, Support
from integrate.domain.walk import Walk
from integrate.journal.draft import Keeper
from integrate.journal.journal import Journal
from integrate.journal.pace import Pace
from integrate.journal.passage import Guided
from integrate.journal.within import Within
from integrate.journal.write import write
from integrate.library import Library
from integrate.tui.frame import Page
from integrate.tui.screens.finished import finished
from integrate.tui.screens.ground import GroundScreen
from integrate.tui.screens.support import SupportScreen
from integrate.tui.sealing import DraftTimer
from integrate.tui.widgets.foot import Foot
from integrate.tui.widgets.writing_area import WritingArea
from integrate.vault import VaultError


class GuidedWays(Page[Entry | None]):
    """Takes a walk on, aside and out. What is shown of it is for the screen made of this one."""

    _journal: Journal
    _keeper: Keeper
    _clock: Clock
    _library: Library
    _country: str
    _passage: Guided
    _within: Within
    _pace: Pace
    _drafts: DraftTimer
    _foot: Foot
    _leaving: bool
    """The entry is being written, or the screen is about to go: keys do nothing more."""

    async def _show(self) -> None:
        """Shows the step that the walk is at."""
        raise NotImplementedError

    def _focus_field(self) -> None:
        """Puts the keys on what is in front."""
        raise NotImplementedError

    @property
    def _walk(self) -> Walk:
        return self._passage.walk

    # --- one step on

    async def _go(self, walk: Walk, *, onward: bool = False) -> None:
        """Takes the walk one step on, and shows where it is.

        Args:
            walk: as it goes on.
            onward: whether a prompt lies behind now; only then may it be time to stop.
        """
        if self._leaving:
            return
        if walk.ending is None:
            walk = self._within.at(walk, self._clock())
            if onward and walk.at != self._walk.at:
                walk = self._pace.at(walk, self._clock())
        if walk == self._walk:
            self._focus_field()
            return
        self._keep(walk)
        await self._show()

    def _keep(self, walk: Walk) -> None:
        steady_at = self._within.steady_at or self._passage.steady_at
        self._passage = replace(self._passage, walk=walk, steady_at=steady_at)
        if not self._passage.empty or self._keeper.rid is not None:
            self._drafts.touch(self._passage)
            self._foot.tell_kept("guided.unkept")

    def seal(self) -> bool:
        """Keeps at once what is not kept yet."""
        return self._drafts.seal_now()

    def helps_first(self) -> bool:
        """Shows the help that something marked here calls for, over whatever is in front."""
        called = self._called()
        if called is None or self._leaving:
            return False
        self._keep(replace(self._walk, unheard=frozenset()))
        self.app.push_screen(self._help(called))
        return True

    def help_for_lock(self) -> Page[None] | None:
        """The same without its headline, and without the person's own list."""
        if self._called() is None or self._leaving:
            return None
        return SupportScreen(self._library.support(), None, self._country)

    def _called(self) -> Support | None:
        heard = self._walk.heard()
        found = heard.detours[0] if heard != self._walk and heard.detours else None
        return found if isinstance(found, Support) else None

    # --- aside

    def _ground(self, step: Ground) -> None:
        onward = not self._walk.go_on().over
        screen = GroundScreen(self._library.grounding(), reason=step.reason, onward=onward)
        self.app.push_screen(screen, self._grounded)

    def _support(self, step: Support) -> None:
        self.app.push_screen(self._help(step), self._helped)

    def _help(self, step: Support) -> SupportScreen:
        return SupportScreen(
            self._library.support(), self._journal.people, self._country, step.origin, step.first
        )

    def _why(self, step: Ask) -> None:
        from integrate.tui.screens.prompt_why import PromptWhyScreen  # needed only when asked for

        walk = self._walk
        self.app.push_screen(
            PromptWhyScreen(self._library, walk.set, step.prompt, measure=walk.measure)
        )

    async def _grounded(self, result: str | None) -> None:
        """Comes back from grounding."""
        walk = self._walk
        match result:
            case "go-on":
                await self._go(walk.go_on(), onward=True)
            case "stop":
                await self._go(walk.stop())
            case "people":
                await self._go(walk.support())
            case _:
                after = walk.resume()
                # Low steadiness leaves nothing to ask: back to that question, not to the end.
                await self._go(after.back() if after.over else after)

    async def _helped(self, _result: None) -> None:
        """Comes back from people who help."""
        await self._go(self._walk.resume())

    # --- out

    def _put_away(self) -> None:
        """Keeps all of it as a draft, and goes home; stays where it cannot be kept."""
        # A draft is a walk that goes on: the moment in which it does so may allow other prompts.
        self._passage = replace(self._passage, walk=replace(self._walk, ending=None))
        if self._passage.empty:
            self._drop()
        else:
            self._drafts.touch(self._passage)
            if not self._drafts.seal_now():
                return
        self._drafts.stop()
        self._leaving = True
        self.dismiss(None)

    def _drop(self) -> None:
        try:
            self._keeper.drop()
        except VaultError as error:
            self._foot.tell(self.fault(error))

    def _close(self, ending: Ending) -> None:
        if ending is Ending.PARKED:
            self._put_away()
            return
        self._leaving = True
        for area in self.query(WritingArea):
            area.read_only = True  # words that come while it is written could not be in it
        self._foot.tell_kept("guided.unkept")
        self._write(self._passage, ending)

    @work(group="write")
    async def _write(self, passage: Guided, ending: Ending) -> None:
        """Seals the entry in a thread; the screen stays live."""
        try:
            entry = await asyncio.to_thread(
                write, self._journal, passage, self._keeper, self._clock()
            )
        except VaultError as error:
            await self._unwritten(error)
        else:
            self._written(entry, ending)

    def _written(self, entry: Entry | None, ending: Ending) -> None:
        self._drafts.stop()
        if self not in self.app.screen_stack:
            return  # it was locked meanwhile
        screen = finished(self._journal, self._walk.set, ending, entry)
        self.app.push_screen(screen, lambda _: self.dismiss(entry))

    async def _unwritten(self, error: VaultError) -> None:
        """Back at the last prompt, where Next tries again; the words are all still there."""
        self._leaving = False
        self._keep(self._walk.back())
        await self._show()
        self._foot.tell_kept("")
        self._foot.tell(self.fault(error))
