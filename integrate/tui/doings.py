"""What can be done just now: every key that works on the page in front, as it is bound."""

from collections.abc import Iterator
from typing import Any, Final

from msgspec import Struct
from textual.binding import Binding
from textual.dom import DOMNode
from textual.screen import Screen

from integrate.keymap import shown, told
from integrate.tui.frame import written
from integrate.tui.keys import NO_KEY, name_of

_ALWAYS: Final = ("ground", "support", "hide", "lock", "help", "menu", "jump", "step_out", "quit")
_OTHERS: Final = _ALWAYS.index("hide")
"""What one of the apps has besides stands behind grounding and people."""


class Doing(Struct, frozen=True, kw_only=True):
    """One thing that a key does."""

    label: str
    """As the key line says it."""
    keys: tuple[str, ...]
    """All that do it, as they are written."""
    tip: str
    """The same in a sentence; may be empty."""
    everywhere: bool
    """Whether it is there on every page."""
    action: str
    node: DOMNode
    """What does it."""


def doings(screen: Screen[Any]) -> list[Doing]:
    """What the page in front offers, the nearest first, and then what is always there.

    Nothing of it comes from the journal: labels and sentences are those of the keys.
    """
    found: dict[tuple[int, str], Doing] = {}
    for each in _active(screen):
        known = found.get((id(each.node), each.action)) or next(
            (one for one in found.values() if one.label == each.label and one.node is each.node),
            None,
        )
        if known is None:
            found[id(each.node), each.action] = each
        elif not set(each.keys) <= set(known.keys):
            both = (*known.keys, *each.keys)
            found[id(known.node), known.action] = Doing(
                label=known.label,
                keys=both,
                tip=known.tip,
                everywhere=known.everywhere,
                action=known.action,
                node=known.node,
            )
    return sorted(found.values(), key=lambda each: (each.everywhere, _rank(each)))


def _rank(doing: Doing) -> int:
    """What is always there has an order of its own, safety first and closing last."""
    name = doing.action.rpartition(".")[2]
    if not doing.everywhere:
        return 0
    return _ALWAYS.index(name) if name in _ALWAYS else _OTHERS


def _active(screen: Screen[Any]) -> Iterator[Doing]:
    for key, active in screen.active_bindings.items():
        binding = active.binding
        name = name_of(type(active.node), binding)
        if name is None or not active.enabled:
            continue
        label = binding.description
        if not label:
            continue
        yield Doing(
            label=label,
            keys=() if key.startswith(NO_KEY) else (_key(key, binding),),
            tip=told(name),
            everywhere=active.node is screen.app or name.startswith("everywhere."),
            action=binding.action,
            node=active.node,
        )


def _key(key: str, binding: Binding) -> str:
    return written(binding) if key == binding.key else shown(key)
