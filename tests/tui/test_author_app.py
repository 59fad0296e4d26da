"""A set is written in a file of its own, and what is unsaved is not lost when it ends at once."""

import signal
import stat

import pytest

from integrate.domain.prompt import Kind
from integrate.library.manuscript import blank
from integrate.library.review import review
from integrate.library.set_file import SetFile
from integrate.tui.author_app import AuthorApp
from integrate.tui.screens.ask import AskScreen
from integrate.tui.screens.author import AuthorScreen
from integrate.tui.screens.author_words import AuthorWordsScreen
from integrate.tui.widgets.notice import Notice
from integrate.tui.widgets.row_list import RowList
from integrate.tui.widgets.writing_area import WritingArea
from integrate.words import say

FIVE = "What helped?\nWhat now?\nHow was this week?\nHow steady do you feel? 0-10\nDid you rest?"
SET = blank().change_head(title="For Ana").paste(FIVE).now
OTHER = blank().change_head(title="For Ana").paste("Only this?").now


@pytest.fixture
def file(tmp_path):
    return SetFile(tmp_path / "for-ana.toml")


@pytest.fixture
def start(parts):
    return lambda *given: AuthorApp(*given, **parts)


async def press(pilot, *keys):
    for key in keys:
        await pilot.press(key)
        await pilot.pause()


async def type_in(pilot, text, key="ctrl+n"):
    front = pilot.app.screen
    assert isinstance(front, AuthorWordsScreen)
    front.query_one(WritingArea).load_text(text)
    await pilot.pause()
    await press(pilot, key)


async def change(pilot, field):
    rows = pilot.app.screen.query_one(RowList)
    rows.cursor = rows._rows.line_with(field)
    await press(pilot, "enter")


def notice(app):
    return app.screen.query_one(Notice).words


async def test_a_set_is_written_from_pasted_questions_to_a_file_that_the_check_accepts(
    start, tmp_path, library
):
    app = start()
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "p")
        await type_in(pilot, FIVE)
        await press(pilot, "down", "down", "e", "e", "enter")  # the third becomes the first
        await change(pilot, "kind")
        await press(pilot, "2")
        await type_in(pilot, "Light\nMixed\nHard")
        await press(pilot, "escape", "down", "down", "down", "enter")
        await change(pilot, "gate")
        await press(pilot, "escape", "h", "enter")
        await type_in(pilot, "The week between", "enter")
        await press(pilot, "escape", "s")
        await type_in(pilot, str(tmp_path / "week"), "enter")
        file = tmp_path / "week.toml"
        assert notice(app) == say("author.file.saved", file=str(file))
        made = app.screen.desk.manuscript.now

    assert review(file, library.phase_tables()) == ()
    assert SetFile(file).read() == made
    assert [each.ask for each in made.prompt][:2] == ["How was this week?", "What helped?"]
    assert [option.label for option in made.prompt[0].options] == ["Light", "Mixed", "Hard"]
    assert (made.prompt[3].kind, made.prompt[3].gate) == (Kind.SCALE, "steady")


async def test_a_file_that_is_there_is_opened_and_replaced_only_after_a_yes(start, file):
    file.save(SET)
    opened = SetFile(file.path)
    app = start(opened, opened.read())
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "x", "s", "enter")
        assert file.read() == SET
        await press(pilot, "s", "2")
        assert notice(app) == say("author.file.saved", file=file.name)
        await press(pilot, "x", "s")
        assert file.read().prompt == SET.prompt[2:]


async def test_a_file_that_cannot_be_written_is_said_and_can_be_tried_elsewhere(start, tmp_path):
    app = start()
    async with app.run_test(size=(80, 24)) as pilot:
        app.screen.desk.put(app.screen.desk.manuscript.change_head(title="Week").paste(FIVE))
        await press(pilot, "s")
        await type_in(pilot, str(tmp_path / "nowhere" / "week.toml"), "enter")
        assert "was not saved" in notice(app)
        await press(pilot, "s")
        await type_in(pilot, str(tmp_path / "week.toml"), "enter")
    assert (tmp_path / "week.toml").exists()


async def test_leaving_ends_the_app_and_closing_asks_first(start, file):
    app = start(file)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "p")
        await type_in(pilot, FIVE)
        await press(pilot, "ctrl+q")
        assert isinstance(app.screen, AskScreen)
        await press(pilot, "enter")
        assert isinstance(app.screen, AuthorScreen)
        await press(pilot, "escape")
        assert isinstance(app.screen, AskScreen)
        await app._press_keys(["3"])
    assert not file.is_there
    assert file.read_beside() is None


