"""A measure as a set: its words and its scoring come through a walk unchanged (DESIGN.md 5)."""

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from integrate.domain.answer import answer_to
from integrate.domain.entry import Answered
from integrate.domain.measure import OPENING, score
from integrate.domain.measured import answers_of, compiled, item_id
from integrate.domain.prompt import Does, DoesIf, Kind
from integrate.domain.walk import Ask, Close, Ending, Origin, Support, begin
from integrate.library.measures import Measures

MEASURES = Measures.shipped().measures()
CLOSING = "That is all."
NOW = datetime(2026, 3, 10, tzinfo=UTC)
VECTORS = [
    pytest.param(measure, vector, id=f"{measure.id}-{number}")
    for measure in MEASURES.values()
    for number, vector in enumerate(measure.vectors)
]
PHQ9 = MEASURES["phq9"]


def walking(measure):
    return begin(compiled(measure, closing=CLOSING), max_depth=1, memory=True, measure=True)


def value_of(measure, n, number):
    if n == OPENING:
        return bool(number)
    return number if measure.scale is not None else str(number)


def numbers_of(vector):
    answers = dict(enumerate(vector.answers, 1))
    return answers if vector.opening is None else {OPENING: int(vector.opening), **answers}


def asked_number(measure, prompt):
    ids = {item_id(measure, n): n for n in (OPENING, *(each.n for each in measure.items))}
    return ids.get(prompt.id)


def walked(measure, answers):
    """A walk to its end: what these say is answered, everything else is left out."""
    walk = walking(measure)
    while not isinstance(step := walk.step, Close):
        if not isinstance(step, Ask):
            walk = walk.resume()
            continue
        n = asked_number(measure, step.prompt)
        if n is None or answers.get(n) is None:
            walk = walk.skip()
        else:
            walk = walk.answer(answer_to(step.prompt, value_of(measure, n, answers[n])))
    return walk


def outcome(walk, measure):
    return score(measure, answers_of(measure, walk.words().answers))


@pytest.fixture(params=sorted(MEASURES))
def measure(request):
    return MEASURES[request.param]


@pytest.mark.parametrize(("measure", "vector"), VECTORS)
def test_every_published_example_comes_out_of_a_walk_as_it_is_stated(measure, vector):
    found = outcome(walked(measure, numbers_of(vector)), measure)
    assert (found.score.total, found.score.band) == (vector.total, vector.band)
    assert found.support is vector.support
    assert found.score.symptom_rule is vector.symptom_rule
    assert vector.parts is None or found.score.parts == vector.parts


@st.composite
def some_answers(draw):
    measure = MEASURES[draw(st.sampled_from(sorted(MEASURES)))]
    given = {each.n: draw(st.sampled_from((None, *measure.values))) for each in measure.items}
    if measure.measure.opening:
        given[OPENING] = draw(st.sampled_from((None, 0, 1)))
    return measure, given, draw(st.permutations(sorted(given)))


@given(some_answers())
def test_answers_said_in_any_order_score_as_they_do_by_themselves(case):
    """As by going back and forth; what a no to the opening question hides says nothing."""
    measure, given, order = case
    walk = walking(measure)
    prompts = {each.id: each for each in walk.set.flat()}
    for n in order:
        if given[n] is None:
            continue
        prompt = prompts[item_id(measure, n)]
        answer = answer_to(prompt, value_of(measure, n, given[n]))
        walk = replace(walk, at=prompt.id).hold(answer)
    answers = dict(given)
    if measure.measure.opening and given[OPENING] != 1:
        answers = dict.fromkeys(given) | {OPENING: given[OPENING]}
    assert outcome(walk, measure) == score(measure, answers)


def test_every_word_that_is_asked_is_the_published_one(measure):
    made = compiled(measure, closing=CLOSING)
    asked = [each.ask for each in made.flat() if each.id.rpartition("-")[2].isdecimal()]
    assert asked == [each.text for each in measure.items]
    for prompt in made.flat():
        n = asked_number(measure, prompt)
        if n and measure.scale is None:
            told = [(each.value, each.label, each.score) for each in prompt.options]
            assert told == [(str(each.value), each.label, each.value) for each in measure.options]
    assert made.set.closing == CLOSING


def test_the_notice_stands_at_the_beginning_just_as_it_was_given(measure):
    made = compiled(measure, closing=CLOSING)
    assert made.set.licence == measure.measure.copyright
    assert made.set.opening.endswith(measure.measure.copyright)
    assert made.set.opening.startswith(measure.measure.instructions)


def test_the_half_sentence_about_how_often_stands_above_every_item(measure):
    walk = walking(measure)
    for prompt in walk.set.flat():
        if asked_number(measure, prompt):
            step = replace(walk, at=prompt.id, answers=_opened(measure)).step
            assert isinstance(step, Ask)
            assert step.heading == measure.measure.stem


def _opened(measure):
    if not measure.measure.opening:
        return {}
    opening = next(iter(compiled(measure, closing=CLOSING).flat()))
    return {opening.id: answer_to(opening, value=True)}


