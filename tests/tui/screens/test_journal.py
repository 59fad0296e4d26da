from datetime import UTC, datetime, timedelta
from time import process_time

import pytest
from msgspec.structs import replace

from integrate.domain.entry import Heading, Words
from integrate.journal.journal import Journal
from integrate.journal.list_ import list_
from integrate.journal.write import note
from integrate.tui.screens.entry import EntryScreen
from integrate.tui.screens.journal import JournalScreen
from integrate.tui.screens.journal_rows import rows_of
from integrate.tui.widgets.notice import Notice
from integrate.tui.widgets.row_list import RowList
from integrate.vault import Damaged

SIZES = [(80, 24), (120, 36)]


def shown(app) -> str:
    listed = app.screen.query_one(RowList)
    return "\n".join(listed.render_line(y).text for y in range(listed.size.height))


@pytest.fixture
def opened(until):
    """The list of a journal, open and read."""

    async def ready(pilot) -> RowList:
        listed = pilot.app.screen.query_one(RowList)
        await until(pilot, lambda: listed.key is not None)
        return listed

    return ready


async def test_entries_stand_by_month_newest_first_with_titles_only(filled, stage, opened):
    app = stage(JournalScreen(filled))
    async with app.run_test(size=(120, 36)) as pilot:
        await opened(pilot)
        words = shown(app)
    assert words.index("March 2026") < words.index("February 2026") < words.index("January 2026")
    assert words.index("Ana") < words.index("Open window") < words.index("A flat day")
    assert "kettle" not in words


async def test_an_entry_shows_its_phase_and_its_session(filled, stage, opened):
    app = stage(JournalScreen(filled))
    async with app.run_test(size=(120, 36)) as pilot:
        await opened(pilot)
        assert "Soft landing · Second session" in shown(app)


async def test_enter_reads_and_coming_back_stands_on_the_page_read_last(
    filled, stage, opened, until
):
    app = stage(JournalScreen(filled))
    async with app.run_test() as pilot:
        listed = await opened(pilot)
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(app.screen, EntryScreen))
        await pilot.press("left", "escape")
        second = filled.entries[1].id
        await until(pilot, lambda: listed.key == second)


async def test_what_another_window_added_is_seen_on_return(filled, stage, opened, until, clock):
    app = stage(JournalScreen(filled))
    async with app.run_test() as pilot:
        await opened(pilot)
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(app.screen, EntryScreen))
        note(filled, "from the command line", clock(), title="Added meanwhile")
        await pilot.press("escape")
        await until(pilot, lambda: "Added meanwhile" in shown(app))


async def test_escape_goes_back(journal, stage):
    app = stage(JournalScreen(journal))
    async with app.run_test() as pilot:
        await pilot.press("escape")
        await pilot.pause()
        assert app.results == [None]


async def test_an_empty_journal_says_what_to_do(journal, stage, until):
    app = stage(JournalScreen(journal))
    async with app.run_test() as pilot:
        await until(pilot, lambda: app.screen.has_class("-empty"))
        assert not app.screen.query_one(RowList).display


async def test_damaged_records_are_named_calmly_and_the_rest_is_listed(filled, stage, opened):
    filled.damaged = (Damaged(rid="00" * 16, entity=None), Damaged(rid="11" * 16, entity=None))
    app = stage(JournalScreen(filled))
    async with app.run_test() as pilot:
        listed = await opened(pilot)
        said = app.screen.query_one(Notice).words
        assert said.startswith("2 pieces of writing are damaged")
        assert listed.key == filled.entries[0].id


async def test_a_foreign_title_is_text_and_never_markup(journal, stage, opened, clock):
    note(journal, "words", clock(), title="[red]hello[/red] \x1b[2J")
    app = stage(JournalScreen(journal))
    async with app.run_test() as pilot:
        await opened(pilot)
        assert "[red]hello[/red]" in shown(app)
        assert "\x1b" not in shown(app)


class Many(Journal):
    """Ten thousand headings, without the vault that would hold them."""

    def __init__(self, journal: Journal, count: int) -> None:
        self.__dict__.update(journal.__dict__)
        first = note(journal, "words", journal_start(), title="Page")
        listed = next(each for each in journal.entries if each.id == first.id)
        self._many = tuple(_other(listed, number) for number in range(count))

    @property
    def entries(self):
        return self._many


def journal_start():
    return datetime(2026, 3, 1, 12, tzinfo=UTC)


def _other(listed, number):
    when = journal_start() - timedelta(hours=7 * number)
    return replace(listed, id=f"{number:016x}", heading=replace(listed.heading, when=when))


def test_ten_thousand_entries_become_rows_in_well_under_a_second(journal, session_at):
    for weeks in range(20):
        session_at(24 * 7 * weeks + 3)
    many = Many(journal, 10_000)
    began = process_time()
    rows = rows_of(list_(many), journal.library.phase_tables())
    assert process_time() - began < 1.5
    assert sum(row.key is not None for row in rows) == 10_000


@pytest.mark.parametrize("size", SIZES)
def test_the_list_looks_calm(filled, stage, opened, snap_compare, size):
    async def ready(pilot):
        await opened(pilot)

    assert snap_compare(stage(JournalScreen(filled)), terminal_size=size, run_before=ready)


@pytest.mark.parametrize("size", SIZES)
def test_the_empty_journal_looks_calm(journal, stage, until, snap_compare, size):
    async def ready(pilot):
        await until(pilot, lambda: pilot.app.screen.has_class("-empty"))

    assert snap_compare(stage(JournalScreen(journal)), terminal_size=size, run_before=ready)


def test_a_heading_stands_over_each_month_and_a_day_is_said_once(filled, library):
    rows = rows_of(list_(filled), library.phase_tables())
    headings = [row.cells[0] for row in rows if row.key is None]
    assert headings == ["March 2026", "", "February 2026", "", "January 2026"]
    days = [row.cells[0] for row in rows if row.key is not None]
    assert days[:3] == ["Tue 10", "", "Mon 9"]


def test_an_entry_without_a_session_near_has_an_empty_place(journal, clock, library):
    journal.add_entry(Heading(when=clock(), title="Alone"), Words(text="words"))
    (row,) = [row for row in rows_of(list_(journal), library.phase_tables()) if row.key]
    assert row.cells[-1] == ""
