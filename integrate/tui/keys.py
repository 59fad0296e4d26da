"""Every key has a name and a sentence, and a person may put another one in its place.

The name is made from where the key is bound and what it does: `home.put_away`, `people.add-people`.
It stands in a person's settings, so a test holds the list of them (`integrate/keymap.py`).
"""

import re
from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from itertools import chain
from typing import Final

from textual.binding import Binding, BindingsMap
from textual.dom import DOMNode
from textual.keys import key_to_character

from integrate.keymap import FIXED, keys_in

Chain = list[tuple[DOMNode, BindingsMap]]
"""From what is in focus up to the app: each with its keys, the nearest first."""

NO_KEY: Final = "none:"
"""Begins what stands in the place of a key where there is none."""
_OURS: Final = "integrate.tui"
_EVERYWHERE: Final = "everywhere"
_ACTION: Final = re.compile(r"(?:app\.|screen\.)?([\w.]+)(?:\((.*)\))?")
_WHERE: Final = {"-1": "back", "1": "on", "0": "first", "True": "yes", "False": "no"}
_ALIKE: Final = frozenset({"ground", "support", "hide", "lock", "help", "menu", "jump", "quit"})
"""What is called the same wherever it is bound, so that one setting moves it on every page."""
_UNOFFERED: Final = "_unoffered"
"""Ends the name of what works and is not shown at times; it goes with what is shown."""


@cache
def name_of(kind: type[DOMNode], binding: Binding) -> str | None:
    """How a key is called in the settings; `None` for those that Textual's own widgets bring.

    Args:
        kind: what it is bound on.
        binding: the key, and what it does there.
    """
    owner = _owner(kind, binding)
    if not owner.__module__.startswith(_OURS):
        return None
    room, what = owner.__module__.rpartition(".")[2], _slug(binding.action)
    everywhere = room == "app" or what in _ALIKE
    return f"{_EVERYWHERE if everywhere else room}.{what}"


def rekeyed(links: Chain, own: Mapping[str, str]) -> Chain:
    """The same keys, where a person has set others with those in their place.

    Digits, arrows, Enter and Esc always do what they did. What is set stands before what was there
    on the same key; what a field takes as a letter never reaches what stands behind it.

    Args:
        links: all of them, as they are bound.
        own: for the name of a key, the keys that were set, with commas between.
    """
    return [(node, BindingsMap.from_keys(_with(node, keys, own))) for node, keys in links]


def not_typed(links: Chain) -> Chain:
    """Leaves out, behind a field, the letters that it takes."""
    before: list[DOMNode] = []
    for node, keys in links:
        for key in list(keys.key_to_bindings):
            letter = key_to_character(key)
            if any(each.check_consume_key(key, letter) for each in before):
                del keys.key_to_bindings[key]
        before.append(node)
    return links


def _with(node: DOMNode, keys: BindingsMap, own: Mapping[str, str]) -> dict[str, list[Binding]]:
    stays: dict[str, list[Binding]] = {}
    put: dict[str, list[Binding]] = {}
    for key, binding in keys:
        set_to = own.get(name_of(type(node), binding) or "")
        if set_to is None or key in FIXED:
            stays.setdefault(key, []).append(binding)
            continue
        if not keys_in(set_to):
            # No key leads there any more; help and the menu still do.
            put[f"{NO_KEY}{binding.action}"] = [replace(binding, show=False)]
        for each in keys_in(set_to):
            if not any(other.action == binding.action for other in put.get(each, ())):
                put.setdefault(each, []).append(binding.with_key(each))
    for key, bindings in stays.items():
        put.setdefault(key, []).extend(bindings)
    return put


def _owner(kind: type[DOMNode], binding: Binding) -> type[DOMNode]:
    """The class that brings the key; one that is bound while it runs is its own widget's."""
    for base in kind.__mro__:
        bound = base.__dict__.get("BINDINGS", ())
        same = (binding.key, binding.action)
        if any((each.key, each.action) == same for each in Binding.make_bindings(bound)):
            return base
    return kind


def _slug(action: str) -> str:
    found = _ACTION.fullmatch(action)
    if found is None:
        return action
    name, given = found.groups()
    what = [_WHERE.get(each, each) for each in re.findall(r"-?[\w:]+", given or "")]
    return "-".join(chain((name.removesuffix(_UNOFFERED),), what)).replace(":", "-")
