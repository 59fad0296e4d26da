"""No meaning lies in colour alone, nor in weight: what counts has a sign that is read as text."""

import pytest
from textual.app import App

from integrate.config import Config

from .gallery import SCENES, USUAL, Scene, hang, rows, settle, still, text_of
from .test_every_screen import make

__all__ = ["make"]  # a fixture, found here by its name


def told(app: App) -> str:
    """The page as text, without the keys: they say what is in focus, but not where it is."""
    return "\n".join(text_of(app)[1:-3])


def coloured(app: App) -> list[str]:
    return [
        f"{segment.text!r} {segment.style}"
        for row in rows(app)
        for segment in row
        if segment.style and (segment.style.color or segment.style.bgcolor)
    ]


@pytest.mark.usefixtures("filled")
@pytest.mark.parametrize("scene", SCENES, ids=str)
async def test_where_the_keys_go_is_told_by_plain_signs_alone(stage, make, scene: Scene):
    """Without colours and in ASCII: both in one visit, to save the time of two."""
    app = hang(stage, make, scene)
    async with app.run_test(size=USUAL) as pilot:
        await settle(pilot, scene)
        widths = [len(line) for line in text_of(app)]
        app.wear(Config(marks="ascii"), {"NO_COLOR": "1", "LC_ALL": "C.UTF-8"})
        await still(pilot)
        assert coloured(app) == []
        assert [len(line) for line in text_of(app)] == widths
        assert {each for line in text_of(app) for each in line if is_sign(each)} == set()
        seen: dict[str, str] = {}
        for widget in app.screen.focus_chain:
            app.screen.set_focus(widget)
            await still(pilot)
            assert seen.setdefault(told(app), str(widget)) == str(widget)


def is_sign(letter: str) -> bool:
    return not letter.isascii() and not letter.isalpha()
