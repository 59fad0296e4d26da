"""Opening a page reads its own style sheet, and none of the others once more."""

from collections import Counter
from pathlib import Path

import pytest
from textual.css import stylesheet

from integrate.tui.app import IntegrateApp
from integrate.tui.screens.home import HomeScreen
from integrate.tui.sheet import Sheet


@pytest.fixture
def read(monkeypatch):
    """How often each of our sheets was taken to pieces."""
    seen = Counter()
    usual = stylesheet.parse

    def counting(scope, css, read_from, **how):
        if "integrate" in Path(read_from[0]).parts:
            seen[read_from] += 1
        return usual(scope, css, read_from, **how)

    monkeypatch.setattr(stylesheet, "parse", counting)
    return seen


async def test_each_sheet_is_read_once_however_many_pages_are_opened(parts, journal, read):
    app = IntegrateApp(**parts, journal=journal)
    async with app.run_test() as pilot:
        await pilot.app.workers.wait_for_complete()
        assert isinstance(app.screen, HomeScreen)
        assert isinstance(app.stylesheet, Sheet)
        before = len(read)
        await pilot.press("j", "escape", "s", "escape", "e", "escape", "j")
        await pilot.pause()
    assert len(read) > before
    assert {where: often for where, often in read.items() if often > 1} == {}


async def test_another_theme_has_its_colours_read_anew(parts, journal):
    app = IntegrateApp(**parts, journal=journal)
    async with app.run_test() as pilot:
        dark = app.screen.styles.background
        app.keep_config(theme="calm-light")
        await pilot.pause()
        light = app.screen.styles.background
        app.keep_config(theme="calm-dark")
        await pilot.pause()
        assert dark != light
        assert app.screen.styles.background == dark
