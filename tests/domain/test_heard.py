"""What was marked and calls for help is never left without it, whichever way the person leaves."""

import pytest

from integrate.domain.answer import Answer
from integrate.domain.walk import Ask, Close, Ending, Ground, Origin, Support, begin

NO, YES = Answer(value="0"), Answer(value="1")
HELP = {
    "id": "help",
    "kind": "choice",
    "options": [
        {"value": "0", "label": "No"},
        {"value": "1", "label": "Yes", "does": "support"},
    ],
}


@pytest.fixture
def at_help(make_set):
    """At the question that may call for help, between two others."""
    asked = make_set({"id": "before"}, HELP, {"id": "after"})
    return begin(asked, max_depth=3, memory=True, measure=True).answer(Answer(value="the kettle"))


def asked(walk):
    assert isinstance(walk.step, Ask)
    return walk.step.prompt.id


@pytest.mark.parametrize(("leave", "onto"), [("back", "before"), ("skip", "after")])
def test_leaving_what_was_marked_shows_help_before_any_other_question(at_help, leave, onto):
    left = getattr(at_help.hold(YES), leave)()
    assert left.step == Support(origin=Origin.ITEM9)
    assert asked(left.resume()) == onto


def test_going_back_from_what_was_marked_and_stopping_there_has_shown_help(at_help):
    stopped = at_help.hold(YES).back().resume().stop()
    assert stopped.step == Close(ending=Ending.STOPPED)
    assert [each.value for each in stopped.words().answers] == ["the kettle", "1"]


def test_help_is_shown_once_for_one_way_out(at_help):
    marked = at_help.hold(YES)
    there = marked.back().resume().answer(Answer(value="rain"))
    assert asked(there) == "help"
    assert there.answer(YES).step == Support(origin=Origin.ITEM9)
    assert asked(there.answer(YES).resume()) == "after"


def test_what_was_changed_on_the_way_back_calls_again(at_help):
    again = at_help.answer(NO).back().hold(YES).back()
    assert again.step == Support(origin=Origin.ITEM9)


@pytest.mark.parametrize("take_back", [lambda walk: walk.hold(NO), lambda walk: walk.clear()])
def test_what_was_taken_back_calls_for_nothing(at_help, take_back):
    assert asked(take_back(at_help.hold(YES)).back()) == "before"


@pytest.mark.parametrize("leave", ["stop", "park"])
def test_leaving_from_grounding_shows_help_for_what_was_marked(at_help, leave):
    aside = at_help.hold(YES).ground()
    assert aside.step == Ground(reason="key")
    left = getattr(aside, leave)()
    assert left.step == Support(origin=Origin.ITEM9)
    assert isinstance(left.resume().step, Close)


def test_leaving_while_help_is_shown_does_not_show_it_twice(at_help):
    assert isinstance(at_help.answer(YES).stop().step, Close)
    assert isinstance(at_help.hold(YES).back().stop().step, Close)
