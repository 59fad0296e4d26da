"""A key in a sentence: the one that a person set, or the usual one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from integrate.keymap import KEYS, keys_in, shown

if TYPE_CHECKING:
    from textual.app import App

_MENU: Final = "everywhere.menu"
_ALWAYS: Final = "0"
"""Opens the menu too, and cannot be set otherwise."""


def key_said(app: App[Any], name: str) -> str:
    """The first key of what is called `name`, as it stands on the key line: `ctrl+r`, `?`.

    What was left without a key is in the menu, so then it is the menu's.
    """
    own = getattr(app, "own_keys", {})
    for each in (name, _MENU):
        if keys := keys_in(own.get(each, KEYS[each])):
            return shown(keys[0])
    return _ALWAYS
