"""A letter beside everything on a page: it goes there, and says nothing of what stands there."""

import pytest
from textual.widgets import Input, TextArea

from integrate.config import Config
from integrate.journal.begin import begin
from integrate.journal.draft import Keeper
from integrate.journal.write import note
from integrate.tui.jumping import spots
from integrate.tui.screens.ask import AskScreen
from integrate.tui.screens.entry import EntryScreen
from integrate.tui.screens.ground import GroundScreen
from integrate.tui.screens.guided import GuidedScreen
from integrate.tui.screens.hidden import HiddenScreen
from integrate.tui.screens.home import HomeScreen
from integrate.tui.screens.journal import JournalScreen
from integrate.tui.screens.jump import JumpScreen
from integrate.tui.screens.settings import SettingsScreen
from integrate.tui.screens.write import WritingScreen
from integrate.tui.widgets.action_row import ActionRow
from integrate.tui.widgets.choice_list import ChoiceList
from integrate.tui.widgets.row_list import RowList
from integrate.words import say

from .gallery import text_of

SIZES = [(80, 24), (40, 24), (120, 36)]
BY_SIZE = pytest.mark.parametrize("size", SIZES, ids=str)


async def settled(pilot):
    await pilot.app.workers.wait_for_complete()
    await pilot.pause()


async def jump(pilot, key="f6"):
    """The letters are there; each is drawn where its place is."""
    await settled(pilot)
    behind = pilot.app.screen
    await pilot.press(key)
    await settled(pilot)
    screen = pilot.app.screen
    assert isinstance(screen, JumpScreen)
    lines = text_of(pilot.app)
    found = spots(behind)
    assert [lines[each.y][each.x] for each in found] == [each.letter for each in found]
    return found


def leads_to(found, kind, nth=0):
    return [each.letter for each in found if isinstance(each.widget, kind)][nth]


def to_way(found, name):
    return next(each.letter for each in found if getattr(each.widget, "to", "") == name)


@BY_SIZE
async def test_a_letter_on_home_opens_where_it_stands(app, until, size):
    async with app.run_test(size=size) as pilot:
        found = await jump(pilot, "g")
        assert found[0].letter == "a"
        await pilot.press(to_way(found, "free"))
        await until(pilot, lambda: isinstance(app.screen, WritingScreen))


@BY_SIZE
async def test_a_letter_in_the_journal_opens_its_page(filled, stage, until, size):
    app = stage(JournalScreen(filled))
    async with app.run_test(size=size) as pilot:
        listed = app.screen.query_one(RowList)
        await until(pilot, lambda: listed.key is not None)
        found = await jump(pilot)
        await pilot.press(leads_to(found, RowList, 2))
        await until(pilot, lambda: isinstance(app.screen, EntryScreen))
        assert listed._rows.number_on(listed.cursor) == 2


@BY_SIZE
async def test_a_letter_in_the_settings_asks_about_that_one(stage, journal, until, size):
    app = stage(SettingsScreen(journal))
    async with app.run_test(size=size) as pilot:
        rows = app.screen.query_one(RowList)
        found = await jump(pilot)
        await pilot.press(leads_to(found, RowList, 1))
        await until(pilot, lambda: isinstance(app.screen, AskScreen))
        assert rows.key == "motion"


@pytest.fixture
def guided(journal, clock, library):
    return GuidedScreen(
        journal, begin(journal, "checkin", clock()), Keeper(journal), clock, library
    )


@BY_SIZE
async def test_a_letter_in_a_question_moves_there_and_answers_nothing(stage, guided, size):
    app = stage(guided)
    async with app.run_test(size=size) as pilot:
        await pilot.press("7", "ctrl+n")
        found = await jump(pilot)
        before = guided.query_one(ChoiceList)
        spot = [each for each in found if each.widget is before][1]
        at = next(
            number
            for number, line in enumerate(before._lines)
            if line.region.offset == (spot.x + 2, spot.y)
        )
        await pilot.press(spot.letter)
        await settled(pilot)
        assert app.screen is guided
        assert app.focused is before
        assert before._at == at
        assert before.values == ()
        found = await jump(pilot)
        await pilot.press(leads_to(found, ActionRow, 1))
        await settled(pilot)
        row = app.focused
        assert isinstance(row, ActionRow)
        assert row.at == 1
        assert app.results == []


async def test_escape_and_the_same_key_lead_back_to_the_same_letter(app):
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await pilot.press("w")
        await settled(pilot)
        writing = app.screen
        assert isinstance(writing, WritingScreen)
        await pilot.press(*"going", "left")
        area = app.focused
        place = area.cursor_location
        for key in ("escape", "f6"):
            await jump(pilot)
            await pilot.press(key)
            await settled(pilot)
            assert app.screen is writing
            assert app.focused is area
            assert area.cursor_location == place
        assert area.text == "going"  # in a field the letter is a letter


async def test_a_letter_that_stands_nowhere_does_nothing(app):
    async with app.run_test(size=(80, 24)) as pilot:
        await jump(pilot)
        await pilot.press("Z", "w", "j")
        await settled(pilot)
        assert isinstance(app.screen, JumpScreen)


async def test_grounding_hiding_and_locking_stay_one_key_away(app, until):
    async with app.run_test(size=(80, 24)) as pilot:
        await jump(pilot)
        await pilot.press("ctrl+g")
        await until(pilot, lambda: isinstance(app.screen, GroundScreen))
        await pilot.press("escape")
        await until(pilot, lambda: isinstance(app.screen, JumpScreen))
        await pilot.press("ctrl+p")
        await until(pilot, lambda: isinstance(app.screen, HiddenScreen))
        await pilot.press("f6", "g")
        await settled(pilot)
        assert isinstance(app.screen, HiddenScreen)  # no letters over a covered page


async def test_the_letters_themselves_say_nothing_of_the_journal(stage, journal, clock):
    note(journal, "the kettle on the stove", clock(), title="Heron")
    app = stage(JournalScreen(journal))
    async with app.run_test(size=(80, 24)) as pilot:
        await jump(pilot)
        front = app.screen
        said = [str(each.render()) for each in front.query(".letter")]
        assert all(len(each) == 1 for each in said)
        assert front.heading == say("help.jump")


async def test_without_colour_the_letters_stand_out_and_follow_the_size(app):
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        app.wear(Config(marks="ascii"), {"NO_COLOR": "1", "LC_ALL": "C.UTF-8"})
        home = app.screen
        assert isinstance(home, HomeScreen)
        await jump(pilot)
        for size in ((40, 30), (120, 36)):
            await pilot.resize_terminal(*size)
            await settled(pilot)
            await pilot.pause()
            lines = text_of(app)
            assert all(lines[each.y][each.x] == each.letter for each in spots(home))
        style = app.screen.query(".letter").first().rich_style
        assert style.reverse


async def test_a_field_takes_the_letter_and_the_function_key_still_jumps(app, until):
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await pilot.press("w", "g")
        await settled(pilot)
        assert isinstance(app.focused, Input | TextArea)
        await pilot.press("f6")
        await until(pilot, lambda: isinstance(app.screen, JumpScreen))
