"""Turning from one prompt to the next while keys go on arriving: none goes into the wrong answer.

Keys reach what has the focus one behind the other, and many of them work only after they have come
back up to the app. So the wish to go on travels the same way: what came before it is dealt with
first. What comes after it is held where it arrives, and goes to the prompt that comes next.
"""

import asyncio
from contextlib import suppress
from dataclasses import dataclass
from typing import Any, Final

from textual import events, on
from textual._context import active_message_pump
from textual.app import App
from textual.message import Message
from textual.screen import Screen
from textual.widget import Widget

_ROUNDS: Final = 3
"""A key changes a field, the field tells its owner, and that one may tell the next."""
_AT_MOST: Final = 1.0
"""Seconds. Only where the field is being taken away meanwhile is nothing heard of it."""


async def arrived(screen: Screen[Any]) -> None:
    """Waits until every key that was sent has come to its field, and the page knows what it did.

    A key that works before the field is asked (a priority one) comes before the letters that were
    typed just before it: whatever leaves or seals a page waits for them here.
    """
    here, focused = active_message_pump.get(None), screen.focused
    with suppress(TimeoutError):
        async with asyncio.timeout(_AT_MOST):
            for node in focused.ancestors_with_self if focused is not None else ():
                if node is here or isinstance(node, App):
                    return  # what is sent here is read only after this
                for _ in range(2):  # what a key changes is told by a message of its own
                    passed = asyncio.Event()
                    if not node.call_later(passed.set):
                        break
                    await passed.wait()


@dataclass
class _Passed(Message):
    """Everything that a widget was sent before this has been dealt with."""

    seen: asyncio.Event


class Leaf(Widget):
    """What keys go into. From the wish to go on until it is handed over, it holds them."""

    _is_turning = False
    _kept_back: tuple[Message, ...] = ()

    @dataclass
    class Turn(Message):
        """The wish to do something that leads away from here."""

        leaf: "Leaf"
        action: str

    async def on_event(self, event: events.Event) -> None:
        """Holds keys and what is pasted, once it is to be left."""
        if self._is_turning and isinstance(event, events.Key | events.Paste):
            self._kept_back += (event,)
        else:
            await super().on_event(event)

    @on(Turn)
    def _on_turn(self, event: Turn) -> None:
        if self._is_turning:
            event.stop()
            self._kept_back += (event,)
        self._is_turning = True

    def hand_over(self, onto: "Leaf | None") -> None:
        """Takes keys again, and gives those that it holds to whatever has the focus now."""
        held, self._kept_back, self._is_turning = self._kept_back, (), False
        if onto is None:
            return
        for each in held:
            onto.post_message(Leaf.Turn(onto, each.action) if isinstance(each, Leaf.Turn) else each)


class Settles(Widget):
    """Something that keys go into by way of the leaves in it."""

    @on(_Passed)
    def _on_passed(self, event: _Passed) -> None:
        event.stop()
        event.seen.set()

    async def settled(self, leaf: Leaf) -> None:
        """Waits until all that was sent into it has told what it changes.

        Not for a handler of a widget in it: that one's own messages would wait for it.
        """
        for _ in range(_ROUNDS):
            passed = _Passed(asyncio.Event())
            if not leaf.post_message(passed):
                return
            with suppress(TimeoutError):
                await asyncio.wait_for(passed.seen.wait(), _AT_MOST)
