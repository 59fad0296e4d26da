"""What is said in lines is heard well: no sign that a reader would spell, and no escape sequence.

The person's own words, and published questions that have to be exact, are read as they are.
"""

import ast
from pathlib import Path

import integrate
from integrate.words import EN

SIGNS = frozenset(" .,;:?'\"()/-“”%{}_")
"""What readers read over, or say in a way that helps; and what stands for parts of a sentence."""
DOTTED = {"guided.why.source", "shelf.source"}
"""Shown on the screen with a dot before it, which lines leave out."""
HOUSE = Path(integrate.__file__).parent
TYPED_SO = {"shelf.import.says", "shelf.path.none", "keyring.missing"}
"""They hold what has to be typed, sign by sign."""
NAMES_A_SIGN = {"shelf.star"}
NO_SENTENCE = {"shelf.tongues"}
"""A table of languages."""
ON_THE_SCREEN = {"found.match", "found.session"}
"""Said by modules that both faces share, where lines say it in other words."""
AS_THEY_ARE = DOTTED | TYPED_SO | NAMES_A_SIGN | NO_SENTENCE | ON_THE_SCREEN | {"narrow.ask"}


def modules_that_speak():
    """The dialogue's own modules, and those that put together what it says."""
    own = sorted((HOUSE / "plain").glob("*.py"))
    yield from own
    shared = {
        node.module
        for path in own
        for node in ast.walk(ast.parse(path.read_text()))
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("integrate.journal.")
    }
    for name in sorted(shared):
        yield HOUSE.parent / Path(*name.split(".")).with_suffix(".py")


def keys_in(path):
    """The sentences that a module names, whole or by how they begin."""
    whole, begun = set(), set()
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.Constant) and node.value in EN:
            whole.add(node.value)
        if isinstance(node, ast.JoinedStr) and isinstance(node.values[0], ast.Constant):
            begun.add(node.values[0].value)
    starts = tuple(each for each in begun if "." in each and " " not in each)
    return whole | {key for key in EN if key.startswith(starts)} if starts else whole


def test_no_sentence_has_a_sign_that_a_reader_spells():
    odd = {
        key: EN[key]
        for path in modules_that_speak()
        for key in keys_in(path)
        if key not in AS_THEY_ARE
        if not all(each.isalnum() or each in SIGNS for each in EN[key])
    }
    assert odd == {}


def test_the_dialogue_draws_nothing():
    """Neither an escape sequence nor a library that would write one."""
    loaded = {"rich", "textual", "curses", "click"}
    for path in (HOUSE / "plain").glob("*.py"):
        text = path.read_text()
        assert "\\x1b" not in text, path
        assert "\\r" not in text, path
        for node in ast.walk(ast.parse(text)):
            names = [node.module or ""] if isinstance(node, ast.ImportFrom) else []
            names += [each.name for each in node.names] if isinstance(node, ast.Import) else []
            assert not {name.split(".")[0] for name in names} & loaded, path
