from time import process_time

import pytest
from textual.app import App, ComposeResult

from integrate.tui.widgets.row_list import Column, Row, RowList

ROWS = [
    Row(cells=("March",)),
    Row(key="a", cells=("Tue 10", "Ana")),
    Row(key="b", cells=("Mon 9", "[bold]not bold[/]")),
    Row(cells=("",)),
    Row(cells=("February",)),
    Row(key="c", cells=("Thu 12", "Packed the bag")),
]


class Host(App[None]):
    def __init__(self, rows=ROWS, *, numbered=False) -> None:
        super().__init__()
        self.rows = rows
        self.numbered = numbered
        self.chosen: list[str] = []
        self.moved: list[str | None] = []

    def compose(self) -> ComposeResult:
        columns = [Column(width=6), Column(share=1)]
        yield RowList(columns, choose="Read", numbered=self.numbered)

    def on_mount(self) -> None:
        listed = self.query_one(RowList)
        listed.show(self.rows)
        listed.focus()

    def on_row_list_chosen(self, event: RowList.Chosen) -> None:
        self.chosen.append(event.key)

    def on_row_list_moved(self, event: RowList.Moved) -> None:
        self.moved.append(event.key)

    @property
    def listed(self) -> RowList:
        return self.query_one(RowList)

    def line(self, y: int) -> str:
        return self.listed.render_line(y).text.rstrip()


async def test_the_cursor_begins_on_the_first_entry_and_passes_over_headings():
    app = Host()
    async with app.run_test() as pilot:
        assert app.listed.key == "a"
        await pilot.press("down", "down")
        assert app.listed.key == "c"
        await pilot.press("up")
        assert app.listed.key == "b"
        assert app.moved[-1] == "b"


async def test_it_stays_within_the_list():
    app = Host()
    async with app.run_test() as pilot:
        await pilot.press("up")
        assert app.listed.key == "a"
        await pilot.press("end", "down")
        assert app.listed.key == "c"
        await pilot.press("home")
        assert app.listed.key == "a"


async def test_enter_chooses():
    app = Host()
    async with app.run_test() as pilot:
        await pilot.press("down", "enter")
        await pilot.pause()
        assert app.chosen == ["b"]


async def test_a_click_moves_and_a_second_one_chooses():
    app = Host()
    async with app.run_test() as pilot:
        await pilot.click(RowList, offset=(10, 5))
        assert app.listed.key == "c"
        assert app.chosen == []
        await pilot.click(RowList, offset=(10, 5))
        assert app.chosen == ["c"]


async def test_a_click_on_a_heading_does_nothing():
    app = Host()
    async with app.run_test() as pilot:
        await pilot.click(RowList, offset=(3, 0))
        assert app.listed.key == "a"
        assert app.chosen == []


async def test_what_is_chosen_can_be_seen_without_colour():
    app = Host()
    async with app.run_test():
        assert app.line(1).startswith("▸ Tue 10")
        assert app.line(2).startswith("  Mon 9")


async def test_titles_are_text_and_never_markup_nor_escape_sequences():
    app = Host([Row(key="x", cells=("Mon 9", "\x1b]0;stolen\x07[red]as it is[/red]"))])
    async with app.run_test():
        assert "\x1b" not in app.line(0)
        assert "[red]as it is[/red]" in app.line(0)


async def test_shown_again_the_cursor_stays_where_it_was():
    app = Host()
    async with app.run_test() as pilot:
        await pilot.press("end")
        app.listed.show([Row(key="new", cells=("Wed 11", "New")), *ROWS])
        await pilot.pause()
        assert app.listed.key == "c"


async def test_shown_again_without_that_row_the_cursor_goes_to_the_first():
    app = Host()
    async with app.run_test() as pilot:
        await pilot.press("end")
        app.listed.show(ROWS[:3])
        await pilot.pause()
        assert app.listed.key == "a"


async def test_an_empty_list_takes_no_keys():
    app = Host([])
    async with app.run_test() as pilot:
        await pilot.press("down", "enter", "end", "pagedown")
        assert app.listed.key is None
        assert app.chosen == []


async def test_ten_thousand_rows_make_no_widgets_and_move_like_thirty():
    rows = [Row(key=str(n), cells=("Mon 9", f"Page {n}")) for n in range(10_000)]
    app = Host(rows)
    async with app.run_test(size=(80, 24)) as pilot:
        assert len(app.listed.children) == 0
        await pilot.press("end")
        await pilot.pause()
        assert app.listed.key == "9999"
        assert "Page 9999" in app.line(23)
        began = process_time()
        for _ in range(20):
            await pilot.press("pageup")
        assert process_time() - began < 5
        assert int(app.listed.key or 0) < 9999 - 20 * 20


TWELVE = [Row(cells=("All",)), *(Row(key=str(n), cells=(f"row {n}",)) for n in range(1, 13))]


async def test_in_a_numbered_list_a_digit_chooses_its_row_at_once():
    app = Host(TWELVE, numbered=True)
    async with app.run_test() as pilot:
        await pilot.press("3")
        await pilot.pause()
        assert app.chosen == ["3"]
        assert app.listed.key == "3"


async def test_a_digit_stands_before_each_of_the_first_nine_rows_and_no_other():
    app = Host(TWELVE, numbered=True)
    async with app.run_test():
        assert app.line(0) == "  All"
        assert app.line(1) == "▸ 1  row 1"
        assert app.line(9) == "  9  row 9"
        assert app.line(10) == "     row 10"


@pytest.mark.parametrize(("rows", "shown"), [(12, "1–9 enter"), (3, "1–3 enter"), (1, None)])
async def test_the_key_line_names_only_digits_that_there_are_rows_for(rows, shown):
    app = Host(TWELVE[: rows + 1], numbered=True)
    async with app.run_test() as pilot:
        assert app.screen.active_bindings["enter"].binding.key_display == shown
        await pilot.press("9")
        await pilot.pause()
        assert app.chosen == (["9"] if rows == 12 else [])


async def test_without_numbers_a_digit_does_nothing():
    app = Host()
    async with app.run_test() as pilot:
        await pilot.press("2")
        await pilot.pause()
        assert app.chosen == []
        assert app.line(1).startswith("▸ Tue 10")


async def test_a_row_with_one_cell_takes_the_whole_line():
    app = Host([Row(key="a", cells=("longer than the first column",))])
    async with app.run_test():
        assert app.line(0) == "▸ longer than the first column"
