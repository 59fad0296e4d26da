"""What stands: steadiness told elsewhere, and what has been answered since it was kept."""

from integrate.domain.answer import Answer
from integrate.domain.entry import Kept
from integrate.domain.walk import Ask, Close, Ground, begin

SCALE = {"low": 0, "high": 10}
GATE = {"id": "steady", "kind": "scale", "gate": "steady", "series": "steady", "scale": SCALE}
NEAR = {"id": "near", "depth": 2}


def asked(walk):
    return [each.id for each in walk.order()]


def test_steadiness_told_elsewhere_is_not_asked_again_and_limits_just_as_well(make_set):
    gated = make_set(GATE, {"id": "light"}, NEAR)
    high = begin(gated, max_depth=3, memory=True, steady=Answer(value=8))
    assert asked(high) == ["light", "near"]
    middle = begin(gated, max_depth=3, memory=True, steady=Answer(value=5))
    assert asked(middle) == ["light"]


def test_low_steadiness_is_asked_again(make_set):
    gated = make_set(GATE, {"id": "light"})
    assert asked(begin(gated, max_depth=3, memory=True, steady=Answer(value=3)))[0] == "steady"


def test_only_the_first_gate_of_a_set_is_spared(make_set):
    again = {**GATE, "id": "again"}
    gated = make_set(GATE, {"id": "light"}, again)
    walk = begin(gated, max_depth=3, memory=True, steady=Answer(value=8))
    assert asked(walk) == ["light", "again"]


def test_a_fall_since_the_other_set_offers_grounding(make_set):
    gated = make_set(GATE, {"id": "light"}, {**GATE, "id": "again"})
    walk = begin(gated, max_depth=3, memory=True, steady=Answer(value=8))
    walk = walk.skip().answer(Answer(value=6))
    assert walk.step == Ground(reason="unsteady")


def test_a_gate_on_another_scale_is_asked(make_set):
    other = {**GATE, "scale": {"low": 0, "high": 4}}
    walk = begin(make_set(other, {"id": "x"}), max_depth=3, memory=True, steady=Answer(value=4))
    assert asked(walk) == ["steady", "x"]


def test_a_condition_on_the_gate_sees_what_was_told_elsewhere(make_set):
    rule = {"all": [{"prompt": "steady", "is": ">=", "value": 7}]}
    gated = make_set(GATE, {"id": "only-high", "shown_if": rule})
    assert asked(begin(gated, max_depth=3, memory=True, steady=Answer(value=8))) == ["only-high"]


def test_after_a_while_the_gate_is_asked_again_and_then_the_walk_goes_on_where_it_was(make_set):
    gated = make_set(GATE, {"id": "a"}, {"id": "b"}, NEAR)
    walk = begin(gated, max_depth=3, memory=True).answer(Answer(value=9)).skip().skip()
    assert walk.step.prompt.id == "near"
    again = walk.ask_steadiness_again()
    assert isinstance(again.step, Ask)
    assert (again.step.prompt.id, again.step.answer) == ("steady", None)
    assert again.answer(Answer(value=9)).step.prompt.id == "near"
    assert again.answer(Answer(value=5)).step == Close(ending="finished")


def test_where_no_gate_was_passed_nothing_is_asked_again(make_set):
    walk = begin(make_set({"id": "a"}, GATE), max_depth=3, memory=True)
    assert walk.ask_steadiness_again() == walk


def test_what_was_answered_since_it_was_kept_is_not_shown_again(make_set):
    kept = {"parked": Kept(name="parked", said="the flat", when=None)}
    shows = {"id": "parked", "shows": "parked", "keep_as": "parked-now", "once": True}
    held = make_set(shows, {"id": "b"})
    assert asked(begin(held, max_depth=3, memory=True, kept=kept)) == ["parked", "b"]
    gone = begin(held, max_depth=3, memory=True, kept=kept, let_go={"parked"})
    assert asked(gone) == ["b"]


def test_the_most_that_may_be_asked_counts_every_branch_but_nothing_the_moment_leaves_out(make_set):
    rule = {"all": [{"prompt": "a", "is": "exists", "value": True}]}
    held = make_set({"id": "a"}, {"id": "b", "shown_if": rule}, {"id": "c", "depth": 3})
    assert asked(begin(held, max_depth=2, memory=True)) == ["a"]
    assert begin(held, max_depth=2, memory=True).most() == 2
