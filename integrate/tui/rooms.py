"""The rooms of the house, and going to one of them from wherever one is."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from textual.widgets import Input, TextArea

from integrate.tui.screens.menu import Room
from integrate.words import say

if TYPE_CHECKING:
    from integrate.tui.app import IntegrateApp
    from integrate.tui.screens.home import HomeScreen

_THROUGH_HOME: Final = ("journal", "library", "sessions")
"""Home opens these, and takes what was chosen in them."""


def rooms(app: IntegrateApp) -> tuple[Room, ...]:
    """Where one can go just now: nowhere while the journal is closed, or waits for its new key.

    Going somewhere puts a page in front, and Esc leads back. Home itself is offered as long as
    nothing is being typed on the way there.
    """
    from integrate.tui.screens.reopen import ReopenScreen

    home = _home(app)
    if app.journal is None or home is None or app.welcoming:
        return ()
    if any(isinstance(each, ReopenScreen) for each in app.screen_stack):
        return ()
    names = [name for name in _THROUGH_HOME if home.check_action("go", (name,))]
    names += ["people", "settings"]
    if app.screen is home:
        names = ["people"]  # the others are keys of this page
    elif not _typing(app, home):
        names.insert(0, "home")
    front = type(app.screen).__name__.removesuffix("Screen").lower()
    return tuple(Room(name=each, label=say(f"menu.to.{each}")) for each in names if each != front)


async def enter(app: IntegrateApp, name: str) -> None:
    """Goes there, if one still can."""
    home = _home(app)
    if app.journal is None or home is None:
        return
    match name:
        case "home":
            await _go_home(app, home)
        case "people":
            from integrate.tui.screens.people import PeopleScreen

            app.push_screen(PeopleScreen(app.journal))
        case "settings":
            from integrate.tui.screens.settings import SettingsScreen

            app.push_screen(SettingsScreen(app.journal))
        case _:
            home.action_go(name)


def _home(app: IntegrateApp) -> HomeScreen | None:
    from integrate.tui.screens.home import HomeScreen

    return next((each for each in app.screen_stack if isinstance(each, HomeScreen)), None)


async def _go_home(app: IntegrateApp, home: HomeScreen) -> None:
    if app.seal():
        while app.screen is not home and not _typing(app, home):
            await app.pop_screen()


def _typing(app: IntegrateApp, home: HomeScreen) -> bool:
    """Whether a page in front of home has words in a field: only it knows what becomes of them."""
    above = app.screen_stack[app.screen_stack.index(home) + 1 :]
    return any(
        field.text if isinstance(field, TextArea) else field.value
        for screen in above
        for field in screen.query("Input, TextArea")
        if isinstance(field, Input | TextArea)
    )
