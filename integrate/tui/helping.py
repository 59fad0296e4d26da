"""Help and the menu, on every page: what can be done there, and where one can go."""

from __future__ import annotations

import os
from collections.abc import Mapping
from functools import partial
from typing import TYPE_CHECKING, ClassVar, TypeVar

from textual.binding import Binding, BindingType

from integrate.tui.frame import Page
from integrate.tui.seeing import SeenApp
from integrate.words import say

if TYPE_CHECKING:
    from integrate.config import Config
    from integrate.tui.doings import Doing
    from integrate.tui.screens.menu import Room

Result = TypeVar("Result")


class HelpedApp(SeenApp[Result]):
    """An app whose keys are told, can all be chosen from a list, and may be set otherwise."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("f6", "jump", say("key.jump"), show=False, priority=True),
        Binding("g", "jump", say("key.jump"), show=False),
    ]

    own_keys: Mapping[str, str] = {}
    """The keys that a person has set, by the name of what they do; only those that hold."""

    def wear(self, settings: Config, environ: Mapping[str, str] = os.environ) -> None:
        """Takes the person's own keys, beside what is seen."""
        super().wear(settings, environ)
        self.own_keys = {}
        if settings.keys:
            from integrate.keymap import rules

            self.own_keys = rules(settings.keys)
        if self.is_running:
            self.refresh_bindings()

    @property
    def rooms(self) -> tuple[Room, ...]:
        """Where one can go from everywhere, just now."""
        return ()

    async def enter(self, room: str) -> None:
        """Goes there."""
        raise NotImplementedError

    def action_help(self) -> None:
        """All keys of this page."""
        from textual.widgets import Input, TextArea

        from integrate.tui.doings import doings
        from integrate.tui.screens.help import HelpScreen

        typing = isinstance(self.focused, Input | TextArea)
        self.push_screen(HelpScreen(doings(self.screen), typing=typing), self._did)

    def action_jump(self) -> None:
        """A letter beside everything that can be gone to."""
        from integrate.tui.screens.jump import JumpScreen, jumped

        page = self.screen
        # At once: a page that is in front again may draw what it offers anew.
        self.push_screen(JumpScreen(page), partial(jumped, page))

    def action_menu(self) -> None:
        """Everything that can be done here, and every room."""
        from integrate.tui.doings import doings
        from integrate.tui.screens.menu import MenuScreen

        self.push_screen(MenuScreen(doings(self.screen), self.rooms), self._did)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Not in front of themselves, nor of a page that keeps silent."""
        if action in {"help", "menu", "jump"}:
            return not isinstance(self.screen, Page) or self.screen.HELPS
        return super().check_action(action, parameters)

    def _did(self, chosen: Doing | Room | None) -> None:
        """Does what was chosen, once the page behind is in front again."""
        from integrate.tui.screens.menu import Room

        if isinstance(chosen, Room):
            self.call_later(self.enter, chosen.name)
        elif chosen is not None:
            self.call_later(self.run_action, chosen.action, chosen.node)
