"""The calm-dark theme: readable, and nothing in it is red."""

import colorsys

import pytest
from textual.color import Color

from integrate.tui.theme import CALM_DARK

COLOURS = CALM_DARK.to_color_system().generate()
PAIRS = [
    ("foreground", "background"),
    ("foreground", "surface"),
    ("foreground", "panel"),
    ("text-muted", "background"),
    ("text-muted", "surface"),
    ("primary", "background"),
    ("accent", "background"),
    ("block-cursor-foreground", "block-cursor-background"),
    ("input-cursor-foreground", "input-cursor-background"),
]


def luminance(colour: Color) -> float:
    """As WCAG 2 defines it."""
    parts = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in colour.normalized
    )
    return sum(weight * part for weight, part in zip((0.2126, 0.7152, 0.0722), parts, strict=True))


@pytest.mark.parametrize(("text", "ground"), PAIRS)
def test_text_stands_out_from_its_ground(text, ground):
    light, dark = sorted(
        (luminance(Color.parse(COLOURS[name])) for name in (text, ground)), reverse=True
    )
    assert (light + 0.05) / (dark + 0.05) >= 4.5


@pytest.mark.parametrize("name", ["primary", "secondary", "accent", "warning", "error", "success"])
def test_no_colour_is_red(name):
    hue, _light, saturation = colorsys.rgb_to_hls(*Color.parse(COLOURS[name]).normalized)
    assert 15 < hue * 360 < 345 or saturation < 0.2
