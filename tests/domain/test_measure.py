"""Scoring as it was published: DESIGN.md 5, the rules for measures."""

from datetime import date, timedelta

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from integrate.domain.answer import AnswerRefused
from integrate.domain.measure import (
    OPENING,
    Measure,
    Reach,
    Threshold,
    asks_for_support,
    change,
    check_answer,
    score,
    too_soon,
)
from integrate.library.measures import Measures

MEASURES = Measures.shipped().measures()
DAY = date(2026, 11, 20)


@pytest.fixture(params=sorted(MEASURES))
def measure(request):
    return MEASURES[request.param]


def full(measure, values):
    """Answers to every item, with a yes to the opening question where there is one."""
    answers = dict(enumerate(values, 1))
    return {OPENING: 1, **answers} if measure.measure.opening else answers


def outcome(measure_id, values):
    measure = MEASURES[measure_id]
    return score(measure, full(measure, values))


@st.composite
def answered(draw):
    """A measure, an answer to every item, and the index of one of them."""
    measure = MEASURES[draw(st.sampled_from(sorted(MEASURES)))]
    values = [draw(st.sampled_from(measure.values)) for _ in measure.items]
    return measure, values, draw(st.integers(0, len(values) - 1))


@given(answered())
def test_a_total_is_the_sum_of_all_items_and_lies_within_the_published_range(case):
    measure, values, _ = case
    found = score(measure, full(measure, values)).score
    assert found.total == sum(values)
    assert measure.score.min <= found.total <= measure.score.max


@given(answered(), st.randoms(use_true_random=False))
def test_the_order_of_answering_changes_nothing(case, random):
    measure, values, _ = case
    answers = list(full(measure, values).items())
    shuffled = random.sample(answers, len(answers))
    assert score(measure, dict(shuffled)) == score(measure, dict(answers))


@given(answered())
def test_a_higher_answer_lowers_nothing(case):
    measure, values, raised = case
    before = score(measure, full(measure, values))
    values[raised] = measure.values[-1]
    after = score(measure, full(measure, values))
    reach = list(Reach)
    labels = [None, *(band.label for band in measure.score.bands)]
    assert after.score.total >= before.score.total
    assert labels.index(after.score.band) >= labels.index(before.score.band)
    assert all(after.score.parts[part] >= each for part, each in before.score.parts.items())
    assert (after.score.symptom_rule or False) >= (before.score.symptom_rule or False)
    assert after.support >= before.support
    for old, new in zip(before.score.cutoffs, after.score.cutoffs, strict=True):
        assert reach.index(new.reach) >= reach.index(old.reach)


@given(answered(), st.booleans())
def test_a_missing_answer_makes_no_score_and_is_named(case, said_none):
    measure, values, missing = case
    answers = full(measure, values)
    if said_none:
        answers[missing + 1] = None
    else:
        del answers[missing + 1]
    found = score(measure, answers)
    assert (found.score, found.missing) == (None, (missing + 1,))


def test_nothing_answered_misses_everything(measure):
    numbers = tuple(item.n for item in measure.items)
    first = (OPENING,) if measure.measure.opening else ()
    assert score(measure, {}).missing == first + numbers


@given(answered())
def test_every_part_is_the_sum_of_its_own_items(case):
    measure, values, _ = case
    found = score(measure, full(measure, values)).score
    for part in measure.score.parts:
        assert found.parts[part.id] == sum(values[n - 1] for n in part.items)


def test_every_total_of_a_measure_with_bands_lies_in_exactly_one(measure):
    for each in range(measure.score.min, measure.score.max + 1):
        held = [band for band in measure.score.bands if band.from_ <= each <= band.to]
        assert len(held) == bool(measure.score.bands)
        assert measure.score.band(each) == (held[0].label if held else None)


@pytest.mark.parametrize(
    ("measure_id", "edges"),
    [
        (
            "phq9",
            [
                (0, "none-minimal"),
                (4, "none-minimal"),
                (5, "mild"),
                (9, "mild"),
                (10, "moderate"),
                (14, "moderate"),
                (15, "moderately severe"),
                (19, "moderately severe"),
                (20, "severe"),
                (27, "severe"),
            ],
        ),
        (
            "gad7",
            [
                (0, "minimal"),
                (4, "minimal"),
                (5, "mild"),
                (9, "mild"),
                (10, "moderate"),
                (14, "moderate"),
                (15, "severe"),
                (21, "severe"),
            ],
        ),
    ],
)
def test_the_bands_begin_and_end_as_published(measure_id, edges):
    found = [(each, MEASURES[measure_id].score.band(each)) for each, _ in edges]
    assert found == edges


