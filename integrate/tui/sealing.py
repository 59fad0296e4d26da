"""Sealing drafts while a person types, without making them wait."""

import asyncio
from collections.abc import Callable
from threading import Lock
from typing import Final

from textual.dom import DOMNode
from textual.timer import Timer

from integrate.journal.draft import Keeper
from integrate.journal.passage import Passage
from integrate.vault import VaultError

WAIT: Final = 0.6
"""Seconds from the first change that is not sealed until it is; the rest of the promised second
is left for the sealing itself."""


class DraftTimer:
    """Seals one passage as it grows, at most a second after the first change not sealed yet.

    A throttle, not a pause: somebody who never stops typing is sealed all the same. The work is
    done in a thread, never two at once, and it always takes the newest text, so that a late
    thread cannot put older words over newer ones. All methods are for the screen's own thread.
    """

    def __init__(
        self,
        owner: DOMNode,
        keeper: Keeper,
        *,
        on_kept: Callable[[], None],
        on_failed: Callable[[VaultError], None],
        wait: float = WAIT,
    ) -> None:
        """Makes a timer that seals nothing yet.

        Args:
            owner: the screen; its end ends the timer too.
            keeper: seals the draft.
            on_kept: told each time that everything typed so far is sealed.
            on_failed: told when it could not be sealed. It is tried again by itself.
            wait: seconds from the first change that is not sealed.
        """
        self._owner = owner
        self._keeper = keeper
        self._on_kept = on_kept
        self._on_failed = on_failed
        self._wait = wait
        self._newest: Passage | None = None
        self._sealed: Passage | None = None
        self._timer: Timer | None = None
        self._sealing = False
        self._again = False
        self._untold = False
        """Whether something was touched since it was told that all of it is kept."""
        self._stopped = False
        self._one_at_a_time = Lock()

    @property
    def sealed(self) -> bool:
        """Whether everything that was touched is sealed."""
        return self._newest is self._sealed

    def touch(self, passage: Passage) -> None:
        """Takes the passage as it is now; it is sealed within a second."""
        self._newest = passage
        self._untold = True
        self._start()

    def seal_now(self) -> bool:
        """Seals before it returns, for every way out; says whether all is sealed.

        A failure is told to `on_failed`, never raised: the other ways out must go on.
        """
        if self._stopped:
            return True
        try:
            self._seal()
        except VaultError as error:
            self._on_failed(error)
            return False
        return True

    def stop(self) -> None:
        """Seals no more: the entry is written, or the person put the draft away."""
        self._stopped = True
        self._cancel()

    def _start(self) -> None:
        if self._timer is None and not self._stopped and not self.sealed:
            self._timer = self._owner.set_timer(self._wait, self._fire)

    def _cancel(self) -> None:
        if self._timer is not None:
            self._timer.stop()
            self._timer = None

    def _fire(self) -> None:
        self._timer = None
        if self._sealing:
            self._again = True
        elif self._stopped:
            return
        elif self.sealed:
            self._tell()  # it was sealed at once meanwhile, for a way out that was not taken
        else:
            self._sealing = True
            # The method, not its coroutine: on the way out that would be left over, never begun.
            self._owner.run_worker(self._seal_aside, group="sealing")  # type: ignore[arg-type]

    async def _seal_aside(self) -> None:
        try:
            await asyncio.to_thread(self._seal)
        except VaultError as error:
            self._on_failed(error)
        else:
            self._untold = True
            self._tell()
        finally:
            self._sealing = False
        if self._again:
            self._again = False
            self._fire()
        else:
            self._start()

    def _tell(self) -> None:
        if self._untold:
            self._untold = not self.sealed
            self._on_kept()

    def _seal(self) -> None:
        with self._one_at_a_time:
            newest = self._newest
            if newest is not None and newest is not self._sealed and not self._stopped:
                self._keeper.keep(newest)
                self._sealed = newest
