"""One prompt at a time: the screen that a walk is shown on."""

import asyncio
from pathlib import Path
from typing import Any, ClassVar

from msgspec.structs import replace
from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll

from integrate.clock import Clock
from integrate.domain.answer import Answer, AnswerRefused, answer_to
from integrate.domain.entry import Entry
from integrate.domain.prompt import Kind
from integrate.domain.step import (
    Ask,
    Close,
    ConfirmDepth,
    Ending,
    Enough,
    Ground,
    Recall,
    Step,
    Support,
)
from integrate.domain.walk import Walk
from integrate.journal.draft import Keeper
from integrate.journal.journal import Journal
from integrate.journal.passage import Guided
from integrate.journal.within import Within
from integrate.journal.write import write
from integrate.library import Library
from integrate.tui.frame import HeaderLine, KeyLine, Page
from integrate.tui.screens.finished import finished
from integrate.tui.screens.ground import GroundScreen
from integrate.tui.screens.support import SupportScreen
from integrate.tui.sealing import DraftTimer
from integrate.tui.widgets.action_row import ActionRow
from integrate.tui.widgets.field import Field
from integrate.tui.widgets.foot import Foot
from integrate.tui.widgets.progress import progress
from integrate.tui.widgets.step_view import StepView
from integrate.vault import VaultError
from integrate.words import say


