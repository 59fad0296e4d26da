"""Where in a TOML file a finding lies.

`tomllib` keeps no positions. Only when something is wrong is the text gone through again, to find
the line and column of one path such as `("prompt", 3, "options", 0, "label")`. The text is known
to be valid TOML by then, so this scanner may be simple.
"""

import re
from collections import Counter
from typing import Final

from msgspec import Struct

Path = tuple[str | int, ...]
"""Keys, and places in lists from 0."""


ANY: Final = "[...]"
"""In a path: whichever key stands there. The reader names none where keys are free."""


class Place(Struct, frozen=True):
    """A place in a text; line and column count from 1, columns in characters."""

    line: int
    column: int


class Spot(Struct, frozen=True):
    """Where an entry stands, as offsets into the text."""

    key: int
    """Of its key, of its table's header, or of the element itself in a list."""
    value: int


_BLANK: Final = re.compile(r"(?:[ \t\n]++|#[^\n]*+)*+")
_SPACE: Final = re.compile(r"[ \t]*+")
_BARE_KEY: Final = re.compile(r"[A-Za-z0-9_-]++")
_LONG_BASIC: Final = re.compile(r'"""(?:[^"\\]++|\\.|"{1,2}(?!"))*+"{3,5}', re.DOTALL)
_LONG_LITERAL: Final = re.compile(r"'''(?:[^']++|'{1,2}(?!'))*+'{3,5}")
_BASIC: Final = re.compile(r'"(?:[^"\\\n]++|\\.)*+"')
_LITERAL: Final = re.compile(r"'[^'\n]*+'")
_OTHER: Final = re.compile(r"\d{4}-\d\d-\d\d \d\d:[^,\]}\s#]*+|[^,\]}\s#]++")


def place_at(text: str, offset: int) -> Place:
    """The line and column of an offset."""
    before = text[:offset]
    return Place(before.count("\n") + 1, offset - (before.rfind("\n") + 1) + 1)


def place_of(text: str, path: Path, *, key: bool = False) -> Place:
    """The line and column of an entry, or of the nearest one around it that the file has.

    Args:
        text: valid TOML, with bare newlines for line ends.
        path: to the entry.
        key: its key rather than its value.
    """
    return place_among(text, spots_of(text), path, key=key)


def place_among(text: str, spots: dict[Path, Spot], path: Path, *, key: bool = False) -> Place:
    """The same, for somebody who asks for several: with the entries of `spots_of`."""
    for length in range(len(path), 0, -1):
        spot = _spot(spots, path[:length])
        if spot is not None:
            exact = length == len(path)
            return place_at(text, spot.value if exact and not key else spot.key)
    return Place(1, 1)


def _spot(spots: dict[Path, Spot], path: Path) -> Spot | None:
    if ANY not in path:
        return spots.get(path)
    return next((spot for found, spot in spots.items() if _fits(found, path)), None)


def _fits(found: Path, path: Path) -> bool:
    return len(found) == len(path) and all(
        step in {each, ANY} for each, step in zip(found, path, strict=True)
    )


def spots_of(text: str) -> dict[Path, Spot]:
    """Every entry of a valid TOML text."""
    return _Scanner(text).spots


class _Scanner:
    """Goes through a text once, and notes where each entry stands."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._at = 0
        self._lengths: Counter[Path] = Counter()
        """How many tables each array of tables has so far."""
        self.spots: dict[Path, Spot] = {}
        table: Path = ()
        while self._skip(_BLANK) < len(text):
            if text[self._at] == "[":
                table = self._header()
            else:
                self._pair(table)

    def _skip(self, pattern: re.Pattern[str]) -> int:
        found = pattern.match(self._text, self._at)
        if found:
            self._at = found.end()
        return self._at

    def _next_is(self, char: str) -> bool:
        return self._text.startswith(char, self._at)

    def _note(self, path: Path, key: int, value: int) -> None:
        self.spots.setdefault(path, Spot(key, value))

    def _header(self) -> Path:
        start = self._at
        several = self._text.startswith("[[", start)
        self._at += 2 if several else 1
        keys = [name for name, _ in self._keys()]
        self._at += 2 if several else 1
        path: Path = ()
        for name in keys[:-1]:
            path = self._newest((*path, name))
            self._note(path, start, start)
        path = (*path, keys[-1])
        self._note(path, start, start)
        if several:
            self._lengths[path] += 1
        path = self._newest(path)
        self._note(path, start, start)
        return path

    def _newest(self, path: Path) -> Path:
        """Of an array of tables, the table that was opened last."""
        length = self._lengths.get(path)
        return (*path, length - 1) if length else path

    def _keys(self) -> list[tuple[str, int]]:
        """A key's parts, each with its offset; stops before what follows the key."""
        found: list[tuple[str, int]] = []
        while True:
            start = self._skip(_SPACE)
            pattern = {'"': _BASIC, "'": _LITERAL}.get(self._text[start], _BARE_KEY)
            raw = self._text[start : self._skip(pattern)]
            found.append((raw if pattern is _BARE_KEY else _unquoted(raw), start))
            self._skip(_SPACE)
            if not self._next_is("."):
                return found
            self._at += 1

    def _pair(self, table: Path) -> None:
        path = table
        keys = self._keys()
        self._at += 1  # the "="
        value = self._skip(_SPACE)
        for name, start in keys:
            path = (*path, name)
            self._note(path, start, value)
        self._value(path)

    def _value(self, path: Path) -> None:
        match self._text[self._at]:
            case "[":
                self._list(path)
            case "{":
                self._inline(path)
            case '"':
                self._skip(_LONG_BASIC if self._next_is('"""') else _BASIC)
            case "'":
                self._skip(_LONG_LITERAL if self._next_is("'''") else _LITERAL)
            case _:
                self._skip(_OTHER)

    def _list(self, path: Path) -> None:
        self._at += 1
        index = 0
        while self._skip(_BLANK) < len(self._text) and not self._next_is("]"):
            here = (*path, index)
            self._note(here, self._at, self._at)
            self._value(here)
            index += 1
            self._skip(_BLANK)
            self._at += self._next_is(",")
        self._at += 1

    def _inline(self, path: Path) -> None:
        self._at += 1
        while self._skip(_BLANK) < len(self._text) and not self._next_is("}"):
            self._pair(path)
            self._skip(_BLANK)
            self._at += self._next_is(",")
        self._at += 1


def _unquoted(raw: str) -> str:
    """A quoted key as it is meant; escapes are rare enough to leave to the TOML reader."""
    if raw.startswith("'") or "\\" not in raw:
        return raw[1:-1]
    import tomllib

    return next(iter(tomllib.loads(f"{raw} = 0")))
