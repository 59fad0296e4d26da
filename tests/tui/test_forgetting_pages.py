"""The same on each page that was open when the lock came: none keeps what stood on it."""

import contextvars
from contextlib import suppress

import pytest
from textual._context import visible_screen_stack
from textual.worker import WorkerCancelled

from integrate.journal.sets import keep_set
from integrate.tui.app import IntegrateApp
from integrate.tui.frame import Page
from integrate.tui.screens.entry import EntryScreen
from integrate.tui.screens.entry_edit import EntryEditScreen
from integrate.tui.screens.entry_history import EntryHistoryScreen
from integrate.tui.screens.home import HomeScreen
from integrate.tui.screens.journal import JournalScreen
from integrate.tui.screens.library import LibraryScreen
from integrate.tui.screens.library_set import LibrarySetScreen
from integrate.tui.screens.preview import PreviewScreen
from integrate.tui.screens.settings import SettingsScreen
from integrate.tui.screens.support import SupportScreen
from integrate.tui.screens.unlock import UnlockScreen
from integrate.tui.widgets.row_list import RowList

from .screens.test_library import LAKE
from .test_forgetting import canaries, drawn, paste, settled, show, written

__all__ = ["canaries", "written"]  # fixtures


@pytest.fixture
def app(parts, written, clock, canaries):
    keep_set(written, LAKE.replace("By the lake", canaries["heading"]), clock(), source="imported")
    return IntegrateApp(**parts, journal=written)


async def searched(pilot, canaries):
    await show(pilot, "j", JournalScreen)
    await pilot.press("slash")
    await paste(pilot, canaries["query"])
    return "query"


async def found(pilot, canaries):
    await show(pilot, "j", JournalScreen)
    await pilot.press("slash")
    await paste(pilot, canaries["words"])
    await pilot.press("enter")
    await settled(pilot)
    await show(pilot, "enter", EntryScreen)
    return "words"


async def edited(pilot, canaries):
    await show(pilot, "j", JournalScreen)
    await show(pilot, "enter", EntryScreen)
    await show(pilot, "e", EntryEditScreen)
    await paste(pilot, canaries["draft"])
    return "draft"


async def told_its_wordings(pilot, canaries):
    await edited(pilot, canaries)
    await show(pilot, "ctrl+n", EntryScreen)
    await show(pilot, "h", EntryHistoryScreen)
    await pilot.press("enter")
    await settled(pilot)
    return ""


async def tagged(pilot, canaries):
    await show(pilot, "j", JournalScreen)
    await show(pilot, "enter", EntryScreen)
    await show(pilot, "t", Page)
    await paste(pilot, canaries["draft"])
    return "draft"


async def filtered(pilot, _canaries):
    await show(pilot, "j", JournalScreen)
    await show(pilot, "f", Page)
    return ""


async def on_the_shelf(pilot, canaries):
    await show(pilot, "l", LibraryScreen)
    for _ in range(30):
        if canaries["heading"] in str(pilot.app.screen._title.content):
            break
        await pilot.press("down")
    await show(pilot, "enter", LibrarySetScreen)
    return "heading"


async def previewed(pilot, canaries):
    await on_the_shelf(pilot, canaries)
    await show(pilot, "v", PreviewScreen)
    return ""


async def told_of(pilot, _canaries):
    await show(pilot, "ctrl+r", SupportScreen)
    return "reach"


async def setting_a_passphrase(pilot, canaries):
    await show(pilot, "e", SettingsScreen)
    rows = pilot.app.screen.query_one(RowList)
    while rows.key != "passphrase":
        await pilot.press("down")
    await pilot.press("enter")  # a worker waits for what is answered: nothing settles before that
    await pilot.pause()
    pilot.app.focused.insert_text_at_cursor(canaries["copied"])
    await pilot.pause()
    return ""


async def in_the_menu(pilot, _canaries):
    await show(pilot, "j", JournalScreen)
    await show(pilot, "enter", EntryScreen)
    await show(pilot, "ctrl+k", Page)
    return ""


PAGES = (
    *(searched, found, edited, told_its_wordings, tagged, filtered, on_the_shelf, previewed),
    *(told_of, setting_a_passphrase, in_the_menu),
)


@pytest.mark.parametrize("opened", PAGES)
async def test_after_the_lock_no_word_of_the_page_that_was_open_is_reachable(app, canaries, opened):
    async with app.run_test(size=(100, 30)) as pilot:
        await settled(pilot)
        shown = await opened(pilot, canaries)
        assert not shown or canaries[shown] in drawn(app)
        assert canaries.found()
        await pilot.press("ctrl+l")
        with suppress(WorkerCancelled):
            await settled(pilot)
        await settled(pilot)
        assert isinstance(app.screen, UnlockScreen)
        assert canaries.found() == {}


async def test_a_task_that_drew_keeps_no_page_that_is_gone(app):
    """Textual leaves what lies behind a page in the context of whichever task drew it last."""
    async with app.run_test(size=(100, 30)) as pilot:
        await settled(pilot)
        await show(pilot, "j", JournalScreen)
        drew = contextvars.copy_context()
        drew.run(visible_screen_stack.set, app._background_screens)
        assert any(isinstance(each, HomeScreen) for each in drew[visible_screen_stack])
        await pilot.press("ctrl+l")
        await settled(pilot)
        assert isinstance(app.screen, UnlockScreen)
        assert not any(isinstance(each, Page) for each in drew[visible_screen_stack])
