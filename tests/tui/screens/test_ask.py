import pytest

from integrate.tui.screens.ask import AskScreen
from integrate.tui.screens.ground import GroundScreen
from integrate.tui.widgets.picks import Pick

SIZES = [(80, 24), (120, 36)]
PICKS = [Pick(value="no", label="Keep writing"), Pick(value="yes", label="Throw it away")]


def question() -> AskScreen:
    return AskScreen("Throw this page away?", PICKS, says="It will be gone for good.")


@pytest.mark.parametrize(("key", "answer"), [("enter", "no"), ("2", "yes"), ("escape", None)])
async def test_enter_takes_the_harmless_answer_and_escape_none(stage, key, answer):
    app = stage(question())
    async with app.run_test() as pilot:
        await pilot.press(key)
        await pilot.pause()
        assert app.results == [answer]


async def test_grounding_is_one_key_away_here_too(stage):
    app = stage(question())
    async with app.run_test() as pilot:
        await pilot.press("ctrl+g")
        await pilot.pause()
        assert isinstance(app.screen, GroundScreen)


@pytest.mark.parametrize("size", SIZES)
def test_the_question_looks_calm(stage, snap_compare, size):
    assert snap_compare(stage(question()), terminal_size=size)
