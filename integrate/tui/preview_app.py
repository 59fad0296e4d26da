"""The full screen with nothing in it but one set to look at: no journal, no passphrase, no file."""

from typing import Any

from integrate.journal.preview import Preview
from integrate.tui.app import IntegrateApp
from integrate.tui.idle import ticking
from integrate.tui.locking import Locking
from integrate.tui.screens.preview import PreviewScreen


class PreviewApp(IntegrateApp):
    """The app, which ends when the preview does. It writes no setting either."""

    def __init__(self, previewed: Preview, **parts: Any) -> None:
        """Makes the app.

        Args:
            previewed: what is looked at.
            parts: the app's own.
        """
        super().__init__(**parts, journal=previewed.journal)
        self.clock = previewed.clock
        self._previewed = previewed
        self._chosen: str | None = None
        self.locking = _NothingToLock(self, parts.get("now", ticking))

    def begin(self) -> None:
        """The set is in front at once."""
        screen = PreviewScreen(self._previewed, self.country)
        self.push_screen(screen, lambda _: self.exit())

    @property
    def country(self) -> str:
        """As it was chosen here, else as the settings say."""
        return super().country if self._chosen is None else self._chosen

    def keep_config(self, **changed: Any) -> None:
        """Holds a country that was chosen until the end, and keeps nothing."""
        self._chosen = changed.get("country", self._chosen)


class _NothingToLock(Locking):
    """There is no passphrase that would open a preview again."""

    @property
    def may_lock(self) -> bool:
        """Never."""
        return False
