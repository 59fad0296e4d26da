"""A page whose work ends while another screen is in front leaves only when that one is gone."""

from integrate.tui.frame import Page
from integrate.tui.screens.ground import GroundScreen


class Working(Page[str]):
    """A page that waits for something."""


async def test_a_page_leaves_at_once_when_it_is_in_front(stage):
    page = Working()
    app = stage(page)
    async with app.run_test() as pilot:
        page.dismiss("done")
        await pilot.pause()
        assert app.results == ["done"]


async def test_work_that_ends_behind_grounding_does_not_take_grounding_away(stage):
    page = Working()
    app = stage(page)
    async with app.run_test() as pilot:
        await pilot.press("ctrl+g")
        await pilot.pause()
        page.dismiss("done")
        await pilot.pause()
        assert isinstance(app.screen, GroundScreen)
        assert app.results == []
        await pilot.press("escape")
        await pilot.pause()
        assert app.results == ["done"]
        assert page not in app.screen_stack
