from datetime import UTC, datetime, timedelta

import pytest
from msgspec.structs import replace

from integrate.domain.entry import Heading, Words
from integrate.journal.journal import Journal
from integrate.journal.list_ import row_of
from integrate.journal.tag import tag
from integrate.journal.write import note
from integrate.tui.frame import KeyLine
from integrate.tui.screens.entry import EntryScreen
from integrate.tui.screens.journal import JournalScreen
from integrate.tui.screens.journal_rows import Timeline, place_of
from integrate.tui.screens.journal_search import SearchPane
from integrate.tui.widgets.action_row import ActionRow
from integrate.tui.widgets.found_list import FoundList
from integrate.tui.widgets.line import Line
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


async def test_pages_stand_by_session_and_phase_newest_first_with_titles_only(
    filled, stage, opened
):
    app = stage(JournalScreen(filled))
    async with app.run_test(size=(120, 36)) as pilot:
        await opened(pilot)
        words = shown(app)
    order = ["Second session", "Settling", "Ana", "Open window", "First session", "A flat day"]
    places = [words.index(each) for each in order]
    assert places == sorted(places)
    assert words.index("First session") < words.index("January 2026") < words.index("A free page")
    assert "kettle" not in words


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

    def refresh(self):
        return False


def journal_start():
    return datetime(2026, 3, 1, 12, tzinfo=UTC)


def _other(listed, number):
    when = journal_start() - timedelta(hours=7 * number)
    return replace(listed, id=f"{number:016x}", heading=replace(listed.heading, when=when))


@pytest.fixture
def many(journal, session_at):
    for weeks in range(20):
        session_at(24 * 7 * weeks + 3)
    return Many(journal, 10_000)


def widgets(app) -> int:
    return len(list(app.screen.walk_children()))


async def test_ten_thousand_pages_are_as_many_widgets_as_a_few(many, filled, stage, opened):
    counts = []
    for each in (filled, many):
        app = stage(JournalScreen(each))
        async with app.run_test() as pilot:
            await opened(pilot)
            await pilot.press("end", "pageup")
            counts.append(widgets(app))
    assert counts[0] == counts[1]


async def test_of_ten_thousand_rows_only_those_in_sight_are_made(many, stage, opened, monkeypatch):
    made = []
    make = Timeline.__getitem__

    def counted(rows, line):
        made.append(line)
        return make(rows, line)

    monkeypatch.setattr(Timeline, "__getitem__", counted)
    app = stage(JournalScreen(many))
    async with app.run_test() as pilot:
        await opened(pilot)
        await pilot.press("down", "end")
        await pilot.pause()
        assert len(set(made)) < 200


def test_every_line_knows_its_page_and_every_page_its_line(filled):
    rows = Timeline(filled, filled.entries)
    keys = [row.key for row in rows if row.key is not None]
    assert keys == [each.id for each in filled.entries]
    assert rows.choices == len(keys)
    for number, key in enumerate(keys):
        line = rows.line_of(number)
        assert rows[line].key == key
        assert rows.number_on(line) == number
        assert rows.line_with(key) == line
    assert rows.line_with("nobody") is None
    with pytest.raises(IndexError):
        rows[len(rows)]


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


@pytest.mark.parametrize("size", [*SIZES, (40, 24)])
def test_a_search_looks_calm(filled, stage, opened, until, snap_compare, size):
    async def ready(pilot):
        await opened(pilot)
        await pilot.press("slash", *"kettle")
        await until(pilot, lambda: "[kettle]" in found(pilot.app).text)

    assert snap_compare(stage(JournalScreen(filled)), terminal_size=size, run_before=ready)


def test_headings_are_sessions_and_phases_and_months_without_one(filled):
    rows = Timeline(filled, filled.entries)
    headings = [row.cells[0].strip() for row in rows if row.key is None and row.cells[0]]
    assert headings == [
        "Second session · Sat 7 March 2026",
        "Settling",
        "Open window",
        "Soft landing",
        "First session · Sat 14 February 2026",
        "Weaving in",
        "Open window",
        "Getting ready",
        "January 2026",
    ]


def test_a_day_is_said_once_and_with_its_year_where_the_heading_names_another(
    journal, session_at, clock
):
    session_at(24 * 300, slept=True)
    for hours in (1, 2, 24):
        note(journal, "words", clock() - timedelta(hours=hours), title="Page")
    rows = Timeline(journal, journal.entries)
    assert [row.cells[0] for row in rows if row.key] == ["10 Mar 2026", "", "9 Mar 2026"]


def test_pages_without_a_session_stand_by_month(journal, clock):
    for days in (0, 40):
        when = clock() - timedelta(days=days)
        journal.add_entry(Heading(when=when, title="Alone"), Words(text="words"))
    rows = Timeline(journal, journal.entries)
    assert [row.cells[0] for row in rows] == [
        "March 2026",
        "Tue 10 Mar",
        "",
        "January 2026",
        "Thu 29 Jan",
    ]


