"""One prompt at a time: the screen that a walk is shown on."""

import asyncio
from pathlib import Path
from typing import ClassVar

from msgspec.structs import replace
from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll

from integrate.clock import Clock
from integrate.domain.answer import Answer
from integrate.domain.prompt import Kind
from integrate.domain.step import Ask, Close, ConfirmDepth, Enough, Ground, Recall, Support
from integrate.journal.draft import Keeper
from integrate.journal.journal import Journal
from integrate.journal.pace import Pace
from integrate.journal.passage import Guided
from integrate.journal.within import Within
from integrate.library import Library
from integrate.tui.frame import HeaderLine, KeyLine, Page
from integrate.tui.screens.guided_answers import corner_of, does_not_fit, given_to, opening_of
from integrate.tui.screens.guided_ways import GuidedWays
from integrate.tui.sealing import DraftTimer
from integrate.tui.turning import Leaf
from integrate.tui.widgets.action_row import ActionRow
from integrate.tui.widgets.field import Field
from integrate.tui.widgets.foot import Foot
from integrate.tui.widgets.offer_field import OfferField
from integrate.tui.widgets.step_view import StepView
from integrate.tui.widgets.text_field import TextField
from integrate.vault import VaultError
from integrate.words import say


class GuidedScreen(GuidedWays):
    """Drives a walk; dismissed with the entry, or with none where nothing became one yet."""

    CSS_PATH = Path(__file__).with_suffix(".tcss")
    VERTICAL_BREAKPOINTS = [(0, "-short"), (30, "-tall")]  # noqa: RUF012 - Textual reads it as an instance's own
    BINDINGS: ClassVar[list[BindingType]] = [
        # Those that leave a prompt come first, so that no key after them goes into the one before.
        Binding("enter", "turn('enter')", say("key.next"), priority=True),
        Binding("ctrl+n", "turn('next')", say("key.next"), priority=True),
        Binding("ctrl+b", "turn('back')", say("key.back"), priority=True),
        Binding("ctrl+o", "turn('skip')", say("guided.skip"), priority=True),
        Binding("f5", "only_one", say("guided.only")),
        Binding("f3", "why", say("guided.why")),
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
        self._pace = Pace(walk, clock())
        self._library = library
        self._country = country
        self._drafts = DraftTimer(self, keeper, on_kept=self._on_kept, on_failed=self._on_unkept)
        self._foot = Foot()
        self._one_at_a_time = asyncio.Lock()
        self._view: StepView | None = None
        self._leaving = False
        self.set_reactive(Page.heading, passage.title)
        self.set_reactive(Page.corner, "")

    # --- what is shown

    def compose(self) -> ComposeResult:
        """The frame, with quiet lines and actions between the prompt and the keys."""
        yield HeaderLine().data_bind(Page.heading, Page.corner)
        yield VerticalScroll(classes="body", can_focus=False)
        yield self._foot
        yield KeyLine()

    @on(events.Mount)
    async def _begins(self) -> None:
        """Shows the first step, and looks at the hour whenever the terminal comes to the front."""
        self.watch(self.app, "app_focus", self._focus_changed, init=False)
        await self._show()

    async def _focus_changed(self, focused: bool) -> None:  # noqa: FBT001 - Textual's watchers take values by place
        if focused and self.app.screen is self:
            walk = self._within.at(self._walk, self._clock())
            if walk != self._walk:
                await self._go(walk)

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
        self.corner = corner_of(self._walk)
        view = StepView(step, self._clock(), opening=opening_of(self._walk))
        self._view = view
        body = self.query_one(".body", VerticalScroll)
        async with self._one_at_a_time:
            with self.app.batch_update():
                await body.remove_children()
                await body.mount(view)
        view.take_focus()
        self._show_ways()
        # A tall field scrolls itself into view; the question comes first.
        body.call_after_refresh(body.scroll_home, animate=False, immediate=True)

    def _show_ways(self) -> None:
        """The keys and the row name what can be done here."""
        self.refresh_bindings()
        names = ("back", "only_one", "skip", "why")
        self._foot.offer({name for name in names if self.check_action(name, ())})

    # --- what the person does

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Some ways are there only at some steps."""
        step = self._walk.step
        name = parameters[0] if action == "turn" and parameters else action
        match name:
            case "enter":
                return self._takes_enter()
            case "why":
                return isinstance(step, Ask)
            case "only_one":
                return isinstance(step, Ask) and step.number == 1
            case "back":
                return not isinstance(step, Enough) and self._walk.back() != self._walk
            case "skip":
                return not isinstance(step, Enough)
            case _:
                return True

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
            self._foot.tell(does_not_fit(self._walk.step, event.value, ""))

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

    async def action_turn(self, action: str) -> None:
        """Leaves the prompt once every key before has arrived; keys after go to the next one."""
        leaf, view = self.focused, self._view
        if isinstance(leaf, Leaf) and view is not None and view in leaf.ancestors:
            leaf.post_message(Leaf.Turn(leaf, action))
        else:
            await self.run_action("next" if action == "enter" else action)

    @on(Leaf.Turn)
    def _turns(self, event: Leaf.Turn) -> None:
        """Behind the keys that have come back up to the app."""
        event.stop()
        self.app.call_later(self._turn, event.leaf, event.action)

    async def _turn(self, leaf: Leaf, action: str) -> None:
        view = self._view
        if view is not None and view in leaf.ancestors and self.app.screen is self:
            if action == "enter":
                view.field.take()
            await view.settled(leaf)
            if isinstance(self._walk.step, Ask) and not self._leaving:
                self._hold(view.field)
            await self.run_action("next" if action == "enter" else action)
        if self._leaving:
            return  # what is typed while it is written could not be in it: the leaf holds on to it
        onto = self.focused if self.app.screen is self else None
        leaf.hand_over(onto if isinstance(onto, Leaf) else None)

    async def action_next(self) -> None:
        """Goes on: with the answer that is there, or without one."""
        step = self._walk.step
        given = self._view.field.given if self._view is not None else (None, "")
        match step:
            case Ask():
                await self._answer(step, *given)
            case Recall():
                await self._go(self._walk.resume())
            case ConfirmDepth() if isinstance(given[0], bool):
                await self._go(self._walk.confirm(yes=given[0]))
            case ConfirmDepth():
                self._foot.tell(say("guided.depth.choose"))
            case Enough():
                # Nothing chosen: Next goes on, as it does everywhere.
                stops = given[0] == "stop"
                await self._go(self._walk.stop() if stops else self._walk.resume())

    async def action_back(self) -> None:
        """To the prompt before."""
        await self._go(self._walk.back())

    async def action_skip(self) -> None:
        """On, without an answer."""
        await self._go(self._walk.skip(), onward=isinstance(self._walk.step, Ask))

    def action_why(self) -> None:
        """Why this prompt is there; the words on their way stay as they are."""
        step = self._walk.step
        if isinstance(step, Ask) and not self._leaving:
            self._why(step)

    def action_only_one(self) -> None:
        """Only this prompt today; once more, and the others are back."""
        if self._leaving:
            return
        walk = self._walk
        self._keep(replace(walk, only=False) if walk.only else walk.only_one())
        self.corner = corner_of(self._walk)
        self._foot.tell(say("guided.only.again" if walk.only else "guided.only.told"))

    async def action_ground(self) -> None:
        """Turns aside to grounding, and comes back to where it was."""
        await self._go(self._walk.ground())

    async def action_support(self) -> None:
        """Turns aside to people who help, and comes back to where it was."""
        await self._go(self._walk.support())

    async def action_stop(self) -> None:
        """Enough for today: what was said becomes the entry."""
        await self._go(self._walk.stop())

    async def action_pause(self) -> None:
        """Keeps all of it as a draft, and goes home."""
        await self._go(self._walk.park())

    # --- how

    def _takes_enter(self) -> bool:
        """Whether Enter goes on from here: not in writing, on the row, or where it chooses."""
        field = self._view.field if self._view is not None else None
        if self.focused is None or field is None or isinstance(field, TextField | OfferField):
            return False
        return self.focused is field or field in self.focused.ancestors

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
        answer = given_to(step, value, other)
        if answer is not None:
            self._keep(self._walk.hold(answer))
            return
        if field.says_at_once:
            self._foot.tell(does_not_fit(step, value, other))
        if step.prompt.kind is Kind.TEXT and isinstance(value, str):
            # Too long to be an answer; the draft holds every word of it all the same.
            self._keep(self._walk.hold(Answer(value=value)))
        elif not field.says_at_once:
            self._keep(self._walk.clear())

    async def _answer(self, step: Ask, value: object, other: str) -> None:
        if step.prompt.kind is Kind.DISPLAY:
            await self._go(self._walk.read(), onward=True)
        elif value is None and step.prompt.required:
            self._foot.tell(say("guided.matters.skip"))
        elif value is None and self._walk.measure:
            # An Enter too many must not cost the total; leaving one out has a key of its own.
            self._foot.tell(say("guided.measure.skip"))
        elif value is None:
            await self._go(self._walk.clear().skip(), onward=True)
        elif (answer := given_to(step, value, other)) is not None:
            await self._go(self._walk.answer(answer), onward=True)
        else:
            self._foot.tell(does_not_fit(step, value, other))

    # --- the quiet lines

    def _on_kept(self) -> None:
        if not self._leaving:
            self._foot.tell_kept("guided.kept" if self._drafts.sealed else "guided.unkept")

    def _on_unkept(self, error: VaultError) -> None:
        self._foot.tell_kept("")
        self._foot.tell(self.fault(error))
