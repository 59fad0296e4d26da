"""What a release holds, and that the papers beside it say the same."""

import os
import re
import tomllib

import pytest

from integrate import __version__


@pytest.fixture(scope="module")
def project(root):
    return tomllib.loads((root / "pyproject.toml").read_text("utf-8"))


@pytest.fixture(scope="module")
def decisions(root):
    pages = sorted((root / "docs" / "decisions").glob("[0-9]*.md"))
    return {page.name: page.read_text("utf-8") for page in pages}


def test_the_decisions_are_numbered_without_a_gap(decisions):
    numbers = [int(name.split("-")[0]) for name in decisions]

    assert numbers == list(range(1, len(numbers) + 1))
    assert all(
        text.startswith(f"# {number}. ")
        for number, text in zip(numbers, decisions.values(), strict=True)
    )


def test_every_dependency_has_a_page_that_names_its_pin(project, decisions):
    for wanted in project["project"]["dependencies"]:
        name, pin = re.fullmatch(r"([\w-]+)(.+)", wanted).groups()
        page = next((text for file, text in decisions.items() if f"-{name}.md" in file), "")
        assert pin in page, wanted


def test_every_decision_says_what_why_and_what_else(decisions):
    for name, text in decisions.items():
        for part in ("**What.**", "**Why.**", "**Also looked at.**"):
            assert part in text, name


def test_the_changelog_knows_this_version(root):
    assert f"## [{__version__}]" in (root / "CHANGELOG.md").read_text("utf-8")


def test_both_licences_are_there(root):
    assert "Apache License" in (root / "LICENSE").read_text("utf-8")
    assert "creativecommons.org/licenses/by/4.0/" in (root / "prompts/LICENSE").read_text("utf-8")


def test_the_content_goes_into_the_wheel_and_the_source_package(project):
    targets = project["tool"]["hatch"]["build"]["targets"]

    assert targets["wheel"]["force-include"] == {"prompts": "integrate/_prompts"}
    assert {"/integrate", "/prompts", "/tests", "/Makefile"} <= set(targets["sdist"]["include"])


def test_every_content_file_is_toml_of_the_first_schema(root):
    files = list((root / "prompts").rglob("*.toml"))

    assert files
    assert {tomllib.loads(each.read_text("utf-8"))["schema"] for each in files} == {1}


@pytest.mark.parametrize("script", [".ci/run", ".ci/smoke"])
def test_the_scripts_that_check_a_clone_can_be_run(root, script):
    assert os.access(root / script, os.X_OK)


def test_a_fresh_clone_is_tested_by_the_command_that_the_readme_names(root):
    assert "make test" in (root / "README.md").read_text("utf-8")
    assert "make test" in (root / ".ci/run").read_text("utf-8")
