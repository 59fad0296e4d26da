"""How the house is built: small modules, each behaviour found under one name, no loose ends."""

import ast
import re

LONGEST = 400
CATALOGUES = {"words"}
"""Every sentence of the interface in one place: long, and nobody has to hold it in their head."""


def test_no_module_wants_a_table_of_contents(sources):
    long = {
        str(source.path): lines
        for source in sources
        if (lines := source.text.count("\n")) > LONGEST and source.room not in CATALOGUES
    }

    assert long == {}


def test_every_screen_s_look_belongs_to_a_screen_of_that_name(sources, root):
    modules = {source.path for source in sources}
    sheets = (root / "integrate").rglob("*.tcss")

    lost = [
        each
        for each in sheets
        if each.relative_to(root / "integrate").with_suffix(".py") not in modules
    ]

    assert lost == []


def test_every_rule_and_use_case_is_tested_under_its_own_name(sources, root):
    """A module that only declares values has nothing to test."""
    names = {each.stem.removeprefix("test_") for each in (root / "tests").rglob("test_*.py")}
    untested = [
        str(source.path)
        for source in sources
        if source.room in {"domain", "journal"}
        and any(isinstance(node, ast.FunctionDef) for node in ast.walk(source.tree))
        and source.path.stem.rstrip("_") not in names
    ]

    assert untested == []


def test_nothing_is_left_unfinished(sources):
    found = {
        f"{source.path}:{number}"
        for source in sources
        for number, line in enumerate(source.text.splitlines(), 1)
        if re.search(r"\b(TODO|FIXME|XXX)\b", line)
    }

    assert found == set()
