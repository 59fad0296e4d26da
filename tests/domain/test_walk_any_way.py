"""Any order of answers, back and skip ends in the same entry as the straight way."""

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from integrate.domain.answer import Answer, answer_to
from integrate.domain.prompt import Kind
from integrate.domain.walk import Ask, Close, ConfirmDepth, Ground, Walk, begin
from integrate.library import Library

WORDS = st.sampled_from(["", " ", "the kettle", "called Ana", "no"])


@st.composite
def conditions(draw, earlier):
    prompt = draw(st.sampled_from(earlier))
    operator = draw(st.sampled_from(["=", "!=", "<", "<=", ">", ">=", "exists"]))
    if operator == "exists":
        value = draw(st.booleans())
    else:
        value = draw(st.sampled_from([True, False, 0, 2, 5, 8, 2.5, "a", "b", "the kettle"]))
    return {"prompt": prompt, "is": operator, "value": value}


@st.composite
def prompts(draw, index, earlier, *, nested=False):
    kinds = ["text", "scale", "gate", "choice", "multi", "number", "yesno", "display"]
    kind = draw(st.sampled_from(kinds if nested else [*kinds, "group"]))
    made = {"id": f"p{index}", "kind": kind, "depth": draw(st.sampled_from([1, 1, 2, 3]))}
    if kind == "gate":
        made |= {"kind": "scale", "gate": "steady", "depth": 1}
        made |= draw(st.sampled_from([{}, {"series": "steady"}]))
    else:
        made["repeat"] = draw(st.sampled_from(["always", "always", "first", "rotate"]))
    if kind in {"choice", "multi"}:
        made["options"] = [
            {"value": "a", "label": "A", **draw(st.sampled_from([{}, {"does": "ground"}]))},
            {"value": "b", "label": "B"},
        ]
        made["other"] = draw(st.booleans())
    if earlier and draw(st.booleans()):
        rules = st.lists(conditions(earlier), min_size=1, max_size=2)
        made["shown_if"] = {draw(st.sampled_from(["all", "any"])): draw(rules)}
    if not nested and draw(st.booleans()):
        count = draw(st.integers(1, 2))
        inner = [f"p{index}-{number}" for number in range(count)]
        made["prompts"] = [
            draw(prompts(f"{index}-{number}", [*earlier, made["id"], *inner[:number]], nested=True))
            for number in range(count)
        ]
    return made


@st.composite
def lists_of_prompts(draw):
    made = []
    for index in range(draw(st.integers(1, 6))):
        earlier = [each["id"] for one in made for each in (one, *one.get("prompts", []))]
        made.append(draw(prompts(str(index), earlier)))
    return made


def any_answer(prompt, draw):
    """A valid answer; at times an empty one."""
    other = draw(WORDS) if prompt.other else ""
    match prompt.kind:
        case Kind.TEXT:
            return answer_to(prompt, draw(WORDS))
        case Kind.SCALE:
            return answer_to(prompt, draw(st.sampled_from(prompt.steps)))
        case Kind.NUMBER:
            low, high = (prompt.number.min, prompt.number.max) if prompt.number else (None, None)
            return answer_to(prompt, draw(st.sampled_from([low or 0, high or 8])))
        case Kind.YESNO:
            return answer_to(prompt, draw(st.booleans()))
        case Kind.CHOICE:
            value = draw(st.sampled_from([each.value for each in prompt.options]))
            return answer_to(prompt, value, other)
        case _:
            value = draw(st.sampled_from([each.value for each in prompt.options]))
            return answer_to(prompt, draw(st.sampled_from([[], [value]])))


