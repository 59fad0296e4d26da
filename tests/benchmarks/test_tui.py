"""The benchmark of keys runs through a real terminal; what it finds on a tiny text says nothing."""

import sys
from pathlib import Path

import pytest

BENCHMARKS = Path(__file__).parents[2] / "benchmarks"
MODULES = ("tui", "tui_probe", "first_frame", "side_by_side", "report")

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="it reads /proc")


@pytest.fixture
def tui(monkeypatch):
    """The script as a module."""
    monkeypatch.syspath_prepend(str(BENCHMARKS))
    import tui

    yield tui
    for name in MODULES:
        sys.modules.pop(name, None)


def test_a_key_is_measured_beside_a_bare_area_and_said(tui):
    found = list(tui.keys(60, "single", tui.SINGLE, times=2))
    assert [each.what.partition(" (")[0] for each in found] == ["in one paragraph"] * 3
    assert found[0].held in {True, False}
    assert "hello-world" in found[0].what
    told = tui.report.as_text(found)
    assert "A key, until its last byte is painted" in told
    assert "Bytes painted for a key" in told


@pytest.mark.usefixtures("tui")
def test_the_same_text_is_made_each_time_in_both_shapes():
    from tui_probe import middle, text_of

    single, parts = text_of(500, single=True), text_of(500, single=False)
    assert single == text_of(500, single=True)
    assert single.split() == parts.split()
    assert "\n" not in single
    row, column = middle(parts.split("\n"))
    assert parts.split("\n")[row][column] == " "
