"""Every screen in every theme: what it looks like, and that all of it can be read."""

from collections.abc import Iterator
from typing import Any

import pytest
from msgspec.structs import replace
from pytest_textual_snapshot import SVGImageExtension
from rich.style import Style
from textual.app import App
from textual.color import Color

from integrate.config import Config, write
from integrate.tui import marks
from integrate.tui.theme import HIGH_CONTRAST, THEMES

from .gallery import LARGE, SCENES, USUAL, Scene, hang, rows, settle, still
from .test_every_screen import make

__all__ = ["make"]  # a fixture, found here by its name

TEXT, SIGNS = 4.5, 3.0
HIGH = 7.0
DRAWN = set(map(chr, marks.ASCII)) - set("…–—‘’“”·•×")
"""What is a line or a sign, not part of a text."""


def luminance(colour: Color) -> float:
    """As WCAG 2 defines it."""
    parts = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in colour.normalized
    )
    return sum(weight * part for weight, part in zip((0.2126, 0.7152, 0.0722), parts, strict=True))


def contrast(style: Style) -> float:
    assert style.color is not None
    assert style.bgcolor is not None
    pair = [Color.from_rich_color(each) for each in (style.color, style.bgcolor)]
    light, dark = sorted(map(luminance, pair), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def hard_to_read(app: App[Any]) -> Iterator[str]:
    """Whatever is seen and stands out too little from its ground."""
    high = app.theme == HIGH_CONTRAST.name
    for segment in (each for row in rows(app) for each in row):
        seen = set(segment.text) - set(" \n")
        if not seen or segment.style is None:
            continue
        least = HIGH if high else TEXT if seen - DRAWN else SIGNS
        found = contrast(segment.style)
        if found < least:
            yield f"{app.theme}: {segment.text.strip()!r} {segment.style} {found:.2f}"


@pytest.fixture
def settled(parts):
    """Settings whose paths are alike on every machine."""
    write(parts["config_file"], Config(backups="/media/stick/journal"))


@pytest.mark.usefixtures("settled", "filled")
@pytest.mark.parametrize("scene", SCENES, ids=str)
async def test_it_is_calm_and_can_be_read(stage, make, snapshot, scene: Scene):
    pictures = snapshot.use_extension(SVGImageExtension)
    app = hang(stage, make, scene)
    hard: list[str] = []
    taken: dict[str, str] = {}
    async with app.run_test(size=USUAL) as pilot:
        await settle(pilot, scene)
        for theme in THEMES:
            app.wear(replace(Config(), theme=theme.name))
            await still(pilot)
            hard += hard_to_read(app)
            taken[theme.name] = app.export_screenshot(title="")
        await pilot.resize_terminal(*LARGE)
        for theme in THEMES:
            app.wear(replace(Config(), theme=theme.name))
            await still(pilot)
            hard += hard_to_read(app)
            taken[f"{theme.name} large"] = app.export_screenshot(title="")
    assert hard == []
    for name, picture in taken.items():
        assert picture == pictures(name=name)
