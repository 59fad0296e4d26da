"""Yes or no: by digit, by letter, by arrows."""

import pytest

from integrate.tui.widgets.yesno_field import YesNoField


@pytest.mark.parametrize(
    ("keys", "value"),
    [
        (["1"], True),
        (["2"], False),
        (["y"], True),
        (["n"], False),
        (["down", "space"], True),
        (["down", "down", "enter"], False),
        (["y", "backspace"], None),
    ],
)
async def test_keys_answer(bench, keys, value):
    app = bench(YesNoField())
    async with app.run_test() as pilot:
        await pilot.press(*keys)
        assert app.value is value


async def test_the_earlier_answer_is_marked(bench, shown):
    app = bench(YesNoField(value=False))
    async with app.run_test() as pilot:
        await pilot.pause()
        assert "2  (•) No" in shown(app)
