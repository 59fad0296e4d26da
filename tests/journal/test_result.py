"""What a measure's answers come to, and what trends keep of them."""

import pytest

from integrate.journal.result import result, total_in

WRONG_SUM = (0, 0, 0, 1, 2, 1, 3, 2, 1)
"""HL7 states 13 for these answers; they sum to 10."""


def test_the_total_is_kept_for_trends(journal, answer):
    entry = answer("phq9", WRONG_SUM)
    assert entry.heading.series == {"phq9": 10}
    assert journal.entries[0].heading.series == {"phq9": 10}


@pytest.mark.parametrize("given", [[1] * 8, [None, *[1] * 8], [3]])
def test_a_question_left_out_makes_no_total(journal, answer, given):
    entry = answer("phq9", given)
    assert entry.heading.series == {}
    assert result(journal, entry).outcome.score is None


def test_nothing_answered_leaves_no_page(answer):
    assert answer("phq9", []) is None


def test_a_total_that_the_measure_cannot_have_is_none(journal, answer):
    heading = answer("phq9", [1] * 9).heading
    measure = journal.library.measure("phq9")
    heading.series["phq9"] = 28
    assert total_in(heading, measure) is None
    heading.series["phq9"] = "9"
    assert total_in(heading, measure) is None


def test_a_page_of_another_set_has_no_result(journal, free_page):
    assert result(journal, free_page()) is None


def test_only_what_came_before_is_compared(journal, answer):
    first = answer("phq9", [2] * 9, days=30)
    answer("phq9", [1] * 9)
    assert result(journal, first).earlier is None
    assert result(journal, first).change is None
