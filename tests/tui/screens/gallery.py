"""Every screen as it hangs in the gallery, for whoever looks at all of them at once.

To add a screen: give `make` in test_every_screen.py a way to make it; it then hangs here too. Where
one state of a screen does not show all that it can, add a `Scene` to `MORE` with a name, and with
the keys that lead there. The journal behind all of them is `filled`: two months, two sessions.
Take the pictures with `pytest tests/tui/screens/test_pictures_in_themes.py --snapshot-update`, and
look at them before they are kept.
"""

import asyncio
from collections.abc import Callable, Iterator, Sequence
from typing import Any

import pytest
from msgspec import Struct
from rich.segment import Segment
from textual.app import App
from textual.pilot import Pilot
from textual.screen import Screen
from textual.widgets import Static

from integrate.tui.screens.author import AuthorScreen
from integrate.tui.screens.ground import GroundScreen
from integrate.tui.screens.guided import GuidedScreen
from integrate.tui.screens.home import HomeScreen
from integrate.tui.screens.journal import JournalScreen
from integrate.tui.screens.passphrase import PassphraseScreen
from integrate.tui.screens.session_form import SessionFormScreen
from integrate.tui.screens.write import WritingScreen
from integrate.words import say

from .test_every_screen import SCREENS

NARROW = (40, 15)
USUAL = (80, 24)
LARGE = (120, 36)
VAST = (200, 50)


class Scene(Struct, frozen=True, kw_only=True):
    """One state of one screen."""

    kind: type[Screen[Any]]
    name: str = ""
    """What is to be seen, where the screen hangs here more than once."""
    keys: tuple[str, ...] = ()
    """What is pressed before it is looked at."""
    late: str = ""
    """Selector of a line that says something only a moment after that."""

    def __str__(self) -> str:
        return "-".join(filter(None, (self.kind.__name__, self.name)))


MORE: Sequence[Scene] = (
    Scene(kind=GuidedScreen, name="answered", keys=("7", "ctrl+n", "ctrl+b")),
    Scene(kind=GuidedScreen, name="text", keys=("ctrl+n", "ctrl+n", "ctrl+n")),
    Scene(kind=GuidedScreen, name="actions", keys=("tab",)),
    Scene(kind=GuidedScreen, name="choice", keys=("7", "ctrl+n", "down", "down", "space")),
    Scene(kind=GroundScreen, name="step", keys=("1",)),
    Scene(kind=HomeScreen, name="further", keys=("tab", "tab")),
    Scene(kind=HomeScreen, name="letters", keys=("f6",)),
    Scene(kind=JournalScreen, name="letters", keys=("f6",)),
    Scene(kind=JournalScreen, name="search", keys=("slash", *"the")),
    Scene(kind=PassphraseScreen, name="short", keys=(*"abc", "enter"), late=".strength"),
    Scene(kind=SessionFormScreen, name="misread", keys=(*"soon", "enter")),
    Scene(kind=WritingScreen, name="words", keys=(*"words", "enter", *"more")),
    Scene(kind=AuthorScreen, name="next", keys=("down",)),
)
SCENES: Sequence[Scene] = (*(Scene(kind=kind) for kind in SCREENS), *MORE)


def hang(stage: Callable[[Screen[Any]], App[Any]], make: dict[type, Any], scene: Scene) -> App[Any]:
    """The app with this scene's screen in front; its keys are still to be pressed."""
    if scene.kind not in make:
        pytest.skip("test_every_screen.py says that nobody has said how it is made")
    return stage(make[scene.kind]())


async def settle(pilot: Pilot[Any], scene: Scene) -> None:
    """Lets the screen come to rest, and presses the scene's keys."""
    await still(pilot)
    for key in scene.keys:
        await pilot.app._press_keys([key])
        await still(pilot)
    async with asyncio.timeout(15):
        while any(say("guided.unkept") in line for line in text_of(pilot.app)) or _is_to_come(
            pilot.app, scene
        ):
            await pilot.pause()


def _is_to_come(app: App[Any], scene: Scene) -> bool:
    return bool(scene.late) and not str(app.screen.query_one(scene.late, Static).content)


async def still(pilot: Pilot[Any]) -> None:
    """Waits until nothing more is about to be drawn."""
    await pilot.app.workers.wait_for_complete()
    await pilot.pause()
    await asyncio.sleep(0)
    await pilot.pause()


def rows(app: App[Any]) -> Iterator[list[Segment]]:
    """What stands on the terminal, row by row, after everything that it passes through."""
    for strip in app.screen._compositor.render_strips(app.screen.size):
        yield list(strip)


def text_of(app: App[Any]) -> list[str]:
    """The same as words, one text a row."""
    return ["".join(segment.text for segment in row) for row in rows(app)]
