from datetime import datetime

import pytest

from integrate.cli import table
from integrate.journal.list_ import Row
from integrate.library import Library


def row(entry_id: str, title: str, phase: str | None = None) -> Row:
    when = datetime.fromisoformat("2026-03-10T19:00:00+01:00")
    return Row(id=entry_id, when=when, title=title, set=None, session=None, phase=phase, tags=())


def test_ids_are_as_short_as_they_can_be_and_never_under_four():
    ids = ["abcd000000000000", "abcd111111111111", "ffff000000000000"]
    assert list(table.short_ids(ids).values()) == ["abcd0", "abcd1", "ffff"]


@pytest.mark.parametrize("count", [0, 1])
def test_few_ids_are_fine(count):
    assert list(table.short_ids(["abcdef0123456789"][:count]).values()) == ["abcd"][:count]


def test_columns_stand_under_each_other():
    rows = [row("aaaa0", "One", "open"), row("bbbb0", "Two", "landing"), row("cccc0", "Three")]
    titles = [each.title for each in rows]
    lines = list(table.entry_table(rows, Library.shipped().phase_tables()))
    assert [line.index(title) for line, title in zip(lines, titles, strict=True)] == [38] * 3


def test_a_terminal_cuts_a_long_title_and_a_pipe_does_not(monkeypatch):
    rows = [row("aaaa0", "漢" * 100)]
    tables = Library.shipped().phase_tables()
    (whole,) = table.entry_table(rows, tables)
    assert "漢" * 100 in whole
    monkeypatch.setattr("sys.stdout.isatty", lambda: True, raising=False)
    monkeypatch.setenv("COLUMNS", "60")
    (cut,) = table.entry_table(rows, tables)
    assert cut.endswith("…")
    assert table.cell_len(cut) <= 60


@pytest.mark.parametrize("count", [1, 2, 3, 200])
def test_one_short_id_is_what_it_is_among_all(count):
    ids = sorted(f"{number * number:016x}"[::-1] for number in range(count))
    assert {each: table.short_id(each, ids) for each in ids} == table.short_ids(ids)
