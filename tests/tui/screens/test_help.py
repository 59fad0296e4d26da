"""Help and the menu: made from the keys, chosen by digits, arrows, Enter and Esc."""

import pytest

from integrate.journal.write import note
from integrate.tui.frame import KeyLine
from integrate.tui.screens.help import HelpScreen
from integrate.tui.screens.hidden import HiddenScreen
from integrate.tui.screens.home import HomeScreen
from integrate.tui.screens.journal import JournalScreen
from integrate.tui.screens.library import LibraryScreen
from integrate.tui.screens.menu import MenuScreen
from integrate.tui.screens.people import PeopleScreen
from integrate.tui.screens.sessions import SessionsScreen
from integrate.tui.screens.settings import SettingsScreen
from integrate.tui.screens.unlock import UnlockScreen
from integrate.tui.screens.write import WritingScreen
from integrate.tui.widgets.row_list import RowList
from integrate.tui.widgets.writing_area import WritingArea
from integrate.words import say

from .gallery import text_of


async def settled(pilot):
    await pilot.app.workers.wait_for_complete()
    await pilot.pause()


async def in_writing(pilot):
    await settled(pilot)
    await pilot.press("w")
    await settled(pilot)
    assert isinstance(pilot.app.screen, WritingScreen)
    return pilot.app.screen


@pytest.mark.parametrize("key", ["question_mark", "f1"])
async def test_help_shows_every_key_of_the_page_and_a_sentence_about_each(app, until, key):
    async with app.run_test(size=(120, 36)) as pilot:
        await settled(pilot)
        expected = [str(each).partition(" ") for each in app.screen.query_one(KeyLine).groups()]
        await pilot.press(key)
        await until(pilot, lambda: isinstance(app.screen, HelpScreen))
        seen = "\n".join(text_of(app))
        assert {label for _, _, label in expected if label not in seen} == set()
        assert "Opens an empty page." in seen
        assert say("help.here") in seen
        assert say("help.everywhere") in seen


async def test_help_leads_back_to_the_same_letter(app):
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await in_writing(pilot)
        await pilot.press(*"one two", "left", "left")
        area = screen.query_one(WritingArea)
        place = area.cursor_location
        for way in ("f1", "ctrl+k", "f12"):
            await pilot.press(way)
            await settled(pilot)
            assert app.screen is not screen
            await pilot.press("escape")
            await settled(pilot)
            assert app.screen is screen
            assert app.focused is area
            assert (area.cursor_location, area.text) == (place, "one two")


async def test_a_field_takes_the_question_mark_and_the_nought(app):
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await in_writing(pilot)
        await pilot.press("question_mark", "0")
        assert screen.query_one(WritingArea).text == "?0"


async def test_enter_in_help_does_it_on_the_page_behind(app, until):
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await pilot.press("question_mark")
        await until(pilot, lambda: isinstance(app.screen, HelpScreen))
        rows = app.screen.query_one(RowList)
        while app.screen._doings[int(rows.key)].label != say("home.key.journal"):
            await pilot.press("down")
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(app.screen, JournalScreen))


async def test_a_digit_in_help_does_it_too(app, until):
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await pilot.press("question_mark")
        await until(pilot, lambda: isinstance(app.screen, HelpScreen))
        labels = [each.label for each in app.screen._doings]
        await pilot.press(str(labels.index(say("home.key.sessions")) + 1))
        await until(pilot, lambda: isinstance(app.screen, SessionsScreen))


async def test_help_from_the_row_under_the_page(app, until):
    """For keyboards without the key: down from the page to the row, and Enter."""
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await in_writing(pilot)
        screen.query_one("ActionRow").focus()
        await pilot.press(*["right"] * 9, "enter")
        await until(pilot, lambda: isinstance(app.screen, HelpScreen))


@pytest.mark.parametrize("key", ["0", "ctrl+k", "f12"])
async def test_the_menu_opens_and_closes(app, key):
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await pilot.press(key)
        assert isinstance(app.screen, MenuScreen)
        await pilot.press("escape")
        assert isinstance(app.screen, HomeScreen)


