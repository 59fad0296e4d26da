"""What home looks like in every phase, at both sizes."""

from datetime import timedelta

import pytest
from msgspec.structs import replace

from integrate.domain.phase import place_at
from integrate.domain.session import Route, Went
from integrate.journal.begin import begin_free
from integrate.journal.draft import Keeper
from integrate.journal.write import note
from integrate.tui.screens.why import WhyScreen

SIZES = [(80, 24), (120, 36)]


@pytest.fixture
def picture(app, snap_compare):
    """Compares home's picture once it has looked, after some keys."""

    def compare(size, *keys: str) -> bool:
        async def before(pilot) -> None:
            await pilot.pause()
            await pilot.app.workers.wait_for_complete()
            await pilot.pause()
            await pilot.press(*keys)
            await pilot.app.workers.wait_for_complete()
            await pilot.pause()

        return snap_compare(app, terminal_size=size, run_before=before)

    return compare


@pytest.fixture
def pages(journal, clock):
    """Three pages and one that waits."""
    for days, title in ((1, "A free page"), (3, "Slept long"), (20, "Packed the bag")):
        note(journal, "words", clock() - timedelta(days=days, hours=9), title=title)
    page = begin_free(clock() - timedelta(days=1), title="Blue cup")
    Keeper(journal).keep(replace(page, text="the kettle"))


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize(
    ("hours", "route"),
    [
        (-60, Route.IM),
        (-5, Route.IM),
        (1, Route.IM),
        (8, Route.IM),
        (40, Route.IM),
        (100, Route.IM),
        (300, Route.IM),
        (900, Route.IM),
        (-20, Route.NONE),
        (1, Route.NONE),
        (60, Route.NONE),
    ],
    ids=[
        "getting-ready",
        "at-the-door",
        "arriving",
        "landing",
        "open",
        "settling",
        "weaving",
        "long-view",
        "talk-before",
        "talk-after",
        "talk-between",
    ],
)
def test_phase(picture, session_at, hours, route, size):
    session_at(hours, route=route, title="Second session", slept=hours > 24)
    assert picture(size)


@pytest.mark.parametrize("size", SIZES)
def test_no_session(picture, size):
    assert picture(size)


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.usefixtures("pages")
def test_a_page_waits_and_the_next_session_is_known(picture, session_at, size):
    session_at(100, title="Second session", slept=True)
    session_at(-24 * 14, title="Third session")
    assert picture(size)


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.usefixtures("pages")
def test_not_now(picture, session_at, size):
    session_at(40, slept=True)
    assert picture(size, "n")


@pytest.mark.parametrize("size", SIZES)
def test_did_it_go_ahead(picture, session_at, size):
    session_at(3, title="Second session", went=Went.UNSAID)
    assert picture(size)


@pytest.mark.parametrize("size", SIZES)
def test_have_you_slept(picture, session_at, size):
    session_at(20, title="Second session")
    assert picture(size)


@pytest.mark.parametrize("size", SIZES)
def test_damaged_records_are_named(picture, session_at, journal, size):
    session_at(300, slept=True)
    journal.damaged = (object(), object())
    journal.refresh = lambda: False
    assert picture(size)


@pytest.fixture
def place(session_at, library, clock):
    """The open window of a session two days ago."""
    return place_at(session_at(40, slept=True), clock(), library.phase_tables())


@pytest.mark.parametrize("size", SIZES)
def test_why_these_days(stage, snap_compare, place, clock, library, size):
    assert snap_compare(stage(WhyScreen(place, clock(), library)), terminal_size=size)
