from datetime import timedelta

import pytest

from integrate.domain.session import Precision, Route, Went
from integrate.tui.screens.session_form import SessionFormScreen
from integrate.tui.screens.sessions import SessionsScreen
from integrate.tui.widgets.row_list import RowList
from integrate.tui.widgets.session_phases import SessionPhases

SIZES = [(80, 24), (120, 36)]


def rows(app) -> list[str]:
    listed = app.screen.query_one(RowList)
    return [listed.render_line(y).text for y in range(listed.size.height)]


def phases(app) -> str:
    return app.screen.query_one(SessionPhases).render().plain


@pytest.fixture
def several(session_at):
    """Past, coming, and one that was called off."""
    session_at(-24 * 4, title="Third session")
    session_at(77, title="Second session", slept=True)
    session_at(24 * 24, title="Hour with Mira", route=Route.NONE)
    session_at(24 * 40, title="First session", went=Went.NO)


@pytest.fixture
def listing(journal, clock, stage):
    """The list of sessions on the stage."""
    return stage(SessionsScreen(journal, clock))


@pytest.fixture
def opened(until):
    async def ready(pilot) -> RowList:
        listed = pilot.app.screen.query_one(RowList)
        await until(pilot, lambda: listed.key is not None and phases(pilot.app))
        return listed

    return ready


@pytest.mark.usefixtures("several")
async def test_sessions_stand_newest_first_with_time_route_title_and_whether_they_took_place(
    opened, listing
):
    async with listing.run_test() as pilot:
        await opened(pilot)
        third, second, talk, first = (row.split() for row in rows(listing)[:4])
    assert "".join(third).endswith("IMThirdsessioncoming")
    assert "".join(second).endswith("Sat7March,14:00IMSecondsessiontookplace")
    assert "talk" in talk
    assert "".join(first).endswith("calledoff")


async def test_a_planned_session_whose_start_has_passed_is_not_said_to_have_taken_place(
    session_at, opened, listing
):
    session_at(2, went=Went.UNSAID)
    async with listing.run_test() as pilot:
        await opened(pilot)
        assert "not said yet" in rows(listing)[0]


@pytest.mark.usefixtures("several")
async def test_the_days_around_the_chosen_one_are_said_with_their_ground(opened, listing):
    async with listing.run_test() as pilot:
        await opened(pilot)
        await pilot.press("down")
        await pilot.pause()
        lines = phases(listing).splitlines()
    assert lines[0] == "Second session, Sat 7 March, 14:00"
    assert lines[5].split() == [
        "Open",
        "window",
        "from",
        "Mon",
        "9",
        "March,",
        "02:00",
        "found",
        "in",
        "people",
    ]
    assert [line for line in lines if line.startswith("◆")] == [
        next(line for line in lines if "Settling" in line)
    ]
    assert "our choice" in lines[1]


async def test_a_session_without_medicine_shows_the_days_of_talk(session_at, opened, listing):
    session_at(3, route=Route.NONE)
    async with listing.run_test() as pilot:
        await opened(pilot)
        assert "Open window" not in phases(listing)
        assert "found in people" not in phases(listing)


@pytest.mark.usefixtures("called_off")
async def test_one_that_was_called_off_has_no_days_around_it(opened, listing):
    async with listing.run_test() as pilot:
        await opened(pilot)
        assert "It was called off, so no days follow from it." in phases(listing)


async def test_a_rough_time_is_said_roughly(session_at, opened, listing):
    session_at(25, wide=timedelta(hours=6), precision=Precision.PART, title="[b]x[/b]", slept=True)
    async with listing.run_test() as pilot:
        await opened(pilot)
        assert "evening" in rows(listing)[0]
        assert "[b]x[/b]" in rows(listing)[0]


async def test_with_no_session_it_says_what_to_do_and_a_adds_one(until, listing):
    async with listing.run_test() as pilot:
        await until(pilot, lambda: listing.screen.has_class("-empty"))
        await pilot.press("a")
        await until(pilot, lambda: isinstance(listing.screen, SessionFormScreen))


@pytest.mark.usefixtures("several")
async def test_enter_changes_the_chosen_one_and_the_list_shows_it(opened, until, listing):
    async with listing.run_test() as pilot:
        listed = await opened(pilot)
        key = listed.key
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(listing.screen, SessionFormScreen))
        await pilot.press("enter")
        await until(pilot, lambda: listing.screen.corner == "2 of 3")
        await pilot.press("1")
        await until(pilot, lambda: listing.screen.corner == "3 of 3")
        await listing._press_keys(["enter"])
        await until(pilot, lambda: isinstance(listing.screen, SessionsScreen))
        await until(pilot, lambda: "IV" in rows(listing)[0])
        assert listed.key == key


@pytest.mark.usefixtures("several")
async def test_a_new_session_is_the_chosen_one_afterwards(journal, opened, until, listing):
    async with listing.run_test() as pilot:
        listed = await opened(pilot)
        await pilot.press("a")
        await until(pilot, lambda: isinstance(listing.screen, SessionFormScreen))
        await pilot.press(*"yesterday")
        await listing._press_keys(["ctrl+s"])
        await until(pilot, lambda: isinstance(listing.screen, SessionsScreen))
        await until(pilot, lambda: "Mon 9 March" in phases(listing))
        assert listed.key in {each.id for each in journal.sessions}


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.usefixtures("several")
def test_the_sessions_look_calm(opened, snap_compare, size, listing):
    async def ready(pilot):
        await opened(pilot)
        await pilot.press("down")
        await pilot.pause()

    assert snap_compare(listing, terminal_size=size, run_before=ready)


@pytest.mark.parametrize("size", SIZES)
def test_no_session_looks_calm(until, snap_compare, size, listing):
    async def ready(pilot):
        await until(pilot, lambda: pilot.app.screen.has_class("-empty"))

    assert snap_compare(listing, terminal_size=size, run_before=ready)


def seen(app) -> str:
    return "\n".join(strip.text for strip in app.screen._compositor.render_strips())


@pytest.mark.usefixtures("several")
@pytest.mark.parametrize("size", [(40, 15), (50, 24)])
async def test_all_days_around_a_session_can_be_brought_into_sight_by_keys(
    opened, listing, size, until
):
    async with listing.run_test(size=size) as pilot:
        await opened(pilot)
        assert "The long view" not in seen(listing)
        shown = set()
        for _ in range(4):
            shown |= {name for name in ("Settling", "The long view") if name in seen(listing)}
            await pilot.press("right")
            await pilot.pause()
        assert "The long view" in shown
        assert "Settling" in shown
        await pilot.press("down")
        await until(pilot, lambda: "Second session" in phases(listing))
        await pilot.pause()
        assert "▸" in seen(listing)


@pytest.mark.usefixtures("several")
async def test_where_all_days_have_room_no_key_is_told_for_them(opened, listing):
    async with listing.run_test(size=(120, 36)) as pilot:
        await opened(pilot)
        await pilot.pause()
        assert "Days" not in seen(listing)
