"""People and places that can help: by origin, by country, before and after unlocking."""

import pytest
from textual.widgets import Static

from integrate import config
from integrate.domain.people import People, Person
from integrate.journal.people import keep_people
from integrate.tui.app import IntegrateApp
from integrate.tui.screens.country import CountryScreen, country_name
from integrate.tui.screens.people import PeopleScreen
from integrate.tui.screens.support import SupportScreen
from integrate.tui.widgets.reading import Reading
from integrate.words import say

SIZES = [(80, 24), (120, 36)]
PEOPLE = People(
    people=(Person(name="Ana", reach="060 1234"), Person(name="Ben [next door]")),
    care_team=(Person(name="Dr. Lind", reach="clinic, 030 555"),),
)


@pytest.fixture
def support(library):
    return library.support()


def words(screen) -> str:
    return screen.query_one(Reading).text


def emergency(screen) -> str:
    return str(screen.query_one(".emergency", Static).content)


def test_every_country_with_a_line_has_a_name(support):
    for code in support.countries:
        assert country_name(code)


async def test_people_come_first_then_team_lines_and_emergency(stage, support):
    screen = SupportScreen(support, PEOPLE, "GB")
    async with stage(screen).run_test():
        said = words(screen)
        order = ["Ana: 060 1234", "Ben [next door]", "Dr. Lind", "Samaritans", "findahelpline"]
        assert [said.index(each) for each in order] == sorted(said.index(each) for each in order)
        assert "Nobody is watching" in said
        assert "999" in emergency(screen)


async def test_with_no_country_chosen_every_line_is_there_with_its_countries(stage, support):
    screen = SupportScreen(support, None)
    async with stage(screen).run_test():
        said = words(screen)
        assert all(line.name in said for line in support.lines)
        assert "United Kingdom" in said
        assert say("support.choose_country", country="c") in said


@pytest.mark.parametrize("size", [(80, 24), (80, 10)])
async def test_the_emergency_number_needs_no_scrolling(stage, support, size):
    screen = SupportScreen(support, PEOPLE, "US")
    async with stage(screen).run_test(size=size) as pilot:
        await pilot.pause()
        shown = screen.query_one(".emergency").region
        assert shown.height >= 1
        assert screen.region.contains_region(shown)


async def test_while_arriving_emergency_and_clinic_come_first(stage, support):
    screen = SupportScreen(support, PEOPLE, "US", "arriving", "lines")
    async with stage(screen).run_test():
        said = words(screen)
        assert said.index("911") < said.index("Dr. Lind") < said.index("Ana") < said.index("988")
        assert not screen.query_one(".emergency").display


async def test_the_app_knows_that_the_medicine_may_still_work(app, session_at, support):
    session_at(1)
    async with app.run_test() as pilot:
        await pilot.pause()
        app.action_support()
        await pilot.pause()
        assert support.headline("arriving") in words(app.screen)


@pytest.mark.parametrize(("first", "begins"), [("care-team", "Dr. Lind"), ("lines", "988")])
async def test_who_was_asked_for_comes_first(stage, support, first, begins):
    screen = SupportScreen(support, PEOPLE, "US", "answer", first)
    async with stage(screen).run_test():
        said = words(screen)
        assert said.index(begins) < said.index("Ana")


async def test_each_line_says_when_it_was_checked(stage, support):
    screen = SupportScreen(support, PEOPLE, "GB")
    async with stage(screen).run_test(size=(120, 36)):
        for line in support.lines_for("GB"):
            assert f"last checked {line.last_checked:%B %Y}" in words(screen)
            assert line.source not in words(screen)  # whoever needs help needs no footnote


async def test_foreign_words_are_shown_as_they_are(stage, support):
    people = People(people=(Person(name="[red]x[/red]\x1b]0;hi\x07", reach="1"),))
    screen = SupportScreen(support, people, "")
    async with stage(screen).run_test():
        assert "[red]x[/red]" in words(screen)
        assert "\x1b" not in words(screen)


