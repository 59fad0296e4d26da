"""Walking a set in the full screen with nothing kept."""

from pathlib import Path

import pytest

from integrate.journal.draft import waiting
from integrate.journal.preview import Blank, preview
from integrate.tui.frame import HeaderLine
from integrate.tui.preview_app import PreviewApp
from integrate.tui.screens.preview import PreviewScreen, preview_screen
from integrate.tui.screens.previewed import PreviewedScreen
from integrate.tui.screens.support import SupportScreen
from integrate.tui.widgets.reading import Reading
from integrate.words import say

SET = """schema = 1
[set]
id = "mine"
title = "A set of mine"
version = "1.0"
language = "en"
author = "Dr Test"
licence = "CC-BY-4.0"
minutes = 3
opening = "Take what fits."
closing = "Look around the room."
max_depth = 2

[[prompt]]
id = "mood"
kind = "choice"
ask = "How was it?"
options = [
  { value = "good", label = "Good" },
  { value = "bad", label = "Bad" },
  { value = "help", label = "I want somebody", does = "show-people" },
]

[[prompt]]
id = "worse"
kind = "text"
ask = "What was bad?"
shown_if = { all = [ { prompt = "mood", value = "bad" } ] }

[[prompt]]
id = "step"
kind = "yesno"
ask = "Did you do it?"
shows = "small-step"

[[prompt]]
id = "deep"
kind = "text"
ask = "What do you see now?"
depth = 2
"""
CANARY = "marigolds under the stairwell"


@pytest.fixture
def prompt_set(tmp_path, library):
    file = tmp_path / "mine.toml"
    file.write_text(SET)
    return library.read(file)


@pytest.fixture
def app(prompt_set, library, parts, clock):
    def make(at: str | None = None) -> PreviewApp:
        return PreviewApp(preview(prompt_set, library, clock(), at=at), **parts)

    return make


async def settled(pilot, holds) -> None:
    for _ in range(400):
        if holds():
            break
        await pilot.pause(0.01)
    await pilot.pause()
    assert holds()


def asked(app) -> str:
    return app.screen._walk.prompt.id


def header(app) -> str:
    return app.screen.query_one(HeaderLine).render().plain


def files(folder: Path) -> set[tuple[str, int]]:
    return {(str(each), each.stat().st_size) for each in folder.rglob("*")}


async def test_a_set_is_walked_to_its_end_which_tells_what_was_not_seen_and_why(app):
    front = app("doorstep")
    async with front.run_test(size=(80, 24)) as pilot:
        await settled(pilot, lambda: isinstance(front.screen, PreviewScreen))
        assert header(front).startswith("Preview, nothing kept")
        await pilot.press("enter")
        await settled(pilot, lambda: asked(front) == "step")
        kept = say("preview.kept", name="small-step")
        assert any(kept in str(each.render()) for each in front.screen.query("KeptWords *"))
        await pilot.press("ctrl+n")
        await settled(pilot, lambda: isinstance(front.screen, PreviewedScreen))
        text = front.screen.query_one(Reading).text
        assert "Look around the room." in text
        assert say("preview.seen", count=2, all=4) in text
        assert say("preview.reason.condition") in text
        assert say("preview.reason.deep") in text
        assert header(front).startswith("Preview, nothing kept")
        await pilot.press("escape")
        await settled(pilot, lambda: not front.is_running or front._exit)
    assert front.return_code == 0


async def test_it_is_walked_again_with_other_answers(app):
    front = app("open")
    async with front.run_test(size=(80, 24)) as pilot:
        await settled(pilot, lambda: isinstance(front.screen, PreviewScreen))
        await pilot.press("ctrl+t")
        await settled(pilot, lambda: isinstance(front.screen, PreviewedScreen))
        assert say("preview.reason.earlier") in front.screen.query_one(Reading).text
        await pilot.press("enter")
        await settled(pilot, lambda: isinstance(front.screen, PreviewScreen))
        assert asked(front) == "mood"
        assert front.screen._walk.answers == {}
        await pilot.press("2", "ctrl+n")
        await settled(pilot, lambda: asked(front) == "worse")


