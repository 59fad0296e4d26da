"""A result in words: each published statement by itself, and nothing beside it (DESIGN.md 5)."""

import pytest
from msgspec.structs import replace

from integrate.journal.begin import begin
from integrate.journal.result import result
from integrate.journal.result_said import lines_of, result_lines
from integrate.words import say

WRONG_SUM = (0, 0, 0, 1, 2, 1, 3, 2, 1)
"""HL7 states 13 for these answers; they sum to 10."""


def lines(journal, entry):
    told = result_lines(result(journal, entry))
    assert lines_of(journal, entry) == told
    return told


def test_the_total_its_band_and_its_cut_off_are_said_each_by_itself(journal, answer):
    told = lines(journal, answer("phq9", [2, 2, 2, 2, 1, 1, 2, 0, 0]))
    assert told[:2] == [
        "Total: 12 of 0 to 27.",
        "The published name for a total of 10 to 14: moderate.",
    ]
    assert (
        "Published cut-off 10: usual screening cut-off. The total is at it or above. "
        "(Kroenke 2001 J Gen Intern Med 16:606)" in told
    )


@pytest.mark.parametrize(
    ("measure", "values", "opening"),
    [
        ("phq9", [0] * 9, None),
        ("pcl5", [1] * 20, None),
        ("suds", [4], None),
        ("pcptsd5", [], False),
    ],
)
def test_the_notice_and_what_a_number_cannot_say_stand_at_the_end(
    journal, answer, measure, values, opening
):
    told = lines(journal, answer(measure, values, opening=opening))
    notice = journal.library.measure(measure).measure.copyright
    assert told[-2:] == [say("measure.not"), notice]
    assert told[0].startswith("Total: ")


@pytest.mark.parametrize(("count", "sentence"), [(1, "1 question was"), (3, "3 questions were")])
def test_where_there_is_no_total_it_is_said_why_and_nothing_is_said_of_bands(
    journal, answer, count, sentence
):
    told = lines(journal, answer("phq9", [1] * (9 - count)))
    assert told[0] == (f"{sentence} left out, so there is no total: the published rules give none.")
    assert told[1:] == ["", say("measure.not"), journal.library.measure("phq9").measure.copyright]


def test_a_skipped_opening_question_is_said_by_itself(journal, answer, now):
    assert begin(journal, "pcptsd5", now).walk.skip().over
    entry = answer("phq9", [1])
    told = lines(journal, replace(entry, heading=replace(entry.heading, set="pcptsd5")))
    assert told[0] == say("measure.missing.opening")


def test_pcl5_says_its_cut_off_and_its_rule_apart_and_has_no_band(journal, answer):
    """A total of 50 is over the cut-off; the rule is not met."""
    values = [4, 4, 4, 4, 4, 1, 1, 4, 4, 4, 4, 4, 1, 1, 1, 1, 1, 1, 1, 1]
    told = lines(journal, answer("pcl5", values))
    cutoff = next(line for line in told if line.startswith("Published cut-off"))
    rule = next(line for line in told if line.startswith("A rule"))
    assert "The total is at it or above." in cutoff
    assert "It is not met." in rule
    assert say("measure.rule.apart") in told
    assert not any("published name" in line for line in told)
    assert "Part B (questions 1, 2, 3, 4, 5): 20." in told


def test_between_the_ends_of_a_published_range_it_is_said_so(journal, answer):
    told = lines(journal, answer("pcl5", [4] * 8 + [0] * 12))
    assert any("Published cut-off 31 to 33" in line and "within it" in line for line in told)


def test_the_parts_of_phq4_have_cut_offs_of_their_own(journal, answer):
    told = lines(journal, answer("phq4", [1, 2, 0, 0]))
    assert any("for part gad2" in line and "at it or above" in line for line in told)
    assert any("for part phq2" in line and "below it" in line for line in told)


def test_a_change_is_said_with_its_published_rule_and_source(journal, answer):
    answer("phq9", [2] * 9, days=30)
    told = lines(journal, answer("phq9", [1] * 9))
    before = told.index("The time before, on Sun 8 February 2026, the total was 18.")
    assert told[before + 1] == "It is 9 lower now."
    assert told[before + 2].startswith("Published for a change of 5: smallest change")
    assert "Löwe 2004" in told[before + 2]
    assert say("measure.soon") not in told


def test_what_newer_work_replaced_is_not_said_of_a_change(journal, answer):
    answer("pcl5", [2] * 20, days=60)
    told = "\n".join(lines(journal, answer("pcl5", [1] * 20)))
    assert "Blanchard 2023" in told
    assert "older" not in told
    assert "ends at 28 or below" in told


@pytest.mark.parametrize(
    ("now_values", "sentence"),
    [([1] * 9, "It is the same now."), ([1] * 8 + [2], "It is 1 higher now.")],
)
def test_the_same_and_a_rise_are_said_as_plainly(journal, answer, now_values, sentence):
    answer("phq9", [1] * 9, days=20)
    assert sentence in lines(journal, answer("phq9", now_values))


def test_two_times_that_overlap_are_said_to_tell_less(journal, answer):
    answer("phq9", [2] * 9, days=3)
    assert say("measure.soon") in lines(journal, answer("phq9", [1] * 9))


def test_a_measure_without_a_published_rule_of_change_says_none(journal, answer):
    answer("suds", [8], days=1)
    told = lines(journal, answer("suds", [3]))
    assert "It is 5 lower now." in told
    assert not any(line.startswith("Published") for line in told)


def test_the_wrong_published_sum_is_not_repeated_and_help_is_named(journal, answer):
    told = lines(journal, answer("phq9", WRONG_SUM))
    assert told[0] == "Total: 10 of 0 to 27."
    assert say("measure.support") in told
    assert say("measure.support") not in lines(journal, answer("phq9", [1] * 8 + [0]))


def test_help_is_named_where_there_is_no_total_too(journal, answer):
    assert say("measure.support") in lines(journal, answer("phq9", [None] * 8 + [1]))


def test_a_page_of_another_set_says_nothing(journal, free_page):
    assert lines_of(journal, free_page()) == []
