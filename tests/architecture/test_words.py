"""The catalogue: every key that is used exists, every key that exists is used, all parts fit."""

import ast
import string
from collections.abc import Iterator
from importlib import import_module

import pytest

from integrate.words import EN, PARTS, say


@pytest.fixture(scope="module")
def said(sources, name_of):
    """Every call of `say`, with where it stands."""
    return [
        (source, call)
        for source in sources
        for call in source.calls()
        if name_of(call) == "say" and call.args
    ]


def key_of(call: ast.Call) -> str | None:
    """The key, where it is written out."""
    first = call.args[0]
    return first.value if isinstance(first, ast.Constant) else None


def beginnings(node: ast.AST) -> Iterator[str]:
    """How keys that are put together begin: `f"answer.{reason}"`, `"answer." + reason`."""
    for each in ast.walk(node):
        parts = (
            each.values if isinstance(each, ast.JoinedStr) else
            [each.left] if isinstance(each, ast.BinOp) and isinstance(each.op, ast.Add) else []
        )  # fmt: skip
        if parts and isinstance(parts[0], ast.Constant) and isinstance(parts[0].value, str):
            yield parts[0].value


def parts_of(template: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(template) if name is not None}


def test_every_key_that_is_used_exists(said):
    missing = {
        source.at(call): key
        for source, call in said
        if (key := key_of(call)) is not None and key not in EN
    }

    assert missing == {}


def test_every_key_that_is_put_together_can_exist(said):
    lost = {
        source.at(call): beginning
        for source, call in said
        for beginning in beginnings(call.args[0])
        if not any(key.startswith(beginning) for key in EN)
    }

    assert lost == {}


def test_every_key_that_exists_is_used(sources):
    """A key is used where it is written out, or where keys that begin like it are put together."""
    written, begun = set(), set()
    for source in sources:
        if source.room == "words":
            continue
        for node in ast.walk(source.tree):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                written.add(node.value)
        begun |= {each for each in beginnings(source.tree) if "." in each and " " not in each}

    unused = [key for key in EN if key not in written and not key.startswith(tuple(begun))]

    assert unused == []


def test_every_sentence_gets_the_parts_that_it_names(said):
    wrong = {}
    for source, call in said:
        key = key_of(call)
        if key is None or key not in EN:
            continue
        given = {word.arg for word in call.keywords}
        if None in given:  # given as a mapping: only a run can tell
            continue
        if given != parts_of(EN[key]):
            wrong[source.at(call)] = (key, given ^ parts_of(EN[key]))

    assert wrong == {}


def test_every_sentence_stands_where_its_key_leads():
    """`say` finds it, and no key stands in two parts of the catalogue."""
    by_part = [import_module(f"integrate.words.{part}").EN for part in PARTS]

    assert sum(map(len, by_part)) == len(EN)
    for part in by_part:
        for key, text in part.items():
            assert say(key, **dict.fromkeys(parts_of(text), "x"))


def test_every_part_is_a_plain_name():
    assert [
        key for key, text in EN.items() if not all(p.isidentifier() for p in parts_of(text))
    ] == []


@pytest.mark.parametrize("shout", ["!", "Error", "error:", "Oops", "failed", "invalid", "illegal"])
def test_no_sentence_shouts_or_blames(shout):
    assert [key for key, text in EN.items() if shout in text] == []
