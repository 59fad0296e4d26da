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


async def test_by_arrows_and_enter_somebody_is_added_to_either_list(stage, screen, journal):
    async with stage(screen).run_test() as pilot:
        await press(pilot, "down", "down", "enter", *"Cleo", "enter", "enter")
        assert journal.people.people == (ANA, BEN, Person(name="Cleo"))
        await press(pilot, "end", "enter", *"Kim", "enter", "enter")
        assert journal.people.care_team == (LIND, Person(name="Kim"))


async def test_by_digits_too(stage, screen, journal):
    async with stage(screen).run_test() as pilot:
        await press(pilot, "3", *"Cleo", "enter", "enter")
        await press(pilot, "6", *"Kim", "enter", "enter")
        assert journal.people.people == (ANA, BEN, Person(name="Cleo"))
        assert journal.people.care_team == (LIND, Person(name="Kim"))


async def test_enter_on_somebody_and_enter_again_changes_them(stage, screen, journal):
    async with stage(screen).run_test() as pilot:
        await press(pilot, "down", "enter", "enter", *"jamin", "enter", "enter")
        assert journal.people.people == (ANA, Person(name="Benjamin"))


@pytest.mark.parametrize(
    ("keys", "people"),
    [
        (("1", "2"), (BEN, ANA)),
        (("2", "2"), (BEN, ANA)),
        (("1", "3", "2"), (BEN,)),
        (("2", "down", "down", "enter", "down", "enter"), (ANA,)),
        (("1", "3", "enter"), (ANA, BEN)),
        (("1", "escape"), (ANA, BEN)),
    ],
    ids=["down", "up", "removed by digits", "removed by arrows", "kept", "left"],
)
async def test_order_and_removal_need_no_letter(stage, screen, journal, keys, people):
    async with stage(screen).run_test() as pilot:
        await press(pilot, *keys)
        assert journal.people.people == people
        assert journal.people.care_team == (LIND,)


async def test_what_cannot_be_done_is_not_offered(stage, journal):
    keep_people(journal, People(people=(ANA,)))
    app = stage(PeopleScreen(journal))
    async with app.run_test() as pilot:
        await press(pilot, "1", "2")
        assert isinstance(app.screen, AskScreen)
        assert say("people.remove_ask", name="Ana") in str(
            app.screen.query_one(".question", Static).content
        )


async def test_going_back_changes_nothing(stage, screen, journal):
    async with stage(screen).run_test() as pilot:
        await press(pilot, "enter", "enter", *"xxx", "escape")
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
        await press(pilot, "r", "u", "d", "ctrl+n")
        assert app.screen is screen
        assert journal.people == People()


async def test_on_a_row_that_is_nobody_nothing_acts_on_anybody(stage, screen, journal):
    app = stage(screen)
    async with app.run_test() as pilot:
        await press(pilot, "end", "r", "u", "d")
        assert app.screen is screen
        assert journal.people.care_team == (LIND,)


async def test_a_journal_that_is_busy_is_said(stage, screen, monkeypatch):
    def busy(*_: object) -> None:
        raise VaultBusy

    monkeypatch.setattr(module, "keep_people", busy)
    async with stage(screen).run_test() as pilot:
        await press(pilot, "d")
        assert str(screen.query_one(".notice", Static).content) == say("vault.busy")


@pytest.mark.parametrize(
    ("keys", "result"),
    [
        (("ctrl+n",), True),
        (("3",), True),
        (("down", "down", "enter"), True),
        (("escape",), False),
    ],
)
async def test_in_the_welcome_going_on_and_back_differ(stage, journal, keys, result):
    app = stage(PeopleScreen(journal, first_run=True))
    async with app.run_test() as pilot:
        await press(pilot, *keys)
    assert app.results == [result]


async def test_outside_the_welcome_there_is_nothing_to_go_on_to(stage, screen):
    app = stage(screen)
    async with app.run_test() as pilot:
        await press(pilot, "end")
        assert screen.query_one(RowList).key == "care_team.add"


@pytest.mark.parametrize("size", SIZES)
def test_in_the_welcome_it_looks_calm(snap_compare, stage, journal, size):
    assert snap_compare(stage(PeopleScreen(journal, first_run=True)), terminal_size=size)


async def test_opened_again_in_front_of_itself_neither_page_undoes_the_other(
    stage, screen, journal
):
    app = stage(screen)
    async with app.run_test() as pilot:
        await press(pilot, "ctrl+r", "1")
        assert isinstance(app.screen, PeopleScreen)
        assert app.screen is not screen
        await press(pilot, "a", *"Cleo", "enter", "enter", "escape", "escape")
        assert app.screen is screen
        await press(pilot, "a", *"Dan", "enter", "enter")
        assert [each.name for each in journal.people.people] == ["Ana", "Ben", "Cleo", "Dan"]


async def test_what_could_not_be_kept_stays_on_the_page_and_is_kept_with_the_next_change(
    stage, screen, journal, monkeypatch
):
    def busy(*_: object) -> None:
        raise VaultBusy

    async with stage(screen).run_test() as pilot:
        with monkeypatch.context() as for_now:
            for_now.setattr(module, "keep_people", busy)
            await press(pilot, "a", *"Cleo", "enter", "enter")
            assert journal.people.people == (ANA, BEN)
        await press(pilot, "a", *"Dan", "enter", "enter")
        assert [each.name for each in journal.people.people] == ["Ana", "Ben", "Cleo", "Dan"]


@pytest.mark.parametrize("size", SIZES)
def test_the_list_looks_calm(snap_compare, stage, screen, size):
    assert snap_compare(stage(screen), terminal_size=size)


@pytest.mark.parametrize("size", SIZES)
def test_one_person_looks_calm(snap_compare, stage, size):
    page = PersonScreen(say("person.change"), ANA)
    assert snap_compare(stage(page), terminal_size=size)
