"""Rules for sets that come from outside (DESIGN.md 5)."""

import msgspec
import pytest

from integrate.domain.check import HARDEST, MOST_LETTERS, Rule, allowed, breaches
from integrate.domain.prompt import PromptSet, When
from integrate.library import Library

TABLES = Library.shipped().phase_tables()
HEAD = {
    "id": "small",
    "title": "Small",
    "version": "1.0",
    "language": "en",
    "author": "A therapist",
    "licence": "CC-BY-4.0",
    "minutes": 3,
    "closing": "Sleep well.",
}
GATE = {"id": "steady", "kind": "scale", "ask": "How steady?", "gate": "steady", "scale": {}}


def line(**more):
    return {"id": "line", "kind": "text", "ask": "One line?", **more}


def tap(**more):
    return {"id": "line", "kind": "yesno", "ask": "Is it so?", **more}


def broken(*prompts, head=None, when=None):
    """The rules that a small set breaks, each with the keys that lead there."""
    made = {"schema": 1, "set": {**HEAD, **(head or {})}, "prompt": prompts}
    if when:
        made["when"] = when
    found = breaches(msgspec.convert(made, PromptSet), TABLES)
    return [(each.rule, ".".join(map(str, each.path))) for each in found]


def timed(phase, table="dosing"):
    return {"phase": phase, "table": table}


def test_a_plain_set_breaks_nothing():
    assert broken(line()) == []


@pytest.mark.parametrize(
    ("phase", "most"),
    [("before", 2), ("doorstep", 1), ("arriving", 1), ("landing", 1), ("open", 3),
     ("settling", 2), ("weaving", 2), ("long-view", 2)],
)  # fmt: skip
@pytest.mark.parametrize("depth", [1, 2, 3])
def test_no_prompt_goes_deeper_than_its_phase(phase, most, depth):
    found = broken(GATE, tap(depth=depth), head={"max_depth": depth}, when=timed(phase))
    deeper = [(Rule.SET_DEPTH, "set.max_depth"), (Rule.DEPTH, "prompt.1.depth")]
    assert found == (deeper if depth > most else [])


def test_a_set_that_is_chosen_at_any_hour_keeps_off_hard_memories():
    found = broken(GATE, line(depth=3, memory=True), head={"max_depth": 3})
    assert [rule for rule, _ in found] == [Rule.SET_DEPTH, Rule.DEPTH, Rule.MEMORY]


@pytest.mark.parametrize("phase", ["doorstep", "arriving", "landing"])
def test_no_memory_is_asked_for_from_the_door_until_landing_has_ended(phase):
    assert broken(tap(memory=True), when=timed(phase)) == [(Rule.MEMORY, "prompt.0.memory")]


@pytest.mark.parametrize("phase", ["before", "open", "settling", "weaving", "long-view"])
def test_a_memory_may_be_asked_for_at_other_times(phase):
    assert broken(line(memory=True), when=timed(phase)) == []


@pytest.mark.parametrize(
    ("low", "high", "memory"),
    [
        (-168, -12, True),
        (-168, -11.5, False),
        (-1, 1, False),
        (24, 72, False),  # without a night's sleep landing lasts up to 36 hours
        (35.5, 72, False),
        (36, 72, True),
        (100, 10_000, True),
    ],
)
def test_hours_allow_what_every_phase_within_them_allows(low, high, memory):
    when = {"hours": {"from": low, "to": high}}
    assert broken(line(memory=True), when=when) == (
        [] if memory else [(Rule.MEMORY, "prompt.0.memory")]
    )


@pytest.mark.parametrize("phase", ["arriving", "landing"])
def test_while_arriving_and_landing_words_stand_behind_a_tap(phase):
    wish = {"shown_if": {"all": [{"prompt": "add", "is": "=", "value": True}]}}
    low = {"shown_if": {"all": [{"prompt": "steady", "is": ">=", "value": 0}]}}
    told = [(Rule.WORDS, "prompt.2.kind")]
    for words, found in ((line(), told), (line(**low), told), (line(**wish), [])):
        assert broken(GATE, tap(id="add"), words, when=timed(phase)) == found
    assert broken(GATE, tap(id="add"), line(), when=timed("open")) == []


def test_hours_that_only_begin_while_landing_lasts_ask_for_words():
    assert broken(line(), when={"hours": {"from": 24, "to": 72}}) == []
    assert broken(line(), when={"hours": {"from": 6, "to": 12}}) == [(Rule.WORDS, "prompt.0.kind")]


def test_what_tells_of_steadiness_in_every_set_is_a_gate():
    upset = {"id": "upset", "kind": "scale", "ask": "How upset?", "series": "steady", "scale": {}}
    assert broken(upset) == [(Rule.STEADY, "prompt.0.series")]
    assert broken({**upset, "gate": "steady"}) == []


def test_one_series_has_one_wording_and_one_span():
    heavy = {"kind": "scale", "ask": "How heavy?", "series": "weight", "scale": {"low": 0}}
    for other in ({"ask": "How light?"}, {"scale": {"low": 1, "high": 10}}):
        found = broken({"id": "a", **heavy}, {"id": "b", **heavy, **other})
        assert found == [(Rule.SERIES, "prompt.1.series")]
    assert broken({"id": "a", **heavy}, {"id": "b", **heavy}) == []


