"""The day's backup on home: made while the person does something else, and told in a quiet line."""

import asyncio
from pathlib import Path
from threading import Event
from typing import TYPE_CHECKING, cast

from textual import work
from textual.content import Content
from textual.widgets import Static

from integrate.clock import Clock
from integrate.journal.backup import Backup
from integrate.journal.daily import daily
from integrate.journal.journal import Journal
from integrate.text import clean
from integrate.tui.frame import Page
from integrate.vault import Rekeyed, VaultError
from integrate.words import say

if TYPE_CHECKING:
    from integrate.tui.app import IntegrateApp


class BackupLine(Static):
    """Says where the backup lies, until the person does the next thing. It takes no room before."""

    DEFAULT_CSS = """
    BackupLine {
        dock: bottom;
        display: none;
        width: 100%;
        max-width: 72;
        height: auto;
        color: $text-muted;
    }
    """

    def __init__(self, journal: Journal, clock: Clock, folder: Path | None) -> None:
        """Makes an empty line.

        Args:
            journal: the open journal.
            clock: says what time it is.
            folder: where backups go; `None`: none is made.
        """
        super().__init__(markup=False)
        self._journal = journal
        self._clock = clock
        self._folder = folder
        self._over = Event()

    def begin(self) -> None:
        """Makes the backup, if it is time to."""
        if self._folder is not None:
            self._make(self._folder)

    def clear(self) -> None:
        """Takes the line away."""
        self.display = False

    def on_unmount(self) -> None:
        """Nobody waits for it any more: whoever leaves is not kept."""
        self._over.set()

    @work(group="backup")
    async def _make(self, folder: Path) -> None:
        app = cast("IntegrateApp", self.app)
        journal, over = self._journal, self._over

        def ended() -> bool:
            return over.is_set() or app.journal is not journal

        try:
            made = await asyncio.to_thread(daily, journal, folder, self._clock(), ended=ended)
        except Rekeyed as error:
            cast("Page[None]", self.screen).fault(error)
        except (VaultError, OSError):
            self._say(say("home.backup.none", folder=_named(folder)))
        else:
            if made is not None:
                self._say(_where(made, folder))

    def _say(self, sentence: str) -> None:
        self.update(Content(sentence))
        self.display = True


def _where(made: Backup, folder: Path) -> str:
    key = "home.backup.whole" if made.whole else "home.backup.damaged"
    return say(key, folder=_named(folder))


def _named(folder: Path) -> str:
    """A folder as one would write it, the home directory as `~`."""
    try:
        short = Path("~", folder.relative_to(Path.home()))
    except (RuntimeError, ValueError):
        short = folder
    return clean(str(short), one_line=True)
