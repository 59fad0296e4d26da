"""The themes can be read, and nothing in them is red. The pictures show what screens make of it."""

import colorsys
from typing import get_args

import pytest
from textual.color import Color

from integrate.config import Config, Theme
from integrate.tui.theme import CALM_DARK, HIGH_CONTRAST, THEMES

TEXTS = [
    ("foreground", "background"),
    ("foreground", "surface"),
    ("foreground", "panel"),
    ("foreground", "boost"),
    ("text-muted", "background"),
    ("text-muted", "surface"),
    ("text-muted", "panel"),
    ("text-disabled", "background"),
    ("text-disabled", "surface"),
    ("primary", "background"),
    ("accent", "background"),
    ("accent", "panel"),
    ("accent", "boost"),
    ("error", "background"),
    ("block-cursor-foreground", "block-cursor-background"),
    ("block-cursor-blurred-foreground", "block-cursor-blurred-background"),
    ("input-cursor-foreground", "input-cursor-background"),
    ("foreground", "input-selection-background"),
    ("foreground", "screen-selection-background"),
]
SIGNS = [
    ("border", "background"),
    ("border", "surface"),
    ("border-blurred", "background"),
    ("border-blurred", "surface"),
    ("scrollbar", "scrollbar-background"),
    ("scrollbar-hover", "scrollbar-background-hover"),
    ("scrollbar-active", "scrollbar-background-active"),
]


def luminance(colour: Color) -> float:
    """As WCAG 2 defines it."""
    parts = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in colour.normalized
    )
    return sum(weight * part for weight, part in zip((0.2126, 0.7152, 0.0722), parts, strict=True))


def contrast(theme, pair) -> float:
    colours = theme.to_color_system().generate() | theme.variables
    light, dark = sorted((luminance(Color.parse(colours[each])) for each in pair), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("theme", THEMES, ids=lambda each: each.name)
@pytest.mark.parametrize("pair", TEXTS)
def test_text_stands_out_from_its_ground(theme, pair):
    assert contrast(theme, pair) >= (7 if theme is HIGH_CONTRAST else 4.5)


@pytest.mark.parametrize("theme", THEMES, ids=lambda each: each.name)
@pytest.mark.parametrize("pair", SIGNS)
def test_lines_and_signs_stand_out_from_their_ground(theme, pair):
    assert contrast(theme, pair) >= (7 if theme is HIGH_CONTRAST else 3)


@pytest.mark.parametrize("theme", THEMES, ids=lambda each: each.name)
@pytest.mark.parametrize("name", ["primary", "secondary", "accent", "warning", "error", "success"])
def test_no_colour_is_red(theme, name):
    colour = Color.parse(theme.to_color_system().generate()[name])
    hue, _light, saturation = colorsys.rgb_to_hls(*colour.normalized)
    assert 15 < hue * 360 < 345 or saturation < 0.2


def test_every_theme_can_be_chosen_and_the_dark_one_is_there_without_a_choice():
    assert [each.name for each in THEMES] == [*get_args(Theme)]
    assert Config().theme == CALM_DARK.name
