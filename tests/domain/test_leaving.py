"""Ways out of a walk: the set's time is over, and a call for help is never left unheard."""

import pytest
from msgspec.structs import replace

from integrate.domain.answer import Answer
from integrate.domain.walk import Close, ConfirmDepth, Enough, Origin, Support, begin


def test_enough_is_offered_once_and_going_on_comes_back_to_the_prompt(make_set):
    walk = begin(make_set({"id": "a"}, {"id": "b"}), max_depth=3, memory=True)
    offered = walk.enough()
    assert offered.step == Enough(minutes=1)
    assert offered.resume().step == walk.step
    assert offered.resume().enough().step == walk.step


def test_enough_is_offered_before_the_yes_to_something_hard_as_well(make_set):
    walk = begin(make_set({"id": "near", "depth": 3}), max_depth=3, memory=True)
    assert walk.step == ConfirmDepth()
    assert walk.enough().step == Enough(minutes=1)


def test_stopping_from_there_keeps_what_was_said(make_set):
    walk = begin(make_set({"id": "a"}, {"id": "b"}), max_depth=3, memory=True)
    walk = walk.answer(Answer(value="the kettle")).enough().stop()
    assert walk.step == Close(ending="stopped")
    assert [each.value for each in walk.words().answers] == ["the kettle"]


HELP = {
    "id": "help",
    "kind": "choice",
    "options": [
        {"value": "0", "label": "No"},
        {"value": "1", "label": "Yes", "does": "support"},
    ],
}


@pytest.mark.parametrize("leave", ["stop", "park"])
def test_leaving_with_a_call_for_help_in_front_shows_help_first(make_set, leave):
    walk = begin(make_set(HELP, {"id": "b"}), max_depth=3, memory=True, measure=True)
    left = getattr(walk.hold(Answer(value="1")), leave)()
    assert left.step == Support(origin=Origin.ITEM9)
    assert isinstance(left.resume().step, Close)
    assert isinstance(getattr(walk.hold(Answer(value="0")), leave)().step, Close)


def test_a_measures_call_for_help_has_its_own_origin_also_while_arriving(make_set):
    walk = begin(make_set(HELP), max_depth=1, memory=False, arriving=True, measure=True)
    assert walk.answer(Answer(value="1")).step == Support(origin=Origin.ITEM9)


def test_the_minutes_are_those_of_what_this_moment_lets_be_asked(make_set):
    made = make_set({"id": "a", "kind": "yesno"}, {"id": "b"}, {"id": "c"}, when={"phase": "open"})
    asked = replace(made, set=replace(made.set, minutes=9))
    facts = {"max_depth": 3, "memory": True}
    assert begin(asked, **facts).minutes() == 9
    assert begin(asked, **facts, tender=True).minutes() == 3
