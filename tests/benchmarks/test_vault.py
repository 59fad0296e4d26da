"""The benchmark runs; what it finds on a tiny journal says nothing, and no bar is put to it."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@pytest.fixture
def run(tmp_path):
    """Runs the benchmark with these words, and gives back how it ended."""

    def run(*words):
        return subprocess.run(
            [sys.executable, str(ROOT / "benchmarks" / "vault.py"), *words],
            env={**os.environ, "TMPDIR": str(tmp_path)},
            capture_output=True,
            text=True,
            check=False,
        )

    return run


def test_everything_is_measured_at_every_size_and_nothing_is_left_behind(run, tmp_path):
    ended = run("--sizes", "20,40", "--rounds", "1")

    assert ended.returncode == 0
    for what in (
        "open: the whole journal",
        "verify",
        "add a page",
        "seal a draft",
        "memory, open",
        "re-key",
    ):
        lines = [line.split() for line in ended.stdout.splitlines() if line.startswith(what)]
        assert any("20" in line for line in lines), what
        assert any("40" in line for line in lines), what
    assert list(tmp_path.iterdir()) == []


def test_its_tables_can_be_had_for_the_documentation(run):
    ended = run("--sizes", "20", "--rounds", "1", "--markdown")

    assert "| what | entries | ours | beside it | ratio | bar |  |" in ended.stdout
