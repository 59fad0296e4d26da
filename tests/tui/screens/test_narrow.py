"""From two hundred columns to forty, as on a phone: lines read well, and nothing is cut."""

from collections.abc import Iterator
from typing import Any

import pytest
from textual.app import App
from textual.screen import Screen
from textual.scroll_view import ScrollView
from textual.widget import Widget
from textual.widgets import Static

from integrate.tui.frame import KeyLine
from integrate.tui.lines import READING
from integrate.tui.widgets.action_row import ActionRow

from .gallery import NARROW, SCENES, VAST, Scene, hang, settle, still, text_of
from .test_every_screen import make

__all__ = ["make"]  # a fixture, found here by its name

HELP = ("^g Ground", "^r People", "^q Close")
"""On its own page a key of these is another."""


def shown(screen: Screen[Any]) -> Iterator[Widget]:
    """Whatever draws itself; what scrolls by itself cuts and gives room as it likes."""
    for each in screen.walk_children():
        drawn = (
            isinstance(each, Widget)
            and each.display
            and all(isinstance(above, Widget) and above.display for above in each.ancestors[:-1])
        )
        if drawn and not each.children and not isinstance(each, ScrollView):
            yield each


def too_wide(screen: Screen[Any]) -> Iterator[str]:
    """What would have to be scrolled sideways, or ends past the edge."""
    for each in screen.walk_children():
        if each.virtual_size.width > each.size.width and each.allow_horizontal_scroll:
            yield f"{each} scrolls sideways"
    for each in shown(screen):
        if each.region.right > screen.size.width:
            yield f"{each} ends at {each.region.right}"


def opens(widget: Widget) -> bool:
    """Whether it has one line until it is come to."""
    return isinstance(widget, ActionRow) and not widget.has_focus


def cut(screen: Screen[Any]) -> Iterator[str]:
    """What has fewer lines than its words take, and what cannot be scrolled to."""
    for each in shown(screen):
        width = each.content_size.width
        needed = each.get_content_height(each.container_size, screen.size, width)
        if each.content_size.height < needed and not opens(each):
            yield f"{each} has {each.content_size.height} lines of {needed}"
        scrolls = any(
            isinstance(above, Widget) and above.allow_vertical_scroll for above in each.ancestors
        )
        if not scrolls and each.region.bottom > screen.size.height:
            yield f"{each} ends at row {each.region.bottom}"


def told_too_wide(app: App[Any]) -> Iterator[str]:
    """What is wider than reads well."""
    lines = text_of(app)
    for each in (static.content_region for static in app.screen.query(Static)):
        said = [lines[y][each.x : each.right].rstrip() for y in range(each.y, each.bottom)]
        yield from (line for line in said if len(line) > READING)


@pytest.mark.usefixtures("filled")
@pytest.mark.parametrize("scene", SCENES, ids=str)
async def test_on_a_vast_screen_words_read_well_and_on_a_tiny_one_have_room(
    stage, make, scene: Scene
):
    app = hang(stage, make, scene)
    async with app.run_test(size=VAST) as pilot:
        await settle(pilot, scene)
        screen = app.screen
        assert [*told_too_wide(app)] == []
        parts = [each.region for each in screen.query(".body, KeyLine, HeaderLine")]
        assert all(each.width <= 118 for each in parts)
        assert all(each.x >= VAST[0] - each.right - 3 for each in parts)

        await pilot.resize_terminal(*NARROW)
        await still(pilot)
        assert [*too_wide(screen), *cut(screen)] == []
        for keys in screen.query(KeyLine):
            assert keys.content_size.height <= 2
            said = "".join(text_of(app)[-2:])
            assert sum(each in said for each in HELP) >= 2
