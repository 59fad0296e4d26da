"""What comes at a bad moment ends nothing: a click on what has just gone, a new size, a lock."""

from textual import events
from textual.widgets import Static

from integrate.tui.frame import Page


class Changing(Page[None]):
    """A page that takes away what was just seen."""

    def compose_body(self):
        yield Static("here for a moment", id="brief")


async def test_a_click_on_what_was_just_taken_away_ends_nothing(stage):
    page = Changing()
    app = stage(page)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        brief = page.query_one("#brief", Static)
        x, y = brief.region.x + 1, brief.region.y
        for parent in (brief.parent, None):
            brief._parent = parent  # as it is between being taken away and the next drawing
            for kind in (events.MouseMove, events.MouseDown, events.MouseMove, events.MouseUp):
                page._forward_event(kind(None, x, y, 0, 0, 1, False, False, False, x, y))
        brief._parent = page.query_one(".body")
        await pilot.pause()
        assert app.is_running
        assert app._exception is None
