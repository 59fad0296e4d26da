"""One line to type in takes nothing harmful in."""

from textual import events

from integrate.tui.widgets.line import Line


async def test_what_is_pasted_is_cleaned_and_stays_one_line(bench):
    app = bench(lambda: Line("a "))
    async with app.run_test() as pilot:
        app.post_message(events.Paste("b\x1b[2Jlue\u202e\ncup"))
        await pilot.pause()
        assert app.query_one(Line).value == "a b[2Jlue cup"