# --- searching


def found(app) -> FoundList:
    return app.screen.query_one(FoundList)


def pane(app) -> SearchPane:
    return app.screen.query_one(SearchPane)


@pytest.fixture
def searched(opened, until):
    """The journal with these words typed, and looked for."""

    async def search(pilot, words: str, keys: int) -> FoundList:
        await opened(pilot)
        await pilot.press("slash", *words)
        await until(pilot, lambda: len(found(pilot.app).keys) == keys)
        return found(pilot.app)

    return search


async def test_what_is_typed_is_looked_for_and_shown_in_its_line_with_brackets(
    filled, stage, searched, until
):
    app = stage(JournalScreen(filled))
    async with app.run_test(size=(80, 24)) as pilot:
        listed = await searched(pilot, "BLUE cup", 1)
        await until(pilot, lambda: "[blue cup]" in listed.text or "[blue] [cup]" in listed.text)
        assert "Slept long" in listed.text
        assert pane(app).status == "One page says it."


async def test_a_match_differs_in_style_as_well(filled, stage, searched, until):
    app = stage(JournalScreen(filled))
    async with app.run_test() as pilot:
        listed = await searched(pilot, "blanket", 1)
        await until(pilot, lambda: "[blanket]" in listed.text)
        line = next(y for y in range(10) if "[blanket]" in listed.render_line(y).text)
        (match,) = [each for each in listed.render_line(line) if "blanket" in each.text]
        assert match.style.bold
        assert match.style.underline


async def test_letters_more_leave_fewer_pages_and_fewer_letters_more(
    filled, stage, searched, until
):
    app = stage(JournalScreen(filled))
    async with app.run_test() as pilot:
        listed = await searched(pilot, "ana", 2)
        await pilot.press(*" garden")
        await until(pilot, lambda: len(listed.keys) == 1)
        await pilot.press(*["backspace"] * len(" garden"))
        await until(pilot, lambda: len(listed.keys) == 2)


async def test_no_page_says_it(filled, stage, opened, until):
    app = stage(JournalScreen(filled))
    async with app.run_test() as pilot:
        await opened(pilot)
        await pilot.press("slash", *"marmalade")
        await until(pilot, lambda: pane(app).status == "No page says all of these words.")
        await pilot.press("enter", "down")
        assert isinstance(app.screen, JournalScreen)


async def test_escape_leads_back_to_the_timeline_on_the_same_page_and_forgets_the_words(
    filled, stage, searched, until
):
    app = stage(JournalScreen(filled))
    async with app.run_test() as pilot:
        listed = await searched(pilot, "ana", 2)
        await pilot.press("down")
        key = listed.key
        await pilot.press("escape")
        rows = app.screen.query_one(RowList)
        await until(pilot, lambda: rows.has_focus and rows.key == key)
        assert app.screen.query_one(Line).value == ""
        assert listed.keys == []
        assert app.results == []


async def test_enter_opens_the_page_at_the_words_and_escape_leads_back_to_the_results(
    filled, stage, searched, until
):
    app = stage(JournalScreen(filled))
    async with app.run_test() as pilot:
        listed = await searched(pilot, "ana", 2)
        await pilot.press("down", "enter")
        await until(pilot, lambda: isinstance(app.screen, EntryScreen))
        await until(pilot, lambda: app.screen.corner == "1 of 1")
        await pilot.press("escape")
        await until(pilot, lambda: isinstance(app.screen, JournalScreen) and listed.key)
        await until(pilot, lambda: listed.cursor == 1)
        assert app.screen.query_one(Line).value == "ana"


async def test_the_first_search_tells_how_far_it_is_and_comes_lot_by_lot(
    journal, stage, opened, until, clock, monkeypatch
):
    monkeypatch.setattr("integrate.journal.search.AT_ONCE", 2)
    for number in range(7):
        note(journal, "the kettle", clock() - timedelta(hours=number), title=f"Page {number}")
    said = []
    app = stage(JournalScreen(journal))
    async with app.run_test() as pilot:
        await opened(pilot)
        say = pane(app)._say
        monkeypatch.setattr(pane(app), "_say", lambda words: (said.append(words), say(words)))
        await pilot.press("slash", *"kettle")
        await until(pilot, lambda: said and said[-1] == "7 pages say it.")
    assert "2 found so far, in 2 of 7 pages…" in said


async def test_foreign_titles_are_text_in_what_was_found_too(journal, stage, opened, until, clock):
    note(journal, "[b]kettle[/b] \x1b[2J", clock(), title="[red]kettle[/red]\n\x1b]0;x")
    app = stage(JournalScreen(journal))
    async with app.run_test() as pilot:
        await opened(pilot)
        await pilot.press("slash", *"kettle")
        await until(pilot, lambda: "[b][kettle][/b]" in found(app).text)
        assert "[red][kettle][/red]" in found(app).text
        assert "\x1b" not in found(app).text


