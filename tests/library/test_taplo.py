"""A second reader of our JSON Schema: what an editor shows a person who writes a set.

Taplo is what the common editors read TOML with. It is among the tools that `make test` installs;
where it is not there, these tests are passed over.
"""

import json
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from integrate.library import Library
from integrate.library.beginning import beginning
from integrate.library.review import review
from integrate.library.schema import set_schema
from integrate.library.shipped import shipped_root

_BESIDE = Path(sys.executable).parent / "taplo"
TAPLO = str(_BESIDE) if _BESIDE.exists() else shutil.which("taplo")
pytestmark = pytest.mark.skipif(TAPLO is None, reason="taplo is not installed; make test brings it")
ALONE = ("--no-auto-config", "--colors", "never")
PLACE = re.compile(r"┌─ .*:(\d+):\d+$", re.MULTILINE)


@pytest.fixture(scope="module")
def schema(tmp_path_factory):
    file = tmp_path_factory.mktemp("schema") / "set.json"
    file.write_text(json.dumps(set_schema()), encoding="utf-8")
    return file


@pytest.fixture
def lint(schema, tmp_path):
    """Whether taplo accepts files, and the lines that it points at.

    The schema is named by its file, no settings are looked for, and no list of schemas is asked
    for over a network. A proxy that nobody answers makes sure of the last.
    """

    def run(*files):
        told = subprocess.run(
            [TAPLO, "lint", *ALONE, "--schema", schema.as_uri(), *map(str, files)],
            capture_output=True,
            text=True,
            check=False,
            timeout=60,
            cwd=tmp_path,
            env={"ALL_PROXY": "http://127.0.0.1:9", "HOME": str(tmp_path)},
        )
        return told.returncode == 0, [int(line) for line in PLACE.findall(told.stderr)]

    return run


def test_every_shipped_set_is_accepted(lint):
    files = sorted((shipped_root() / "sets").glob("*.toml"))
    assert len(files) == len(Library.shipped().set_ids())
    assert lint(*files) == (True, [])


def test_a_new_sets_file_is_accepted(lint, tmp_path):
    file = tmp_path / "my-set.toml"
    file.write_text(beginning(("How was it?",), "my-set"), encoding="utf-8")
    assert lint(file) == (True, [])


@pytest.mark.parametrize(
    ("set_id", "old", "new"),
    [
        ("open", 'kind = "scale"', 'kind = "slider"'),
        ("landing", 'does = "show-people"', 'does = "call-home"'),
        ("landing", 'is = "="', 'is = "=="'),
        ("weaving", 'strength = "indirect"', 'strength = "proven"'),
        ("open", 'table = "dosing"', 'table = "weekly"'),
        ("open", "depth = 3", "depth = 4"),
        ("open", "schema = 1", "schema = 2"),
    ],
)
def test_for_a_wrong_word_it_points_at_the_line_that_our_checker_names(
    set_id, old, new, lint, tmp_path
):
    text = (shipped_root() / "sets" / f"{set_id}.toml").read_text(encoding="utf-8")
    at = text[: text.index(old)].count("\n") + 1
    file = tmp_path / f"{set_id}.toml"
    file.write_text(text.replace(old, new, 1), encoding="utf-8")
    assert lint(file) == (False, [at])
    assert [each.line for each in review(file, Library.shipped().phase_tables())] == [at]
