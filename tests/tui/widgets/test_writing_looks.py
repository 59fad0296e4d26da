"""What is drawn is what the library draws, in any script, and what is painted is never stale."""

from random import Random

import pytest
from textual.app import App
from textual.containers import Horizontal
from textual.document._document import Selection
from textual.widgets import TextArea

from integrate.tui.widgets.writing_area import WIDEST, WritingArea

PIECES = [
    *"abcxyz  \n",
    "the kettle and the lamp ",
    "      ",
    "a" * 30,
    "“größer” – ",
    "漢字かな交じり文",
    "한국어 ",
    "🙂 ",
    "👩\u200d👩\u200d👧",
    "☺\ufe0f ",
    "e\u0301",
    "שָׁלוֹם ",
    "العربية ",
    "\u00a0",
    "\t",
    "(a) [b] {c}\n",
    "\n\n",
]
ASCII = [piece for piece in PIECES if piece.isascii()]


class Bare(TextArea):
    """The library's own area, with the same look, and its undo mended."""

    DEFAULT_CSS = WritingArea.DEFAULT_CSS.replace("WritingArea", "Bare")

    def __init__(self) -> None:
        super().__init__(soft_wrap=True, show_line_numbers=False, highlight_cursor_line=False)
        self.cursor_blink = False
        self.match_cursor_bracket = False

    def _recompute_cursor_offset(self) -> None:
        self._cursor_offset = self.wrapped_document.location_to_offset(
            self.clamp_visitable(self.cursor_location)
        )


class Both(App[None]):
    CSS = "Horizontal > * { width: 40; height: 1fr; }"

    def __init__(self) -> None:
        super().__init__()
        self.ours, self.bare = WritingArea(), Bare()

    def compose(self):
        with Horizontal():
            yield self.ours
            yield self.bare

    @property
    def areas(self):
        return self.ours, self.bare


def place(chance: Random, area: TextArea) -> tuple[int, int]:
    row = chance.randrange(area.document.line_count)
    return row, chance.randint(0, len(area.document[row]))


def rows(area: TextArea) -> list[object]:
    area.render_lines(area.size.region)  # takes the styles in
    return [area.render_line(y) for y in range(area.size.height)]


def painted(app: App[None], area: TextArea) -> list[str]:
    region = area.content_region
    strips = app.screen._compositor.render_strips()[region.y : region.bottom]
    right = region.x + area.scrollable_content_region.width
    return [strip.crop(region.x, right).text for strip in strips]


@pytest.mark.parametrize("seed", range(3))
async def test_every_row_is_drawn_as_the_library_draws_it(seed):
    chance = Random(seed)  # noqa: S311 - texts, not secrets
    app = Both()
    async with app.run_test(size=(100, 14)) as pilot:
        for round_ in range(20):
            pieces = PIECES if round_ % 2 else ASCII
            text = "".join(chance.choices(pieces, k=chance.randint(0, 60)))
            width, focused = chance.randint(6, 45), chance.choice(app.areas)
            for area in app.areas:
                area.styles.width = width
                area.load_text(text)
            chosen = Selection(place(chance, app.ours), place(chance, app.ours))
            app.ours.selection = chosen if round_ % 3 else Selection.cursor(chosen.end)
            app.bare.selection = app.ours.selection
            focused.focus()
            await pilot.pause()
            app.set_focus(None)
            await pilot.pause()
            assert rows(app.ours) == rows(app.bare), (seed, round_, text)
            assert app.ours.cursor_location == app.bare.cursor_location
            assert app.ours.virtual_size == app.bare.virtual_size
            assert app.ours.scroll_offset == app.bare.scroll_offset


@pytest.mark.parametrize("seed", range(2))
async def test_after_the_same_keys_both_say_and_show_the_same(seed):
    chance = Random(seed)  # noqa: S311 - keys, not secrets
    keys = [
        *("left", "right", "up", "end", "home", "pageup", "backspace", "delete", "enter"),
        *("shift+left", "shift+right", "shift+up", "shift+down", "ctrl+left", "ctrl+right"),
        *("ctrl+z", "ctrl+y", "ctrl+w", "ctrl+k", *"abc de "),
    ]
    app = Both()
    text = "".join(chance.choices(ASCII, k=60))
    async with app.run_test(size=(100, 12)) as pilot:
        for area in app.areas:
            area.load_text(text)
            area.move_cursor((0, 0))
        for _ in range(12):
            few = chance.choices(keys, k=6)
            seen = []
            for area in app.areas:
                area.focus()
                await pilot.press(*few)
                await pilot.pause()
                assert painted(app, area) == [strip.text for strip in rows(area)]
                seen.append((area.text, area.selection, area.scroll_offset, rows(area)))
            assert seen[0] == seen[1], few


async def test_what_is_painted_is_what_is_there_whatever_is_done(bench):
    app = bench(WritingArea())
    async with app.run_test(size=(60, 16)) as pilot:
        area = app.query_one(WritingArea)
        for act in (
            lambda: area.insert("word " * 200),
            lambda: area.move_cursor((0, 3)),
            lambda: area.scroll_to(y=5, animate=False),
            area.select_all,
            lambda: setattr(area, "selection", Selection((0, 2), (0, 30))),
            area.undo,
            area.redo,
            area.clear,
            lambda: area.load_text("one\n\ttwo\n\nthree"),
            lambda: area.replace("x", (0, 0), (1, 2)),
        ):
            act()
            await pilot.pause()
            await pilot.pause()
            assert painted(app, area) == [strip.text for strip in rows(area)]


@pytest.mark.parametrize("width", [40, 80, 120, 200])
async def test_rows_stay_short_enough_to_read(bench, width):
    app = bench(WritingArea("word " * 400))
    async with app.run_test(size=(width, 24)) as pilot:
        await pilot.pause()
        area = app.query_one(WritingArea)
        longest = max(len(section) for section in area.wrapped_document.get_sections(0))
        assert min(width, WIDEST) - 10 < longest <= min(width, WIDEST)


@pytest.fixture
def repainted(monkeypatch):
    """The rows that were given to be painted, each time; `all` for the whole area."""
    given = []
    usual = WritingArea.refresh

    def watched(area, *regions, **how):
        given.extend([region.y for region in regions] or ["all"])
        return usual(area, *regions, **how)

    monkeypatch.setattr(WritingArea, "refresh", watched)
    return given


async def test_a_key_repaints_the_row_that_it_changes_alone(bench, repainted):
    app = bench(WritingArea("one\n\ntwo\n\nthree"))
    async with app.run_test(size=(60, 16)) as pilot:
        area = app.query_one(WritingArea)
        area.move_cursor((2, 0))
        await pilot.press("a")
        repainted.clear()
        await pilot.press("b")
        assert set(repainted) == {2}
        repainted.clear()
        await pilot.press("down")
        assert set(repainted) == {2, 3}


async def test_a_row_that_was_only_looked_at_by_the_mouse_is_painted_all_the_same(bench, repainted):
    app = bench(WritingArea("one\n\ntwo"))
    async with app.run_test(size=(60, 16)) as pilot:
        area = app.query_one(WritingArea)
        await pilot.press("a")
        repainted.clear()
        area.insert("x", (0, 0))
        app.screen.get_style_at(area.content_region.x, area.content_region.y)
        area.render_line(0)
        await pilot.pause()
        assert 0 in repainted