# --- narrowing down


@pytest.fixture
def tagged(filled, clock):
    """The same journal with a tag on two of its pages, one of them hostile."""
    for title, word in (("Ana", "garden"), ("Slept long", "[red]x[/]")):
        listed = next(each for each in filled.entries if each.heading.title == title)
        tag(filled, listed, clock(), add=[word])
    return filled


def titles(app) -> list[str]:
    rows = app.screen.query_one(RowList)._rows
    return [row.cells[-1] for row in rows if row.key is not None]


def chips(app) -> list[str]:
    return [label for _name, label in app.screen.query_one(ActionRow).actions]


async def test_a_tag_is_found_by_typing_and_stands_as_a_chip_that_can_be_taken_away(
    tagged, stage, opened, until
):
    app = stage(JournalScreen(tagged))
    async with app.run_test() as pilot:
        await opened(pilot)
        await pilot.press("f", "3", *"gard", "enter")
        await until(pilot, lambda: titles(app) == ["Ana"])
        assert chips(app) == ["tag: garden ×"]
        app.screen.query_one(ActionRow).focus()
        await pilot.press("enter")
        await until(pilot, lambda: len(titles(app)) == len(tagged.entries))


async def test_backspace_takes_the_last_chip_away(tagged, stage, opened, until):
    app = stage(JournalScreen(tagged))
    async with app.run_test() as pilot:
        await opened(pilot)
        await pilot.press("f", "2", *"check", "enter")
        await until(pilot, lambda: titles(app) == ["Check-in"])
        await pilot.press("f", "4", *"this month", "enter")
        await until(pilot, lambda: len(chips(app)) == 2)
        await pilot.press("backspace")
        await until(pilot, lambda: chips(app) == ["Check-in ×"])
        await pilot.press("backspace", "backspace")
        await until(pilot, lambda: len(titles(app)) == len(tagged.entries))


async def test_a_hostile_tag_is_text(tagged, stage, opened, until):
    app = stage(JournalScreen(tagged))
    async with app.run_test() as pilot:
        await opened(pilot)
        await pilot.press("f", "3", *"red", "enter")
        await until(pilot, lambda: titles(app) == ["Slept long"])
        row = app.screen.query_one(ActionRow)
        assert "tag: [red]x[/] ×" in row.render().plain


async def test_a_session_a_set_and_days_narrow_it_down_together(tagged, stage, opened, until):
    app = stage(JournalScreen(tagged))
    async with app.run_test() as pilot:
        await opened(pilot)
        await pilot.press("f", "1", *"second", "enter")
        await until(pilot, lambda: len(titles(app)) == 4)
        await pilot.press("f", "2", *"check", "enter")
        await until(pilot, lambda: titles(app) == ["Check-in"])
        await pilot.press("f", "4", *"last week", "enter")
        await until(pilot, lambda: titles(app) == [])
        assert len(chips(app)) == 3
        assert app.screen.has_class("-none")
        await pilot.press("escape")
        await until(pilot, lambda: len(titles(app)) == len(tagged.entries))
        assert app.results == []


async def test_days_that_cannot_be_read_are_answered_with_some_that_can(
    tagged, stage, opened, until
):
    app = stage(JournalScreen(tagged))
    async with app.run_test() as pilot:
        await opened(pilot)
        await pilot.press("f", "4", *"soon", "enter")
        await until(pilot, lambda: "last week" in app.screen.query_one(Notice).words)
        await pilot.press("escape", "escape")
        await until(pilot, lambda: isinstance(app.screen, JournalScreen))
        assert chips(app) == []


async def test_a_search_keeps_to_what_it_is_narrowed_down_to(tagged, stage, searched, until):
    app = stage(JournalScreen(tagged))
    async with app.run_test() as pilot:
        listed = await searched(pilot, "ana", 2)
        await pilot.press("ctrl+f", "3", *"gard", "enter")
        await until(pilot, lambda: len(listed.keys) == 1)
        assert app.screen.query_one(Line).has_focus
        assert app.screen.query_one(Line).value == "ana"


async def test_while_words_are_typed_no_letter_is_a_key(tagged, stage, searched):
    app = stage(JournalScreen(tagged))
    async with app.run_test() as pilot:
        await searched(pilot, "flat", 1)
        keys = " ".join(str(each) for each in app.screen.query_one(KeyLine).groups())
        assert "ctrl+f Filter" in keys
        assert isinstance(app.screen, JournalScreen)


def test_an_entry_without_a_session_near_has_an_empty_place(journal, clock, library):
    journal.add_entry(Heading(when=clock(), title="Alone"), Words(text="words"))
    assert place_of(row_of(journal, journal.entries[0]), library.phase_tables()) == ""