def test_after_a_no_to_the_opening_question_nothing_more_is_asked():
    measure = MEASURES["pcptsd5"]
    walk = walking(measure)
    assert walk.step.prompt.ask == measure.measure.opening
    walk = walk.answer(answer_to(walk.step.prompt, value=False))
    assert walk.over
    assert outcome(walk, measure).score.total == 0


@pytest.mark.parametrize("missing", range(1, 10))
def test_one_item_left_out_makes_no_score(missing):
    found = outcome(walked(PHQ9, {n: 1 for n in range(1, 10) if n != missing}), PHQ9)
    assert (found.score, found.missing) == (None, (missing,))


def test_difficulty_is_asked_only_where_a_problem_was_marked_and_never_scored():
    quiet = walked(PHQ9, dict.fromkeys(range(1, 10), 0))
    assert "phq9-function" not in {each.id for each in quiet.order()}
    walk = walking(PHQ9)
    for n in range(1, 10):
        walk = walk.answer(answer_to(walk.step.prompt, "1" if n == 4 else "0"))
    step = walk.step
    assert step.prompt.ask == PHQ9.function_item.text
    assert all(each.score is None for each in step.prompt.options)
    for each in step.prompt.options:
        said = walk.answer(answer_to(step.prompt, each.value))
        assert outcome(said, PHQ9).score.total == 1


def at_item_nine(total):
    """A walk in front of item 9, with so much in the first item."""
    walk = walking(PHQ9)
    for n in range(1, 9):
        walk = walk.answer(answer_to(walk.step.prompt, str(total) if n == 1 else "0"))
    return walk


@pytest.mark.parametrize("value", ["1", "2", "3"])
@pytest.mark.parametrize("total", [0, 3])
def test_item_nine_shows_support_before_anything_else_whatever_the_total(value, total):
    """DESIGN.md 5: before the next item and before any score."""
    walk = at_item_nine(total)
    walk = walk.answer(answer_to(walk.step.prompt, value))
    assert walk.step == Support(origin=Origin.ITEM9, first="people")
    assert walk.resume().step.prompt.id == "phq9-function"


def test_item_nine_shows_support_again_after_each_such_answer_and_never_after_none():
    walk = at_item_nine(0)
    nine = walk.step.prompt
    walk = walk.answer(answer_to(nine, "0"))
    assert not isinstance(walk.step, Support)
    walk = walk.back()
    assert walk.step.prompt == nine
    for value in ("2", "1", "3"):
        walk = walk.answer(answer_to(nine, value))
        assert isinstance(walk.step, Support)
        walk = walk.resume().back()
    walk = walk.answer(answer_to(nine, "0"))
    assert not isinstance(walk.step, Support)


@pytest.mark.parametrize("leave", ["stop", "park"])
def test_item_nine_shows_support_when_the_person_leaves_while_it_is_chosen(leave):
    walk = at_item_nine(0)
    chosen = walk.hold(answer_to(walk.step.prompt, "1"))
    left = getattr(chosen, leave)()
    assert left.step == Support(origin=Origin.ITEM9, first="people")
    ending = Ending.STOPPED if leave == "stop" else Ending.PARKED
    assert left.resume().step == Close(ending=ending)
    quiet = getattr(walk.hold(answer_to(walk.step.prompt, "0")), leave)()
    assert isinstance(quiet.step, Close)


def test_the_published_example_with_a_wrong_sum_sums_to_10_and_raises_support():
    """HL7 states 13 for these answers."""
    walk = walked(PHQ9, dict(enumerate((0, 0, 0, 1, 2, 1, 3, 2, 1), 1)))
    found = outcome(walk, PHQ9)
    assert (found.score.total, found.support) == (10, True)


def test_a_scale_that_calls_for_something_keeps_its_rule():
    rule = DoesIf(at_least=8, does=Does.GROUND)
    suds = MEASURES["suds"]
    item = replace(suds.items[0], does_if=rule)
    (prompt,) = compiled(replace(suds, items=(item,)), closing=CLOSING).prompt
    assert (prompt.kind, prompt.does_if, prompt.scale) == (Kind.SCALE, rule, suds.scale)


@pytest.mark.parametrize("value", ["9", "many", "", 1.5, True, ("1",), "-1"])
def test_an_answer_that_no_item_takes_counts_as_none(value):
    odd = Answered(prompt="phq9-1", kind=Kind.CHOICE, ask="", value=value)
    expected = 1 if value is True else None
    assert answers_of(PHQ9, [odd])[1] == expected


def test_each_number_of_a_measure_is_there_whether_answered_or_not():
    assert set(answers_of(PHQ9, [])) == set(range(1, 10))
    assert set(answers_of(MEASURES["pcptsd5"], [])) == set(range(6))


def test_what_comes_near_a_memory_says_so_in_every_prompt(measure):
    made = compiled(measure, closing=CLOSING)
    asked = [each for each in made.flat() if each.kind is not Kind.GROUP]
    assert {each.memory for each in asked} == {measure.measure.memory}