@pytest.mark.parametrize("measure_id", ["pcl5", "pcptsd5", "phq4", "suds"])
def test_a_measure_without_published_bands_has_none(measure_id):
    assert MEASURES[measure_id].score.bands == ()
    highest = MEASURES[measure_id].values[-1]
    assert outcome(measure_id, [highest] * len(MEASURES[measure_id].items)).score.band is None


@pytest.mark.parametrize("others", [0, 1, 2, 3, None])
@pytest.mark.parametrize("value", [1, 2, 3])
def test_item_nine_calls_for_support_at_any_total_and_without_one(others, value):
    """DESIGN.md 5: before any score, whatever the total."""
    phq9 = MEASURES["phq9"]
    found = score(phq9, dict.fromkeys(range(1, 9), others) | {9: value})
    assert found.support
    assert (found.score is None) == (others is None)
    assert asks_for_support(phq9, 9, value)


@given(st.lists(st.integers(0, 3), min_size=8, max_size=8))
def test_no_other_item_calls_for_support_and_no_total_does(values):
    phq9 = MEASURES["phq9"]
    found = score(phq9, dict(enumerate([*values, 0], 1)))
    assert not found.support
    assert not any(asks_for_support(phq9, n, value) for n, value in enumerate(values, 1))
    assert not asks_for_support(phq9, 9, 0)


def test_item_nine_changed_back_to_nought_calls_for_support_no_more():
    phq9 = MEASURES["phq9"]
    answers = {9: 2}
    assert score(phq9, answers).support
    answers[9] = 0
    assert not score(phq9, answers).support


@pytest.mark.parametrize("measure_id", ["gad7", "pcl5", "pcptsd5", "phq4", "suds"])
def test_a_measure_without_such_an_item_never_calls_for_support(measure_id):
    measure = MEASURES[measure_id]
    assert not outcome(measure_id, [measure.values[-1]] * len(measure.items)).support


def test_the_function_item_is_no_part_of_the_score():
    phq9 = MEASURES["phq9"]
    assert phq9.function_item.text.startswith("If you checked off any problems")
    assert phq9.score.max == 9 * 3
    with pytest.raises(AnswerRefused) as caught:
        score(phq9, dict.fromkeys(range(1, 11), 0))
    assert caught.value.reason == "nothing-to-answer"


def cutoffs(found):
    return {stated.part: stated.reach for stated in found.score.cutoffs}


@pytest.mark.parametrize(
    ("points", "reach"),
    [(30, "below"), (31, "within"), (32, "within"), (33, "reached"), (80, "reached")],
)
def test_a_cut_off_published_as_a_range_is_told_as_a_range(points, reach):
    fours, rest = divmod(points, 4)
    values = ([4] * fours + [rest] + [0] * 20)[:20]
    assert cutoffs(outcome("pcl5", values)) == {None: reach}


def test_the_counting_rule_and_the_cut_off_are_two_statements():
    only_rule = outcome("pcl5", [2, 0, 0, 0, 0, 2, 0, 2, 2, 0, 0, 0, 0, 0, 2, 2, 0, 0, 0, 0])
    only_cut_off = outcome("pcl5", [4, 4, 4, 4, 4, 1, 1, 4, 4, 4, 4, 4, 1, 1, 1, 1, 1, 1, 1, 1])
    assert (only_rule.score.symptom_rule, cutoffs(only_rule)) == (True, {None: "below"})
    assert (only_cut_off.score.symptom_rule, cutoffs(only_cut_off)) == (False, {None: "reached"})


@pytest.mark.parametrize("item", [1, 6, 8, 9, 15, 16])
def test_the_counting_rule_needs_every_one_of_its_items(item):
    values = [2, 0, 0, 0, 0, 2, 0, 2, 2, 0, 0, 0, 0, 0, 2, 2, 0, 0, 0, 0]
    values[item - 1] = 1
    assert outcome("pcl5", values).score.symptom_rule is False


def test_the_short_forms_inside_another_have_their_own_cut_offs():
    assert cutoffs(outcome("phq4", [1, 1, 2, 1])) == {"gad2": "below", "phq2": "reached"}


def test_a_no_to_the_opening_question_comes_to_nought_and_ends_it():
    screen = MEASURES["pcptsd5"]
    for answers in ({OPENING: 0}, {OPENING: 0, **dict.fromkeys(range(1, 6), 1)}):
        found = score(screen, answers)
        assert (found.score.total, found.missing) == (0, ())


def test_without_an_answer_to_the_opening_question_there_is_no_score():
    found = score(MEASURES["pcptsd5"], dict.fromkeys(range(1, 6), 1))
    assert (found.score, found.missing) == (None, (OPENING,))


@pytest.mark.parametrize("value", [-1, 4, True, 1.0, "1"])
def test_an_answer_that_an_item_does_not_take_is_refused(value):
    with pytest.raises(AnswerRefused) as caught:
        score(MEASURES["phq9"], {1: value})
    assert (caught.value.reason, caught.value.parts) == ("choice", {"most": 4})