async def test_before_unlocking_own_people_are_locked_away(parts, journal):
    journal.close()
    app = IntegrateApp(**parts)
    async with app.run_test() as pilot:
        await pilot.press("ctrl+r")
        await pilot.pause()
        assert say("support.locked") in words(app.screen)
        await pilot.press("e")
        await pilot.pause()
        assert isinstance(app.screen, SupportScreen)
        assert not [each for each in app.screen.active_bindings.values() if each.binding.key == "e"]


@pytest.mark.parametrize("key", ["c", "2"])
async def test_a_country_is_chosen_from_a_list_and_remembered(parts, journal, key):
    journal.close()
    app = IntegrateApp(**parts)
    async with app.run_test() as pilot:
        await pilot.press("ctrl+r", key)
        await pilot.pause()
        assert isinstance(app.screen, CountryScreen)
        await pilot.press("u", "enter")
        await pilot.pause()
        assert "Samaritans" in words(app.screen)
    assert config.read(parts["config_file"]).country == "GB"


async def test_a_country_can_be_taken_back(parts, journal):
    config.write(parts["config_file"], config.Config(country="GB", face="screen"))
    app = IntegrateApp(**parts, journal=journal)
    async with app.run_test() as pilot:
        await pilot.pause()
        app.action_support()
        await pilot.pause()
        assert say("support.choose_country", country="c") not in words(app.screen)
        await pilot.press("c", "home", "enter")
        await pilot.pause()
        assert say("support.choose_country", country="c") in words(app.screen)
    assert config.read(parts["config_file"]) == config.Config(country="", face="screen")


async def test_a_country_nobody_knows_shows_the_list_for_all(stage, support):
    screen = SupportScreen(support, PEOPLE, "XX")
    async with stage(screen).run_test():
        assert say("support.choose_country", country="c") in words(screen)
        assert support.emergency_elsewhere in emergency(screen)


async def test_settings_that_cannot_be_read_stop_nobody(parts, journal):
    parts["config_file"].write_text("country = [")
    app = IntegrateApp(**parts, journal=journal)
    async with app.run_test() as pilot:
        await pilot.pause()
        app.action_support()
        await pilot.pause()
        await pilot.press("c", "u", "enter")
        await pilot.pause()
        assert "Samaritans" in words(app.screen)
    assert parts["config_file"].read_text() == "country = ["


@pytest.mark.parametrize("key", ["e", "1"])
async def test_own_people_are_edited_from_there_and_shown_at_once(app, key):
    async with app.run_test() as pilot:
        await pilot.pause()
        await pilot.press("ctrl+r", key)
        await pilot.pause()
        assert isinstance(app.screen, PeopleScreen)
        await pilot.press("a", *"Ana", "enter", "enter")
        await app.workers.wait_for_complete()
        await pilot.press("escape")
        await pilot.pause()
        assert "Ana" in words(app.screen)
        await pilot.press("ctrl+r")
        await pilot.pause()
        assert not isinstance(app.screen, SupportScreen)


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("origin", ["key", "arriving"])
def test_help_looks_calm(snap_compare, stage, support, size, origin):
    page = SupportScreen(support, PEOPLE, "US", origin)
    assert snap_compare(stage(page), terminal_size=size)


@pytest.mark.parametrize("size", SIZES)
def test_help_before_unlocking_looks_calm(snap_compare, stage, support, size):
    assert snap_compare(stage(SupportScreen(support, None)), terminal_size=size)


@pytest.mark.parametrize("size", SIZES)
def test_the_countries_look_calm(snap_compare, stage, support, size):
    assert snap_compare(stage(CountryScreen(support.countries, "GB")), terminal_size=size)


def test_people_kept_before_are_there(journal):
    keep_people(journal, PEOPLE)
    assert journal.people == PEOPLE
