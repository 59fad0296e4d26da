"""Measures in a journal: what is said before, what is kept, and what they come to (DESIGN.md 5)."""

from datetime import timedelta

import pytest
from msgspec.structs import replace

from integrate.domain.answer import answer_to
from integrate.domain.measure import OPENING
from integrate.domain.measured import item_id
from integrate.domain.walk import Ask, Close, Ending, Support
from integrate.journal.begin import begin
from integrate.journal.caution import caution
from integrate.journal.draft import Keeper
from integrate.journal.measured import measure_set
from integrate.journal.passage import Guided
from integrate.journal.result import result, total_in
from integrate.journal.result_said import result_lines
from integrate.journal.within import Within
from integrate.journal.write import write
from integrate.words import say

WRONG_SUM = (0, 0, 0, 1, 2, 1, 3, 2, 1)
"""HL7 states 13 for these answers; they sum to 10."""


@pytest.fixture
def answer(journal, now):
    """Answers a measure so many days ago: `answer("phq9", [1, None, 2, …], days=14)`."""

    def make(measure_id, values, *, days=0.0, opening=None):
        when = now - timedelta(days=days)
        measure = journal.library.measure(measure_id)
        numbers = dict(enumerate(values, 1)) | ({} if opening is None else {OPENING: opening})
        wanted = {item_id(measure, n): value for n, value in numbers.items() if value is not None}
        passage = begin(journal, measure_id, when)
        walk = passage.walk
        while not isinstance(step := walk.step, Close):
            if isinstance(step, Ask) and step.prompt.id in wanted:
                value = wanted[step.prompt.id]
                told = value if step.prompt.kind in {"scale", "yesno"} else str(value)
                walk = walk.answer(answer_to(step.prompt, told))
            else:
                walk = walk.skip()
        done = Guided(walk=walk, session=None, phase=None, begun=when)
        return write(journal, done, Keeper(journal), when)

    return make


def lines(journal, entry):
    return result_lines(result(journal, entry))


# --- before


@pytest.mark.parametrize("measure", ["phq9", "gad7", "phq4", "pcl5", "pcptsd5", "suds"])
@pytest.mark.parametrize("hours", [0.5, 6, 23])
def test_in_tender_hours_every_measure_can_wait(journal, past, now, measure, hours):
    """DESIGN.md 5: arriving and landing ask for nothing but taps."""
    past(hours)
    assert caution(journal, measure, now).refused == "tender"


@pytest.mark.parametrize("measure", ["pcl5", "pcptsd5"])
def test_from_twelve_hours_before_a_session_no_memory_is_asked_for(journal, past, now, measure):
    past(-11)
    assert caution(journal, measure, now).refused == "memory"
    assert caution(journal, "phq9", now) is None


@pytest.mark.parametrize("measure", ["pcl5", "pcptsd5"])
def test_what_can_stir_memories_asks_first(journal, now, measure):
    found = caution(journal, measure, now)
    assert (found.refused, found.memory, found.last) == (None, True, None)


def test_an_ordinary_measure_or_set_says_nothing_first(journal, now):
    assert caution(journal, "phq9", now) is None
    assert caution(journal, "checkin", now) is None


@pytest.mark.parametrize(("days", "warned"), [(1, True), (13, True), (14, False), (60, False)])
def test_too_soon_is_a_warning_that_names_the_day(journal, now, answer, days, warned):
    answer("phq9", [1] * 9, days=days)
    found = caution(journal, "phq9", now)
    assert (found is not None) is warned
    if found is not None:
        assert (found.refused, found.memory) == (None, False)
        assert found.last == now - timedelta(days=days)


def test_answers_without_a_total_make_nothing_too_soon(journal, now, answer):
    answer("phq9", [1] * 8, days=1)
    assert caution(journal, "phq9", now) is None


def test_what_was_begun_is_not_called_too_soon_again(journal, now, answer):
    answer("phq9", [1] * 9, days=1)
    assert caution(journal, "phq9", now, begun=True) is None


# --- beginning


def test_a_measure_begins_as_its_set_and_is_known_as_one(journal, now):
    passage = begin(journal, "phq9", now)
    assert passage.walk.measure
    assert passage.walk.set == measure_set(journal.library, "phq9")
    assert not begin(journal, "checkin", now).walk.measure


def test_every_measure_can_be_begun(journal, now):
    for measure in journal.library.measure_ids():
        assert isinstance(begin(journal, measure, now).walk.step, Ask)


@pytest.mark.parametrize(("measure", "hours"), [("phq9", 1), ("pcl5", 1), ("pcl5", -3)])
def test_a_measure_that_lies_open_when_it_must_wait_is_put_away_with_all_its_answers(
    journal, past, now, measure, hours
):
    walk = begin(journal, measure, now).walk
    walk = walk.answer(answer_to(walk.step.prompt, "2"))
    within = Within(journal, now)
    past(hours)
    moved = within.at(walk, now)
    assert moved.step == Close(ending=Ending.PARKED)
    assert moved.answers == walk.answers
    assert not moved.empty


def test_help_comes_before_a_measure_is_put_away(journal, past, now):
    walk = begin(journal, "phq9", now).walk
    for _ in range(8):
        walk = walk.skip()
    within = Within(journal, now)
    past(1)
    moved = within.at(walk.hold(answer_to(walk.step.prompt, "1")), now)
    assert isinstance(moved.step, Support)
    assert moved.resume().step == Close(ending=Ending.PARKED)


# --- what is kept


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


# --- what it comes to


def test_a_page_of_another_set_has_no_result(journal, free_page):
    assert result(journal, free_page()) is None


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


def test_only_what_came_before_is_compared(journal, answer):
    first = answer("phq9", [2] * 9, days=30)
    answer("phq9", [1] * 9)
    assert result(journal, first).earlier is None
    assert result(journal, first).change is None


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