def test_a_number_off_the_scale_is_refused():
    with pytest.raises(AnswerRefused) as caught:
        check_answer(MEASURES["suds"], 1, 11)
    assert (caught.value.reason, caught.value.parts) == ("scale", {"low": 0, "high": 10, "step": 1})


@pytest.mark.parametrize(("measure_id", "n"), [("phq9", OPENING), ("gad7", 8), ("suds", -1)])
def test_an_answer_to_no_item_is_refused(measure_id, n):
    with pytest.raises(AnswerRefused) as caught:
        check_answer(MEASURES[measure_id], n, 0)
    assert caught.value.reason == "nothing-to-answer"


def said(measure_id, earlier, later):
    found = change(MEASURES[measure_id], earlier, later)
    return found.points, [(stated.threshold.from_, stated.reach) for stated in found.rules]


@pytest.mark.parametrize(
    ("measure_id", "earlier", "later", "points", "rules"),
    [
        ("phq9", 14, 10, -4, [(5, "below")]),
        ("phq9", 14, 9, -5, [(5, "reached")]),
        ("phq9", 9, 14, 5, [(5, "reached")]),
        ("gad7", 10, 7, -3, [(4, "below")]),
        ("gad7", 10, 6, -4, [(4, "reached")]),
        ("pcl5", 50, 42, -8, [(9, "below"), (15, "below")]),
        ("pcl5", 50, 41, -9, [(9, "within"), (15, "below")]),
        ("pcl5", 50, 38, -12, [(9, "reached"), (15, "below")]),
        ("pcl5", 50, 35, -15, [(9, "reached"), (15, "within")]),
        ("pcl5", 32, 50, 18, [(9, "reached"), (15, "reached")]),
        ("pcl5", 40, 40, 0, [(9, "below"), (15, "below")]),
    ],
)
def test_a_change_is_told_by_each_published_rule(measure_id, earlier, later, points, rules):
    assert said(measure_id, earlier, later) == (points, rules)


@pytest.mark.parametrize(
    ("earlier", "later", "crossed"),
    [(50, 28, [28]), (43, 28, [28]), (42, 28, []), (29, 28, []), (28, 20, []), (50, 29, [])],
)
def test_an_end_point_is_told_when_a_total_falls_to_it(earlier, later, crossed):
    found = change(MEASURES["pcl5"], earlier, later)
    assert [each.at_most for each in found.end_points] == crossed


@pytest.mark.parametrize("measure_id", ["phq4", "pcptsd5", "suds"])
def test_where_no_rule_was_published_there_is_no_word_of_change(measure_id):
    measure = MEASURES[measure_id]
    assert change(measure, measure.score.max, measure.score.min) is None


def test_a_rule_that_was_replaced_or_not_checked_says_nothing():
    phq9 = MEASURES["phq9"]
    for spoiled in ({"superseded": True}, {"checked": False}):
        rules = tuple(msgspec.structs.replace(each, **spoiled) for each in phq9.score.changes)
        scoring = msgspec.structs.replace(phq9.score, changes=rules)
        assert change(msgspec.structs.replace(phq9, score=scoring), 20, 0) is None


@pytest.mark.parametrize(("earlier", "later"), [(-1, 0), (0, 28), (28, 0)])
def test_a_total_that_cannot_be_has_no_change(earlier, later):
    with pytest.raises(ValueError, match="range"):
        change(MEASURES["phq9"], earlier, later)


@pytest.mark.parametrize(
    ("measure_id", "days"),
    [("phq9", 14), ("gad7", 14), ("phq4", 14), ("pcl5", 28), ("pcptsd5", 28)],
)
def test_it_is_too_soon_until_the_time_that_the_items_ask_about_is_over(measure_id, days):
    measure = MEASURES[measure_id]
    assert too_soon(measure, DAY - timedelta(days - 1), DAY)
    assert not too_soon(measure, DAY - timedelta(days), DAY)
    assert too_soon(measure, DAY, DAY)
    assert too_soon(measure, DAY + timedelta(3), DAY)


def test_the_first_time_is_never_too_soon(measure):
    assert not too_soon(measure, None, DAY)


@given(st.integers(-400, 400))
def test_distress_right_now_may_be_asked_at_any_time(days):
    assert not too_soon(MEASURES["suds"], DAY + timedelta(days), DAY)


def test_a_threshold_of_one_number_has_no_range_within():
    one = Threshold(from_=10, meaning="m", source="s")
    assert [one.reach(9), one.reach(10)] == [Reach.BELOW, Reach.REACHED]


def test_a_measure_is_a_value_that_cannot_change(measure):
    assert isinstance(measure, Measure)
    with pytest.raises(AttributeError):
        measure.items = ()
