"""docs/SAFETY.md: every promise names tests that are there."""

import re
from pathlib import Path

import pytest

from integrate.domain.reading import grade

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "SAFETY.md").read_text("utf-8")
ROWS = [
    tuple(cell.strip() for cell in line.strip("| ").split(" | "))
    for line in PAGE.splitlines()
    if line.startswith("| ") and not line.startswith("| promise")
]


def test_every_promise_names_tests_that_are_there():
    assert len(ROWS) > 25
    for promise, named in ROWS:
        files = re.findall(r"`(tests/\S+\.py)`", named)
        assert files, promise
        assert [each for each in files if not (ROOT / each).is_file()] == [], promise


@pytest.mark.parametrize("promise", [promise for promise, _ in ROWS])
def test_every_promise_can_be_read_at_grade_8(promise):
    assert grade(re.sub(r"[`*]", "", promise)) <= 8


def test_the_readme_leads_to_it():
    assert "(docs/SAFETY.md)" in (ROOT / "README.md").read_text("utf-8")
