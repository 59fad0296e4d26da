"""A scale is answered by digits, arrows and its ends, and reads without colour."""

import pytest

from integrate.domain.prompt import Kind, Prompt
from integrate.domain.prompt import Scale as Steps
from integrate.tui.widgets.scale import Scale


def prompt(low: int = 0, high: int = 10, step: int = 1) -> Prompt:
    scale = Steps(low=low, high=high, step=step, low_label="light", high_label="heavy")
    return Prompt(id="weight", kind=Kind.SCALE, ask="How heavy?", scale=scale)


@pytest.mark.parametrize(
    ("keys", "value"),
    [
        (["0"], 0),
        (["7"], 7),
        (["1", "0"], 10),
        (["1"], 1),
        (["1", "0", "3"], 3),
        (["1", "5"], 5),
        (["1", "right", "0"], 0),
        (["end"], 10),
        (["home"], 0),
        (["right"], 5),
        (["7", "right"], 8),
        (["7", "left", "left"], 5),
        (["end", "right"], 10),
        (["home", "left"], 0),
        (["7", "backspace"], None),
        (["7", "delete"], None),
        (["7", "backspace", "4"], 4),
    ],
)
async def test_keys_answer(bench, keys, value):
    app = bench(Scale(prompt()))
    async with app.run_test() as pilot:
        await pilot.press(*keys)
        assert app.value == value


@pytest.mark.parametrize(
    ("span", "keys", "value"),
    [
        ((1, 5, 1), ["4"], 4),
        ((0, 100, 1), ["3", "7"], 37),
        ((0, 100, 1), ["1", "0", "0"], 100),
        ((0, 100, 10), ["4", "0"], 40),
        ((-5, 5, 1), ["minus", "3"], -3),
        ((-5, 5, 1), ["3"], 3),
    ],
)
async def test_other_spans_work_alike(bench, span, keys, value):
    app = bench(Scale(prompt(*span)))
    async with app.run_test() as pilot:
        await pilot.press(*keys)
        assert app.value == value


async def test_a_number_outside_is_told_and_nothing_changes(bench):
    app = bench(Scale(prompt(0, 4), 2))
    async with app.run_test() as pilot:
        await pilot.press("7")
        assert app.heard == ["misfit 7"]
        assert app.given == []
        assert app.widget.value == 2


@pytest.mark.parametrize("width", [80, 120, 46])
async def test_every_step_is_there_and_the_chosen_one_reads_without_colour(bench, shown, width):
    app = bench(Scale(prompt(), 7))
    async with app.run_test(size=(width, 24)) as pilot:
        await pilot.pause()
        said = shown(app).split()
        assert [each for each in said if each.isdecimal()] == [
            str(step) for step in range(11) if step != 7
        ]
        assert "[7]" in said
        assert "light" in said
        assert "heavy" in said


async def test_a_long_scale_shows_its_mark_and_both_ends(bench, shown):
    app = bench(Scale(prompt(0, 100), 37))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        said = shown(app)
        assert "[37]" in said
        assert "0 light" in said
        assert "heavy 100" in said


async def test_enter_goes_on_and_down_leaves(bench):
    app = bench(Scale(prompt()))
    async with app.run_test() as pilot:
        await pilot.press("enter", "down")
        assert app.heard == ["entered", "left"]


async def test_a_click_on_a_step_answers(bench):
    app = bench(Scale(prompt()))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.click(Scale, offset=(2, 1))
        assert app.value == 0
        await pilot.click(Scale, offset=(63, 0))
        assert app.value == 10