@pytest.mark.parametrize(
    ("typed", "kind"),
    [
        ("journal", JournalScreen),
        ("library", LibraryScreen),
        ("sessions", SessionsScreen),
        ("people", PeopleScreen),
        ("settings", SettingsScreen),
    ],
)
async def test_every_room_can_be_gone_to_from_another_page_and_esc_leads_back(
    app, until, typed, kind
):
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await in_writing(pilot)
        await pilot.press("ctrl+k", *say(f"menu.to.{typed}"), "enter")
        await until(pilot, lambda: isinstance(app.screen, kind))
        await settled(pilot)
        await pilot.press("escape")
        await until(pilot, lambda: app.screen is screen)


async def test_home_is_offered_as_long_as_nothing_typed_is_on_the_way(app, until):
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await in_writing(pilot)
        assert app.rooms[0].name == "home"
        await pilot.press("x")
        assert "home" not in [each.name for each in app.rooms]
        await pilot.press("backspace", "ctrl+k", *"home", "enter")
        await until(pilot, lambda: isinstance(app.screen, HomeScreen))
        assert screen not in app.screen_stack


async def test_what_is_typed_in_the_menu_narrows_it_by_words_and_sentences(app):
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await pilot.press("0", *"empty pa")
        seen = "\n".join(text_of(app))
        assert say("home.key.write") in seen
        assert say("home.key.sessions") not in seen
        await pilot.press(*"zzz")
        assert say("menu.none") in "\n".join(text_of(app))
        await pilot.press("enter")
        assert isinstance(app.screen, MenuScreen)


async def test_a_digit_chooses_in_the_menu_while_nothing_is_typed(app, until):
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await pilot.press("0", "3")
        await until(pilot, lambda: isinstance(app.screen, WritingScreen))


async def test_neither_help_nor_menu_shows_a_word_of_the_journal(stage, journal, clock):
    note(journal, "the kettle on the stove", clock(), title="Heron")
    app = stage(JournalScreen(journal))
    async with app.run_test(size=(120, 36)) as pilot:
        await settled(pilot)
        assert "Heron" in "\n".join(text_of(app))
        for key in ("question_mark", "ctrl+k"):
            await pilot.press(key)
            await settled(pilot)
            seen = "\n".join(text_of(app))
            assert "Heron" not in seen
            assert "kettle" not in seen
            await pilot.press("escape")
            await settled(pilot)


async def test_a_covered_page_stays_covered(app):
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await pilot.press("ctrl+p")
        for key in ("question_mark", "f1", "ctrl+k", "f12", "0"):
            await pilot.press(key)
            assert isinstance(app.screen, HiddenScreen)


async def test_before_unlocking_help_is_there_and_no_room_is(parts, journal):
    from integrate.tui.app import IntegrateApp

    journal.close()
    app = IntegrateApp(**parts)
    async with app.run_test(size=(80, 24)) as pilot:
        assert isinstance(app.screen, UnlockScreen)
        await pilot.press("f1")
        assert isinstance(app.screen, HelpScreen)
        await pilot.press("escape", "ctrl+k")
        assert isinstance(app.screen, MenuScreen)
        assert app.rooms == ()


async def test_locking_from_the_menu_locks(app, until):
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await pilot.press("0", *"lock", "enter")
        await until(pilot, lambda: isinstance(app.screen, UnlockScreen))
        await app.workers.wait_for_complete()


async def test_in_tender_hours_the_menu_leads_to_no_more_than_home_does(app, session_at):
    session_at(5)
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await pilot.press("w")
        await settled(pilot)
        names = {each.name for each in app.rooms}
        assert "library" not in names
        assert {"home", "journal", "sessions"} <= names


@pytest.mark.parametrize("key", ["question_mark", "0"])
async def test_on_forty_columns_every_thing_can_still_be_read(app, key):
    async with app.run_test(size=(40, 24)) as pilot:
        await settled(pilot)
        await pilot.press(key)
        await settled(pilot)
        seen = "\n".join(text_of(app))
        for name in ("checkin", "write", "library", "journal", "sessions", "settings"):
            assert say(f"home.key.{name}") in seen
