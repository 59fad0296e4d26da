"""A page in the person's own editor, where they chose one; the price is said first."""

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

from textual.app import SuspendNotSupported

from integrate.tui.frame import Page
from integrate.tui.screens.ask import AskScreen
from integrate.tui.widgets.picks import Pick
from integrate.tui.widgets.writing_area import WritingArea
from integrate.words import say


class Outside:
    """Hands what stands in a page's area to an editor, and takes back what it became."""

    def __init__(self, page: Page[Any], says: Callable[[str], None]) -> None:
        """Makes it.

        Args:
            page: has one area; it is sealed before it goes out and when it is back.
            says: told one sentence where the page could not go out; an empty one otherwise.
        """
        self._page = page
        self._says = says
        self._price_said = False

    @property
    def editor(self) -> str:
        """The command that the person chose; empty: none."""
        from integrate import config

        file: Path | None = getattr(self._page.app, "config_file", None)
        with suppress(config.BadConfig):
            return config.read(file).editor if file else ""
        return ""

    def begin(self) -> None:
        """Hands the page over; the first time after a yes."""
        if not self.editor:
            return
        if self._price_said:
            self._hand_over()
            return
        question = AskScreen(
            say("outside.ask", editor=self.editor),
            [
                Pick(value="no", label=say("outside.no")),
                Pick(value="yes", label=say("outside.yes")),
            ],
            says=say("outside.price"),
        )
        self._page.app.push_screen(question, self._maybe)

    def _maybe(self, choice: str | None) -> None:
        if choice == "yes":
            self._price_said = True
            # The page has to be in front again before the terminal is given away.
            self._page.call_after_refresh(self._hand_over)

    def _hand_over(self) -> None:
        """Nothing else goes on meanwhile: no draft is kept, and nothing locks."""
        from integrate.journal.outside import NotOutside, write_outside

        area = self._page.query_one(WritingArea)
        self._page.seal()
        try:
            with self._page.app.suspend():
                text = write_outside(area.text, self.editor)
        except SuspendNotSupported:
            self._says(say("outside.no_terminal"))
        except NotOutside as error:
            self._says(str(error))
        else:
            self._says("")
            if text != area.text:
                area.replace(text, area.document.start, area.document.end)
                area.move_cursor(area.document.end)
                self._page.call_after_refresh(self._page.seal)
        area.focus()
