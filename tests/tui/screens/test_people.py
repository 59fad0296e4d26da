"""People who help: adding, changing, removing, ordering; every change is kept at once."""

import pytest
from textual.widgets import Static

from integrate.domain.people import People, Person
from integrate.journal.people import keep_people
from integrate.tui.screens import people as module
from integrate.tui.screens.ask import AskScreen
from integrate.tui.screens.people import PeopleScreen
from integrate.tui.screens.person import PersonScreen
from integrate.tui.widgets.row_list import RowList
from integrate.vault import VaultBusy
from integrate.words import say

SIZES = [(80, 24), (120, 36)]
ANA = Person(name="Ana", reach="060 1234")
BEN = Person(name="Ben")
LIND = Person(name="Dr. Lind", reach="030 555")


@pytest.fixture
def screen(journal):
    keep_people(journal, People(people=(ANA, BEN), care_team=(LIND,)))
    return PeopleScreen(journal)


async def press(pilot, *keys: str) -> None:
    for key in keys:
        await pilot.press(key)
        await pilot.pause()
    await pilot.app.workers.wait_for_complete()
    await pilot.pause()


async def test_somebody_is_added_at_the_end(stage, screen, journal):
    async with stage(screen).run_test() as pilot:
        await press(pilot, "a", *"Cleo", "enter", *"0999", "enter")
        assert journal.people.people == (ANA, BEN, Person(name="Cleo", reach="0999"))


async def test_the_care_team_has_its_own_list(stage, screen, journal):
    async with stage(screen).run_test() as pilot:
        await press(pilot, "t", *"Kim", "enter", "enter")
        assert journal.people.care_team == (LIND, Person(name="Kim"))


async def test_enter_changes_the_one_that_is_marked(stage, screen, journal):
    async with stage(screen).run_test() as pilot:
        await press(pilot, "down", "enter", *"jamin", "enter", "enter")
        assert journal.people.people == (ANA, Person(name="Benjamin"))


async def test_going_back_changes_nothing(stage, screen, journal):
    async with stage(screen).run_test() as pilot:
        await press(pilot, "enter", *"xxx", "escape")
        assert journal.people.people == (ANA, BEN)


async def test_a_name_is_needed(stage, screen):
    app = stage(screen)
    async with app.run_test() as pilot:
        await press(pilot, "a", "enter", *"060", "enter")
        assert isinstance(app.screen, PersonScreen)
        said = str(app.screen.query_one(".notice", Static).content)
        assert said == say("person.no_name")


async def test_removing_asks_once_and_keeping_is_the_first_answer(stage, screen, journal):
    app = stage(screen)
    async with app.run_test() as pilot:
        await press(pilot, "r")
        assert isinstance(app.screen, AskScreen)
        await press(pilot, "enter")
        assert journal.people.people == (ANA, BEN)
        await press(pilot, "r", "2")
        assert journal.people.people == (BEN,)


async def test_the_order_is_the_persons_own(stage, screen, journal):
    async with stage(screen).run_test() as pilot:
        await press(pilot, "d")
        assert journal.people.people == (BEN, ANA)
        assert screen.query_one(RowList).key == "people.1"
        await press(pilot, "d")
        assert journal.people.people == (BEN, ANA)
        await press(pilot, "u")
        assert journal.people.people == (ANA, BEN)


async def test_with_nobody_there_nothing_acts_on_anybody(stage, journal):
    screen = PeopleScreen(journal)
    app = stage(screen)
    async with app.run_test() as pilot:
        await press(pilot, "r", "u", "d", "enter")
        assert app.screen is screen
        assert journal.people == People()


async def test_a_journal_that_is_busy_is_said(stage, screen, monkeypatch):
    def busy(*_: object) -> None:
        raise VaultBusy

    monkeypatch.setattr(module, "keep_people", busy)
    async with stage(screen).run_test() as pilot:
        await press(pilot, "d")
        assert str(screen.query_one(".notice", Static).content) == say("vault.busy")


@pytest.mark.parametrize(("key", "result"), [("ctrl+n", True), ("escape", False)])
async def test_in_the_welcome_going_on_and_back_differ(stage, journal, key, result):
    app = stage(PeopleScreen(journal, first_run=True))
    async with app.run_test() as pilot:
        await press(pilot, key)
    assert app.results == [result]


@pytest.mark.parametrize("size", SIZES)
def test_the_list_looks_calm(snap_compare, stage, screen, size):
    assert snap_compare(stage(screen), terminal_size=size)


@pytest.mark.parametrize("size", SIZES)
def test_one_person_looks_calm(snap_compare, stage, size):
    page = PersonScreen(say("person.change"), ANA)
    assert snap_compare(stage(page), terminal_size=size)
