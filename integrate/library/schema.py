"""The JSON Schema of a prompt set's file, made from the types that read it.

Editors complete and check a file by it (taplo does so for TOML). It sees to keys, types and closed
lists; what no schema can say, such as that a condition names an earlier prompt, the reader checks.
"""

import ast
import inspect
from collections.abc import Iterator
from typing import Any, Final, cast

import msgspec
from msgspec import Struct
from msgspec.structs import fields

from integrate.domain import prompt
from integrate.domain.prompt import PromptSet

DRAFT: Final = "https://json-schema.org/draft/2020-12/schema"
_NULL: Final = {"type": "null"}


def set_schema() -> dict[str, Any]:
    """The schema, without an `$id`: it is a file of its own, wherever it is kept."""
    made = msgspec.json.schema(PromptSet)
    told = _told()
    for name, kind in made["$defs"].items():
        kind["description"] = _plain(kind["description"])
        for key, value in kind.get("properties", {}).items():
            if text := told.get((name, key)):
                value["description"] = text
    return {"$schema": DRAFT, **cast("dict[str, Any]", _without_null(made))}


def _without_null(node: Any) -> Any:
    """The same tree without "or nothing": TOML leaves a key out, and has no word for it."""
    if isinstance(node, list):
        return [_without_null(each) for each in node if each != _NULL]
    if not isinstance(node, dict):
        return node
    kept = {key: _without_null(each) for key, each in node.items() if not _is_null(key, each)}
    kinds = kept.get("anyOf", ())
    return {**kinds[0], **_but(kept, "anyOf")} if len(kinds) == 1 else kept


def _is_null(key: str, value: object) -> bool:
    return key == "default" and value is None


def _but(node: dict[str, Any], key: str) -> dict[str, Any]:
    return {name: each for name, each in node.items() if name != key}


def _told() -> dict[tuple[str, str], str]:
    """What the source says of each key, by type and key."""
    keys = {
        (kind.__name__, field.name): field.encode_name
        for kind in vars(prompt).values()
        if isinstance(kind, type) and issubclass(kind, Struct) and kind is not Struct
        for field in fields(kind)
    }
    return {(kind, keys.get((kind, name), name)): text for kind, name, text in _texts(prompt)}


def _texts(module: Any) -> Iterator[tuple[str, str, str]]:
    """Type, attribute, and the text that stands below the attribute in the source."""
    for kind in ast.parse(inspect.getsource(module)).body:
        if not isinstance(kind, ast.ClassDef):
            continue
        for here, below in zip(kind.body, kind.body[1:], strict=False):
            if not (isinstance(here, ast.AnnAssign) and isinstance(here.target, ast.Name)):
                continue
            if isinstance(below, ast.Expr) and isinstance(below.value, ast.Constant):
                yield kind.name, here.target.id, _plain(str(below.value.value))


def _plain(text: str) -> str:
    """A docstring for somebody who writes TOML: no indents, and nothing of Python's."""
    return inspect.cleandoc(text).replace("`None`", "left out")
