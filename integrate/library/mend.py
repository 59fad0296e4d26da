"""Going on past what does not fit: each wrong value is noted, and a stand-in takes its place."""

from collections.abc import Iterator
from typing import Any, Final, Generic, TypeVar

import msgspec
from msgspec import Struct, inspect

from integrate.library.explain import finding_of, type_at
from integrate.library.finding import Finding, close_to
from integrate.library.locate import ANY, Path

T = TypeVar("T")

MOST: Final = 500
"""So many are told at once; each costs another look at the whole tree."""
_MOST_KEYS: Final = 100
"""Among so many free keys the wrong ones are looked for one by one."""


class Mended(Struct, Generic[T], frozen=True, kw_only=True):
    """What could be made of a tree."""

    value: T | None
    """With stand-ins; `None` where there was more to mend than is told at once."""
    findings: tuple[Finding, ...]
    stood_in: frozenset[Path]
    """Where something was missing or wrong, and a stand-in is read."""


def mended(tree: dict[str, Any], kind: type[T]) -> Mended[T]:
    """Converts a tree, and tells everything in it that does not fit its type.

    Args:
        tree: as read from a file; it is changed.
        kind: what to make of it.

    Raises:
        RecursionError: if the tree is deeper than can be read.
    """
    found: list[Finding] = []
    stood_in: set[Path] = set()
    while len(found) < MOST:
        try:
            value = msgspec.convert(tree, type=kind)
        except msgspec.ValidationError as error:
            finding = _named(tree, kind, finding_of(error, kind))
            found.append(finding)
            if _stand_in(tree, kind, finding):
                stood_in.add(finding.path)
        else:
            told = tuple(_once(found, stood_in))
            return Mended(value=value, findings=told, stood_in=frozenset(stood_in))
    told = tuple(_once(found, stood_in))
    return Mended(value=None, findings=told, stood_in=frozenset(stood_in))


def _once(found: list[Finding], stood_in: set[Path]) -> Iterator[Finding]:
    """A mistyped key is told where it stands, and not again as the key that is missing."""
    unknown = [each.path for each in found if each.at_key and each.path not in stood_in]
    for finding in found:
        *around, name = finding.path or ("",)
        beside = [str(path[-1]) for path in unknown if path[:-1] == tuple(around)]
        missing = finding.at_key and finding.path in stood_in
        if not (missing and close_to(str(name), beside)):
            yield finding


def _named(tree: dict[str, Any], kind: type, finding: Finding) -> Finding:
    """The same finding with the free key, which msgspec leaves out, written into its path."""
    while ANY in finding.path:
        at = finding.path.index(ANY)
        table = _at(tree, finding.path[:at])
        key = _first_wrong(tree, table, kind, finding.path[:at])
        path = (*finding.path[:at], key, *finding.path[at + 1 :])
        finding = Finding(path, finding.message, at_key=finding.at_key)
    return finding


def _first_wrong(tree: dict[str, Any], table: dict[str, Any], kind: type, path: Path) -> str:
    """The first free key whose value does not fit, tried alone."""
    kept = dict(table)
    first = next(iter(kept))
    try:
        for key, value in list(kept.items())[:_MOST_KEYS]:
            table.clear()
            table[key] = value
            try:
                msgspec.convert(tree, type=kind)
            except msgspec.ValidationError as error:
                if finding_of(error, kind).path[: len(path) + 1] == (*path, ANY):
                    return key
    finally:
        table.clear()
        table.update(kept)
    return first


def _stand_in(tree: dict[str, Any], kind: type, finding: Finding) -> bool:
    """Mends the tree at a finding; whether something now stands in for what should be there."""
    *way, last = finding.path
    around = _at(tree, tuple(way))
    if finding.at_key and last in around:
        del around[last]  # a key that there is not
        return False
    around[last] = _least(type_at(kind, finding.path))
    return True


def _at(tree: Any, path: Path) -> Any:
    for step in path:
        tree = tree[step]
    return tree


def _least(info: inspect.Type | None) -> Any:  # noqa: PLR0911 - one for each type
    """The least that this type takes. Of closed lists of numbers the highest: it allows most."""
    match info:
        case inspect.StructType():
            return {each.encode_name: _least(each.type) for each in info.fields if each.required}
        case inspect.EnumType():
            return next(iter(info.cls)).value
        case inspect.LiteralType():
            return max(info.values, key=lambda value: (isinstance(value, int), str(value)))
        case inspect.VarTupleType():
            return []
        case inspect.DictType():
            return {}
        case inspect.BoolType():
            return False
        case inspect.IntType() | inspect.FloatType():
            return 1
        case inspect.UnionType():
            return _least(info.types[0])
        case _:
            return ""
