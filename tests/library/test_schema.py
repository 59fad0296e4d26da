import tomllib

import pytest

from integrate.domain.prompt import Does, Kind
from integrate.library import Library
from integrate.library.schema import set_schema
from integrate.library.shipped import shipped_root

SCHEMA = set_schema()
TYPES = {
    "object": dict,
    "array": list,
    "string": str,
    "boolean": bool,
    "integer": int,
    "number": (int, float),
}
KEYWORDS = {
    *("$schema", "$ref", "$defs", "title", "description", "default", "type", "enum", "anyOf"),
    *("properties", "required", "additionalProperties", "items"),
}
"""All that the schema uses; `wrong` knows each that says something of a value."""


def wrong(value, rule, at="") -> list[str]:
    """Where a value breaks a rule of the schema; a small reader, for what is used here alone."""
    if "$ref" in rule:
        return wrong(value, SCHEMA["$defs"][rule["$ref"].removeprefix("#/$defs/")], at)
    if "anyOf" in rule:
        return [] if any(not wrong(value, each, at) for each in rule["anyOf"]) else [at]
    kind = rule.get("type")
    if kind is None:
        fits = value in rule["enum"]
    else:
        fits = isinstance(value, TYPES[kind]) and (kind == "boolean") is isinstance(value, bool)
    if not fits:
        return [at]
    inner = ()
    if kind == "array":
        inner = ((each, rule["items"], f"{at}/{n}") for n, each in enumerate(value))
    elif kind == "object":
        known, other = rule.get("properties", {}), rule["additionalProperties"]
        found = [f"{at}/{key}" for key in rule.get("required", ()) if key not in value]
        found += [f"{at}/{key}" for key in value if key not in known and other is False]
        if found:
            return found
        inner = ((each, known.get(key, other), f"{at}/{key}") for key, each in value.items())
    return [each for parts in inner for each in wrong(*parts)]


def nodes(node):
    """Every rule in the schema."""
    yield node
    for key in ("properties", "$defs"):
        for each in node.get(key, {}).values():
            yield from nodes(each)
    for each in (node.get("items"), node.get("additionalProperties"), *node.get("anyOf", ())):
        if isinstance(each, dict):
            yield from nodes(each)


@pytest.mark.parametrize("set_id", Library.shipped().set_ids())
def test_every_shipped_set_fits(set_id):
    file = shipped_root() / "sets" / f"{set_id}.toml"
    assert wrong(tomllib.loads(file.read_text(encoding="utf-8")), SCHEMA) == []


@pytest.mark.parametrize(
    ("old", "new", "at"),
    [
        ('kind = "scale"', 'kind = "slider"', "/prompt/1/kind"),
        ('does = "ground"', 'does = "call-home"', "/prompt/0/options/1/does"),
        ('is = "="', 'is = "=="', "/prompt/1/shown_if/all/0/is"),
        ("  depth = 2", "  depth = 4", "/prompt/2/prompts/0/depth"),
        ("minutes = 3", 'minutes = "three"', "/set/minutes"),
        ("minutes = 3\n", "", "/set/minutes"),
        ('ask = "How was today?"', 'ask = "How was today?"\nhint = "…"', "/prompt/0/hint"),
        ("schema = 1", "schema = 2", "/schema"),
    ],
)
def test_a_spoiled_set_does_not_and_the_place_is_the_right_one(good, old, new, at):
    assert wrong(tomllib.loads(good), SCHEMA) == []
    assert good.count(old) == 1
    assert wrong(tomllib.loads(good.replace(old, new)), SCHEMA) == [at]


def test_closed_lists_are_those_of_the_code():
    assert set(SCHEMA["$defs"]["Kind"]["enum"]) == {each.value for each in Kind}
    assert set(SCHEMA["$defs"]["Does"]["enum"]) == {each.value for each in Does}


def test_no_table_takes_a_key_that_the_reader_would_refuse():
    for each in SCHEMA["$defs"].values():
        assert "properties" not in each or each["additionalProperties"] is False
    assert SCHEMA["$defs"]["Prompt"]["required"] == ["id", "kind", "ask"]


def test_it_stands_by_itself_and_uses_nothing_but_plain_rules():
    assert SCHEMA["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert "$id" not in SCHEMA
    assert {key for node in nodes(SCHEMA) for key in node} <= KEYWORDS
    assert all(node["$ref"][8:] in SCHEMA["$defs"] for node in nodes(SCHEMA) if "$ref" in node)


def test_toml_has_no_word_for_nothing_so_the_schema_has_none():
    assert not any(node.get("type") == "null" for node in nodes(SCHEMA))
    assert not any("default" in node and node["default"] is None for node in nodes(SCHEMA))


def test_what_a_key_means_is_said_where_the_code_says_it():
    prompt = SCHEMA["$defs"]["Prompt"]["properties"]
    assert prompt["depth"]["description"] == "1 taps or plain, 2 reflective, 3 near a hard memory."
    assert prompt["gate"]["type"] == "string"
    said = [node["description"] for node in nodes(SCHEMA) if "description" in node]
    assert all("`None`" not in each and "\n    " not in each for each in said)
