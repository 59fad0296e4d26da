"""On every screen that there is: a new size, a lock that comes by itself, and a sudden end.

What somebody had just typed is sealed, nothing of it is seen, and nothing falls over.
"""

from collections.abc import Callable
from typing import Any

import pytest
from textual.screen import Screen
from textual.widgets import Input, TextArea

from integrate.journal.draft import waiting
from integrate.journal.journal import Journal
from integrate.journal.unlock import unlock
from integrate.tui.screens.entry_edit import EntryEditScreen
from integrate.tui.screens.guided import GuidedScreen
from integrate.tui.screens.unlock import UnlockScreen
from integrate.tui.screens.write import WritingScreen
from integrate.tui.widgets.scale import Scale

from ..conftest import Stage  # noqa: TID252 - the stage is shared by all tests of the full screen
from .test_every_screen import SCREENS, make

__all__ = ["make"]

PASSPHRASE = "a lamp in the hall"
TOKEN = "zqvoxel"
SIZES = [(1, 1), (20, 6), (200, 50), (2, 40), (200, 1), (40, 15), (79, 23), (80, 24)]
KEEPS = {WritingScreen, EntryEditScreen}
"""Pages whose field in focus is sealed as it stands."""
EVERY = pytest.mark.parametrize("kind", SCREENS, ids=lambda each: each.__name__)


class Ticks:
    """A clock that goes when it is told to."""

    seconds = 1000.0

    def __call__(self) -> float:
        return self.seconds


@pytest.fixture
def ticks() -> Ticks:
    return Ticks()


@pytest.fixture
def staged(parts, journal, ticks) -> Callable[[Screen[Any]], Stage]:
    """The app with one screen in front, and with a clock for idle time that a test moves."""
    return lambda first: Stage(first, **parts, journal=journal, now=ticks)


@pytest.fixture
def sealed(parts) -> Callable[[], str]:
    """All that stands in drafts, as another process finds it."""

    def read() -> str:
        opened: Journal = unlock(
            parts["path"], PASSPHRASE, machine=parts["machine"], library=parts["library"]
        )
        said = str([each.passage for each in waiting(opened)])
        opened.close()
        return said

    return read


def shown(app: Stage) -> str:
    return "\n".join(strip.text for strip in app.screen._compositor.render_strips())


async def typed(pilot: Any) -> bool:
    """Types a word where there is something to type into; says whether there was."""
    app = pilot.app
    await app.workers.wait_for_complete()
    await pilot.pause()
    if isinstance(app.focused, Input | TextArea):
        await pilot.press(*TOKEN)
        return True
    if isinstance(app.focused, Scale):
        await pilot.press("7")
    return False


@EVERY
async def test_a_screen_may_become_any_size_and_is_the_same_again_afterwards(staged, make, kind):
    app = staged(make[kind]())
    async with app.run_test(size=(80, 24)) as pilot:
        await typed(pilot)
        before, focused = shown(app).split("\n"), app.focused
        for size in SIZES:
            await pilot.resize_terminal(*size)
        await pilot.pause()
        assert app._exception is None
        assert app.focused is focused
        # Where it is scrolled to may differ; the header and what was typed may not.
        assert shown(app).split("\n")[0] == before[0]


@EVERY
async def test_a_lock_that_comes_by_itself_loses_nothing_and_shows_nothing(
    staged, make, sealed, ticks, kind
):
    app = staged(make[kind]())
    async with app.run_test(size=(80, 24)) as pilot:
        app.locking.begin(10)
        written = await typed(pilot)
        ticks.seconds += 601
        app.locking.tick()
        await app.workers.wait_for_complete()
        await pilot.pause()
        assert app.journal is None
        assert any(isinstance(each, UnlockScreen) for each in app.screen_stack)
        assert TOKEN not in shown(app)
        assert "kettle" not in shown(app)
        assert app._exception is None
    if kind in KEEPS:
        assert written
        assert TOKEN in sealed()
    if kind is GuidedScreen:
        assert "value=7" in sealed()


@EVERY
async def test_a_sudden_end_seals_before_it_ends(staged, make, sealed, kind):
    """As SIGTERM and SIGHUP do: see the tests of starting for real ones."""
    app = staged(make[kind]())
    async with app.run_test(size=(80, 24)) as pilot:
        await typed(pilot)
        app.leave(143)
        if kind in KEEPS:
            assert TOKEN in sealed()
        if kind is GuidedScreen:
            assert "value=7" in sealed()
    assert app.return_code == 143
    assert app._exception is None


@EVERY
async def test_stepping_out_covers_and_seals(staged, make, sealed, kind):
    app = staged(make[kind]())
    async with app.run_test(size=(80, 24)) as pilot:
        await typed(pilot)
        app.about_to_step_out()
        if kind in KEEPS:
            assert TOKEN in sealed()
        await pilot.pause()
        assert TOKEN not in shown(app)
        assert "kettle" not in shown(app)
        assert app._exception is None
