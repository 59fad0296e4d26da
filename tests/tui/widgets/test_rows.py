import pytest

from integrate.tui.widgets.rows import MadeRows, Row

ROWS = MadeRows(
    [
        Row(cells=("March",)),
        Row(key="a", cells=("Ana",)),
        Row(cells=("",)),
        Row(key="b", cells=("Bo",)),
    ]
)


def test_lines_count_all_of_it_and_numbers_what_can_be_chosen():
    assert (len(ROWS), ROWS.choices) == (4, 2)
    assert [ROWS.line_of(number) for number in range(2)] == [1, 3]
    assert [ROWS.number_on(line) for line in (1, 3)] == [0, 1]


def test_a_line_is_found_by_its_key():
    assert (ROWS.line_with("b"), ROWS.line_with("nobody")) == (3, None)
    assert ROWS[1].cells == ("Ana",)
    with pytest.raises(IndexError):
        ROWS[4]


def test_none_are_none():
    assert (len(MadeRows()), MadeRows().choices) == (0, 0)
