"""The own editor is there for whoever chose one, its price is said first, and no word is lost."""

from contextlib import contextmanager

import pytest

from integrate import config
from integrate.journal import outside
from integrate.journal.begin import begin_free
from integrate.journal.draft import Keeper, waiting
from integrate.journal.outside import NotOutside
from integrate.tui.screens.ask import AskScreen
from integrate.tui.screens.write import WritingScreen
from integrate.tui.widgets.notice import Notice
from integrate.tui.widgets.writing_area import WritingArea
from integrate.words import say


@pytest.fixture
def page(journal, clock, stage, tmp_path):
    app = stage(WritingScreen(journal, begin_free(clock()), Keeper(journal), clock))
    app.config_file = tmp_path / "config.toml"
    return app


@pytest.fixture
def chosen(page):
    config.write(page.config_file, config.Config(editor="vim"))
    return page


@pytest.fixture
def handed(chosen, monkeypatch):
    """What was handed over; what comes back is set by the test."""
    given, comes = [], ["from outside"]

    @contextmanager
    def suspend():
        given.append("suspended")
        yield

    def edit(text, editor):
        given.append((text, editor))
        if isinstance(comes[0], Exception):
            raise comes[0]
        return comes[0]

    monkeypatch.setattr(chosen, "suspend", suspend)
    monkeypatch.setattr(outside, "write_outside", edit)
    return given, comes


def keys(app) -> str:
    return " ".join(each.plain for each in app.screen.query_one("KeyLine").groups())


async def test_whoever_chose_none_sees_none(page):
    async with page.run_test() as pilot:
        await pilot.pause()
        assert say("outside.key") not in keys(page)
        await pilot.press("f2")
        assert isinstance(page.screen, WritingScreen)


async def test_the_price_is_said_first_and_enter_stays_here(chosen, handed, until):
    async with chosen.run_test() as pilot:
        await pilot.press(*"here")
        assert say("outside.key") in keys(chosen)
        await pilot.press("f2")
        await until(pilot, lambda: isinstance(chosen.screen, AskScreen))
        assert say("outside.price") in str(chosen.screen.query_one(".muted").content)
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(chosen.screen, WritingScreen))
        assert handed[0] == []


async def test_the_page_goes_out_sealed_and_what_comes_back_is_sealed(
    chosen, handed, journal, until
):
    async with chosen.run_test() as pilot:
        await pilot.press(*"here", "f2")
        await until(pilot, lambda: isinstance(chosen.screen, AskScreen))
        await pilot.press("2")
        await until(pilot, lambda: handed[0] != [])
        assert handed[0] == ["suspended", ("here", "vim")]
        await until(
            pilot, lambda: [each.passage.text for each in waiting(journal)] == ["from outside"]
        )
        area = chosen.screen.query_one(WritingArea)
        assert area.text == "from outside"
        assert area.has_focus
        await pilot.press("ctrl+z")
        assert area.text == "here"


async def test_the_price_is_said_once_a_page(chosen, handed, until):
    async with chosen.run_test() as pilot:
        await pilot.press("f2")
        await until(pilot, lambda: isinstance(chosen.screen, AskScreen))
        await pilot.press("2")
        await until(pilot, lambda: len(handed[0]) == 2)
        await pilot.press("f2")
        await until(pilot, lambda: len(handed[0]) == 4)


async def test_what_could_not_be_done_is_said_and_the_page_is_as_it_was(chosen, handed, until):
    handed[1][0] = NotOutside("It stays here.")
    async with chosen.run_test() as pilot:
        await pilot.press(*"here", "f2")
        await until(pilot, lambda: isinstance(chosen.screen, AskScreen))
        await pilot.press("2")
        await until(
            pilot, lambda: "It stays here." in str(chosen.screen.query_one(Notice).render())
        )
        assert chosen.screen.query_one(WritingArea).text == "here"


async def test_a_terminal_that_cannot_be_handed_over_is_told(chosen, until):
    async with chosen.run_test() as pilot:
        await pilot.press("f2")
        await until(pilot, lambda: isinstance(chosen.screen, AskScreen))
        await pilot.press("2")
        await until(
            pilot,
            lambda: say("outside.no_terminal") in str(chosen.screen.query_one(Notice).render()),
        )