async def test_closing_twice_keeps_it_beside_the_file(start, file):
    app = start(file)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "p")
        await type_in(pilot, FIVE)
        await press(pilot, "ctrl+q")
        await app._press_keys(["ctrl+q"])
    assert file.read_beside().prompt == SET.prompt


async def test_what_was_left_over_can_be_gone_on_with(start, file):
    file.save(SET)
    file.keep_beside(OTHER)
    app = start(file, SET, OTHER)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "1")
        assert app.screen.desk.unsaved
        assert app.screen.desk.manuscript.now == OTHER
        await press(pilot, "u")
        assert app.screen.desk.manuscript.now == SET
        await press(pilot, "r", "s")
        assert file.read() == OTHER
        assert file.read_beside() is None


async def test_or_it_is_let_go(start, file):
    file.keep_beside(OTHER)
    app = start(file, None, OTHER)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "2")
        assert isinstance(app.screen, AuthorScreen)
        assert file.read_beside() is None


async def test_or_it_waits_on(start, file):
    file.keep_beside(OTHER)
    app = start(file, None, OTHER)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await app._press_keys(["escape"])
    assert file.read_beside() == OTHER


async def test_where_it_would_be_gone_the_page_says_so(start, file):
    app = start()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert str(app.screen.query_one(".where").content) == say("author.file.nowhere")
    app = start(file)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        said = str(app.screen.query_one(".where").content)
        assert said == say("author.file.beside", file="for-ana.toml.unsaved.toml")


async def test_grounding_and_people_are_one_key_away_here_too(start):
    app = start()
    async with app.run_test(size=(80, 24)) as pilot:
        for key in ("ctrl+g", "ctrl+r"):
            await press(pilot, key)
            assert not isinstance(app.screen, AuthorScreen)
            await press(pilot, "escape")
            assert isinstance(app.screen, AuthorScreen)


CODE = """
import sys
from integrate.cli.run import run
from integrate.clock import system
sys.exit(run(["prompts", "author", "week.toml"], clock=system))
"""


@pytest.mark.parametrize("told", [signal.SIGTERM, signal.SIGHUP])
def test_a_signal_keeps_what_is_unsaved_beside_the_file(terminal, tmp_path, told):
    child = terminal(CODE)
    child.wait_for("Paste questions")
    child.child.send("p")
    child.wait_for("one a line.")
    child.child.send("What helped?\rWhat now?")
    child.wait_for("far: 2")
    child.child.kill(told)

    assert child.ends() == 128 + told
    beside = SetFile(tmp_path / "week.toml").unsaved
    assert [path.name for path in tmp_path.glob("*.toml")] == [beside.name]
    assert stat.S_IMODE(beside.stat().st_mode) == 0o600
    assert [each.ask for each in SetFile(beside).read().prompt] == ["What helped?", "What now?"]


def test_a_fault_in_the_program_keeps_it_too(terminal, tmp_path):
    child = terminal(
        """
from integrate.tui.screens.author import AuthorScreen
def fall(self):
    raise RuntimeError("secret words")
AuthorScreen.action_head = fall
"""
        + CODE
    )
    child.wait_for("Paste questions")
    child.child.send("p")
    child.wait_for("one a line.")
    child.child.send("What helped?")
    child.wait_for("far: 1")
    child.child.send("\x0e")
    child.wait_for("not saved yet")
    child.child.send("h")

    assert child.ends() == 1
    assert "secret words" not in child.text()
    assert SetFile(tmp_path / "week.toml").read_beside().prompt[0].ask == "What helped?"


async def test_closing_from_a_question_on_the_way_asks_too(start):
    app = start()
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "p")
        await type_in(pilot, FIVE)
        await press(pilot, "enter")
        await change(pilot, "kind")
        await press(pilot, "ctrl+q")
        assert app.is_running
        await press(pilot, "1")
        await press(pilot, "escape")
        await press(pilot, "escape")
        assert isinstance(app.screen, AuthorScreen)


@pytest.mark.parametrize("name", ["~nobody-here/week", "/", ".", "x" * 300])
async def test_a_name_that_is_none_is_said(start, tmp_path, name, monkeypatch):
    monkeypatch.chdir(tmp_path)
    app = start()
    async with app.run_test(size=(80, 24)) as pilot:
        app.screen.desk.put(app.screen.desk.manuscript.change_head(title="Week").paste(FIVE))
        await press(pilot, "s")
        await type_in(pilot, name, "enter")
        if isinstance(app.screen, AskScreen):  # a folder is there already
            await press(pilot, "2")
        assert "was not saved" in notice(app)
    assert list(tmp_path.iterdir()) == []
