import asyncio
from datetime import datetime, timedelta, timezone

import pytest

from integrate.journal.demo import open_demo
from integrate.tui.demo_app import DemoApp
from integrate.tui.frame import HeaderLine
from integrate.tui.screens.ask import AskScreen
from integrate.tui.screens.home import HomeScreen
from integrate.tui.screens.journal import JournalScreen
from integrate.tui.screens.write import WritingScreen
from integrate.tui.widgets.picks import Picks

SIZES = [(80, 24), (120, 36)]
START = datetime(2026, 6, 1, 12, 0, tzinfo=timezone(timedelta(hours=1)))


@pytest.fixture
def demo(library):
    opened = open_demo("evening", library=library, start=lambda: START)
    yield opened
    opened.close()


@pytest.fixture
def app(demo, parts):
    return DemoApp(**{**parts, "clock": demo.clock}, journal=demo.journal, demo=demo)


@pytest.fixture
def until():
    """Lets the app run until something holds."""

    async def wait(pilot, true):
        async with asyncio.timeout(15):
            while not true():  # noqa: ASYNC110 - the app has no event for it
                await asyncio.sleep(0.005)
        await pilot.pause()

    return wait


def home(app) -> bool:
    return isinstance(app.screen, HomeScreen)


async def test_the_header_says_that_the_journal_is_invented(app):
    async with app.run_test() as pilot:
        await pilot.pause()
        header = app.screen.query_one(HeaderLine).render()
        assert header.plain.endswith("invented journal · integrate")


async def test_t_offers_the_days_of_the_story_and_stands_on_this_one(app, demo, until):
    async with app.run_test() as pilot:
        await until(pilot, lambda: home(app))
        await pilot.press("t")
        await until(pilot, lambda: isinstance(app.screen, AskScreen))
        picks = app.screen.query_one(Picks)
        assert picks.value == "evening"
        shown = picks.render().plain
        assert all(moment.title[:40] in shown for moment in demo.moments)


async def test_choosing_a_day_moves_the_clock_and_goes_home(app, demo, until):
    before = demo.journal
    async with app.run_test() as pilot:
        await until(pilot, lambda: home(app))
        await pilot.press("t")
        await until(pilot, lambda: isinstance(app.screen, AskScreen))
        await pilot.press("3")
        await until(pilot, lambda: demo.at.id == demo.moments[2].id and home(app))
        assert app.clock() == demo.moments[2].when
        assert app.journal is demo.journal
        assert app.journal is not before


async def test_going_back_from_the_days_changes_nothing(app, demo, until):
    before = demo.journal
    async with app.run_test() as pilot:
        await until(pilot, lambda: home(app))
        await pilot.press("t")
        await until(pilot, lambda: isinstance(app.screen, AskScreen))
        await pilot.press("escape")
        await until(pilot, lambda: home(app))
        assert app.journal is before


async def test_while_writing_t_is_a_letter(app, until):
    async with app.run_test() as pilot:
        await until(pilot, lambda: home(app))
        await pilot.pause()
        await pilot.press("w")
        await until(pilot, lambda: isinstance(app.screen, WritingScreen))
        await pilot.press("t")
        await pilot.pause()
        assert isinstance(app.screen, WritingScreen)


async def test_an_app_that_shows_a_real_journal_has_no_such_key(stage, journal):
    real = stage(JournalScreen(journal))
    async with real.run_test() as pilot:
        await pilot.press("t")
        await pilot.pause()
        assert isinstance(real.screen, JournalScreen)
        assert "invented" not in real.screen.query_one(HeaderLine).render().plain


@pytest.mark.parametrize("size", SIZES)
def test_the_days_look_calm(app, until, snap_compare, size):
    async def ready(pilot):
        await until(pilot, lambda: home(app))
        await pilot.press("t")
        await until(pilot, lambda: isinstance(app.screen, AskScreen))

    assert snap_compare(app, terminal_size=size, run_before=ready)
