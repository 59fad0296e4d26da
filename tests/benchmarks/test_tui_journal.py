"""The benchmark of a large journal walks the real app; what it finds in a tiny one says nothing."""

import sys
from pathlib import Path

import pytest

BENCHMARKS = Path(__file__).parents[2] / "benchmarks"
MODULES = ("tui_journal", "invented_pages", "side_by_side", "report")


@pytest.fixture
def tui_journal(monkeypatch):
    """The script as a module."""
    monkeypatch.syspath_prepend(str(BENCHMARKS))
    import tui_journal

    yield tui_journal
    for name in MODULES:
        sys.modules.pop(name, None)


async def test_every_step_of_the_walk_comes_to_its_end(tui_journal, tmp_path, monkeypatch):
    monkeypatch.setenv("TERM", "xterm-256color")
    path = tmp_path / "journal.vault"
    tui_journal.fill(path, 120)
    steps = await tui_journal.walked(path, screens=2)
    assert len(steps) == 10
    assert all(longest >= 0 and took > 0 for longest, took in steps.values())
