"""How the full screen is seen: its theme, with or without colour, its signs, and whether it moves.

One call puts the settings on: when the app is made, so that nothing flashes, and again whenever
the person changes one of them.
"""

import os
import sys
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, Final, TypeVar

from rich.segment import Segment
from rich.style import Style
from textual.color import Color
from textual.filter import LineFilter, Monochrome

from integrate.config import Config
from integrate.tui import marks
from integrate.tui.faults import QuietApp
from integrate.tui.sheet import Sheet
from integrate.tui.theme import THEMES

if TYPE_CHECKING:
    from textual.types import AnimationLevel

Result = TypeVar("Result")

_LEVELS: Final[dict[str, "AnimationLevel"]] = {"basic": "basic", "full": "full"}
"""Only whoever asks for it sees Textual's own movements."""
_STANDS_OUT: Final = 1.6
"""From this contrast with what is around it a ground says something: a cursor, a chosen stretch."""
_LINEAR: Final = 0.04045
"""Up to here sRGB is a straight line (WCAG 2, relative luminance)."""


class WithoutColour(LineFilter):
    """Takes every colour away. What only its ground told is shown the other way round."""

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        """The segments without colours; their widths stay."""
        return [
            Segment(text, _without_colour(style, background) if style else None, control)
            for text, style, control in segments
        ]


class InAscii(LineFilter):
    """Puts every sign into ASCII, and leaves out what the terminal's encoding cannot say."""

    def __init__(self, encoding: str) -> None:
        super().__init__()
        self._encoding = encoding

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        """The segments in plain signs; their widths stay."""
        del background
        return [
            segment if segment.text.isascii() else segment._replace(text=self._plain(segment.text))
            for segment in segments
        ]

    def _plain(self, text: str) -> str:
        return marks.writable(marks.in_ascii(text), self._encoding)


class SeenApp(QuietApp[Result]):
    """An app that looks as its settings and its terminal say."""

    def __init__(self) -> None:
        super().__init__()
        self.reveals = False
        """Whether a page comes in softly; nothing else ever moves by itself."""
        self._settings = Config()
        self._wish: str | None = "none"
        self._seen_through: tuple[LineFilter, ...] = ()
        for theme in THEMES:
            self.register_theme(theme)

    def wear(self, settings: Config, environ: Mapping[str, str] = os.environ) -> None:
        """Puts on what the settings say: when the app is made, and whenever one was changed.

        Args:
            settings: what the person chose.
            environ: says what the terminal can show, and whether it is to have no colours.
        """
        self._settings = settings
        self.no_color = bool(environ.get("NO_COLOR"))
        self._seen_through = tuple(_filters(settings, environ))
        self.theme = settings.theme
        self._move()
        if not self.is_running:
            self.stylesheet = Sheet(variables=self.get_css_variables())
            return
        for screen in self.screen_stack:
            for widget in screen.walk_children(with_self=True):
                widget.refresh()

    def wish_to_move(self, wish: str | None) -> None:
        """Takes what TEXTUAL_ANIMATIONS said; an app that is not told stands still.

        Args:
            wish: "none", "basic" or "full"; `None` where nothing was said.
        """
        self._wish = wish
        self._move()

    def get_line_filters(self) -> Sequence[LineFilter]:
        """What stands between widgets and terminal. Textual's own grey would still be a colour."""
        usual = [each for each in super().get_line_filters() if not isinstance(each, Monochrome)]
        return [*usual, *self._seen_through]

    def _move(self) -> None:
        still = self._wish == "none" or not self._settings.motion
        self.animation_level = _LEVELS.get(self._wish or "", "none") if not still else "none"
        self.reveals = not still and not self.no_color


def _filters(settings: Config, environ: Mapping[str, str]) -> Iterator[LineFilter]:
    if environ.get("NO_COLOR"):
        yield WithoutColour()
    # Textual draws on standard error.
    encoding = getattr(sys.__stderr__, "encoding", None) or "ascii"
    if settings.marks == "ascii" or not marks.draws(environ, encoding):
        yield InAscii(encoding)


@lru_cache(1024)
def _without_colour(style: Style, around: Color) -> Style:
    ground = style.bgcolor
    turned = ground is not None and _contrast(Color.from_rich_color(ground), around) > _STANDS_OUT
    return Style(
        bold=style.bold,
        italic=style.italic,
        underline=style.underline,
        strike=style.strike,
        reverse=style.reverse or turned or None,
        meta=style.meta or None,
    )


def _contrast(one: Color, other: Color) -> float:
    """As WCAG 2 defines it."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: Color) -> float:
    red, green, blue = (
        part / 12.92 if part <= _LINEAR else ((part + 0.055) / 1.055) ** 2.4
        for part in colour.normalized
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
