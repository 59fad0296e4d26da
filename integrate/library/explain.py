"""What is wrong with a file, in a sentence: from the readers' own words to ours."""

import re
from enum import EnumMeta
from typing import Final

import msgspec
from msgspec import inspect

from integrate.library.finding import Finding, close_to, shown
from integrate.library.locate import ANY, Path
from integrate.words import say

_TOML: Final = (
    ("Unterminated string", "library.toml.string"),
    ("Expected '\"", "library.toml.string"),
    ("Expected \"'", "library.toml.string"),
    ("Illegal character '\\n'", "library.toml.string"),
    ("Illegal character", "library.toml.character"),
    ("Found invalid character", "library.toml.character"),
    ("Unescaped", "library.toml.escape"),
    ("Invalid hex value", "library.toml.escape"),
    ("Escaped character", "library.toml.escape"),
    ("Expected '=' after a key", "library.toml.equals"),
    ("Cannot declare", "library.toml.twice"),
    ("Cannot overwrite", "library.toml.twice"),
    ("Cannot mutate", "library.toml.twice"),
    ("Cannot redefine", "library.toml.twice"),
    ("Duplicate inline table key", "library.toml.twice"),
    ("Expected ']", "library.toml.bracket"),
    ("Unclosed", "library.toml.bracket"),
    ("Expected newline", "library.toml.line"),
    ("Invalid date", "library.toml.date"),
    ("Invalid value", "library.toml.value"),
)
"""How tomllib begins, and our sentence for it."""

_UNKNOWN: Final = re.compile(r"Object contains unknown field `(.*)`", re.DOTALL)
_MISSING: Final = re.compile(r"Object missing required field `(.*)`", re.DOTALL)
_NOT_AMONG: Final = re.compile(r"Invalid enum value (.*)", re.DOTALL)
_WRONG_TYPE: Final = re.compile(r"Expected `([^`]*)`, got `([^`]*)`")
_STEP: Final = re.compile(r"\.([A-Za-z_][A-Za-z0-9_]*)|\[(\d+)\]|(\[\.\.\.\])")
_FEW: Final = 10
"""So many keys can be named in one sentence."""
_TYPES: Final = frozenset({"int", "float", "str", "bool", "array", "object", "date", "null"})


def toml_sentence(reason: str) -> str:
    """Our sentence for what tomllib says."""
    if reason.endswith("(at end of document)"):
        return say("library.toml.ends")
    key = next((key for start, key in _TOML if reason.startswith(start)), "library.toml.other")
    return say(key)


def finding_of(error: msgspec.ValidationError, kind: type) -> Finding:
    """What msgspec found, with the path to it.

    Args:
        error: from `msgspec.convert`.
        kind: the type that was converted to; it knows which keys and values there are.
    """
    reason, _, where = str(error).partition(" - at ")
    path = _path(where)
    name = _name(path)
    if found := _UNKNOWN.fullmatch(reason):
        return _unknown_key(path, found[1], kind)
    if found := _MISSING.fullmatch(reason):
        message = say("library.missing_key", name=shown(found[1]))
        return Finding((*path, found[1]), message, at_key=True)
    if found := _NOT_AMONG.fullmatch(reason):
        return Finding(path, _not_among(path, found[1].strip("'"), kind))
    if found := _WRONG_TYPE.fullmatch(reason):
        wanted, got = _type_words(found[1]), _type_words(found[2])
        return Finding(path, say("library.wrong_type", name=name, wanted=wanted, got=got))
    return Finding(path, say("library.wrong_value", name=name))


def _path(where: str) -> Path:
    """`$.prompt[3].kind` as keys and places."""
    start = where.find("$")
    if start < 0:
        return ()
    steps = (step.groups() for step in _STEP.finditer(where, start + 1))
    return tuple(int(index) if index else (name or ANY) for name, index, _ in steps)


def _name(path: Path) -> str:
    """The key that a path ends at; of something in a list, the list's."""
    return next((step for step in reversed(path) if isinstance(step, str) and step != ANY), "")


def _unknown_key(path: Path, key: str, kind: type) -> Finding:
    info = type_at(kind, path)
    known = [each.encode_name for each in getattr(info, "fields", ())]
    closest = close_to(key, known)
    if closest:
        message = say("library.unknown_key.closest", name=shown(key), closest=closest)
    elif len(known) <= _FEW:
        message = say("library.unknown_key.few", name=shown(key), known=", ".join(known))
    else:
        message = say("library.unknown_key", name=shown(key))
    return Finding((*path, key), message, at_key=True)


def _not_among(path: Path, value: str, kind: type) -> str:
    if path == ("schema",):
        return say("library.other_schema", schema=shown(value))
    name = _name(path)
    known = _values(type_at(kind, path))
    closest = close_to(value, known)
    if closest:
        return say("library.not_among.closest", name=name, value=shown(value), closest=closest)
    return say("library.not_among", name=name, value=shown(value), known=", ".join(known))


def _values(info: inspect.Type | None) -> list[str]:
    if isinstance(info, inspect.EnumType) and isinstance(info.cls, EnumMeta):
        return [str(each.value) for each in info.cls]
    if isinstance(info, inspect.LiteralType):
        return [str(each) for each in info.values]
    return []


def type_at(kind: type, path: Path) -> inspect.Type | None:
    """The type that the file's format has at a path."""
    info: inspect.Type | None = inspect.type_info(kind)
    for step in path:
        info = _stepped(_plain(info), step)
    return _plain(info)


def _stepped(info: inspect.Type | None, step: str | int) -> inspect.Type | None:
    if isinstance(info, inspect.StructType):
        return next((each.type for each in info.fields if each.encode_name == step), None)
    if isinstance(info, inspect.VarTupleType):
        return info.item_type
    if isinstance(info, inspect.DictType):
        return info.value_type
    return None


def _plain(info: inspect.Type | None) -> inspect.Type | None:
    """Of "this or nothing", this."""
    if isinstance(info, inspect.UnionType):
        return next((each for each in info.types if not isinstance(each, inspect.NoneType)), None)
    return info


def _type_words(types: str) -> str:
    names = [name.strip() for name in types.split("|")]
    known = [name for name in names if name in _TYPES and (name != "null" or len(names) == 1)]
    words = [say(f"library.type.{name}") for name in known]
    return say("library.or").join(words) or shown(types)