class Wanderer:
    """Goes through a walk in any order, and remembers the last thing done at each prompt."""

    def __init__(self, walk, draw):
        self.walk = walk
        self.draw = draw
        self.last = {}

    def wander(self):
        doing = self.draw(
            st.sampled_from(
                [
                    *("on", "on", "on", "skip", "hold", "clear", "back"),
                    *("ground", "support", "home", "enough", "later"),
                ]
            )
        )
        match doing:
            case "enough":
                self.walk = self.walk.enough()
            case "later":
                self.later()
            case "back":
                self.walk = self.walk.back()
            case "ground":
                self.walk = self.walk.ground()
            case "support":
                self.walk = self.walk.support()
            case "home":  # the draft is sealed, and taken up again later
                self.walk = msgspec.json.decode(msgspec.json.encode(self.walk), type=Walk)
            case "hold" | "clear" if isinstance(self.walk.step, Ask):
                self.change(doing)
            case _:
                self.go_on(skip=doing == "skip")
        self.check()

    def later(self):
        """Two hours on: a gate that was passed is asked again, and only that."""
        before = self.walk
        self.walk = before.ask_steadiness_again()
        for gone in before.answers.keys() - self.walk.answers.keys():
            self.last[gone] = None

    def change(self, doing):
        prompt = self.walk.step.prompt
        if prompt.kind is Kind.DISPLAY:
            return
        if doing == "clear":
            self.walk = self.walk.clear()
            self.last[prompt.id] = None
        else:
            answer = any_answer(prompt, self.draw)
            self.walk = self.walk.hold(answer)
            self.last[prompt.id] = answer

    def go_on(self, *, skip):
        step = self.walk.step
        match step:
            case Ask(prompt=prompt) if prompt.kind is Kind.DISPLAY:
                self.walk = self.walk.read()
            case Ask(prompt=prompt):
                answer = None if skip else any_answer(prompt, self.draw)
                self.last[prompt.id] = answer
                self.walk = self.walk.answer(answer) if answer else self.walk.skip()
            case ConfirmDepth():
                self.walk = self.walk.confirm(yes=self.draw(st.booleans()))
            case Close():
                pass
            case _:
                wish = self.draw(st.booleans())
                self.walk = self.walk.go_on() if wish else self.walk.resume()

    def check(self):
        step = self.walk.step
        if isinstance(step, Ask):
            assert 1 <= step.number <= step.count

    def finish(self):
        """Straight on from wherever this is, keeping what was said where something was."""
        while not self.walk.over:
            step = self.walk.step
            if isinstance(step, Ask) and step.prompt.id in self.last:
                answer = self.last[step.prompt.id]
                self.walk = self.walk.answer(answer) if answer else self.walk.skip()
            else:
                self.go_on(skip=True)
            self.check()


def straight(walk, last, ended):
    """The same answers, given once and in order."""
    while not walk.over:
        match walk.step:
            case Ask(prompt=prompt) if prompt.kind is Kind.DISPLAY:
                walk = walk.read()
            case Ask(prompt=prompt):
                answer = last.get(prompt.id)
                walk = walk.answer(answer) if answer else walk.skip()
            case ConfirmDepth():
                walk = walk.confirm(yes=ended.deep is True)
            case Ground(reason="unsteady"):
                here = [each.id for each in walk.order() if each.gate and each.id in walk.answers]
                onward = here[-1] in ended.onward
                walk = walk.go_on() if onward else walk.resume()
            case _:
                walk = walk.resume()
    return walk


@settings(max_examples=300, deadline=None)
@given(lists_of_prompts(), st.integers(1, 3), st.integers(0, 3), st.data())
def test_any_way_through_any_set_ends_in_the_same_entry_as_the_straight_way(
    make_set, some, depth, turn, data
):
    steady = data.draw(st.none() | st.integers(0, 10).map(lambda value: Answer(value=value)))
    given = {"max_depth": depth, "memory": True, "turn": turn}
    begun = begin(make_set(*some), **given, steady=steady)
    wanderer = Wanderer(begun, data.draw)
    for _ in range(data.draw(st.integers(0, 25))):
        wanderer.wander()
    wanderer.finish()
    again = begin(begun.set, **given, steady=wanderer.walk.steady)
    expected = straight(again, wanderer.last, wanderer.walk).words()
    assert wanderer.walk.words().answers == expected.answers


@pytest.mark.parametrize("set_id", sorted(Library.shipped().sets()))
@settings(max_examples=25, deadline=None)
@given(data=st.data())
def test_any_way_through_a_shipped_set_ends_and_loses_no_words(set_id, data):
    begun = begin(Library.shipped().set(set_id), max_depth=3, memory=True)
    wanderer = Wanderer(begun, data.draw)
    for _ in range(data.draw(st.integers(0, 15))):
        wanderer.wander()
    said = {
        key: answer.words(prompt)
        for key, answer in wanderer.walk.answers.items()
        for prompt in begun.set.flat()
        if prompt.id == key and answer.words(prompt)
    }
    words = wanderer.walk.stop().words()
    found = {each.prompt for each in (*words.answers, *words.aside)}
    assert said.keys() <= found
