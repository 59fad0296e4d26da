"""Every action of a prompt is reached by arrows and Enter."""

from integrate.tui.widgets.read_on import ReadOn


async def test_arrows_move_and_enter_presses(bench, shown):
    app = bench(ReadOn())
    async with app.run_test() as pilot:
        app.row.focus()
        await pilot.press("right")
        await pilot.pause()
        assert "[Back]" in shown(app)
        await pilot.press("enter", "right", "right", "enter", "up")
        assert app.heard == ["back", "skip", "up"]


async def test_it_begins_at_next_each_time(bench):
    app = bench(ReadOn())
    async with app.run_test() as pilot:
        app.row.focus()
        await pilot.press("right", "right")
        app.widget.focus()
        await pilot.pause()
        app.row.focus()
        await pilot.press("enter")
        assert app.heard == ["next"]


async def test_a_click_presses(bench):
    app = bench(ReadOn())
    async with app.run_test() as pilot:
        await pilot.click(app.row, offset=(9, 0))
        assert app.heard == ["back"]


async def test_what_is_only_read_goes_on_with_enter(bench):
    app = bench(ReadOn())
    async with app.run_test() as pilot:
        await pilot.press("enter", "down")
        assert app.heard == ["entered", "left"]
