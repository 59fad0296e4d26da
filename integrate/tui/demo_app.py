"""The full screen over the invented journal: it says so, and its clock can be moved."""

import asyncio
from typing import ClassVar

from textual import work
from textual.binding import Binding, BindingType

from integrate.tui.app import IntegrateApp
from integrate.tui.screens.another_day import another_day
from integrate.tui.screens.ask import AskScreen
from integrate.tui.screens.hidden import HiddenScreen
from integrate.words import say


class DemoApp(IntegrateApp):
    """The app, with one more key: another day of the story."""

    SUB_TITLE = say("demo.corner")
    BINDINGS: ClassVar[list[BindingType]] = [Binding("t", "another_day", say("demo.another"))]

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """While a question is open, it is answered first; what is covered stays covered."""
        if action == "another_day":
            return not isinstance(self.screen, AskScreen | HiddenScreen)
        return super().check_action(action, parameters)

    def action_another_day(self) -> None:
        """Asks which day to look at."""
        if self.demo is not None:
            self.push_screen(another_day(self.demo), self._chosen)

    def _chosen(self, moment: str | None) -> None:
        if moment is not None:
            self.open_demo_at(moment)

    @work(exclusive=True, group="demo")
    async def open_demo_at(self, moment: str) -> None:
        """Goes to another day of the story, and home.

        What was written during the visit goes with the old day: the story is told anew.
        """
        if self.demo is None:
            return
        while len(self.screen_stack) > 1:
            await self.pop_screen()
        self.journal = await asyncio.to_thread(self.demo.go_to, moment)
        self.go_home()
