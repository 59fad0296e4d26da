"""The library on screen: what there is, in which hours, and the way in from a file."""

from functools import partial

import pytest

from integrate.domain.own_set import SetAbout, SetText
from integrate.journal.journal import SET
from integrate.journal.sets import keep_set, own_set, own_sets
from integrate.tui.screens.arrived import ArrivedScreen
from integrate.tui.screens.ask import AskScreen
from integrate.tui.screens.author import AuthorScreen
from integrate.tui.screens.library import LibraryScreen
from integrate.tui.screens.library_set import LibrarySetScreen
from integrate.tui.screens.path import FindingsScreen, PathScreen
from integrate.tui.screens.preview import PreviewScreen
from integrate.words import say

LAKE = """\
schema = 1
[set]
id = "lake"
title = "By the lake"
version = "1.0"
language = "en"
author = "Dr Okonjo"
licence = "CC-BY-4.0"
minutes = 3
opening = "Sit where you are."
closing = "Rest now."
[[prompt]]
id = "lake-light"
kind = "text"
ask = "What was the light like?"
"""


@pytest.fixture
def lake(journal, clock):
    return keep_set(journal, LAKE, clock(), source="imported")


@pytest.fixture
def torn(journal, clock):
    """A set of the person's own whose text is no set any more."""
    about = SetAbout(id="torn", title="Torn page", source="own", added=clock())
    text = SetText(toml="schema = ")
    return journal.put(SET, about, text, lambda of, item: of.keep_set(item, about, text.toml))


@pytest.fixture
def app(stage, journal, clock):
    return stage(LibraryScreen(journal, clock))


async def settled(pilot):
    """Waits until what is read in a thread is on the screen."""
    await pilot.pause()
    await pilot.app.workers.wait_for_complete()
    await pilot.pause()


def said(app):
    strips = app.screen._compositor.render_strips()
    return "\n".join(strip.text.rstrip() for strip in strips)


def flat(app):
    """The words on the screen, however they are wrapped."""
    return " ".join(said(app).split())


def keys(app):
    return str(app.screen.query_one("KeyLine").render())


async def go_to(pilot, until, title, kind=LibrarySetScreen):
    """Opens the one of this title."""
    screen = pilot.app.screen
    key = next(each.key for each in screen._books if each.title == title)
    screen._list.show(screen._rows(), key)
    await pilot.press("enter")
    await until(pilot, lambda: isinstance(pilot.app.screen, kind))
    await settled(pilot)


@pytest.mark.usefixtures("lake")
async def test_each_section_has_its_name_and_each_line_its_minutes_and_its_time(app):
    async with app.run_test(size=(120, 44)) as pilot:
        await settled(pilot)
        text = said(app)
        for section in ("Yours", "Came with Integrate", "Questionnaires"):
            assert section in text
        row = next(line for line in text.splitlines() if "Open window" in line)
        assert row.split("  ")[-1].strip() == "asked in the open window"
        assert "20 min" in row


async def test_the_one_under_the_cursor_is_told_in_whole_sentences(app):
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        assert "About 3 minutes. It is here when you choose it." in said(app)
        await pilot.press("down")
        await pilot.pause()
        assert "About a minute. It is here when you choose it." in said(app)


async def test_every_key_that_works_is_on_the_last_lines(app):
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        for key in ("↑ ↓", "enter Open", "a Write one", "i From a file", "esc Back"):
            assert key in keys(app)


@pytest.mark.usefixtures("lake")
async def test_nothing_is_cut_where_the_terminal_is_narrow(app):
    async with app.run_test(size=(40, 24)) as pilot:
        await settled(pilot)
        await pilot.press("end")
        for _ in range(4):
            await pilot.press("up")
        await pilot.pause()
        assert "PCL-5 (past month, without Criterion A)" in flat(app)
        assert "About 5 minutes. You have not answered it yet." in flat(app)


@pytest.mark.usefixtures("lake")
async def test_leaving_asks_for_nothing(app, finish):
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        assert await finish(pilot, "escape") is None


@pytest.mark.usefixtures("lake")
@pytest.mark.parametrize(("hours", "fits"), [(1, "Still arriving"), (10, "Soft landing")])
async def test_while_rest_comes_first_there_is_only_what_may_be_begun(app, session_at, hours, fits):
    session_at(hours)
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        text = said(app)
        assert "Rest comes first." in text
        assert fits in text
        assert "By the lake" not in text
        assert "PHQ" not in text
        await pilot.press("a", "i")
        assert isinstance(app.screen, LibraryScreen)
        assert "Write one" not in keys(app)
        assert "From a file" not in keys(app)


@pytest.mark.usefixtures("lake", "torn")
async def test_a_set_that_cannot_be_read_is_named_and_costs_only_itself(app, until):
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        assert "cannot be read now" in said(app)
        assert "By the lake" in said(app)
        await go_to(pilot, until, "Torn page")
        assert "It is still kept." in flat(app)
        assert "Begin" not in keys(app)
        assert "x Remove" in keys(app)


