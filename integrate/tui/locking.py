"""Hiding and locking: on a key, or by itself when nobody has been here for a while."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING, Any, Final
from weakref import WeakSet

from textual import events
from textual._context import active_message_pump
from textual.app import App
from textual.dom import DOMNode
from textual.widget import Widget
from textual.worker import active_worker

from integrate.tui.forgetting import forget
from integrate.tui.frame import Page
from integrate.tui.idle import Idle
from integrate.tui.key_said import key_said
from integrate.words import say

if TYPE_CHECKING:
    from textual.screen import Screen
    from textual.worker import Worker

    from integrate.journal.journal import Journal
    from integrate.tui.app import IntegrateApp

TOUCHES: Final = (events.Key, events.Paste, events.MouseEvent)
"""What shows that somebody is here."""
_LOCKS_HIDDEN: Final = 60.0
"""Seconds that it may stay hidden before it locks."""
_TRIES_AGAIN: Final = 10.0
"""Seconds until sealing is tried again that the disk refused; no key is taken while it waits."""
_ENDS_WITHIN: Final = 15.0
"""Seconds in which work under way may end; another window may hold the file for ten."""
_FORGETS_AGAIN: Final = 1.0
"""Seconds."""
_GROUP: Final = "lock"
ASKS: Final = "asks"
"""The group of work that only waits for pages."""


class Locking:
    """Takes the words off the screen, and the keys out of memory.

    Locking never loses a word: it waits until every draft is sealed. Where the disk refuses, a lock
    that was asked for says so and stays open; one that came by itself hides the words and tries
    again until they are sealed.
    """

    def __init__(self, app: IntegrateApp, now: Callable[[], float]) -> None:
        """Makes it; nothing is counted before `begin`.

        Args:
            app: whose screens these are.
            now: seconds on a clock that only goes forward, also while the machine sleeps.
        """
        self._app = app
        self._now = now
        self._idle = Idle(now)
        self._hidden_since: float | None = None
        self._next_try = 0.0
        self._gone: WeakSet[DOMNode] = WeakSet()
        """What stood behind a lock, and all that was on it."""

    def begin(self, minutes: int) -> None:
        """A journal was opened; 0 minutes: it does not lock by itself."""
        self._hidden_since = None
        self._idle.begin(minutes)

    @property
    def may_lock(self) -> bool:
        """Whether there is a journal that could be opened again.

        An invented one has no passphrase; and in the welcome the code was perhaps not written down.
        """
        return self.may_hide and self._app.demo is None and not self._app.welcoming

    @property
    def covered(self) -> bool:
        """Whether the empty page is in front, with nothing to be said on it."""
        from integrate.tui.screens.hidden import HiddenScreen

        return isinstance(self._app.screen, HiddenScreen)

    @property
    def still_for(self) -> float:
        """Seconds since somebody last touched anything."""
        return self._idle.still_for

    @property
    def wordless(self) -> bool:
        """Whether what is in front has nothing of the journal on it: help, or the empty page."""
        return self._page_without_words() is not None

    @property
    def may_hide(self) -> bool:
        """Whether there is something to hide."""
        return self._app.journal is not None

    # --- what work that was under way comes to

    def holds_off(self) -> bool:
        """Whether who asks for a page stood behind a lock: it must not come in front of that."""
        return _who_asks() in self._gone

    @property
    def goes_under(self) -> bool:
        """Whether a page that is asked for now belongs under the cover: a key for help does not."""
        asks = _who_asks()
        return self.covered and isinstance(asks, Widget) and self._app.screen is not asks

    def put_under(self) -> None:
        """Puts the page that just came in front under the cover that it came over."""
        stack = self._app._screen_stack  # noqa: SLF001 - Textual takes screens from the front only
        stack[-2:] = page, cover = stack[-1], stack[-2]
        page.post_message(events.ScreenSuspend())
        cover.post_message(events.ScreenResume())

    # --- what happens meanwhile

    def takes(self, event: events.Event) -> bool:
        """Counts a touch; says whether it is to go no further.

        The first key after a long sleep may come before anything noticed how long it was. It wakes
        the machine, and is not meant for the page that was left.
        """
        if not isinstance(event, TOUCHES) or event.is_forwarded:
            return False
        if not self._is_time:
            self._idle.touch()
            return False
        words_in_front = self._page_without_words() is None
        self.tick()
        return words_in_front

    def tick(self) -> None:
        """Locks, if it is time to."""
        if not self._is_time or self._now() < self._next_try:
            return
        if self._app.seal():
            self._lock(say("lock.by_itself"), self._page_without_words())
            return
        self._next_try = self._now() + _TRIES_AGAIN
        if self._page_without_words() is None:
            self._cover()

    @property
    def _is_time(self) -> bool:
        return self.may_lock and (self._idle.is_over or self._hidden_too_long)

    @property
    def _hidden_too_long(self) -> bool:
        if self._hidden_since is None:
            return False
        most = min(_LOCKS_HIDDEN, self._idle.limit or _LOCKS_HIDDEN)
        return self._now() - self._hidden_since >= most

    def _page_without_words(self) -> Page[Any] | None:
        """What may stay in front of the lock: grounding, for one. `None`: words are in front."""
        front = self._app.screen
        return front.without_words() if isinstance(front, Page) else None

    # --- on a key

    def hide(self) -> None:
        """Covers the page, and seals what is on it; it comes back as it was."""
        if not self.may_hide:
            return
        self._cover()
        # The screen is empty first: sealing may have to wait for the disk.
        if not self._app.welcoming:
            self._app.call_after_refresh(self._app.seal)

    def lock(self) -> None:
        """Locks, unless words would be lost by it."""
        if not self.may_lock:
            return
        if self._app.seal():
            self._lock(say("lock.locked"), self._help())
        else:
            hide = key_said(self._app, "everywhere.hide")
            self._app.notify(say("lock.stays", hide=hide), markup=False)

    # --- how

    def _help(self) -> Page[Any] | None:
        """Help that a page behind calls for; nobody is locked out without it."""
        pages = [each for each in self._app.screen_stack if isinstance(each, Page)]
        return next((found for each in pages if (found := each.help_for_lock())), None)

    def _cover(self) -> None:
        from integrate.tui.screens.hidden import HiddenScreen

        if self._hidden_since is None:
            self._hidden_since = self._now()
        self._app.push_screen(HiddenScreen(), self._uncovered)

    def _uncovered(self, _result: None) -> None:
        self._hidden_since = None
        self._idle.touch()

    def _lock(self, says: str, stays: Page[Any] | None) -> None:
        """Puts the lock in front at once; what is behind it goes as soon as its work has ended."""
        app = self._app
        gone = app.screen_stack[1:]
        busy = [each for each in app.workers if each.group != _GROUP]
        for each in busy:
            if each.group == ASKS:
                each.cancel()  # it waits for a page that is about to go
        journal, app.journal = app.journal, None
        self._hidden_since = None
        app.show_lock(says)
        if stays is not None:
            app.push_screen(stays, app.went_on)
        for screen in gone:
            self._gone |= set(screen.walk_children(with_self=True))
        stack = app._screen_stack  # noqa: SLF001 - Textual takes screens from the front only
        stack[:] = [each for each in stack if each not in gone]
        if journal is not None:
            app.run_worker(_let_go(app, journal, gone, busy), group=_GROUP)


def _who_asks() -> object:
    """Whose message it is that is dealt with now, or whose work: that runs as the app's own."""
    asks = active_message_pump.get(None)
    worker = active_worker.get(None)
    return worker.node if worker is not None and isinstance(asks, App) else asks


async def _let_go(
    app: IntegrateApp, journal: Journal, gone: list[Screen[Any]], busy: list[Worker[Any]]
) -> None:
    """Ends the screens that are gone from sight, and drops the journal with its keys."""
    try:
        await _ended(busy)
        for screen in gone:
            screen._result_callbacks.clear()  # noqa: SLF001 - nobody waits for it any more
            await app._replace_screen(screen)  # noqa: SLF001 - as Textual's own popping does
        await asyncio.to_thread(journal.close)
    finally:
        journal.close()
        gone.clear()
        busy.clear()
    app.call_later(forget, app)
    # And once more when nothing of this is under way any longer, for what it still held.
    app.set_timer(_FORGETS_AGAIN, partial(forget, app))


async def _ended(busy: Sequence[Worker[Any]]) -> None:
    """Waits until what is being kept is kept; what takes too long is called off."""
    running = [each for each in busy if not each.is_finished]
    if running:
        with suppress(TimeoutError):
            async with asyncio.timeout(_ENDS_WITHIN):
                await asyncio.gather(*(each.wait() for each in running), return_exceptions=True)
    for each in busy:
        each.cancel()
