"""Over a course: what is asked the first time, each time, and in turn."""

import pytest

from integrate.domain.course import left_out
from integrate.domain.walk import begin

SCALE = {"low": 0, "high": 10}
GATE = {"id": "steady", "kind": "scale", "gate": "steady", "series": "steady", "scale": SCALE}


def asked(walk):
    return [each.id for each in walk.order()]


@pytest.fixture
def course(make_set):
    """A set with one prompt for every time, one for the first, and three that take turns."""
    return make_set(
        {"id": "each"},
        {"id": "first", "repeat": "first", "prompts": [{"id": "under"}]},
        *({"id": name, "repeat": "rotate"} for name in ("one", "two", "three")),
    )


def test_the_first_time_everything_is_asked(course):
    assert left_out(course, 0) == frozenset()


@pytest.mark.parametrize(("turn", "now"), [(1, "one"), (2, "two"), (3, "three"), (4, "one")])
def test_later_one_takes_its_turn_and_what_is_for_the_first_time_rests(course, turn, now):
    walk = begin(course, max_depth=3, memory=True, turn=turn)
    assert asked(walk) == ["each", now]


def test_a_gate_never_rests(make_set):
    gated = make_set({**GATE, "repeat": "first"}, {"id": "after"})
    assert asked(begin(gated, max_depth=3, memory=True, turn=2)) == ["steady", "after"]
