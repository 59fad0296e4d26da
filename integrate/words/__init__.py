"""Every sentence of the interface, in one catalogue, ready for translation.

A key says where the sentence stands: `room.place.what`. A template takes its parts by name. Each
part of the catalogue is loaded when its first sentence is said: a command must not pay for words
that it does not use.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    EN: dict[str, str]

_SCREENS: Final = (
    "code country field finished ground home hide lock passphrase "
    "people person reopen sessions session_form support unlock welcome why"
)
_SAME: Final = "author cli guided library pages plain preview vault"
_READING: Final = "aloud found narrow rewrite span tags wordings"
_KEEPING: Final = "backup care check delete keyring locks progress rekey restore undo"
_HOMES: Final = {
    **dict.fromkeys(_SAME.split(), ""),
    **dict.fromkeys(_SCREENS.split(), "screens"),
    **dict.fromkeys(("entry", "journal", "write"), "pages"),
    **dict.fromkeys(_READING.split(), "reading"),
    **dict.fromkeys(_KEEPING.split(), "keeping"),
    "measure": "measures",
    **dict.fromkeys(("own", "sets"), "own"),
    "shelf": "shelf",
    "lines": "lines",
    **dict.fromkeys(("help", "keys", "menu", "tip"), "tips"),
    "settings": "settings",
    "outside": "outside",
}
"""Which part a key's first word leads to; "": the part of that name. Others stand `everywhere`."""
PARTS: Final = (
    "everywhere", "vault", "keeping", "library", "screens", "guided", "pages", "plain", "author",
    "cli", "measures", "own", "preview", "reading", "shelf", "lines", "tips", "settings", "outside",
)  # fmt: skip

_loaded: Final[dict[str, dict[str, str]]] = {}


def say(key: str, **parts: object) -> str:
    """The sentence for `key`, with its parts filled in.

    Raises:
        KeyError: if the catalogue has no such sentence, or a part is not given.
    """
    first = key.partition(".")[0]
    return _part(_HOMES.get(first, "everywhere") or first)[key].format(**parts)


def _part(name: str) -> dict[str, str]:
    if name not in _loaded:
        _loaded[name] = import_module(f"{__name__}.{name}").EN
    return _loaded[name]


def __getattr__(name: str) -> Any:
    """`EN`, the whole catalogue, for whoever looks it over."""
    if name != "EN":
        msg = f"module {__name__!r} has no attribute {name!r}"
        raise AttributeError(msg)
    return {key: text for part in PARTS for key, text in _part(part).items()}
