"""docs/AUTHORING.md: its examples are accepted, and its tables say what the code does."""

import re
from pathlib import Path

import pytest

from integrate.domain.check import allowed
from integrate.domain.prompt import Does, Kind, Prompt, PromptSet, SetHead, When
from integrate.library import Library
from integrate.library.review import review

ROOT = Path(__file__).parents[2]
EXAMPLES = 4


@pytest.fixture(scope="module")
def page():
    return (ROOT / "docs" / "AUTHORING.md").read_text()


@pytest.fixture(scope="module")
def examples(page):
    """Every whole set in the page."""
    fenced = re.findall(r"```toml\n(.*?)```", page, re.DOTALL)
    return [text for text in fenced if "schema = 1" in text]


def test_there_are_whole_examples(examples):
    assert len(examples) == EXAMPLES


def test_each_example_is_accepted_without_a_finding(examples, tmp_path):
    tables = Library.shipped().phase_tables()
    for number, text in enumerate(examples):
        path = tmp_path / f"{number}.toml"
        path.write_text(text)
        assert [(bad.line, bad.message) for bad in review(path, tables)] == []


def rows(page, columns):
    return re.findall(r"^\|" + r"([^|\n]*)\|" * columns + "$", page, re.MULTILINE)


def test_the_table_of_phases_says_what_the_phases_allow(page):
    tables = Library.shipped().phase_tables()
    told = {
        (table.strip(), phase.strip(" `")): (int(depth), memory.strip() == "yes")
        for table, phase, _, depth, memory in rows(page, 5)
        if depth.strip().isdecimal()
    }
    expected = {
        (table.id, phase.id): (phase.max_depth, phase.memory)
        for table in (tables.dosing, tables.talk)
        for phase in table.phases
    }
    chosen = allowed(None, tables)
    expected["", "only when chosen"] = (chosen.depth, chosen.memory)
    assert told == expected


def test_every_kind_and_everything_that_an_answer_can_do_is_named(page):
    named = set(re.findall(r"`([a-z-]+)`", page))
    assert {kind.value for kind in Kind} <= named
    assert {does.value for does in Does} <= named


def test_every_key_of_the_format_is_named(page):
    keys = {
        name.rstrip("_")
        for kind in (Prompt, PromptSet, SetHead, When)
        for name in kind.__struct_encode_fields__
    }
    assert {key for key in keys if not re.search(rf"\b{key}\b", page)} == set()


def test_every_series_and_kept_name_of_ours_is_named(page):
    prompts = [each for one in Library.shipped().sets().values() for each in one.flat()]
    names = {each.series for each in prompts if each.series}
    names |= {each.shows for each in prompts if each.shows}
    names -= {"weight-before"}
    assert {name for name in names if f"`{name}`" not in page} == set()
