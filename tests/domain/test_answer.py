import math

import msgspec
import pytest

from integrate.domain.answer import Answer, AnswerRefused, answer_to
from integrate.domain.prompt import Kind, Prompt
from integrate.words import EN, say

OPTIONS = [
    {"value": "a", "label": "A ride home"},
    {"value": "b", "label": "Tea"},
    {"value": "none", "label": "None of these", "exclusive": True},
]


def prompt(kind, **more):
    return msgspec.convert({"id": "one", "kind": kind, "ask": "One?", **more}, Prompt)


def refusal(asked, value, other=""):
    with pytest.raises(AnswerRefused) as refused:
        answer_to(asked, value, other)
    return refused.value


TAKEN = [
    (prompt("text"), "words\nover lines", "words\nover lines"),
    (prompt("text"), "", ""),
    (prompt("text"), "🙂 é", "🙂 é"),
    (prompt("scale"), 0, 0),
    (prompt("scale"), 10, 10),
    (prompt("scale", scale={"low": -2, "high": 2}), -2, -2),
    (prompt("scale", scale={"low": 0, "high": 100, "step": 10}), 70, 70),
    (prompt("number"), 3, 3),
    (prompt("number", number={"min": 0, "max": 24, "step": 0.5}), 7.5, 7.5),
    (prompt("number", number={"step": 0.1}), 0.3, 0.3),
    (prompt("yesno"), True, True),
    (prompt("yesno"), False, False),
    (prompt("choice", options=OPTIONS), "b", "b"),
    (prompt("multi", options=OPTIONS), [], ()),
    (prompt("multi", options=OPTIONS), ["b", "a", "b"], ("a", "b")),
    (prompt("multi", options=OPTIONS), ["none"], ("none",)),
    (prompt("feeling", options=OPTIONS), ("a",), ("a",)),
    (prompt("body", options=OPTIONS[:1], words=OPTIONS[1:2]), ["b", "a"], ("a", "b")),
    (prompt("date"), "2026-11-20", "2026-11-20"),
    (prompt("time"), "14:30", "14:30"),
    (prompt("time"), "14:30:59+02:00", "14:30"),
]


@pytest.mark.parametrize(("asked", "value", "kept"), TAKEN)
def test_an_answer_that_fits_is_taken(asked, value, kept):
    answer = answer_to(asked, value)
    assert answer.value == kept
    assert type(answer.value) is type(kept)


REFUSED = [
    (prompt("text"), 3, "words"),
    (prompt("text"), "\udce9", "words"),
    (prompt("text", text={"max_length": 3}), "four", "too-long"),
    (prompt("scale"), 11, "scale"),
    (prompt("scale"), -1, "scale"),
    (prompt("scale"), True, "scale"),
    (prompt("scale"), 3.0, "scale"),
    (prompt("scale"), "3", "scale"),
    (prompt("scale", scale={"low": 0, "high": 100, "step": 10}), 75, "scale-step"),
    (prompt("number"), "3", "number"),
    (prompt("number"), True, "number"),
    (prompt("number"), math.nan, "number"),
    (prompt("number"), math.inf, "number"),
    (prompt("number"), 10**400, "number"),
    (prompt("number", number={"min": 0, "max": 24}), 25, "number-range"),
    (prompt("number", number={"min": 0, "max": 24}), -1, "number-range"),
    (prompt("number", number={"min": 0}), -1, "number-least"),
    (prompt("number", number={"max": 24}), 25, "number-most"),
    (prompt("number", number={"min": 0, "step": 0.5}), 7.3, "number-step"),
    (prompt("yesno"), 1, "yesno"),
    (prompt("yesno"), "yes", "yesno"),
    (prompt("choice", options=OPTIONS), "c", "choice"),
    (prompt("choice", options=OPTIONS), "", "choice"),
    (prompt("choice", options=OPTIONS), 1, "choice"),
    (prompt("multi", options=OPTIONS), "a", "choice"),
    (prompt("multi", options=OPTIONS), ["a", "c"], "choice"),
    (prompt("multi", options=OPTIONS), b"ab", "choice"),
    (prompt("multi", options=OPTIONS), 1, "choice"),
    (prompt("multi", options=OPTIONS), ["a", "none"], "exclusive"),
    (prompt("feeling", options=OPTIONS), ["a", "none"], "exclusive"),
    (prompt("body", options=OPTIONS[:1]), ["b"], "choice"),
    (prompt("date"), "2026-02-30", "date"),
    (prompt("date"), "yesterday", "date"),
    (prompt("date"), 20, "date"),
    (prompt("time"), "25:00", "time"),
    (prompt("time"), None, "time"),
    (prompt("display"), "x", "nothing-to-answer"),
    (prompt("group"), "x", "nothing-to-answer"),
]


@pytest.mark.parametrize(("asked", "value", "reason"), REFUSED)
def test_an_answer_that_does_not_fit_is_refused_with_a_sentence(asked, value, reason):
    refused = refusal(asked, value)
    assert refused.reason == reason
    assert say(f"answer.{reason}", **refused.parts).endswith(".")


def test_every_reason_to_refuse_has_been_seen_here():
    told = {key.removeprefix("answer.") for key in EN if key.startswith("answer.")}
    said = {"yes", "no", "of"}  # how answers read, not why one is refused
    assert told - said == {reason for *_, reason in REFUSED} | {"no-other"}


def test_own_words_stand_beside_options_only_where_they_are_offered():
    offered = prompt("choice", options=OPTIONS, other=True)
    assert answer_to(offered, "", "  a bath ") == Answer(value="", other="a bath")
    assert answer_to(offered, "a", "a bath") == Answer(value="a", other="a bath")
    assert refusal(prompt("choice", options=OPTIONS), "a", "a bath").reason == "no-other"
    assert refusal(offered, "", "  ").reason == "choice"
    assert refusal(offered, "", "x" * 2_001).reason == "too-long"
    assert refusal(offered, "", "\ud800").reason == "words"


def test_what_stands_alone_stands_without_own_words_too():
    offered = prompt("multi", options=OPTIONS, other=True)
    refused = refusal(offered, ["none"], "a bath")
    assert (refused.reason, refused.parts) == ("exclusive", {"label": "None of these"})


def test_only_what_the_person_wrote_counts_as_their_words():
    assert Answer(value="a").words(prompt("choice", options=OPTIONS)) == ""
    assert Answer(value="a", other="x").words(prompt("choice", options=OPTIONS)) == "x"
    assert Answer(value=" x ").words(prompt("text")) == "x"
    assert Answer(value="14:30").words(prompt("time")) == ""


def test_every_kind_is_taken_or_has_nothing_to_answer():
    seen = {asked.kind for asked, *_ in TAKEN}
    assert seen | {Kind.DISPLAY, Kind.GROUP} == set(Kind)
