"""Tags in the full screen."""

from contextlib import suppress

import pytest

from integrate.journal.tag import tag
from integrate.journal.write import note
from integrate.tui.screens.entry import EntryScreen
from integrate.tui.screens.entry_tags import EntryTagsScreen
from integrate.tui.widgets.notice import Notice
from integrate.tui.widgets.reading import Reading
from integrate.tui.widgets.row_list import RowList

SIZES = [(80, 24), (120, 36), (40, 24)]


def read(app) -> str:
    with suppress(Exception):
        return app.screen.query_one(Reading).text
    return ""


@pytest.fixture
def page(journal, clock):
    """A page, and another one whose tags are known."""
    other = note(journal, "words", clock(), title="Other")
    listed = next(each for each in journal.entries if each.id == other.id)
    tag(journal, listed, clock(), add=["Körper", "garden", "[red]x[/]"])
    return note(journal, "words", clock(), title="A page").id


@pytest.fixture
def opened(until):
    async def open_it(pilot) -> EntryTagsScreen:
        await until(pilot, lambda: read(pilot.app))
        await pilot.press("t")
        await until(pilot, lambda: isinstance(pilot.app.screen, EntryTagsScreen))
        return pilot.app.screen

    return open_it


def tags(journal, page):
    return next(each.heading.tags for each in journal.entries if each.id == page)


def rows(app):
    return [row.cells for row in app.screen.query_one(RowList)._rows]


async def test_a_known_tag_is_found_by_typing_and_a_new_one_made(
    journal, page, stage, opened, until
):
    app = stage(EntryScreen(journal, page))
    async with app.run_test() as pilot:
        screen = await opened(pilot)
        await pilot.press(*"korp")
        await until(pilot, lambda: rows(app)[0] == ("[ ]", "Körper"))
        await pilot.press("enter", *"night", "enter")
        assert screen.tags == ("Körper", "night")
        await pilot.press("escape")
        await until(pilot, lambda: "tags: Körper, night" in read(app))
    assert tags(journal, page) == ("Körper", "night")
    assert len(journal.vault.history(page).wordings) == 2


async def test_one_that_is_on_the_page_is_taken_off(journal, page, stage, opened, until, clock):
    listed = next(each for each in journal.entries if each.id == page)
    tag(journal, listed, clock(), add=["garden"])
    app = stage(EntryScreen(journal, page))
    async with app.run_test() as pilot:
        await opened(pilot)
        assert rows(app)[0] == ("[x]", "garden")
        await pilot.press("enter", "escape")
        await until(pilot, lambda: isinstance(app.screen, EntryScreen))
    assert tags(journal, page) == ()


async def test_nothing_changed_is_nothing_written(journal, page, stage, opened, until):
    app = stage(EntryScreen(journal, page))
    async with app.run_test() as pilot:
        await opened(pilot)
        await pilot.press("enter", "enter", "escape")
        await until(pilot, lambda: isinstance(app.screen, EntryScreen))
    assert len(journal.vault.history(page).wordings) == 1


async def test_every_way_out_keeps_them(journal, page, stage, opened):
    app = stage(EntryScreen(journal, page))
    async with app.run_test() as pilot:
        await opened(pilot)
        await pilot.press(*"night", "enter")
        assert app.seal()
    assert tags(journal, page) == ("night",)


async def test_what_is_no_tag_is_said(journal, page, stage, opened, until):
    app = stage(EntryScreen(journal, page))
    async with app.run_test() as pilot:
        screen = await opened(pilot)
        await pilot.press(*"a,b", "enter")
        await until(pilot, lambda: "comma" in screen.query_one(Notice).words)
        assert screen.tags == ()


async def test_a_hostile_tag_is_text(journal, page, stage, opened):
    app = stage(EntryScreen(journal, page))
    async with app.run_test() as pilot:
        await opened(pilot)
        listed = app.screen.query_one(RowList)
        drawn = "\n".join(listed.render_line(y).text for y in range(8))
        assert "[red]x[/]" in drawn


@pytest.mark.parametrize("size", SIZES)
def test_tags_look_calm(journal, page, stage, opened, snap_compare, size):
    async def ready(pilot):
        await opened(pilot)
        await pilot.press("enter")

    assert snap_compare(stage(EntryScreen(journal, page)), terminal_size=size, run_before=ready)