def test_hours_after_a_talk_go_by_the_table_of_talks():
    when = msgspec.convert({"table": "talk", "hours": {"from": 0, "to": 3}}, When)
    assert allowed(when, TABLES).memory
    assert allowed(when, TABLES).depth == 2


def test_what_lies_near_a_hard_memory_stands_below_a_gate():
    head, when = {"max_depth": 3}, timed("open")
    assert broken(GATE, line(depth=3), head=head, when=when) == []
    assert broken(line(depth=3), GATE, head=head, when=when) == [(Rule.GATE, "prompt.0.depth")]


@pytest.mark.parametrize("nested", [False, True])
def test_a_gate_that_may_be_hidden_is_none(nested):
    condition = {"shown_if": {"all": [{"prompt": "line", "is": "exists"}]}}
    gate = (
        {"id": "page", "kind": "group", "ask": "A page", **condition, "prompts": [GATE]}
        if nested
        else {**GATE, **condition}
    )
    near = line(id="near", depth=3)
    found = broken(line(), gate, near, head={"max_depth": 3}, when=timed("open"))
    assert found == [(Rule.GATE, "prompt.2.depth")]


@pytest.mark.parametrize("more", [{"shows": "note"}, {"memory": True}])
def test_nor_is_one_that_what_was_kept_or_the_moment_may_hide(more):
    near = line(id="near", depth=3)
    found = broken({**GATE, **more}, near, head={"max_depth": 3}, when=timed("open"))
    assert found == [(Rule.GATE, "prompt.1.depth")]


def test_a_gate_in_a_group_that_always_shows_counts():
    group = {"id": "page", "kind": "group", "ask": "A page", "prompts": [GATE, line(depth=3)]}
    assert broken(group, head={"max_depth": 3}, when=timed("open")) == []


def test_a_phase_stands_in_its_own_table():
    assert broken(line(), when=timed("open", "talk")) == [(Rule.PHASE, "when.phase")]
    assert broken(line(), when=timed("between", "talk")) == []


def test_hours_run_forward_and_days_are_counted_from_one():
    when = {"hours": {"from": 72, "to": 48}, "every_days": 0}
    rules = [rule for rule, _ in broken(line(), when=when)]
    assert rules == [Rule.HOURS, Rule.EVERY_DAYS]


@pytest.mark.parametrize(
    "text",
    ["What dose was it?", "Dosing day.", "Take 80 mg.", "Try 0.5mg.", "Take more.", "Microdose."],
)
def test_nothing_speaks_of_doses(text):
    assert (Rule.DOSE, "prompt.0.ask") in broken(line(ask=text))


@pytest.mark.parametrize("text", ["A diagnosis?", "Are you cured?", "It healed.", "Rewired?"])
def test_nothing_claims_what_nobody_knows(text):
    assert (Rule.CLAIM, "prompt.0.ask") in broken(line(ask=text))


@pytest.mark.parametrize("text", ["Did you doze?", "Do you feel secure?", "Is your health fine?"])
def test_words_that_only_look_like_these_pass(text):
    assert broken(line(ask=text)) == []


def test_doses_are_looked_for_wherever_words_stand():
    found = broken(
        {**GATE, "scale": {"low_label": "one dose", "high_label": "two doses"}},
        {
            "id": "how",
            "kind": "choice",
            "ask": "How?",
            "help": "By dose.",
            "options": [{"value": "a", "label": "A dose"}, {"value": "b", "label": "B"}],
            "translations": {"es": {"ask": "dose", "help": "dose", "options": {"a": "dose"}}},
        },
        head={"title": "Dose", "opening": "A dose.", "closing": "A dose."},
    )
    assert {rule for rule, _ in found} == {Rule.DOSE}
    assert [path for _, path in found] == [
        "set.title",
        "set.opening",
        "set.closing",
        "prompt.0.scale.low_label",
        "prompt.0.scale.high_label",
        "prompt.1.help",
        "prompt.1.options.0.label",
        "prompt.1.translations.es.ask",
        "prompt.1.translations.es.help",
        "prompt.1.translations.es.options.a",
    ]


@pytest.mark.parametrize("name", ["ask", "help"])
def test_a_prompt_is_short(name):
    most = MOST_LETTERS[name]
    fits = ("Be well. " * most)[: most - 1] + "."
    assert broken(line(**{name: fits})) == []
    assert broken(line(**{name: f"{fits}."})) == [(Rule.LONG, f"prompt.0.{name}")]


def test_an_answer_keeps_to_one_line():
    options = [{"value": "a", "label": "a" * 73}, {"value": "b", "label": "b" * 72}]
    found = broken({"id": "how", "kind": "choice", "ask": "How?", "options": options})
    assert found == [(Rule.LONG, "prompt.0.options.0.label")]


def test_words_are_read_at_grade_8_or_below():
    hard = "Which psychotherapeutic considerations necessitate reconsideration?"
    assert broken(line(ask=hard)) == [(Rule.GRADE, "prompt.0.ask")]
    assert broken(line(), head={"closing": hard}) == [(Rule.GRADE, "set.closing")]
    assert broken(line(ask=hard), head={"language": "de-AT"}) == []
    assert HARDEST == 8


def test_no_shipped_set_breaks_a_rule():
    library = Library.shipped()
    assert [each for made in library.sets().values() for each in breaches(made, TABLES)] == []
