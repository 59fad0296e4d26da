"""Why a walk left a prompt out."""

from datetime import UTC, datetime

import pytest

from integrate.domain.answer import Answer
from integrate.domain.entry import Kept
from integrate.domain.prompt import Condition, Kind, Option, Prompt, PromptSet, SetHead, ShownIf
from integrate.domain.unseen import Reason, unseen
from integrate.domain.walk import Ask, ConfirmDepth, begin

STEADY = Prompt(id="steady", kind=Kind.SCALE, ask="How steady?", gate="steady")
MOOD = Prompt(
    id="mood",
    kind=Kind.CHOICE,
    ask="How was it?",
    options=(Option(value="good", label="Good"), Option(value="bad", label="Bad")),
)
WORSE = Prompt(
    id="worse",
    kind=Kind.TEXT,
    ask="What was bad?",
    shown_if=ShownIf(all_=(Condition(prompt="mood", value="bad"),)),
)
LOOK = Prompt(id="look", kind=Kind.TEXT, ask="What do you see?", depth=2)
MEMORY = Prompt(id="memory", kind=Kind.TEXT, ask="What came back?", depth=2, memory=True)
NEAR = Prompt(id="near", kind=Kind.TEXT, ask="What lies near?", depth=3)
STEP = Prompt(id="step", kind=Kind.YESNO, ask="Did you do it?", shows="small-step")
LAST = Prompt(id="last", kind=Kind.YESNO, ask="Is that all?")


def a_set(*prompts: Prompt) -> PromptSet:
    head = SetHead(
        id="own",
        title="Own",
        version="1",
        language="en",
        author="Me",
        licence="CC0",
        minutes=3,
        closing="It ends.",
        max_depth=3,
    )
    return PromptSet(schema=1, set=head, prompt=prompts)


def told(prompts: tuple[Prompt, ...], answers: dict[str, Answer], **facts) -> dict[str, list[str]]:
    """The reasons by prompt, after a walk with these answers; what has none is skipped."""
    walk = begin(a_set(*prompts), **{"max_depth": 3, "memory": True, **facts})
    seen = set()
    while not walk.over:
        step = walk.step
        if isinstance(step, Ask):
            seen.add(step.prompt.id)
            given = answers.get(step.prompt.id)
            walk = walk.answer(given) if given else walk.skip()
        elif isinstance(step, ConfirmDepth):
            walk = walk.confirm(yes="near" in answers)
        else:
            walk = walk.resume()
    return {each.prompt.id: [*each.reasons] for each in unseen(walk, seen)}


def says(value) -> Answer:
    return Answer(value=value)


@pytest.mark.parametrize(
    ("prompts", "answers", "facts", "expected"),
    [
        ((MOOD, WORSE), {"mood": says("good")}, {}, {"worse": [Reason.CONDITION]}),
        ((MOOD, WORSE), {"mood": says("bad")}, {}, {}),
        ((LOOK, LAST), {}, {"max_depth": 1}, {"look": [Reason.DEEP]}),
        ((LOOK, MEMORY), {}, {"memory": False}, {"memory": [Reason.MEMORY]}),
        ((NEAR, LAST), {}, {}, {"near": [Reason.YES]}),
        ((NEAR, LAST), {"near": says("a door")}, {}, {}),
        ((STEP, LAST), {}, {}, {"step": [Reason.NOTHING]}),
        ((STEADY, LOOK, LAST), {"steady": says(5)}, {}, {"look": [Reason.UNSTEADY]}),
        ((STEADY, LOOK, LAST), {}, {}, {"look": [Reason.UNSTEADY]}),
        ((STEADY, LOOK), {"steady": says(9)}, {}, {}),
        ((LOOK, LAST), {}, {"tender": True}, {"look": [Reason.WORDS]}),
    ],
)
def test_a_reason_is_told_for_each_prompt_that_was_left_out(prompts, answers, facts, expected):
    assert told(prompts, answers, **facts) == expected


def test_every_reason_that_holds_is_told():
    left_out = told((STEADY, MEMORY), {"steady": says(5)}, max_depth=1, memory=False)

    assert left_out == {"memory": [Reason.DEEP, Reason.UNSTEADY, Reason.MEMORY]}


def test_what_stands_under_a_prompt_that_is_left_out_shares_its_reason():
    outer = Prompt(id="outer", kind=Kind.YESNO, ask="Look?", depth=2, prompts=(LAST,))

    assert told((MOOD, outer), {}, max_depth=1) == {
        "outer": [Reason.DEEP],
        "last": [Reason.DEEP],
    }


def test_a_branch_of_a_hidden_question_waits_for_its_condition():
    asks = Condition(prompt="look", is_="exists")
    then = Prompt(id="then", kind=Kind.YESNO, ask="And then?", shown_if=ShownIf(all_=(asks,)))

    assert told((LOOK, then, LAST), {}, max_depth=1)["then"] == [Reason.CONDITION]


def test_headings_are_no_prompts():
    group = Prompt(id="group", kind=Kind.GROUP, ask="Here:", depth=2, prompts=(LAST,))

    assert set(told((MOOD, group), {}, max_depth=1)) == {"last"}


def test_what_comes_after_a_stop_was_ended_before():
    walk = begin(a_set(MOOD, LOOK, LAST), max_depth=3, memory=True).stop()

    reasons = {each.prompt.id: each.reasons for each in unseen(walk, {"mood"})}

    assert reasons == {"look": (Reason.EARLIER,), "last": (Reason.EARLIER,)}


def test_stopping_at_go_near_was_no_yes():
    walk = begin(a_set(NEAR, LAST), max_depth=3, memory=True).stop()

    reasons = {each.prompt.id: each.reasons for each in unseen(walk, set())}

    assert reasons == {"near": (Reason.YES,), "last": (Reason.EARLIER,)}


def test_what_is_shown_stands_where_something_was_kept():
    kept = Kept(name="small-step", said="a walk", when=datetime(2026, 3, 1, tzinfo=UTC))

    assert told((STEP,), {}, kept={"small-step": kept}) == {}
