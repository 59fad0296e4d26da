"""Waiting until keys that were pressed have arrived, before what they were meant for goes away."""

import asyncio
from contextlib import suppress
from dataclasses import dataclass
from typing import Final

from textual import on
from textual.message import Message
from textual.widget import Widget

_ROUNDS: Final = 3
"""A key changes a field, the field tells its owner, and that one may tell the next."""
_AT_MOST: Final = 1.0
"""Seconds. Only where the field is being taken away meanwhile is nothing heard of it."""


@dataclass
class Passed(Message):
    """Everything that a widget was sent before this has been dealt with."""

    seen: asyncio.Event


class Settles(Widget):
    """Something that keys go into by way of the widgets in it."""

    @on(Passed)
    def _on_passed(self, event: Passed) -> None:
        event.stop()
        event.seen.set()

    async def settled(self) -> None:
        """Waits until all keys that were sent into it have told what they change.

        Not for a handler of a widget in it: that one's own messages would wait for it.
        """
        focused = self.screen.focused
        if focused is None or self not in focused.ancestors:
            return
        for _ in range(_ROUNDS):
            passed = Passed(asyncio.Event())
            if not focused.post_message(passed):
                return
            with suppress(TimeoutError):
                await asyncio.wait_for(passed.seen.wait(), _AT_MOST)
