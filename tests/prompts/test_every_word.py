"""What may be said (DESIGN.md 5), held over every string that ships: content, screens, papers.

`test_wording.py` reads the content as a person meets it. Here nothing can be forgotten: every
string of every content file, the whole catalogue of the interface, and every page of the papers.
What is forbidden there is forbidden here, but for the few places listed below, each with why.
"""

import re
import tomllib
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path

import pytest

from integrate.library.beginning import beginning
from integrate.library.shipped import shipped_root
from integrate.words import EN

HERE = Path(__file__).parent
ROOT = HERE.parents[1]


def module_at(path):
    spec = spec_from_file_location(path.stem, path)
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


CONTENT = module_at(HERE / "test_wording.py").NEVER
NEVER = CONTENT | {
    # A program opens and closes files, quotes and windows of a screen; the time after a session
    # it never closes.
    "a shutting window": r"\b(?:close[sd]|closing) (?:of )?(?:the |your )?window"
    r"|\bwindow\b(?: \w+){0,3} (?:close[sd]|closing)\b|too late|\bmissed\b|expires?\b",
    "a scolding": r"\byou (?:forgot|failed|should have)\b|\byou have not written\b",
    "a memory that is judged": r"\bmemor(?:y|ies) (?:is|are|was|were) (?:not )?(?:true|real|false)",
}
PUBLISHED = frozenset({"text", "stem", "label", "copyright", "cite", "source", "opening"})
"""Keys of a measure that hold what was published, word for word (`test_measures.py`)."""
NAMES = frozenset({"id", "is", "table", "url", "loinc", "loinc_panel", "loinc_total"})
"""Keys whose strings name things and say nothing."""

ALLOWED = {
    ("words/cli.prompts.measure.not.diagnosis", "a diagnosis"): (
        "says that a measure is none, beside each score"
    ),
    ("words/library.rule.dose", "advice on doses"): "tells an author to leave doses out",
    ("words/cli.prompts.measure.change", "praise by numbers"): (
        "a published rule counts in points; it is said of a measure, never of a person"
    ),
    ("words/cli.prompts.why.article", "a text that readers have not seen"): (
        "says where an idea is from, to a person who asks why a prompt is there"
    ),
    ("words/cli.prompts.star", "a text that readers have not seen"): (
        "says what the star at such an idea means"
    ),
    ("words/shelf.star", "a text that readers have not seen"): (
        "says what the star at such an idea means"
    ),
    ("words/guided.why", "a text that readers have not seen"): (
        "says what the article does and does not say, to a person who asks why a prompt is there"
    ),
    ("prompts/README.md", "what a memory means"): "says that nothing here does",
    ("docs/SAFETY.md", "a promise of cure"): "says that nothing here promises one",
    ("docs/SAFETY.md", "advice on doses"): "says that nothing here gives it",
    ("docs/SAFETY.md", "what a memory means"): "says that nothing here does",
    ("docs/AUTHORING.md", "a diagnosis"): "tells an author to leave it out",
    ("docs/AUTHORING.md", "advice on doses"): "tells an author to leave it out",
    ("docs/AUTHORING.md", "what a memory means"): "tells an author to leave it out",
    ("a new set's file", "advice on doses"): "names the table of sessions with a medicine",
    ("docs/decisions/0013-rough-times.md", "a shutting window"): (
        "weighs a time that is told too early or too late, for whoever builds this"
    ),
}
"""Where a forbidden word stands, by the beginning of the place, and why it may."""


def strings(node, path=()):
    """Every string in a content file, with the keys that lead to it."""
    if isinstance(node, str):
        yield path, node
    elif isinstance(node, dict):
        for key, each in node.items():
            yield from strings(each, (*path, key))
    elif isinstance(node, list):
        for number, each in enumerate(node):
            yield from strings(each, (*path, number))


def content():
    root = shipped_root()
    for file in sorted(root.rglob("*.toml")):
        where = f"prompts/{file.relative_to(root).as_posix()}"
        left_out = NAMES | PUBLISHED if file.parent.name == "measures" else NAMES
        for path, text in strings(tomllib.loads(file.read_text("utf-8"))):
            keys = {each for each in path if isinstance(each, str)}
            if not keys & left_out:
                yield where, text


def catalogue():
    yield from ((f"words/{key}", text) for key, text in EN.items())


def papers():
    """Each paragraph, without what it names in quotes or as code: that is named, and not said."""
    files = [ROOT / "README.md", ROOT / "CHANGELOG.md", ROOT / "prompts" / "README.md"]
    for file in [*files, *sorted((ROOT / "docs").rglob("*.md"))]:
        where = file.relative_to(ROOT).as_posix()
        text = re.sub(
            r"```.*?```|`[^`]*`|“[^”]*”|!\[", " ", file.read_text("utf-8"), flags=re.DOTALL
        )
        for block in re.split(r"\n\s*\n", text):
            yield where, " ".join(block.split())


def begun():
    yield "a new set's file", beginning()


ROOMS = {"content": content, "catalogue": catalogue, "papers": papers, "new file": begun}


def may(where, rule):
    return any(rule == allowed and where.startswith(place) for place, allowed in ALLOWED)


def broken(said, rule):
    pattern = re.compile(NEVER[rule], re.IGNORECASE)
    return [
        (where, found[0], text[:160])
        for where, text in said
        if not may(where, rule) and (found := pattern.search(text))
    ]


@pytest.mark.parametrize("rule", NEVER)
@pytest.mark.parametrize("room", ROOMS)
def test_no_string_that_ships_says(room, rule):
    assert broken(ROOMS[room](), rule) == []


def test_every_exception_is_still_needed_and_says_why():
    said = [each for room in ROOMS.values() for each in room()]
    for (where, rule), why in ALLOWED.items():
        pattern = re.compile(NEVER[rule], re.IGNORECASE)
        assert why, (where, rule)
        assert any(place.startswith(where) and pattern.search(text) for place, text in said), (
            where,
            rule,
        )


@pytest.mark.parametrize(
    ("rule", "text"),
    [
        ("a shutting window", "Your window is slowly closing."),
        ("a shutting window", "It opens before the closing of the window."),
        ("a scolding", "You forgot to check in."),
        ("a memory that is judged", "Such memories are real."),
    ],
)
def test_the_rules_of_this_page_can_fail(rule, text):
    assert broken([("somewhere", text)], rule)
