"""Grounding: one step at a time, no clock, the room first."""

import pytest
from textual.widgets import Static

from integrate.tui.screens.ground import GroundScreen
from integrate.tui.screens.support import SupportScreen
from integrate.tui.widgets.picks import Picks
from integrate.words import say

SIZES = [(80, 24), (120, 36)]


@pytest.fixture
def room(library):
    return next(each for each in library.grounding() if each.id == "room")


def step(screen) -> str:
    return str(screen.query_one(".words", Static).content)


async def test_the_room_comes_first_whatever_the_order(stage, library):
    screen = GroundScreen(library.grounding()[::-1])
    async with stage(screen).run_test() as pilot:
        await pilot.press("enter")
        assert screen.heading == "The room"


@pytest.mark.parametrize("key", ["enter", "right", "space"])
async def test_each_key_moves_one_step_on_and_then_back_to_the_list(stage, library, room, key):
    screen = GroundScreen(library.grounding())
    async with stage(screen).run_test() as pilot:
        await pilot.press("1")
        for words in room.steps:
            assert step(screen) == words
            await pilot.press(key)
        assert screen.query_one(Picks).has_focus
        assert screen.heading == say("ground.title")


async def test_left_goes_a_step_back(stage, library, room):
    screen = GroundScreen(library.grounding())
    async with stage(screen).run_test() as pilot:
        await pilot.press("1", "right", "right", "left")
        assert step(screen) == room.steps[1]
        await pilot.press("left", "left")
        assert screen.query_one(Picks).has_focus


async def test_no_timer_runs(stage, library):
    screen = GroundScreen(library.grounding())
    async with stage(screen).run_test() as pilot:
        await pilot.press("1", "right")
        await pilot.pause()
        nodes = (screen, *screen.walk_children())
        assert not [timer for node in nodes for timer in node._timers if timer._active.is_set()]


async def test_escape_leaves_the_exercise_and_then_the_page(stage, library):
    screen = GroundScreen(library.grounding())
    app = stage(screen)
    async with app.run_test() as pilot:
        await pilot.press("2", "escape")
        assert app.screen is screen
        await pilot.press("escape")
        await pilot.pause()
    assert app.results == ["back"]


@pytest.mark.parametrize(
    ("label", "result"),
    [("ground.go_on", "go-on"), ("ground.people", "people"), ("ground.stop", "stop")],
)
async def test_after_a_low_gate_there_are_three_more_ways(stage, library, label, result):
    screen = GroundScreen(library.grounding(), "unsteady")
    app = stage(screen)
    async with app.run_test() as pilot:
        labels = [pick.label for pick in screen.query_one(Picks)._picks]
        await pilot.press(str(labels.index(say(label)) + 1))
        await pilot.pause()
    assert app.results == [result]


async def test_from_a_key_nothing_but_people_and_back_is_offered(stage, library):
    screen = GroundScreen(library.grounding())
    async with stage(screen).run_test():
        values = [pick.value for pick in screen.query_one(Picks)._picks]
        assert values[-2:] == ["people", "back"]
        assert not {"go-on", "stop"} & set(values)


async def test_people_are_shown_from_there(app):
    async with app.run_test() as pilot:
        await pilot.press("ctrl+g")
        await pilot.pause()
        assert isinstance(app.screen, GroundScreen)
        await pilot.press("6")
        await pilot.pause()
        assert isinstance(app.screen, SupportScreen)


async def test_the_same_key_goes_back(app):
    async with app.run_test() as pilot:
        await pilot.pause()
        home = app.screen
        await pilot.press("ctrl+g", "ctrl+g")
        await pilot.pause()
        assert app.screen is home


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("reason", ["key", "unsteady"])
def test_the_list_looks_calm(snap_compare, stage, library, size, reason):
    assert snap_compare(stage(GroundScreen(library.grounding(), reason)), terminal_size=size)


@pytest.mark.parametrize("size", SIZES)
def test_a_step_looks_calm(snap_compare, stage, library, size):
    app = stage(GroundScreen(library.grounding()))
    assert snap_compare(app, terminal_size=size, press=["1", "right"])


@pytest.mark.parametrize("size", SIZES)
def test_a_step_with_a_note_looks_calm(snap_compare, stage, library, size):
    app = stage(GroundScreen(library.grounding()))
    assert snap_compare(app, terminal_size=size, press=["4"])
