"""What home has to say besides what it shows: how the journal was opened, and what others wrote."""

import asyncio
from collections.abc import Callable
from typing import Final

from textual.screen import Screen

from integrate.journal.health import health
from integrate.journal.journal import Journal
from integrate.vault import VaultBusy, VaultError
from integrate.words import say

_LOOKS_EVERY: Final = 2.0
"""Seconds after which it is noticed that another window or a command wrote in the journal."""


def first_words(journal: Journal, fault: Callable[[Exception], str] = str) -> tuple[str, ...]:
    """What is worth saying once after opening, a calm sentence each.

    Every row of the file is read once: for a worker, not for a first look.

    Args:
        journal: the open journal.
        fault: what to say where it cannot be read; may be nothing.
    """
    vault = journal.vault
    try:
        by_code = vault.opened_with == "recovery" and vault.has_passphrase
        return (*((say("unlock.by_code"),) if by_code else ()), *health(journal))
    except VaultError as error:
        return tuple(filter(None, (fault(error),)))


class Elsewhere:
    """Notices within two seconds what was written elsewhere.

    It costs one number from the file's head each time, in a thread; records are read again only
    when that number changed.
    """

    def __init__(
        self, screen: Screen[None], journal: Journal, changed: Callable[[], object], *, group: str
    ) -> None:
        """Begins to look.

        Args:
            screen: looks only while it is in front; its end ends this too.
            journal: the open journal.
            changed: called after the journal was read again, and when it can be read no more.
            group: the screen's workers that look at the journal; they are let end first.
        """
        self._screen = screen
        self._journal = journal
        self._changed = changed
        self._group = group
        self._told = ""
        """The fault that was told last: a lasting one is told once."""
        self._looking = False
        screen.set_interval(_LOOKS_EVERY, self.look)

    def look(self) -> None:
        """Looks, unless it is looking already: another process may hold the file for seconds."""
        if self._screen.app.screen is self._screen and not self._looking:
            self._looking = True
            # The method, not its coroutine: on the way out that would be left over, never begun.
            self._screen.run_worker(self._look, group="elsewhere")  # type: ignore[arg-type]

    async def _look(self) -> None:
        try:
            changed = await asyncio.to_thread(self._journal.refresh)
            self._told = ""
        except VaultBusy:
            return
        except VaultError as error:
            changed, self._told = repr(error) != self._told, repr(error)
        finally:
            self._looking = False
        if changed:
            await self._others()
            self._changed()

    async def _others(self) -> None:
        """What was begun with less news must not end later than what is begun now."""
        workers = [
            each
            for each in self._screen.workers
            if each.node is self._screen and each.group == self._group and each.is_running
        ]
        await asyncio.gather(*(each.wait() for each in workers), return_exceptions=True)
