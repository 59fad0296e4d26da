"""The journal was given a new key elsewhere: its new passphrase leads back to what was open."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import TYPE_CHECKING, Final

from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Input, Static, TextArea

from integrate.tui.key_said import key_said
from integrate.tui.screens.unlock import UnlockScreen
from integrate.tui.widgets.secret import Secret
from integrate.words import say

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from integrate.journal.journal import Journal
    from integrate.machine import Machine
    from integrate.tui.app import IntegrateApp

_PAUSE: Final = 1.0
"""Seconds without a key after which a sentence may be taken to be at rest."""
_LOOKS_EVERY: Final = 0.1
_MOST_LOOKS: Final = 100
"""Ten seconds."""


async def is_time(app: IntegrateApp, journal: Journal) -> bool:
    """Whether to ask for the passphrase; waits until nobody is in the middle of a sentence.

    What is typed next goes to this page. It does not wait for ever: what is typed meanwhile cannot
    be sealed.
    """
    # What failed may have begun before the journal was opened again, and be told afterwards.
    if not _may_ask(app, journal) or not await asyncio.to_thread(_is_rekeyed, journal):
        return False
    for _ in range(_MOST_LOOKS):
        if not _may_ask(app, journal):
            return False
        if not isinstance(app.focused, Input | TextArea) or app.locking.still_for >= _PAUSE:
            break
        await asyncio.sleep(_LOOKS_EVERY)
    return _may_ask(app, journal)


def _may_ask(app: IntegrateApp, journal: Journal) -> bool:
    """Not twice, not in front of help or the empty page, and not once it was locked."""
    asks = any(isinstance(each, ReopenScreen) for each in app.screen_stack)
    return app.journal is journal and not asks and not app.locking.wordless


def _is_rekeyed(journal: Journal) -> bool:
    from integrate.vault import Rekeyed, VaultError

    try:
        journal.vault.drafts()
    except Rekeyed:
        return True
    except VaultError:
        pass  # told by whatever runs into it
    return False


class ReopenScreen(UnlockScreen):
    """Asks for the new passphrase in front of whatever is open; what is behind it stays as it is.

    There is no way around it: nothing can be read or sealed under the old key. Dismisses with the
    same journal, open again.
    """

    CSS_PATH = Path(__file__).with_suffix(".tcss")
    TITLE_KEY = "reopen.title"
    STOPS = False

    def __init__(self, journal: Journal, machine: Machine) -> None:
        """Makes the page.

        Args:
            journal: open under its old key.
            machine: this machine.
        """
        super().__init__(journal.vault.path, machine, lambda: journal.library)
        self._open_still = journal
        self._told = False
        """Whether it was said that closing now would lose words."""

    def compose_body(self) -> ComposeResult:
        """What happened, and one line to type in."""
        yield Static(Content(say("reopen.says")), classes="said")
        with Vertical(classes="lock"):
            yield Static(Content(say("reopen.passphrase")), classes="question")
            yield Secret(say("key.open"))
            yield Static(classes="notice", markup=False)
            yield Static(Content(say("reopen.help")), classes="muted")

    def holds_back(self) -> bool:
        """Says once that a moment's words are not kept yet, before closing loses them."""
        if self._told:
            return False
        self._told = True
        self._say(say("reopen.unkept", close=key_said(self.app, "everywhere.quit")))
        return True

    def on_screen_suspend(self) -> None:
        """Whoever covers the screen may be away for long: half a passphrase is not left there."""
        from integrate.tui.screens.hidden import HiddenScreen

        if isinstance(self.app.screen, HiddenScreen):
            self.query_one(Secret).clear()

    def _unlocked(self, secret: str) -> Journal:
        self._open_still.reopen(secret)
        return self._open_still