class GuidedScreen(Page[Entry | None]):
    """Drives a walk; dismissed with the entry, or with none where nothing became one yet."""

    CSS_PATH = Path(__file__).with_suffix(".tcss")
    VERTICAL_BREAKPOINTS = [(0, "-short"), (30, "-tall")]  # noqa: RUF012 - Textual reads it as an instance's own
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+n", "next", say("key.next")),
        Binding("ctrl+b", "back", say("key.back")),
        Binding("ctrl+o", "skip", say("guided.skip")),
        Binding("escape", "pause", say("guided.pause")),
        Binding("ctrl+t", "stop", say("guided.stop")),
        Binding("ctrl+g,f9", "ground", say("key.ground")),
        Binding("ctrl+r,f10", "support", say("key.support")),
    ]

    def __init__(  # noqa: PLR0913, PLR0917 - what a walk needs around it, each by its own name
        self,
        journal: Journal,
        passage: Guided,
        keeper: Keeper,
        clock: Clock,
        library: Library,
        country: str = "",
    ) -> None:
        super().__init__()
        # A draft that was left at its end opens at its last prompt, so that nothing closes unasked.
        walk = passage.walk.back() if passage.walk.over else passage.walk
        self._passage = replace(passage, walk=walk)
        self._journal = journal
        self._keeper = keeper
        self._clock = clock
        self._within = Within(journal, clock(), steady=passage.steady_at or passage.begun)
        self._library = library
        self._country = country
        self._drafts = DraftTimer(self, keeper, on_kept=self._on_kept, on_failed=self._on_unkept)
        self._foot = Foot()
        self._one_at_a_time = asyncio.Lock()
        self._view: StepView | None = None
        self._leaving = False
        """The entry is being written, or the screen is about to go: keys do nothing more."""
        self.set_reactive(Page.heading, passage.title)
        self.set_reactive(Page.corner, "")

    # --- what is shown

    def compose(self) -> ComposeResult:
        """The frame, with quiet lines and actions between the prompt and the keys."""
        yield HeaderLine().data_bind(Page.heading, Page.corner)
        yield VerticalScroll(classes="body", can_focus=False)
        yield self._foot
        yield KeyLine()

    async def on_mount(self) -> None:
        """Shows the first step, and looks at the hour whenever the terminal comes to the front."""
        self.watch(self.app, "app_focus", self._focus_changed, init=False)
        await self._show()

    async def _focus_changed(self, focused: bool) -> None:  # noqa: FBT001 - Textual's watchers take values by place
        if focused and self.app.screen is self:
            walk = self._within.at(self._walk, self._clock())
            if walk != self._walk:
                await self._go(walk)

    @property
    def _walk(self) -> Walk:
        return self._passage.walk

    async def _show(self) -> None:
        """Shows the step that the walk is at."""
        step = self._walk.step
        self._foot.tell("")
        match step:
            case Close():
                self._close(step.ending)
            case Ground():
                self._ground(step)
            case Support():
                self._support(step)
            case _:
                await self._view_of(step)

    async def _view_of(self, step: Ask | Recall | Enough | ConfirmDepth) -> None:
        self.corner = progress(step.number, step.count) if isinstance(step, Ask) else ""
        view = StepView(step, self._clock(), opening=self._opening(step))
        self._view = view
        body = self.query_one(".body", VerticalScroll)
        async with self._one_at_a_time:
            with self.app.batch_update():
                await body.remove_children()
                await body.mount(view)
        view.take_focus()
        # A tall field scrolls itself into view; the question comes first.
        body.call_after_refresh(body.scroll_home, animate=False, immediate=True)

    def _opening(self, step: Step) -> str:
        """What the set says first; not again once something was said."""
        if not isinstance(step, Ask) or step.number != 1 or self._walk.answers:
            return ""
        head = self._walk.set.set
        minutes = say(
            "guided.minutes" if head.minutes != 1 else "guided.minute", count=head.minutes
        )
        return f"{head.opening}\n{minutes}".strip()

    def _ground(self, step: Ground) -> None:
        screen = GroundScreen(self._library.grounding(), reason=step.reason)
        self.app.push_screen(screen, self._grounded)

    def _support(self, step: Support) -> None:
        screen = SupportScreen(
            self._library.support(), self._journal.people, self._country, step.origin, step.first
        )
        self.app.push_screen(screen, self._helped)

    # --- what the person does

    @on(Field.Changed)
    def _changed(self, event: Field.Changed) -> None:
        """Holds words on their way; they are sealed within a second."""
        event.stop()
        if self._is_old(event.field) or not isinstance(self._walk.step, Ask):
            return
        self._foot.tell("")
        self._hold(event.field)

    @on(Field.Misfit)
    def _misfit(self, event: Field.Misfit) -> None:
        event.stop()
        if not self._is_old(event.field):
            self._fits(event.value, "")

    @on(Field.Entered)
    async def _entered(self, event: Field.Entered) -> None:
        event.stop()
        if not self._is_old(event.field):
            await self.action_next()

    @on(Field.Left)
    def _left(self, event: Field.Left) -> None:
        event.stop()
        self._foot.take_focus()

    @on(ActionRow.Left)
    def _back_up(self, event: ActionRow.Left) -> None:
        event.stop()
        if self._view is not None:
            self._view.take_focus_from_below()

    @on(ActionRow.Pressed)
    async def _pressed(self, event: ActionRow.Pressed) -> None:
        event.stop()
        await self.run_action(event.action)

    async def action_next(self) -> None:
        """Goes on: with the answer that is there, or without one."""
        step = self._walk.step
        match step:
            case Ask():
                await self._answer(step)
            case Recall():
                await self._go(self._walk.resume())
            case ConfirmDepth():
                await self._confirm()
            case Enough():
                await self._enough()

    async def action_back(self) -> None:
        """To the prompt before."""
        await self._go(self._walk.back())

    async def action_skip(self) -> None:
        """On, without an answer."""
        await self._go(self._walk.skip())

    async def action_ground(self) -> None:
        """Turns aside to grounding, and comes back to where it was."""
        await self._go(self._walk.ground())

    async def action_support(self) -> None:
        """Turns aside to people who help, and comes back to where it was."""
        await self._go(self._walk.support())

    async def action_stop(self) -> None:
        """Enough for today: what was said becomes the entry."""
        await self._go(self._walk.stop())

    def action_pause(self) -> None:
        """Keeps all of it as a draft, and goes home; help comes first where an answer calls it."""
        if not self._leaving:
            parked = self._walk.park()
            self.call_later(self._go, parked) if parked.detours else self._put_away()

    def seal(self) -> bool:
        """Keeps at once what is not kept yet."""
        return self._drafts.seal_now()

    # --- how

    async def _go(self, walk: Walk) -> None:
        """Takes the walk one step on, and shows where it is."""
        if self._leaving:
            return
        walk = self._within.at(walk, self._clock())
        if walk == self._walk:
            self._focus_field()
            return
        self._keep(walk)
        await self._show()

    def _keep(self, walk: Walk) -> None:
        self._passage = replace(self._passage, walk=walk)
        if not self._passage.empty or self._keeper.rid is not None:
            self._drafts.touch(self._passage)
            self._foot.tell_kept("guided.unkept")

    def _is_old(self, field: Field) -> bool:
        """A message from a field that is gone by now must not speak for the one in front."""
        return self._leaving or self._view is None or field is not self._view.field

    def _focus_field(self) -> None:
        if self._view is not None:
            self._view.take_focus()

    def _hold(self, field: Field) -> None:
        step = self._walk.step
        assert isinstance(step, Ask)  # noqa: S101 - said to the type checker; the caller looked
        value, other = field.given
        if value is None:
            self._keep(self._walk.clear())
            return
        answer = self._fits(value, other, quietly=not field.says_at_once)
        if answer is not None:
            self._keep(self._walk.hold(answer))
        elif step.prompt.kind is Kind.TEXT and isinstance(value, str):
            # Too long to be an answer; the draft holds every word of it all the same.
            self._keep(self._walk.hold(Answer(value=value)))
        elif not field.says_at_once:
            self._keep(self._walk.clear())

    def _fits(self, value: Any, other: str, *, quietly: bool = False) -> Answer | None:
        """The checked answer; where it does not fit, one sentence says what would."""
        step = self._walk.step
        if not isinstance(step, Ask):
            return None
        try:
            return answer_to(step.prompt, value, other)
        except AnswerRefused as refused:
            if not quietly:
                self._foot.tell(say(f"answer.{refused.reason}", **refused.parts))
            return None

    async def _answer(self, step: Ask) -> None:
        if self._view is None:
            return
        value, other = self._view.field.given
        if step.prompt.kind is Kind.DISPLAY:
            await self._go(self._walk.read())
        elif value is None and step.prompt.required:
            self._foot.tell(say("guided.matters.skip"))
        elif value is None:
            await self._go(self._walk.clear().skip())
        elif (answer := self._fits(value, other)) is not None:
            await self._go(self._walk.answer(answer))

    async def _confirm(self) -> None:
        given = self._view.field.given[0] if self._view is not None else None
        if isinstance(given, bool):
            await self._go(self._walk.confirm(yes=given))
        else:
            self._foot.tell(say("guided.depth.choose"))

    async def _enough(self) -> None:
        """Stops where that was chosen; Next alone goes on."""
        given = self._view.field.given[0] if self._view is not None else None
        await self._go(self._walk.stop() if given == "stop" else self._walk.resume())

    async def _grounded(self, result: str | None) -> None:
        """Comes back from grounding."""
        walk = self._walk
        match result:
            case "go-on":
                await self._go(walk.go_on())
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

    # --- the ways out

    def _put_away(self) -> None:
        if self._passage.empty:
            self._drop()
        elif not self._drafts.seal_now():
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

    # --- the quiet lines

    def _on_kept(self) -> None:
        if not self._leaving:
            self._foot.tell_kept("guided.kept" if self._drafts.sealed else "guided.unkept")

    def _on_unkept(self, error: VaultError) -> None:
        self._foot.tell_kept("")
        self._foot.tell(self.fault(error))
