"""The frame: header line, readable column, and a key line that is never cut."""

from typing import ClassVar

import pytest
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import Static

from integrate.tui.frame import HeaderLine, KeyLine, Page
from integrate.words import say


class Sample(Page[None]):
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+n", "go", "Next"),
        Binding("ctrl+b", "go", "Back"),
        Binding("ctrl+o", "go", "Skip"),
        Binding("escape", "go", "Pause"),
        Binding("ctrl+t", "go", "Stop"),
        Binding("left", "go", "Older"),
        Binding("x", "go", "Hidden", show=False),
    ]

    def compose_body(self) -> ComposeResult:
        yield Static(Content("[bold]not markup[/bold] " + "word " * 40), classes="said")


def shown(page: Page[None]) -> list[str]:
    strips = page._compositor.render_strips()
    return ["".join(segment.text for segment in strip).rstrip() for strip in strips]


@pytest.mark.parametrize("size", [(80, 24), (120, 36)])
async def test_every_key_that_works_is_on_the_last_lines_and_none_is_cut(stage, size):
    page = Sample()
    async with stage(page).run_test(size=size) as pilot:
        await pilot.pause()
        last = " ".join(shown(page)[-2:])
        for key in ("ctrl+n Next", "ctrl+o Skip", "esc Pause", "ctrl+t Stop", "← Older"):
            assert key in last
        for key in ("ctrl+g Ground me", "ctrl+r People", "ctrl+q Close"):
            assert key in last
        assert "Hidden" not in last


async def test_closing_stands_last_on_the_key_line(stage):
    page = Sample()
    async with stage(page).run_test() as pilot:
        await pilot.pause()
        *_, last = page.query_one(KeyLine).groups()
        assert str(last) == f"ctrl+q {say('key.close')}"


@pytest.mark.parametrize("width", [80, 120, 200])
async def test_lines_are_no_wider_than_72_columns(stage, width):
    page = Sample()
    async with stage(page).run_test(size=(width, 30)) as pilot:
        await pilot.pause()
        words = [line.strip() for line in shown(page) if "word" in line]
        assert len(words) > 1
        assert max(map(len, words)) <= 72


async def test_what_looks_like_markup_is_shown_as_it_is(stage):
    page = Sample()
    async with stage(page).run_test() as pilot:
        page.heading = "[red]A title[/red]"
        await pilot.pause()
        assert "[red]A title[/red]" in shown(page)[0]
        assert "[bold]not markup[/bold]" in "\n".join(shown(page))


async def test_a_long_heading_gives_way_to_the_corner(stage):
    page = Sample()
    async with stage(page).run_test() as pilot:
        page.heading = "long " * 40
        page.corner = "2 of 7"
        await pilot.pause()
        assert page.query_one(HeaderLine).corner == "2 of 7"
        assert shown(page)[0].endswith("2 of 7")


async def test_on_a_narrow_page_the_way_back_is_told_while_other_keys_give_way(stage):
    page = Sample()
    async with stage(page).run_test(size=(40, 15)) as pilot:
        await pilot.pause()
        last = shown(page)[-2:]
        assert "esc Pause" in " ".join(last)
        assert "…" in " ".join(last)
        assert "← Older" not in " ".join(last)
        assert all(len(line) <= 40 for line in last)


async def test_on_a_narrow_page_the_product_s_name_gives_way_to_the_heading(stage):
    page = Sample()
    app = stage(page)
    async with app.run_test(size=(40, 15)) as pilot:
        app.sub_title = "invented journal"
        page.heading = "Thursday morning"
        await pilot.pause()
        assert shown(page)[0].split() == ["Thursday", "morning", "invented", "journal"]
        page.heading = "Now"
        await pilot.pause()
        assert shown(page)[0].endswith("invented journal · integrate")


async def test_keys_of_what_is_in_focus_come_and_go(stage):
    page = Sample()
    async with stage(page).run_test() as pilot:
        await pilot.pause()
        before = [str(group) for group in page.query_one(KeyLine).groups()]
        page._bindings.bind("ctrl+y", "go", "Another")
        page.refresh_bindings()
        await pilot.pause()
        after = [str(group) for group in page.query_one(KeyLine).groups()]
        assert "ctrl+y Another" in after
        assert "ctrl+y Another" not in before
