"""docs/EVIDENCE.md says what the content says, with its ground in plain words, and no more."""

import re
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path

import pytest
from msgspec.structs import replace

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
GROUNDS = ("found in people", "found in animals", "our choice")


def module_at(path):
    spec = spec_from_file_location(path.stem, path)
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


evidence = module_at(ROOT / "scripts" / "evidence.py")
grade = module_at(HERE / "test_reading_grade.py").grade
NEVER = module_at(HERE / "test_wording.py").NEVER


@pytest.fixture(scope="module")
def page():
    return (ROOT / "docs" / "EVIDENCE.md").read_text("utf-8")


@pytest.fixture(scope="module")
def rows(page):
    """Every row of every table, as its cells, with the heading above it."""
    found, heading = [], ""
    for line in page.splitlines():
        if line.startswith("#"):
            heading = line.lstrip("# ")
        elif line.startswith("| "):
            found.append((heading, tuple(line[2:-2].split(" | "))))
    return found


@pytest.fixture(scope="module")
def sources(rows):
    """The list of sources: id to its other cells."""
    return {
        re.search(r'id="([^"]+)"', cells[0])[1]: cells[1:]
        for heading, cells in rows
        if heading == "The sources" and "id=" in cells[0]
    }


def shown(text):
    """A text as it stands in a cell of a table."""
    return evidence._plain(text)


def test_the_page_is_what_the_script_makes(page, library):
    assert page == evidence.page(library), "run: python scripts/evidence.py"


def test_the_page_is_the_same_each_time(library):
    assert evidence.page(library) == evidence.page(type(library).shipped())


def test_every_source_that_is_cited_stands_in_the_list_with_species_and_grade(
    page, library, prompts, sources
):
    known = library.references()
    named = set(re.findall(r"\[([a-z0-9-]+)\](?!:|\()", page))
    assert named >= {name for _, prompt in prompts for name in prompt.why.evidence}
    assert named == sources.keys()
    for name, (ground, where, sure, cite) in sources.items():
        assert ground in GROUNDS
        assert where == evidence.WHERE[known[name].who]
        assert sure[0] == known[name].grade
        assert cite == known[name].cite


def test_nothing_unknown_is_cited(library):
    assert set(evidence.cited(library)) <= library.references().keys()


def test_every_link_to_a_source_leads_to_it(page, sources):
    links = dict(re.findall(r"^\[([a-z0-9-]+)\]: #(.+)$", page, re.MULTILINE))
    assert links == {name: name for name in sources}


def test_animals_are_never_called_people(library, sources):
    known = library.references()
    animals = {name for name, cells in sources.items() if cells[0] == "found in animals"}
    assert animals == {name for name in sources if known[name].who in {"rat", "mouse"}}


def test_views_and_what_was_not_looked_up_are_never_called_findings(library, sources):
    known = library.references()
    for name, (ground, *_) in sources.items():
        if known[name].grade == "D" or not known[name].checked:
            assert ground == "our choice", name


def test_a_study_that_was_not_looked_up_would_be_no_finding(library):
    study = library.references()["kryst2020"]
    assert evidence.ground_of(study) == "found in people"
    assert evidence.ground_of(replace(study, checked=False)) == "our choice"


@pytest.mark.parametrize("table", ["dosing", "talk"])
def test_every_phase_boundary_stands_in_it_with_ground_and_sources(table, library, rows):
    heading = evidence.TABLES[table]
    lines = [cells for where, cells in rows if where == heading][2:]
    made = list(evidence.boundaries(getattr(library.phase_tables(), table)))
    assert len(lines) == len(made)
    for (name, when, ground, why, named), (phase, said, boundary) in zip(lines, made, strict=True):
        assert (name, when, ground) == (phase.name, said, boundary.flag.value)
        assert why == shown(boundary.why)
        cited = set(re.findall(r"\[([a-z0-9-]+)\]", boundary.why))
        assert set(re.findall(r"\[([a-z0-9-]+)\]", named)) == cited


def test_every_question_stands_in_it_with_its_ground_and_all_its_sources(sets, library, rows):
    known = library.references()
    for each in sets.values():
        heading = f"{each.title} (`{each.id}`)"
        lines = [cells for where, cells in rows if where == heading][2:]
        questions = list(evidence.asked(each))
        assert len(lines) == len(questions), each.id
        for (ask, idea, ground, named), prompt in zip(lines, questions, strict=True):
            assert ask == shown(prompt.ask)
            assert all(shown(text) in idea for text in (*prompt.why.ideas, *prompt.why.article))
            assert ground.startswith(GROUNDS)
            for name in prompt.why.evidence:
                assert f"[{name}] {evidence.WHERE[known[name].who]}, {known[name].grade}" in named


def test_only_bare_headings_are_left_out(sets):
    for each in sets.values():
        left = {prompt.id for prompt in each.flat()} - {
            prompt.id for prompt in evidence.asked(each)
        }
        out = [prompt for prompt in each.flat() if prompt.id in left]
        assert [prompt.id for prompt in out if prompt.why.evidence] == []


def test_a_question_is_found_in_people_only_where_a_checked_study_in_people_speaks_of_it(
    prompts, library
):
    known = dict(library.references())
    for _, prompt in prompts:
        if evidence.ground_of_prompt(prompt, known) == "found in people":
            assert prompt.why.strength == "direct"
            named = [known[name] for name in prompt.why.evidence]
            assert any(e.who == "human" and e.grade in "AB" and e.checked for e in named)


def test_what_is_usual_is_called_our_choice(prompts, library):
    known = dict(library.references())
    for _, prompt in prompts:
        if prompt.why.strength == "convention":
            assert evidence.ground_of_prompt(prompt, known) == "our choice"


def test_every_sentence_that_a_question_comes_from_stands_in_it(prompts, rows):
    told = {cells[0] for where, cells in rows if where.startswith("What the text")}
    assert told >= {number for _, prompt in prompts for number in prompt.why.article}


@pytest.mark.parametrize("rule", NEVER)
def test_the_page_never_says(rule, page):
    pattern = re.compile(NEVER[rule], re.IGNORECASE)
    assert [line for line in page.splitlines() if pattern.search(line)] == []


def test_the_page_holds_no_sign_that_a_terminal_could_not_show(page):
    assert [line for line in page.splitlines() if not line.isprintable()] == []


def test_the_opening_can_be_read_at_grade_8():
    prose = re.sub(r"\s*\[([a-z0-9-]+)\](?!\()|[*#`]|\(\.\./[^)]*\)", "", evidence.OPENING)
    for part in re.split(r"\n\n|\n- ", prose):
        if " " in part.strip():
            assert grade(" ".join(part.split())) <= 8, part


def test_what_is_told_of_the_text_it_began_from_can_be_read_at_grade_8():
    assert {said for _, said in evidence.IDEAS if grade(said) > 8} == set()


def test_the_opening_says_what_is_not_known_before_any_table(page):
    assert "## What is not known" in page[: page.index("\n| ")]
    assert "Nobody has tested it." in evidence.OPENING


def test_the_first_page_of_the_project_leads_to_it():
    assert "(docs/EVIDENCE.md)" in (ROOT / "README.md").read_text("utf-8")
