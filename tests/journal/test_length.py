import pytest
from msgspec.structs import replace

from integrate.domain.prompt import Condition, Kind, Prompt, PromptSet, SetHead, ShownIf
from integrate.domain.walk import begin
from integrate.journal.length import length_said
from integrate.words import say

YES = Prompt(id="yes", kind=Kind.YESNO, ask="Really?")
MORE = Prompt(
    id="more",
    kind=Kind.TEXT,
    ask="How so?",
    shown_if=ShownIf(all_=(Condition(prompt="yes", value=True),)),
)


def a_walk(*prompts: Prompt, minutes: int = 3, **facts):
    head = SetHead(
        id="own",
        title="Own",
        version="1",
        language="en",
        author="Integrate",
        licence="CC0",
        minutes=minutes,
        closing="It ends.",
    )
    return begin(PromptSet(schema=1, set=head, prompt=prompts), max_depth=3, memory=True, **facts)


def test_it_counts_what_any_answer_may_open():
    (said,) = length_said(a_walk(YES, MORE))
    assert said.startswith("At most 2 questions, about 3 minutes.")


def test_one_question_and_one_minute_are_said_as_one():
    (said,) = length_said(a_walk(YES, minutes=1))
    assert said.startswith("One question, about a minute.")


def test_only_one_is_one_and_not_called_shorter():
    walk = a_walk(YES, replace(MORE, repeat="first"), turn=1, only=True)
    assert len(length_said(walk)) == 1


@pytest.mark.parametrize(("turn", "shorter"), [(0, False), (1, True), (4, True)])
def test_shorter_is_said_only_where_something_rests_this_time(turn, shorter):
    walk = a_walk(YES, replace(MORE, shown_if=None, repeat="first"), turn=turn)
    assert (say("guided.shorter") in length_said(walk)) is shorter
    assert say("guided.shorter") not in length_said(a_walk(YES, MORE, turn=turn))


def test_what_the_moment_leaves_out_anyway_makes_nothing_shorter():
    deep = replace(MORE, shown_if=None, depth=3, repeat="first")
    walk = replace(a_walk(YES, deep, turn=1), max_depth=1)
    assert say("guided.shorter") not in length_said(walk)
