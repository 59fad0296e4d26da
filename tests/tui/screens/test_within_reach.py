"""Everything can be reached by digits, arrows, Enter and Esc, on every screen that there is.

Other alphabets have no `w` to press, and many laptops keep the function keys for themselves. So
what a page can do stands in the menu and in help, which are lists; the menu opens on a digit where
no field takes it, and on ctrl+k where one does.
"""

import pytest
from textual.widgets import Input, TextArea

from integrate.tui.keys import name_of
from integrate.tui.screens.help import HelpScreen
from integrate.tui.screens.hidden import HiddenScreen
from integrate.tui.screens.jump import JumpScreen
from integrate.tui.screens.menu import MenuScreen
from integrate.tui.widgets.action_row import ActionRow
from integrate.tui.widgets.row_list import RowList
from integrate.tui.widgets.scale import Scale
from integrate.words import say

from .test_every_screen import SCREENS, make  # noqa: F401 - a fixture

SILENT = {HelpScreen, HiddenScreen, JumpScreen, MenuScreen}
"""Help, menu and letters are ways themselves; the covered page only comes back."""


def what_keys_do(screen):
    """All of it, also what is not shown or stands in the header; not how words are edited."""
    return {
        each.binding.description
        for each in screen.active_bindings.values()
        if each.enabled and each.binding.description and name_of(type(each.node), each.binding)
    }


def listed(screen):
    """What stands in the list of help or of the menu."""
    rows = screen.query_one(RowList)._rows
    return {rows[line].cells[0].strip() for line in range(len(rows)) if rows[line].key is not None}


async def settled(pilot):
    await pilot.app.workers.wait_for_complete()
    await pilot.pause()


@pytest.mark.parametrize(
    "kind", [each for each in SCREENS if each not in SILENT], ids=lambda each: each.__name__
)
async def test_what_a_key_does_stands_in_help_and_in_the_menu(stage, make, kind):  # noqa: F811
    if kind not in make:
        pytest.skip("it has an app of its own")
    screen = make[kind]()
    app = stage(screen)
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        wanted = what_keys_do(screen)
        assert {say("key.menu"), say("key.close")} <= wanted
        await pilot.press("f1")
        assert isinstance(app.screen, HelpScreen)
        assert wanted - listed(app.screen) == {say("key.help")}
        await pilot.press("escape")
        await settled(pilot)
        await pilot.press("ctrl+k")
        assert isinstance(app.screen, MenuScreen)
        assert wanted - listed(app.screen) == {say("key.menu")}
        await pilot.press("escape")
        assert app.screen is screen


@pytest.mark.parametrize(
    "kind", [each for each in SCREENS if each not in SILENT], ids=lambda each: each.__name__
)
async def test_the_menu_opens_on_a_digit_unless_a_field_takes_it(stage, make, kind):  # noqa: F811
    if kind not in make:
        pytest.skip("it has an app of its own")
    screen = make[kind]()
    app = stage(screen)
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        typing = isinstance(app.focused, Input | TextArea | Scale)
        await pilot.press("0")
        assert isinstance(app.screen, MenuScreen) is not typing
        if typing and screen.query(ActionRow):
            names = [name for name, _ in screen.query(ActionRow).last().actions]
            assert "app.help" in names
