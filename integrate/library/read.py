"""Reading one content file, strictly, into a value."""

import math
import re
import tomllib
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, TypeVar

import msgspec

from integrate.domain.prompt import PromptSet
from integrate.library.errors import BadFile
from integrate.library.intake import read_text
from integrate.library.locate import place_at, place_of
from integrate.text import clean
from integrate.words import say

if TYPE_CHECKING:
    from integrate.library.finding import Finding

T = TypeVar("T")

_AT: Final = re.compile(r" \(at (?:line (\d+), column (\d+)|end of document)\)$")
_MANY_OPEN: Final = re.compile(r"[\[{](?:[^\[\]{}]{0,200}+[\[{]){60}")
"""What only a file made to exhaust the reader has."""


class _NotFinite(Exception):
    """A number that is none, as it was written."""


def read_set(path: Path) -> PromptSet:
    """A prompt set from any file, checked.

    Feeling and body prompts that give no options of their own still have none; `Library.read`
    fills them in.

    Raises:
        BadFile: if the file cannot be used; says where and why.
    """
    return set_from(path, read_text(path))


def set_from(path: Path, text: str) -> PromptSet:
    """The same from text that is in memory, as `read_text` or `text_from` gives it.

    Args:
        path: how a finding names it.
        text: all of it.

    Raises:
        BadFile: if it cannot be used; says where and why.
    """
    from integrate.library.check import findings  # most verbs read tables alone

    prompt_set = _value(path, text, PromptSet)
    for finding in findings(prompt_set):
        raise _bad(path, text, finding)
    return prompt_set


def read_as(path: Path, kind: type[T]) -> T:
    """A content file as a value of this type.

    Raises:
        BadFile: if the file cannot be used; says where and why.
    """
    return _value(path, read_text(path), kind)


def _value(path: Path, text: str, kind: type[T]) -> T:
    tree = tree_of(path, text)
    try:
        return msgspec.convert(tree, type=kind)
    except msgspec.ValidationError as error:
        from integrate.library.explain import finding_of  # slow to import; only on a finding

        raise _bad(path, text, finding_of(error, kind)) from None
    except RecursionError:
        raise too_nested(path, text) from None


def tree_of(path: Path, text: str) -> dict[str, Any]:
    """What a TOML text holds, every string made safe to show.

    Raises:
        BadFile: if it is not TOML, or of a shape that no content file has.
    """
    try:
        tree: dict[str, Any] = _cleaned(parsed(path, text))
    except RecursionError:
        raise too_nested(path, text) from None
    return tree


def too_nested(path: Path, text: str) -> BadFile:
    """What is said of lists or tables that stand too deep inside each other."""
    found = _MANY_OPEN.search(text)
    place = place_at(text, found.start() if found else 0)
    return BadFile(path, place.line, place.column, say("library.too_nested"))


def parsed(path: Path, text: str) -> dict[str, Any]:
    """What a TOML text holds, as it is written.

    Raises:
        BadFile: if it is not TOML.
        RecursionError: if it is nested too deep.
    """
    try:
        return tomllib.loads(text, parse_float=_finite)
    except _NotFinite as error:
        place = place_at(text, text.find(str(error)))
        message = say("library.not_finite")
        raise BadFile(path, place.line, place.column, message) from None
    except tomllib.TOMLDecodeError as error:
        from integrate.library.explain import toml_sentence  # likewise

        reason = str(error)
        at = _AT.search(reason)
        end = place_at(text, len(text.rstrip("\n")))
        line, column = map(int, at.groups()) if at and at[1] else (end.line, end.column)
        raise BadFile(path, line, column, toml_sentence(reason)) from None


def _finite(written: str) -> float:
    number = float(written)
    if not math.isfinite(number):
        raise _NotFinite(written)
    return number


def _cleaned(value: Any) -> Any:
    """The same tree with every string made safe to show."""
    if isinstance(value, str):
        plain = value.isascii() and value.isprintable()
        return value if plain else clean(value)
    if isinstance(value, dict):
        return {_cleaned(key): _cleaned(each) for key, each in value.items()}
    if isinstance(value, list):
        return [_cleaned(each) for each in value]
    return value


def _bad(path: Path, text: str, finding: "Finding") -> BadFile:
    place = place_of(text, finding.path, key=finding.at_key)
    return BadFile(path, place.line, place.column, finding.message)
