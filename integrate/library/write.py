"""A prompt set as the text of a file that a person would like to read and change.

The layout is our own: tomli-w puts every option on four lines, and a nested prompt above the keys
of the one that it stands under.
"""

import json
import re
from collections.abc import Iterator
from enum import Enum
from typing import Any, Final

from msgspec import NODEFAULT, Struct
from msgspec.structs import fields

from integrate.domain.prompt import Condition, PromptSet, Scale

_WIDTH: Final = 100
"""What stands on one line where it fits; a text of any length has one of its own."""
_LONGEST_TEXT: Final = 400
"""In characters, on one line. The reader takes lines of two thousand, with several texts in one."""
_FIRST: Final = ("id", "title", "version", "language", "author", "licence", "minutes", "opening")
"""Keys that come first in their table; all others follow in the order of the types."""
_NESTED: Final = "prompts"
_ALWAYS: Final = {Scale: {"low", "high"}, Condition: {"is_", "value"}}
"""What is clearer when it is said, though it is at its default."""
_BARE: Final = re.compile(r"[A-Za-z0-9_-]+")
_WORD: Final = re.compile(r"\s{1,80}|\S{1,80}")
_WHOLE: Final = 2**53
"""Up to here every whole float is an integer of the same value."""

Tree = dict[str, Any]


def toml_of(prompt_set: PromptSet) -> str:
    """The text of a set's file; reading it gives the same set again.

    What is at its default is left out. Prompts may be nested eighteen deep, as deep as a file's
    keys are read.
    """
    tree = _tree(prompt_set)
    return "\n".join(_file(tree)) + "\n"


def _file(tree: Tree) -> Iterator[str]:
    prompts = tree.pop("prompt")
    plain = {key: each for key, each in tree.items() if not isinstance(each, dict)}
    if not prompts:
        plain["prompt"] = []
    yield from _pairs(plain, "")
    for key, each in tree.items():
        if isinstance(each, dict):
            yield from ("", f"[{key}]", *_pairs(each, ""))
    for prompt in prompts:
        yield from _prompt(prompt, ("prompt",))


def _prompt(prompt: Tree, path: tuple[str, ...]) -> Iterator[str]:
    """A prompt as a table of its own, and each that stands under it set in a little."""
    indent = "  " * (len(path) - 1)
    nested = prompt.pop(_NESTED, ())
    yield from ("", f"{indent}[[{'.'.join(path)}]]", *_pairs(prompt, indent))
    for each in nested:
        yield from _prompt(each, (*path, _NESTED))


def _pairs(table: Tree, indent: str, before: str = "") -> Iterator[str]:
    """Each key with its value; what is too long for a line is spread over several."""
    for name, value in table.items():
        key = before + _key(name)
        line = f"{indent}{key} = {_value(value)}"
        long = len(line) > _WIDTH or "\n" in line
        if isinstance(value, list) and value and (long or isinstance(value[0], dict)):
            yield f"{indent}{key} = ["
            yield from (f"{indent}  {_value(each)}," for each in value)
            yield f"{indent}]"
        elif isinstance(value, dict) and value and long:
            yield from _pairs(value, indent, f"{key}.")
        else:
            yield line


def _value(value: Any) -> str:
    """A value as it stands within a line; only a long text brings lines of its own."""
    match value:
        case bool():
            return "true" if value else "false"
        case int():
            return str(value)
        case float():
            return str(int(value)) if value.is_integer() and abs(value) < _WHOLE else repr(value)
        case str():
            return _text(value)
        case list():
            return f"[{', '.join(map(_value, value))}]"
        case _:
            inner = ", ".join(f"{_key(key)} = {_value(each)}" for key, each in value.items())
            return f"{{ {inner} }}" if inner else "{}"


def _key(name: str) -> str:
    return name if _BARE.fullmatch(name) else _quoted(name)


def _text(text: str) -> str:
    """In quotes on one line, or in three quotes where it has several lines or is long."""
    if "\n" not in text and len(text) <= _LONGEST_TEXT:
        return _quoted(text)
    inner = "\n".join(map(_folded, text.split("\n")))
    return f'"""\n{inner}"""'


def _folded(line: str) -> str:
    """A line of a long text; a backslash at an end joins it to what follows."""
    if len(line) <= _LONGEST_TEXT:
        return _quoted(line)[1:-1]
    pieces = [""]
    for word in _WORD.findall(line):
        most = _WIDTH * 2 if word.isspace() else _WIDTH
        if len(pieces[-1]) + len(word) > most:
            pieces.append("")
        pieces[-1] += word
    first, *others = (_quoted(piece)[1:-1] for piece in pieces)
    return "\\\n".join([first, *map(_not_lost, others)])


def _not_lost(piece: str) -> str:
    """A space at the beginning would go with the line end before it."""
    return rf"\u0020{piece[1:]}" if piece.startswith(" ") else piece


def _quoted(text: str) -> str:
    """JSON escapes all that TOML wants escaped, but one."""
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")


def _tree(value: Any) -> Any:
    """Structs as tables, without what is at its default; everything else as TOML has it."""
    if isinstance(value, Struct):
        return dict(sorted(_set_fields(value), key=_place))
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, tuple | list):
        return [_tree(each) for each in value]
    if isinstance(value, dict):
        return {key: _tree(each) for key, each in value.items()}
    return value


def _set_fields(value: Struct) -> Iterator[tuple[str, Any]]:
    for field in fields(value):
        given = getattr(value, field.name)
        default = field.default
        if field.default_factory is not NODEFAULT:
            default = field.default_factory()
        usual = given == default and type(given) is type(default)
        if not usual or field.name in _ALWAYS.get(type(value), ()):
            yield field.encode_name, _tree(given)


def _place(pair: tuple[str, Any]) -> int:
    name, _ = pair
    return _FIRST.index(name) if name in _FIRST else len(_FIRST)