async def test_what_another_window_keeps_is_here_on_coming_back(app, journal, clock, until):
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await pilot.press("i")
        await until(pilot, lambda: isinstance(app.screen, PathScreen))
        keep_set(journal, LAKE, clock(), source="own")
        await pilot.press("escape")
        await settled(pilot)
        assert "By the lake" in said(app)


# --- from a file


@pytest.fixture
def bring(until):
    """Asks for this file."""

    async def ask(pilot, path, kind):
        await pilot.press("i")
        await until(pilot, lambda: isinstance(pilot.app.screen, PathScreen))
        pilot.app.screen._line.value = str(path)
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, kind))
        await settled(pilot)

    return ask


async def test_a_set_from_a_file_is_shown_first_and_kept_after_a_yes(
    app, journal, tmp_path, bring, until
):
    file = tmp_path / "lake.toml"
    file.write_text(LAKE)
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await bring(pilot, file, ArrivedScreen)
        for words in ("Nothing is kept yet.", "By Dr Okonjo.", "1. What was the light like?"):
            assert words in said(app)
        assert own_sets(journal) == ()
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(app.screen, LibraryScreen))
        await settled(pilot)
        assert "“By the lake” is kept" in said(app)
        assert own_set(journal, "lake").source == "imported"


async def test_what_came_from_a_file_can_be_left_or_looked_through(
    app, journal, tmp_path, bring, until
):
    file = tmp_path / "lake.toml"
    file.write_text(LAKE)
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await bring(pilot, f"'{file}'", ArrivedScreen)
        await pilot.press("v")
        await until(pilot, lambda: isinstance(app.screen, PreviewScreen))
        await pilot.press("escape")
        await until(pilot, lambda: isinstance(app.screen, ArrivedScreen))
        await pilot.press("escape")
        await until(pilot, lambda: isinstance(app.screen, LibraryScreen))
        assert own_sets(journal) == ()


@pytest.mark.usefixtures("lake")
@pytest.mark.parametrize(("key", "version"), [("1", "1.0"), ("2", "2.0")])
async def test_one_of_the_same_id_goes_only_after_a_second_yes(
    app, journal, tmp_path, bring, until, key, version
):
    file = tmp_path / "lake.toml"
    file.write_text(LAKE.replace('"1.0"', '"2.0"'))
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await bring(pilot, file, ArrivedScreen)
        assert "version 1.0. This one is version 2.0." in flat(app)
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(app.screen, AskScreen))
        await pilot.press(key)
        await settled(pilot)
        assert own_set(journal, "lake").version == version


async def test_all_that_needs_a_change_is_told_and_the_path_waits_behind_it(
    app, journal, tmp_path, bring, until
):
    file = tmp_path / "lake.toml"
    file.write_text(LAKE.replace("kind", "kindd").replace("minutes = 3", 'minutes = "x"'))
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await bring(pilot, file, FindingsScreen)
        assert "did you mean 'kind'?" in said(app)
        assert "line 9," in said(app)
        await pilot.press("escape")
        await until(pilot, lambda: isinstance(app.screen, PathScreen))
        file.write_text(LAKE)
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(app.screen, ArrivedScreen))
        assert own_sets(journal) == ()


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("", "Type where the file is"),
        ("none.toml", "none.toml:1:1:"),
        (".", "not a plain file"),
        ("~nobody-of-this-name/lake.toml", "There is no such place."),
    ],
)
async def test_a_path_that_leads_nowhere_can_be_typed_again(app, bring, path, words):
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await bring(pilot, path, PathScreen)
        assert words in flat(app)


async def test_no_file_can_draw_on_the_screen(app, tmp_path, bring):
    file = tmp_path / "lake.toml"
    file.write_text(LAKE.replace("By the lake", "[bold red]Not markup[/]").replace("Sit", "[@]"))
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await bring(pilot, file, ArrivedScreen)
        assert "[bold red]Not markup[/]" in said(app)
        assert "[@] where you are." in said(app)


async def test_the_id_of_one_of_ours_is_not_taken(app, journal, tmp_path, bring):
    file = tmp_path / "open.toml"
    file.write_text(LAKE.replace('id = "lake"', 'id = "open"'))
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await bring(pilot, file, PathScreen)
        assert "Give yours another id." in flat(app)
        assert own_sets(journal) == ()


# --- writing one


async def test_a_new_set_is_written_on_the_pages_for_that(app, until):
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await pilot.press("a")
        await until(pilot, lambda: isinstance(app.screen, AuthorScreen))
        assert say("shelf.author.note") in flat(app)


@pytest.mark.usefixtures("lake")
@pytest.mark.parametrize("size", [(80, 24), (120, 36)])
@pytest.mark.parametrize("keys_", [(), ("down", "down")], ids=["yours", "ours"])
def test_it_looks_calm(app, snap_compare, size, keys_):
    assert snap_compare(app, terminal_size=size, run_before=partial(_press, keys_))


@pytest.mark.parametrize("size", [(80, 24), (120, 36)])
def test_it_looks_calm_while_rest_comes_first(app, session_at, snap_compare, size):
    session_at(10)
    assert snap_compare(app, terminal_size=size, run_before=partial(_press, ()))


async def _press(keys_, pilot):
    await settled(pilot)
    await pilot.press(*keys_)
    await pilot.pause()
