"""Every shipped set, walked to its end by its keys, in the time that it is meant for.

At four levels of steadiness where a set has that scale (DESIGN.md 5): a low one offers grounding
and people and asks nothing more unless asked to; a middle one keeps to light questions. On the way
grounding and people are one key away from every single question, and lead back to it.
"""

import pytest

from integrate.domain.gate import HALF_STEADY, UNSTEADY
from integrate.domain.phase import moment_at
from integrate.domain.prompt import Kind
from integrate.domain.session import Route
from integrate.domain.walk import Ask, ConfirmDepth
from integrate.journal.begin import begin
from integrate.journal.draft import Keeper
from integrate.library import Library
from integrate.tui.screens.finished import FinishedScreen
from integrate.tui.screens.ground import GroundScreen
from integrate.tui.screens.guided import GuidedScreen
from integrate.tui.screens.hidden import HiddenScreen
from integrate.tui.screens.support import SupportScreen

LIBRARY = Library.shipped()
SETS = {each: LIBRARY.set(each) for each in sorted(LIBRARY.set_ids())}
GATED = {name for name, each in SETS.items() if any(prompt.gate for prompt in each.flat())}
LEVELS = (0, 3, 5, 9)
HOURS = {
    "before": -48,
    "doorstep": -6,
    "arriving": 1,
    "landing": 6,
    "open": 40,
    "settling": 100,
    "weaving": 24 * 10,
    "long-view": 24 * 40,
    "talk-before": -20,
    "talk-after": 1,
}
"""A moment in the middle of each phase, in hours after its session."""


@pytest.fixture
def at_its_time(session_at, journal, clock):
    """Puts a session where a set belongs; says whether now lies in its phase."""

    def put(chosen):
        if chosen.when is None:
            return
        route = Route.NONE if chosen.when.table == "talk" else Route.IM
        hours = HOURS[chosen.when.phase]
        session_at(hours, route=route, slept=hours > 24)
        moment = moment_at(journal.sessions, clock(), LIBRARY.phase_tables())
        lying = {each.phase.id for each in (moment.place, moment.ahead) if each}
        assert chosen.when.phase in lying

    return put


PLAUSIBLE = {
    Kind.SCALE: "5",
    Kind.NUMBER: "5",
    Kind.YESNO: "y",
    Kind.TEXT: "R",
    Kind.DATE: "2026-03-09",
    Kind.TIME: "14:30",
    Kind.DISPLAY: "",
}
"""What is typed; where there is a list, its first line is taken."""


def answer_keys(prompt, level):
    """The keys of something plausible."""
    return list(str(level) if prompt.gate else PLAUSIBLE.get(prompt.kind, "1"))


class Walker:
    """Goes through the guided screen in front by its keys alone."""

    def __init__(self, pilot, until, screen, level):
        self.pilot, self.until, self.screen, self.level = pilot, until, screen, level
        self.asked = []
        self.turned = []
        """Why grounding was offered on the way."""

    @property
    def app(self):
        return self.pilot.app

    async def press(self, *keys):
        """Presses them, and waits until the next step can be answered, or another screen is up."""
        before = self.app.screen, self.screen._passage.walk.step
        await self.app._press_keys(keys)
        await self.until(self.pilot, lambda: self.has_gone_on(*before))

    def has_gone_on(self, before, step):
        now = self.app.screen
        if now is not self.screen:
            return now is not before or self.screen._passage.walk.step != step
        view = self.screen._view
        shown = view._step == self.screen._passage.walk.step and view.field.has_focus_within
        return shown and (now is not before or view._step != step)

    @property
    def is_over(self):
        return isinstance(self.app.screen, FinishedScreen)

    async def to_the_end(self, *, aside=False):
        while not self.is_over:
            match self.app.screen:
                case GroundScreen() as screen:
                    await self.at_grounding(screen)
                case SupportScreen():
                    await self.press("escape")
                case _:
                    await self.at_a_step(self.screen._passage.walk.step, aside=aside)

    async def at_grounding(self, screen):
        self.turned.append(screen._reason)
        offers = [each.value for each in screen._offers()]
        if screen._reason != "unsteady":
            await self.press("escape")
            return
        assert {"go-on", "people", "stop"} <= set(offers)
        # The lowest rests here; a low one wishes for light questions all the same.
        wish = "stop" if self.level == 0 else "go-on"
        await self.press(str(offers.index(wish) + 1))

    async def at_a_step(self, step, *, aside):
        if aside:
            await self.help_is_near(step)
        match step:
            case Ask(prompt=prompt):
                self.asked.append(prompt)
                await self.press(*answer_keys(prompt, self.level), "ctrl+n")
            case ConfirmDepth():
                await self.press("y", "ctrl+n")
            case _:
                await self.press("ctrl+n")

    async def help_is_near(self, step):
        for key, reached in (("ctrl+g", GroundScreen), ("ctrl+r", SupportScreen)):
            await self.pilot.press(key)
            await self.until(
                self.pilot, lambda reached=reached: isinstance(self.app.screen, reached)
            )
            await self.pilot.press("escape")
            await self.until(self.pilot, lambda: self.app.screen is self.screen)
            assert self.screen._passage.walk.step == step


@pytest.fixture
def walks(stage, journal, clock, until, at_its_time):
    """Walks a set once at each of these levels; what was met on the way, by level."""

    async def walk(set_id, levels, *, aside=False):
        at_its_time(SETS[set_id])
        begun = begin(journal, set_id, clock())
        app = stage(HiddenScreen())
        met = {}
        async with app.run_test(size=(80, 24)) as pilot:
            for level in levels:
                screen = GuidedScreen(journal, begun, Keeper(journal), clock, LIBRARY)
                app.push_screen(screen)
                await until(pilot, lambda screen=screen: app.screen is screen and screen._view)
                walker = Walker(pilot, until, screen, level)
                await walker.to_the_end(aside=aside)
                closing = str(app.screen.query_one(".closing").render())
                assert closing == SETS[set_id].set.closing
                met[level] = walker
                await pilot.press("enter")
                await until(pilot, lambda: len(app.screen_stack) == 2)
        return met

    return walk


@pytest.mark.parametrize("set_id", sorted(SETS))
async def test_from_every_question_of_every_set_help_is_one_key_away_and_leads_back(walks, set_id):
    met = await walks(set_id, (9,), aside=True)
    assert met[9].asked


@pytest.mark.parametrize("set_id", sorted(GATED))
async def test_a_set_comes_to_its_closing_at_any_steadiness(walks, set_id):
    met = await walks(set_id, LEVELS)
    for level, walker in met.items():
        asked = walker.asked
        after = asked[next(n for n, each in enumerate(asked) if each.gate) + 1 :]
        assert ("unsteady" in walker.turned) is (level <= UNSTEADY)
        if level == 0:
            assert after == []  # nothing more was asked
        elif level <= HALF_STEADY:
            assert all(each.depth == 1 for each in after)
    assert len(met[9].asked) >= len(met[5].asked)


def test_every_shipped_set_is_walked_in_its_own_phase():
    phases = {each.when.phase for each in SETS.values() if each.when}
    assert phases == HOURS.keys()
