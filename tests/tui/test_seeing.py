"""What the settings and the terminal decide about how the full screen is seen."""

import asyncio

import pytest
from msgspec.structs import replace
from rich.segment import Segment
from rich.style import Style
from textual.color import Color
from textual.widgets import Input, TextArea

from integrate import config
from integrate.config import Config
from integrate.tui.app import IntegrateApp
from integrate.tui.screens.home import HomeScreen
from integrate.tui.seeing import InAscii, WithoutColour

UTF8 = {"LC_ALL": "C.UTF-8", "TERM": "xterm"}
GROUND = Color.parse("#15191b")


def test_a_kept_theme_is_there_before_anything_is_drawn(parts):
    config.write(parts["config_file"], Config(theme="high-contrast"))
    assert IntegrateApp(**parts).theme == "high-contrast"


def test_settings_that_cannot_be_read_are_no_reason_to_see_nothing(parts):
    parts["config_file"].write_text("theme = 7")
    assert IntegrateApp(**parts).theme == "calm-dark"


async def test_a_theme_chosen_while_it_runs_is_worn_at_once_and_kept(app, parts):
    async with app.run_test() as pilot:
        app.keep_config(theme="calm-light")
        await pilot.pause()
        assert app.theme == "calm-light"
        assert app.screen.styles.background == Color.parse("#f6f3ec")
    assert config.read(parts["config_file"]).theme == "calm-light"


async def test_what_cannot_be_kept_holds_until_the_end(app, parts, monkeypatch):
    def full(*_: object) -> None:
        raise OSError

    monkeypatch.setattr(config, "write", full)
    async with app.run_test():
        app.keep_config(theme="high-contrast")
        assert app.theme == "high-contrast"
    assert not parts["config_file"].exists()


@pytest.mark.parametrize(
    ("wish", "motion", "level", "reveals"),
    [
        (None, True, "none", True),
        ("none", True, "none", False),
        ("basic", True, "basic", True),
        ("full", True, "full", True),
        ("nonsense", True, "none", True),
        (None, False, "none", False),
        ("full", False, "none", False),
    ],
)
def test_nothing_moves_but_a_page_that_comes_in_softly(parts, wish, motion, level, reveals):
    app = IntegrateApp(**parts)
    app.wear(Config(motion=motion), UTF8)
    app.wish_to_move(wish)
    assert (app.animation_level, app.reveals) == (level, reveals)


def test_a_wish_holds_when_a_setting_is_changed(parts):
    app = IntegrateApp(**parts)
    app.wish_to_move("none")
    app.wear(replace(Config(), theme="calm-light"), UTF8)
    assert (app.animation_level, app.reveals) == ("none", False)


async def test_a_page_that_comes_in_softly_is_all_there_in_the_end(app):
    app.wish_to_move(None)
    async with app.run_test() as pilot:
        await pilot.pause()
        assert isinstance(app.screen, HomeScreen)
        await pilot.press("f9")
        body = app.screen.query_one(".body")
        async with asyncio.timeout(15):
            while body.styles.opacity < 1:
                await pilot.pause()


async def test_the_first_page_is_there_at_once(app):
    app.wish_to_move(None)
    async with app.run_test() as pilot:
        assert app.screen.query_one(".body").styles.opacity == 1.0
        await pilot.pause()


async def test_no_cursor_blinks(app):
    async with app.run_test() as pilot:
        await app.workers.wait_for_complete()
        await pilot.pause()
        await pilot.press("w")
        await app.workers.wait_for_complete()
        await pilot.pause()
        typed = [*app.screen.query(Input), *app.screen.query(TextArea)]
        assert typed
        assert not any(each.cursor_blink for each in typed)


def test_a_cursor_is_turned_round_where_there_are_no_colours():
    cursor = Segment("k", Style(color="#15191b", bgcolor="#d8dad3"))
    word = Segment("ettle", Style(color="#d8dad3", bgcolor="#15191b", bold=True))
    turned, plain = WithoutColour().apply([cursor, word], GROUND)
    assert turned == Segment("k", Style(reverse=True))
    assert plain == Segment("ettle", Style(bold=True))


def test_a_ground_that_hardly_differs_is_left_out_without_colours():
    row = Segment("▸ one", Style(color="#d8dad3", bgcolor="#252c2f"))
    assert WithoutColour().apply([row], GROUND) == [Segment("▸ one", Style())]


@pytest.mark.parametrize(
    ("encoding", "seen"),
    [("utf-8", "> Łódź -- 日"), ("ascii", "> ?odz -- ??"), ("no-such-thing", "> ??d? -- ??")],
)
def test_only_signs_are_put_into_ascii_where_letters_can_be_said(encoding, seen):
    segment = Segment("▸ Łódź ─╌ 日", Style())
    assert InAscii(encoding).apply([segment], GROUND) == [Segment(seen, Style())]


async def test_a_chosen_theme_reaches_the_pages_behind_as_well(app):
    light = Color.parse("#f6f3ec")
    async with app.run_test() as pilot:
        await app.workers.wait_for_complete()
        for key in ("j", "f9", "f10"):
            await pilot.press(key)
            await pilot.pause()
        assert len(app.screen_stack) == 5
        app.keep_config(theme="calm-light")
        await pilot.pause()
        while len(app.screen_stack) > 2:
            assert app.screen.styles.background == light
            assert grounds(app) == {light.rgb}
            await pilot.press("escape")
            await pilot.pause()
        assert app.screen.styles.background == light


def grounds(app) -> set[tuple[int, int, int]]:
    """What the left edge of the terminal is painted with: no widget but the screen reaches it."""
    strips = app.screen._compositor.render_strips(app.screen.size)
    return {tuple(next(iter(strip)).style.bgcolor.triplet) for strip in strips}
