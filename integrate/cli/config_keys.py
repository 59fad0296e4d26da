"""`integrate config keys`: listing the keys of the full screen, setting others, going back."""

from collections.abc import Iterator, Sequence
from difflib import get_close_matches
from pathlib import Path
from typing import Any, Final

from msgspec.structs import replace

from integrate import config, keymap
from integrate.cli import output
from integrate.cli.refused import USAGE, Refused
from integrate.cli.telling import tell
from integrate.config import Config
from integrate.words import say

_CLOSE: Final = 3
"""Names that are offered where one is not known."""
_ROOM: Final = "."


def run(file: Path, words: Sequence[str], *, as_json: bool) -> Config | None:
    """Does what the words say; the settings as they are to be kept, or `None` to leave them.

    Raises:
        Refused: if the words mean nothing, or a key cannot be set so.
    """
    kept = config.read(file)
    match list(words):
        case []:
            _tell(kept, as_json=as_json)
            return None
        case ["set", name, *keys] if keys:
            return _set(kept, name, ",".join(keys))
        case ["reset"]:
            output.lines([say("keys.reset.all")])
            return replace(kept, keys={})
        case ["reset", name]:
            _see_that_it_is_known(name)
            output.lines([say("keys.reset", name=name)])
            return replace(kept, keys={each: kept.keys[each] for each in kept.keys if each != name})
        case _:
            raise Refused(say("keys.how"), USAGE)


def _set(kept: Config, name: str, written: str) -> Config:
    _see_that_it_is_known(name)
    keys = ",".join(keymap.keys_in(written))
    if (why := keymap.refusal(name, keys, kept.keys)) is not None:
        raise Refused(why, USAGE)
    for key, other in keymap.meets(name, keys, kept.keys):
        tell(say("keys.meets", which=keymap.shown(key), other=other))
    output.lines([say("keys.set", name=name, keys=_written(keys))])
    return replace(kept, keys={**kept.keys, name: keys})


def _see_that_it_is_known(name: str) -> None:
    if name in keymap.KEYS:
        return
    what = name.rpartition(_ROOM)[2]
    close = get_close_matches(name, keymap.KEYS, _CLOSE) or [
        each for each in keymap.KEYS if each.rpartition(_ROOM)[2].startswith(what)
    ]
    if close:
        raise Refused(say("keys.unknown", name=name, close=", ".join(close[:_CLOSE])), USAGE)
    raise Refused(say("keys.unknown.none", name=name), USAGE)


def _tell(kept: Config, *, as_json: bool) -> None:
    own = keymap.rules(kept.keys)
    for name in kept.keys:
        if name not in own:
            tell(say("keys.ignored", name=name))
    if as_json:
        output.as_json(dict(_shapes(own)))
        return
    wide = max(map(len, keymap.KEYS))
    shown = {name: _written(own.get(name, usual)) for name, usual in keymap.KEYS.items()}
    most = max(map(len, shown.values()))
    output.lines(
        say("keys.line", name=name.ljust(wide), keys=keys.ljust(most), tip=keymap.told(name))
        for name, keys in shown.items()
    )


def _shapes(own: dict[str, str]) -> Iterator[tuple[str, Any]]:
    for name, usual in keymap.KEYS.items():
        keys = keymap.keys_in(own.get(name, usual))
        yield name, {"keys": list(map(keymap.shown, keys)), "own": name in own}


def _written(keys: str) -> str:
    return ", ".join(map(keymap.shown, keymap.keys_in(keys))) or say("keys.none")
