"""Earlier wordings in the full screen, and the way back to one."""

from contextlib import suppress
from datetime import timedelta

import pytest

from integrate.journal.edit import edit
from integrate.journal.history import history
from integrate.journal.write import note
from integrate.tui.screens.ask import AskScreen
from integrate.tui.screens.entry import EntryScreen
from integrate.tui.screens.entry_history import EntryHistoryScreen
from integrate.tui.screens.entry_wording import EntryWordingScreen
from integrate.tui.widgets.reading import Reading
from integrate.tui.widgets.row_list import RowList

SIZES = [(80, 24), (120, 36), (40, 24)]


def read(app) -> str:
    with suppress(Exception):
        return app.screen.query_one(Reading).text
    return ""


@pytest.fixture
def page(journal, clock):
    """A page with two earlier wordings."""
    entry = note(journal, "the old tune hums", clock() - timedelta(days=2), title="A page")
    for days, text in ((1, "the new tune hums"), (0, "the new tune hums on")):
        edit(journal, journal.entries[0], text=text, now=clock() - timedelta(days=days))
    return entry.id


@pytest.fixture
def listed(until):
    """Opens the list of wordings from the page in front."""

    async def open_it(pilot) -> RowList:
        await until(pilot, lambda: read(pilot.app))
        await pilot.press("h")
        await until(pilot, lambda: isinstance(pilot.app.screen, EntryHistoryScreen))
        rows = pilot.app.screen.query_one(RowList)
        await until(pilot, lambda: rows.key is not None)
        return rows

    return open_it


async def test_wordings_are_listed_with_when_they_were_kept_the_newest_first(
    journal, page, stage, listed
):
    app = stage(EntryScreen(journal, page))
    async with app.run_test() as pilot:
        rows = await listed(pilot)
        assert [row.cells[:2] for row in rows._rows] == [
            ("Wording 2", "Mon 9 March 2026, 19:00"),
            ("Wording 1", "Sun 8 March 2026, 19:00"),
        ]


async def test_what_was_changed_is_shown_with_signs_above_the_whole(
    journal, page, stage, listed, until
):
    app = stage(EntryScreen(journal, page))
    async with app.run_test() as pilot:
        await listed(pilot)
        await pilot.press("down", "enter")
        await until(pilot, lambda: isinstance(app.screen, EntryWordingScreen) and read(app))
        words = read(app)
        assert "− old\n+ new" in words
        assert "the old tune hums" in words


async def test_an_earlier_wording_comes_back_after_a_yes(journal, page, stage, listed, until):
    app = stage(EntryScreen(journal, page))
    async with app.run_test() as pilot:
        await listed(pilot)
        await pilot.press("end", "enter")
        await until(pilot, lambda: isinstance(app.screen, EntryWordingScreen))
        await pilot.press("b")
        await until(pilot, lambda: isinstance(app.screen, AskScreen))
        await pilot.press("2")
        await until(
            pilot,
            lambda: isinstance(app.screen, EntryScreen) and "the old tune hums" in read(app),
        )
    assert journal.words(journal.entries[0]).text == "the old tune hums"
    assert len(history(journal, journal.entries[0]).earlier) == 3


async def test_without_a_yes_it_stays(journal, page, stage, listed, until):
    app = stage(EntryScreen(journal, page))
    async with app.run_test() as pilot:
        await listed(pilot)
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(app.screen, EntryWordingScreen))
        await pilot.press("b")
        await until(pilot, lambda: isinstance(app.screen, AskScreen))
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(app.screen, EntryWordingScreen))
    assert journal.words(journal.entries[0]).text == "the new tune hums on"


async def test_a_page_that_was_never_changed_says_so(journal, clock, stage, until):
    entry = note(journal, "words", clock(), title="A page")
    app = stage(EntryScreen(journal, entry.id))
    async with app.run_test() as pilot:
        await until(pilot, lambda: read(app))
        await pilot.press("h")
        await until(pilot, lambda: isinstance(app.screen, EntryHistoryScreen))
        said = app.screen.query_one(".said")
        await until(pilot, lambda: "only ever had these words" in str(said.content))


@pytest.mark.parametrize("size", SIZES)
def test_the_list_of_wordings_looks_calm(journal, page, stage, listed, snap_compare, size):
    async def ready(pilot):
        await listed(pilot)

    assert snap_compare(stage(EntryScreen(journal, page)), terminal_size=size, run_before=ready)


@pytest.mark.parametrize("size", SIZES)
def test_a_wording_looks_calm(journal, page, stage, listed, until, snap_compare, size):
    async def ready(pilot):
        await listed(pilot)
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, EntryWordingScreen))

    assert snap_compare(stage(EntryScreen(journal, page)), terminal_size=size, run_before=ready)