async def test_words_typed_in_a_preview_reach_no_file(app, tmp_path, monkeypatch):
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    before = files(tmp_path)
    front = app("open")
    async with front.run_test(size=(80, 24)) as pilot:
        await settled(pilot, lambda: isinstance(front.screen, PreviewScreen))
        await pilot.press("2", "ctrl+n")
        await settled(pilot, lambda: asked(front) == "worse")
        await pilot.press(*CANARY.replace(" ", "_"))
        await pilot.press("ctrl+n")
        await settled(pilot, lambda: asked(front) == "step")
        await pilot.press("ctrl+t")
        await settled(pilot, lambda: isinstance(front.screen, PreviewedScreen))
        assert files(tmp_path) == before
        await pilot.press("escape")
    assert files(tmp_path) == before


async def test_people_who_help_are_shown_as_for_real(app):
    front = app()
    async with front.run_test(size=(80, 24)) as pilot:
        await settled(pilot, lambda: isinstance(front.screen, PreviewScreen))
        await pilot.press("3", "ctrl+n")
        await settled(pilot, lambda: isinstance(front.screen, SupportScreen))
        await pilot.press("escape")
        await settled(pilot, lambda: isinstance(front.screen, PreviewScreen))
        assert asked(front) == "step"


async def test_leaving_shows_help_first_where_the_answer_in_front_calls_for_it(app):
    front = app()
    async with front.run_test(size=(80, 24)) as pilot:
        await settled(pilot, lambda: isinstance(front.screen, PreviewScreen))
        await pilot.press("3", "escape")
        await settled(pilot, lambda: isinstance(front.screen, SupportScreen))
        await pilot.press("escape")
        await settled(pilot, lambda: isinstance(front.screen, PreviewedScreen))


async def test_a_country_that_is_chosen_holds_and_is_kept_nowhere(app, parts):
    front = app()
    async with front.run_test(size=(80, 24)) as pilot:
        await settled(pilot, lambda: isinstance(front.screen, PreviewScreen))
        front.keep_config(country="IE")
        assert front.country == "IE"
    assert not parts["config_file"].exists()


async def test_a_preview_hides_and_never_locks(app):
    front = app()
    async with front.run_test(size=(80, 24)) as pilot:
        await settled(pilot, lambda: isinstance(front.screen, PreviewScreen))
        assert front.check_action("hide", ())
        assert not front.check_action("lock", ())


async def test_leaving_in_the_middle_ends_it(app):
    front = app()
    async with front.run_test(size=(80, 24)) as pilot:
        await settled(pilot, lambda: isinstance(front.screen, PreviewScreen))
        assert front.seal()
        await pilot.press("escape")
        await settled(pilot, lambda: front._exit)
    assert front.return_code == 0


async def test_it_can_be_pushed_over_an_open_journal_and_leaves_that_alone(
    stage, journal, prompt_set, library, clock
):
    shown = preview_screen(prompt_set, library, clock(), at="open", people=journal.people)
    front = stage(shown)
    before = files(journal.vault.path.parent)
    async with front.run_test(size=(40, 24)) as pilot:
        await settled(pilot, lambda: isinstance(front.screen, PreviewScreen))
        assert say("preview.note") in str(front.screen.query_one("#kept").render())
        await pilot.press("2", "ctrl+n")
        await settled(pilot, lambda: asked(front) == "worse")
        await pilot.press(*"marigolds", "ctrl+t")
        await settled(pilot, lambda: isinstance(front.screen, PreviewedScreen))
        await pilot.press("escape")
        await settled(pilot, lambda: front.results == [None])
        assert front.journal is journal
    assert isinstance(shown._journal.vault, Blank)
    assert (list(journal.entries), list(waiting(journal))) == ([], [])
    assert files(journal.vault.path.parent) == before


async def test_a_set_without_a_prompt_for_this_time_tells_so_at_once(
    stage, prompt_set, library, clock
):
    from msgspec.structs import replace

    deep = replace(prompt_set, prompt=prompt_set.prompt[-1:])
    front = stage(preview_screen(deep, library, clock(), at="doorstep"))
    async with front.run_test(size=(80, 24)) as pilot:
        await settled(pilot, lambda: isinstance(front.screen, PreviewedScreen))
        assert say("preview.hidden", count=1, all=1) in front.screen.query_one(Reading).text
        await pilot.press("enter")
        await settled(pilot, lambda: isinstance(front.screen, PreviewedScreen))
        await pilot.press("escape")
        await settled(pilot, lambda: front.results == [None])
