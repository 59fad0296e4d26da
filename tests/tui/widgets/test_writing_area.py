"""Writing is plain, survives every undo, takes nothing harmful in, and can be left by arrows."""

import pytest
from textual import events

from integrate.tui.widgets.text_field import TextField
from integrate.tui.widgets.writing_area import WritingArea


def area(app) -> WritingArea:
    return app.query_one(WritingArea)


async def test_words_are_told_as_they_are_typed(bench):
    app = bench(TextField())
    async with app.run_test() as pilot:
        await pilot.press("h", "i", "enter", "u")
        assert app.given == [("h", ""), ("hi", ""), ("hi\n", ""), ("hi\nu", "")]


async def test_blank_writing_is_no_answer(bench):
    app = bench(TextField("a"))
    async with app.run_test() as pilot:
        await pilot.press("backspace")
        assert app.value is None


async def test_earlier_words_stand_there_and_writing_goes_on_behind_them(bench):
    app = bench(TextField("the doorway"))
    async with app.run_test() as pilot:
        await pilot.press("full_stop")
        assert app.value == "the doorway."


async def test_undoing_thirty_line_ends_does_not_end_the_program(bench):
    app = bench(TextField())
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press(*["enter"] * 30)
        await pilot.press(*["ctrl+z"] * 60)
        assert area(app).text == ""


async def test_undoing_a_paste_of_sixty_lines_does_not_end_the_program(bench):
    app = bench(TextField())
    async with app.run_test(size=(80, 24)) as pilot:
        app.post_message(events.Paste("\n".join(f"line {number}" for number in range(60))))
        await pilot.pause()
        assert area(app).document.line_count == 60
        await pilot.press("ctrl+z")
        assert area(app).text == ""


@pytest.mark.parametrize("keys", [["ctrl+z"] * 5, ["ctrl+y"] * 5, ["ctrl+z", "ctrl+y"] * 10])
async def test_undo_and_redo_in_any_order_hold(bench, keys):
    app = bench(TextField())
    async with app.run_test(size=(40, 8)) as pilot:
        app.post_message(events.Paste("word " * 200))
        await pilot.pause()
        await pilot.press(*["enter"] * 12, *keys, "x")
        assert "x" in area(app).text


async def test_a_paste_loses_its_escape_sequences(bench):
    app = bench(TextField())
    async with app.run_test() as pilot:
        app.post_message(events.Paste("calm\x1b[31m\u202e red\x07\r\nnext"))
        await pilot.pause()
        assert app.value == "calm[31m red\nnext"


async def test_down_on_the_last_line_leaves(bench):
    app = bench(TextField("one\ntwo"))
    async with app.run_test() as pilot:
        await pilot.press("up", "down")
        assert app.heard == []
        await pilot.press("down")
        assert app.heard == ["left"]


async def test_down_moves_within_a_wrapped_line_before_it_leaves(bench):
    app = bench(TextField("word " * 40))
    async with app.run_test(size=(40, 24)) as pilot:
        area(app).move_cursor((0, 0))
        await pilot.press("down")
        assert app.heard == []


async def test_tab_moves_on_and_writes_nothing(bench):
    app = bench(TextField("one"))
    async with app.run_test() as pilot:
        await pilot.press("tab")
        assert app.row.has_focus
        assert area(app).text == "one"


async def test_the_cursor_does_not_blink(bench):
    app = bench(TextField())
    async with app.run_test():
        assert area(app).cursor_blink is False


async def test_rich_and_textual_markup_is_shown_as_it_was_written(bench, shown):
    app = bench(TextField("[bold red]not markup[/]"))
    async with app.run_test() as pilot:
        await pilot.pause()
        assert "[bold red]not markup[/]" in shown(app)


FAMILY = "👩\u200d👩\u200d👧"


@pytest.mark.parametrize("letter", [FAMILY, "e\u0301", "שָׁ", "☺\ufe0f", "漢"])
async def test_arrows_and_backspace_take_a_letter_with_all_its_marks(bench, letter):
    app = bench(TextField(f"a{letter}b"))
    async with app.run_test() as pilot:
        await pilot.press("left", "left")
        assert area(app).cursor_location == (0, 1)
        await pilot.press("right")
        assert area(app).cursor_location == (0, 1 + len(letter))
        await pilot.press("backspace")
        assert area(app).text == "ab"
        await pilot.press("ctrl+z", "left", "left", "left", "right", "delete")
        assert area(app).text == "ab"


@pytest.mark.parametrize(
    "text",
    [f"{FAMILY} " * 60, "☺\ufe0f" * 90, "שָׁלוֹם " * 80, "漢字" * 90, "e\u0301" * 200, "\u200d" * 90],
)
@pytest.mark.parametrize("width", [40, 80])
async def test_no_script_draws_a_row_that_is_too_wide_or_loses_the_cursor(bench, text, width):
    app = bench(WritingArea(text))
    async with app.run_test(size=(width, 12)) as pilot:
        await pilot.press(*["up", "left", "right", "end", "x", "backspace", "ctrl+left"] * 4)
        strips = app.screen._compositor.render_strips()
        assert {strip.cell_length for strip in strips} == {width}
        here = area(app).cursor_screen_offset
        assert area(app).content_region.contains_point(here)


async def test_joiners_are_typed_though_they_cannot_be_seen(bench):
    app = bench(TextField())
    async with app.run_test() as pilot:
        for letter in "می\u200cخواهم":
            area(app).post_message(events.Key(f"key_{ord(letter)}", letter))
        await pilot.pause()
        assert app.value == "می\u200cخواهم"


@pytest.mark.parametrize(
    ("put", "undo"),
    [
        ("\n".join("abc" for _ in range(60)), 3),
        ("word " * 3_000, 3),
        ("\n" * 300, 3),
        ("漢字" * 2_000, 2),
    ],
)
async def test_any_paste_can_be_undone_and_done_again(bench, put, undo):
    app = bench(TextField("first\n"))
    async with app.run_test(size=(60, 10)) as pilot:
        app.post_message(events.Paste(put))
        await pilot.pause()
        await pilot.press("pageup", *["ctrl+z"] * undo, *["ctrl+y"] * undo, *["ctrl+z"] * undo)
        assert area(app).text == "first\n"
