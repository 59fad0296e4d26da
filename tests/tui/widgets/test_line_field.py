"""Numbers, dates and times are typed in one line, and read forgivingly."""

import pytest

from integrate.domain.answer import Answer
from integrate.domain.prompt import Kind, Number, Prompt
from integrate.tui.widgets.line_field import LineField


def prompt(kind: Kind) -> Prompt:
    return Prompt(id="p", kind=kind, ask="How much?", number=Number(min=0, max=24, unit="hours"))


@pytest.mark.parametrize(
    ("keys", "value"),
    [
        (["7"], 7),
        (["7", "full_stop", "5"], 7.5),
        (["7", "comma", "5"], 7.5),
        (["minus", "2"], -2),
        (["s", "o"], "so"),
        (["7", "backspace"], None),
    ],
)
async def test_a_number_is_read_as_it_is_typed(bench, keys, value):
    app = bench(LineField(prompt(Kind.NUMBER), None))
    async with app.run_test() as pilot:
        await pilot.press(*keys)
        assert app.value == value
        assert type(app.value) is type(value)


async def test_a_date_is_handed_on_as_words(bench):
    app = bench(LineField(prompt(Kind.DATE), None))
    async with app.run_test() as pilot:
        await pilot.press(*"2026")
        assert app.value == "2026"


async def test_the_earlier_answer_stands_there(bench, shown):
    app = bench(lambda: LineField(prompt(Kind.NUMBER), Answer(value=7.5)))
    async with app.run_test() as pilot:
        await pilot.pause()
        assert "7.5" in shown(app)
        assert "hours" in shown(app)


async def test_enter_goes_on_and_down_leaves(bench):
    app = bench(LineField(prompt(Kind.NUMBER), None))
    async with app.run_test() as pilot:
        await pilot.press("7", "enter", "down")
        assert app.heard == ["entered", "left"]
