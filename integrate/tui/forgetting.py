"""Letting go of what was shown: Textual and Python keep more of it than meets the eye."""

import asyncio
import gc
from functools import lru_cache
from typing import Any, Final

from textual.app import App

_CACHED: Final = type(lru_cache(lambda: None))
_FORGETFUL: Final = {"integrate", "rich", "textual"}
"""Whose caches may have taken in what was drawn or typed; the others cost more to fill again."""


def forget(app: App[Any]) -> None:
    """Drops every reference to screens that are gone, and what the libraries kept of their words.

    A passphrase that was typed is among them: the width of every line that was drawn is remembered.

    What this cannot do: wipe memory. Python's strings cannot be overwritten, and what was freed
    stays in the process's memory until something else takes its place.
    """
    app._clipboard = ""  # noqa: SLF001 - Textual's own copy of what was last copied; it has no door to it
    app._mouse_down_widget = app.mouse_over = app.hover_over = None  # noqa: SLF001 - likewise
    app._background_screens  # noqa: B018, SLF001 - asking for it takes what is gone off it
    _drop_watchers(app)
    _drop_alarms(asyncio.get_running_loop())
    # What was made before the first frame is kept out of every collection: the screen that came
    # first, too, which is gone by now, and what hangs on it.
    gc.unfreeze()
    gc.collect()
    _drop_caches()


def _drop_watchers(app: App[Any]) -> None:
    """A screen that follows the app's focus is held by the app until the focus next changes."""
    for watchers in getattr(app, "__watchers", {}).values():
        watchers[:] = [(node, call) for node, call in watchers if node.is_attached]


def _drop_alarms(loop: asyncio.AbstractEventLoop) -> None:
    """An alarm that was called off stays with the loop until its time, and with it whose it was."""
    for each in getattr(loop, "_scheduled", ()):
        if each.cancelled():
            each._context = None  # noqa: SLF001 - only an alarm that goes off looks at it


def _drop_caches() -> None:
    """Widths of words, wrapped lines, key names: all of it is worked out again when needed."""
    for each in gc.get_objects():
        if type(each) is _CACHED and each.__module__.partition(".")[0] in _FORGETFUL:
            each.cache_clear()
