from datetime import UTC, datetime

import msgspec
import pytest

from integrate.domain.answer import Answer, answer_to
from integrate.domain.entry import Kept
from integrate.domain.prompt import Kind
from integrate.domain.step import Detour
from integrate.domain.walk import (
    Ask,
    Close,
    ConfirmDepth,
    Ending,
    Ground,
    Origin,
    Recall,
    Support,
    Walk,
    begin,
)

GATE = {"id": "steady", "kind": "scale", "gate": "steady"}
AGAIN = {"id": "again", "kind": "scale", "gate": "steady"}


def say(walk, value, other=""):
    return walk.answer(answer_to(walk.prompt, value, other))


def asked(walk):
    return [each.id for each in walk.order()]


def said(walk):
    return {each.prompt: each.value for each in walk.words().answers}


def kept(name):
    return Kept(name=name, said="a small thing", when=datetime(2026, 3, 1, tzinfo=UTC))


@pytest.fixture
def walk_of(make_set):
    def begun(*prompts, max_depth=3, **more):
        more = {"memory": True, **more}
        return begin(make_set(*prompts), max_depth=max_depth, **more)

    return begun


# --- the straight way


def test_the_straight_way_asks_each_prompt_and_closes(walk_of):
    walk = walk_of({"id": "one"}, {"id": "two", "kind": "yesno"})
    assert walk.step.prompt.id == "one"
    assert (walk.step.number, walk.step.count) == (1, 2)
    walk = say(walk, "words")
    assert (walk.step.number, walk.step.count) == (2, 2)
    walk = say(walk, value=False)
    assert walk.step == Close(ending=Ending.FINISHED)
    assert said(walk) == {"one": "words", "two": False}


def test_a_group_is_a_heading_and_never_a_step(walk_of):
    walk = walk_of({"id": "g", "kind": "group", "ask": "The body", "prompts": [{"id": "in"}]})
    assert walk.step.prompt.id == "in"
    assert walk.step.heading == "The body"
    assert walk.step.count == 1


def test_what_is_nested_under_a_hidden_prompt_is_hidden_with_it(walk_of):
    walk = walk_of(
        {"id": "any", "kind": "yesno"},
        {
            "id": "more",
            "prompts": [{"id": "inner"}],
            "shown_if": {"all": [{"prompt": "any", "is": "=", "value": True}]},
        },
        {"id": "last"},
    )
    assert asked(say(walk, value=True)) == ["any", "more", "inner", "last"]
    assert asked(say(walk, value=False)) == ["any", "last"]


def test_words_to_read_are_passed_by_reading(walk_of):
    walk = walk_of({"id": "read", "kind": "display"}, {"id": "one"})
    assert walk.read().step.prompt.id == "one"
    assert walk.read().read().step.prompt.id == "one"  # a question is not passed by reading
    assert not walk.read().skip().words().answers


# --- skip, back, hold, clear


def test_skipped_words_are_set_aside_and_come_back(walk_of):
    walk = walk_of({"id": "one"}, {"id": "two"})
    walk = walk.hold(answer_to(walk.prompt, "half a thought")).skip()
    assert said(walk) == {}
    assert [each.value for each in walk.words().aside] == ["half a thought"]
    walk = walk.back()
    assert walk.step.answer == Answer(value="half a thought")
    assert said(say(walk, "half a thought")) == {"one": "half a thought"}


def test_back_goes_from_the_close_to_the_last_and_stays_at_the_first(walk_of):
    walk = say(walk_of({"id": "one"}), "words")
    assert walk.over
    assert walk.back().step.prompt.id == "one"
    assert walk.back().back() == walk.back()


def test_words_on_their_way_count_without_going_on(walk_of):
    walk = walk_of({"id": "one"})
    assert walk.empty
    held = walk.hold(answer_to(walk.prompt, "on my way"))
    assert held.step.prompt.id == "one"
    assert said(held.stop()) == {"one": "on my way"}
    assert held.clear().empty


def test_an_empty_answer_is_none(walk_of):
    walk = walk_of({"id": "one"}, {"id": "many", "kind": "feeling", "options": []})
    walk = say(say(walk, "  \n "), [])
    assert walk.over
    assert walk.empty


def test_a_hidden_answer_is_kept_and_its_words_are_set_aside(walk_of):
    walk = walk_of(
        {"id": "any", "kind": "yesno"},
        {"id": "which", "shown_if": {"all": [{"prompt": "any", "is": "=", "value": True}]}},
    )
    walk = say(say(walk, value=True), "the lake").back().back()
    hidden = say(walk, value=False)
    assert said(hidden) == {"any": False}
    assert [each.value for each in hidden.words().aside] == ["the lake"]
    assert not hidden.empty
    back_again = say(hidden.back(), value=True)
    assert back_again.step.answer == Answer(value="the lake")
    assert said(back_again) == {"any": True, "which": "the lake"}
    assert back_again.words().aside == ()


@pytest.mark.parametrize("kind", ["choice", "multi", "feeling"])
def test_own_words_beside_options_are_set_aside_too_but_taps_are_not(walk_of, kind):
    option = {"value": "a", "label": "A"}
    walk = walk_of({"id": "one", "kind": kind, "options": [option], "other": True}, {"id": "two"})
    value = "a" if kind == "choice" else ["a"]
    with_words = say(walk, value, "my own").back().skip()
    assert [each.other for each in with_words.words().aside] == ["my own"]
    assert say(walk, value).back().skip().words().aside == ()


def test_an_entry_carries_the_wording_that_was_answered(walk_of):
    walk = walk_of(
        {
            "id": "how",
            "kind": "multi",
            "ask": "How is it?",
            "options": [{"value": "a", "label": "Quiet"}, {"value": "b", "label": "Loud"}],
            "other": True,
            "keep_as": "mood",
        },
        {"id": "n", "kind": "scale", "scale": {"high": 4, "high_label": "a lot"}, "series": "n"},
    )
    mood, number = say(say(walk, ["b", "a"], "humming"), 3).words().answers
    assert (mood.ask, mood.labels, mood.other) == ("How is it?", ("Quiet", "Loud"), "humming")
    assert mood.keep_as == "mood"
    assert (number.value, number.high, number.high_label, number.series) == (3, 4, "a lot", "n")


# --- shown_if


@pytest.mark.parametrize(
    ("operator", "value", "shown_for"),
    [
        ("=", 5, {5}),
        ("!=", 5, {0, 4, 6}),
        ("<", 5, {0, 4}),
        ("<=", 5, {0, 4, 5}),
        (">", 5, {6}),
        (">=", 5, {5, 6}),
        ("exists", True, {0, 4, 5, 6}),
        ("exists", False, set()),
        ("=", True, set()),  # yes and 1 are different answers
        (">=", "5", set()),
    ],
)
def test_every_operator_of_shown_if(walk_of, operator, value, shown_for):
    rule = {"all": [{"prompt": "n", "is": operator, "value": value}]}
    walk = walk_of({"id": "n", "kind": "scale"}, {"id": "next", "shown_if": rule})
    shown = {number for number in (0, 4, 5, 6) if "next" in asked(say(walk, number))}
    assert shown == shown_for
    unanswered = "next" in asked(walk.skip())
    assert unanswered is (operator == "exists" and value is False)


def test_a_condition_on_several_options_means_one_of_them(walk_of):
    options = [{"value": each, "label": each} for each in "ab"]
    walk = walk_of(
        {"id": "many", "kind": "multi", "options": options},
        {"id": "is", "shown_if": {"all": [{"prompt": "many", "is": "=", "value": "a"}]}},
        {"id": "not", "shown_if": {"all": [{"prompt": "many", "is": "!=", "value": "a"}]}},
    )
    assert asked(say(walk, ["a", "b"])) == ["many", "is"]
    assert asked(say(walk, ["b"])) == ["many", "not"]


def test_all_and_any_together(walk_of):
    def yes(prompt):
        return {"prompt": prompt, "is": "=", "value": True}

    walk = walk_of(
        *({"id": each, "kind": "yesno"} for each in "abc"),
        {"id": "end", "shown_if": {"all": [yes("a")], "any": [yes("b"), yes("c")]}},
    )

    def shown(*values):
        now = walk
        for value in values:
            now = say(now, value)
        return "end" in asked(now)

    assert shown(True, False, True)
    assert not shown(True, False, False)
    assert not shown(False, True, True)


def test_a_blank_page_does_not_exist(walk_of):
    rule = {"all": [{"prompt": "page", "is": "exists", "value": True}]}
    walk = walk_of({"id": "page"}, {"id": "next", "shown_if": rule})
    assert asked(say(walk, " ")) == ["page"]
    assert asked(say(walk, "x")) == ["page", "next"]


# --- what was kept


def test_an_earlier_answer_is_shown_above_and_its_prompt_hides_where_there_is_none(walk_of):
    prompts = {"id": "tried", "shows": "small-step"}, {"id": "last"}
    assert asked(walk_of(*prompts)) == ["last"]
    shown = walk_of(*prompts, kept={"small-step": kept("small-step")})
    assert asked(shown) == ["tried", "last"]
    assert shown.step.shows == kept("small-step")


# --- depth


def test_no_prompt_is_deeper_than_the_moment_or_the_set_allows(make_set):
    prompts = [{"id": f"d{depth}", "depth": depth} for depth in (1, 2, 3)]
    for allowed in (1, 2, 3):
        ids = [f"d{depth}" for depth in range(1, allowed + 1)]
        assert asked(begin(make_set(*prompts), max_depth=allowed, memory=True)) == ids
        mild = make_set(*prompts, max_depth=allowed)
        assert asked(begin(mild, max_depth=3, memory=True)) == ids


def test_no_memory_is_asked_for_where_the_moment_does_not_allow_it(walk_of):
    prompts = {"id": "plain"}, {"id": "near", "memory": True}
    assert asked(walk_of(*prompts)) == ["plain", "near"]
    assert asked(walk_of(*prompts, memory=False)) == ["plain"]


def test_near_a_hard_memory_only_after_a_yes(walk_of):
    walk = walk_of({"id": "near", "depth": 3}, {"id": "nearer", "depth": 3}, {"id": "last"})
    assert walk.step == ConfirmDepth()
    assert walk.answer(Answer(value="x")) == walk
    yes = walk.confirm(yes=True)
    assert yes.step.prompt.id == "near"
    assert say(yes, "so").step.prompt.id == "nearer"
    no = walk.confirm(yes=False)
    assert no.step.prompt.id == "last"
    assert asked(no) == ["last"]
    assert walk.skip() == no


def test_going_back_over_a_no_asks_again(walk_of):
    walk = walk_of(
        {"id": "first"}, {"id": "near", "depth": 3}, {"id": "mid"}, {"id": "end", "depth": 3}
    )
    at_mid = say(walk, "x").confirm(yes=False)
    asked_again = at_mid.back()
    assert asked_again.step == ConfirmDepth()
    assert asked_again.confirm(yes=False) == at_mid
    assert asked_again.confirm(yes=True).step.prompt.id == "near"
    closed = say(at_mid, "y")
    assert closed.over
    assert closed.back().step.prompt.id == "mid"
    assert asked_again.back().step.prompt.id == "first"


def test_confirming_where_nothing_was_asked_changes_nothing(walk_of):
    walk = walk_of({"id": "one"})
    assert walk.confirm(yes=False) == walk


# --- the gate


@pytest.fixture
def gated(walk_of):
    return walk_of(GATE, {"id": "light"}, {"id": "deep", "depth": 2}, {"id": "near", "depth": 3})


def test_a_high_gate_opens_all(gated):
    assert asked(say(gated, 7)) == ["steady", "light", "deep", "near"]


@pytest.mark.parametrize("steady", [4, 6])
def test_a_middling_gate_keeps_to_light_questions(gated, steady):
    walk = say(gated, steady)
    assert isinstance(walk.step, Ask)
    assert asked(walk) == ["steady", "light"]


def test_a_skipped_gate_keeps_to_light_questions(gated):
    assert asked(gated.skip()) == ["steady", "light"]


@pytest.mark.parametrize("steady", [0, 3])
def test_a_low_gate_offers_grounding_and_then_nothing_more(gated, steady):
    walk = say(gated, steady)
    assert walk.step == Ground(reason="unsteady")
    assert walk.resume().step == Close(ending=Ending.FINISHED)
    assert said(walk.resume()) == {"steady": steady}


def test_from_a_low_gate_a_person_may_still_go_on_with_light_questions(gated):
    walk = say(gated, 2).go_on()
    assert walk.step.prompt.id == "light"
    assert asked(walk) == ["steady", "light"]


def test_a_gate_of_another_name_opens_nothing_that_was_shut(walk_of):
    sunny = {"id": "sunny", "kind": "scale", "gate": "sun"}
    walk = walk_of(GATE, sunny, {"id": "light"}, {"id": "deep", "depth": 2})
    walk = say(say(walk, 2).go_on(), 10)
    assert asked(walk) == ["steady", "sunny", "light"]
    assert "deep" in asked(say(say(walk_of(GATE, AGAIN, {"id": "deep", "depth": 2}), 5), 10))


def test_a_changed_gate_hides_what_was_said_deeper_and_gives_it_back(gated):
    walk = say(say(say(gated, 8), "light words"), "deep words").back().back().back()
    low = say(walk, 5)
    assert said(low) == {"steady": 5, "light": "light words"}
    assert [each.value for each in low.words().aside] == ["deep words"]
    high = say(low.back(), 9)
    assert said(high) == {"steady": 9, "light": "light words", "deep": "deep words"}


def test_a_later_gate_leaves_what_was_asked_for_at_an_earlier_one(walk_of):
    walk = walk_of(GATE, {"id": "light"}, AGAIN, {"id": "deep", "depth": 2})
    walk = say(say(say(walk, 2).go_on(), "words"), 8)
    assert walk.step.prompt.id == "deep"
    assert said(walk) == {"steady": 2, "light": "words", "again": 8}


def test_answering_the_gate_anew_asks_anew_whether_to_go_on(walk_of):
    walk = walk_of(GATE, {"id": "light"})
    walk = say(say(walk, 2).go_on().back(), 1)
    assert walk.step == Ground(reason="unsteady")
    assert walk.resume().over


def test_steadiness_that_fell_by_two_offers_grounding_and_goes_on(walk_of):
    walk = say(walk_of(GATE, AGAIN, {"id": "light"}), 9)
    assert say(walk, 8).step.prompt.id == "light"
    fell = say(walk, 7)
    assert fell.step == Ground(reason="unsteady")
    assert fell.resume().step.prompt.id == "light"
    assert fell.go_on() == fell.resume()


def test_going_on_from_grounding_by_key_only_comes_back(gated):
    walk = say(gated, 8)
    assert walk.ground().go_on() == walk


# --- turning aside


def test_ground_and_support_turn_aside_and_come_back_to_the_same_place(walk_of):
    walk = walk_of({"id": "one"})
    assert walk.ground().step == Ground(reason="key")
    assert walk.support().step == Support(origin=Origin.KEY)
    assert walk.ground().support().resume().resume() == walk
    assert walk.ground().ground() == walk.ground()
    assert walk.support().back() == walk
    assert walk.support().skip() == walk


def test_words_on_their_way_are_held_also_while_aside(walk_of):
    walk = walk_of({"id": "one"}).ground()
    held = walk.hold(Answer(value="half"))
    assert held.step == Ground(reason="key")
    assert held.resume().step.answer == Answer(value="half")


DOES = [
    ("support", Support(origin=Origin.ANSWER, first="people")),
    ("show-people", Support(origin=Origin.ANSWER, first="people")),
    ("show-care-team", Support(origin=Origin.ANSWER, first="care-team")),
    ("show-lines", Support(origin=Origin.ANSWER, first="lines")),
    ("ground", Ground(reason="answer")),
    ("show-note", Recall(kept=None)),
]


@pytest.mark.parametrize(("does", "step"), DOES)
def test_an_option_sets_in_motion_what_it_says(walk_of, does, step):
    options = [{"value": "a", "label": "A", "does": does}]
    walk = walk_of({"id": "one", "kind": "choice", "options": options}, {"id": "two"})
    walk = say(walk, "a")
    assert walk.step == step
    assert walk.resume().step.prompt.id == "two"


def test_the_note_is_shown_where_there_is_one(walk_of):
    options = [{"value": "a", "label": "A", "does": "show-note"}]
    walk = walk_of({"id": "one", "kind": "choice", "options": options}, kept={"note": kept("note")})
    assert say(walk, "a").step == Recall(kept=kept("note"))


def test_several_chosen_options_turn_aside_one_after_the_other_people_first(walk_of):
    options = [
        {"value": "a", "label": "A", "does": "ground"},
        {"value": "b", "label": "B", "does": "support"},
        {"value": "c", "label": "C", "does": "show-people"},
    ]
    walk = say(walk_of({"id": "one", "kind": "multi", "options": options}), ["a", "b", "c"])
    assert walk.step == Support(origin=Origin.ANSWER)
    assert walk.resume().step == Ground(reason="answer")
    assert walk.resume().resume().over


def test_a_number_high_on_a_scale_can_set_something_in_motion(walk_of):
    rule = {"at_least": 8, "does": "ground"}
    walk = walk_of({"id": "one", "kind": "scale", "does_if": rule})
    assert say(walk, 7).over
    assert say(walk, 8).step == Ground(reason="answer")


def test_while_arriving_support_puts_emergency_and_the_clinic_first(walk_of):
    options = [{"value": "a", "label": "A", "does": "support"}]
    walk = walk_of({"id": "one", "kind": "choice", "options": options}, arriving=True)
    assert say(walk, "a").step.origin is Origin.ARRIVING
    assert walk.support().step.origin is Origin.ARRIVING


# --- ways to end


def test_stop_keeps_what_was_said_and_back_takes_it_up_again(walk_of):
    walk = say(walk_of({"id": "one"}, {"id": "two"}), "words").stop()
    assert walk.step == Close(ending=Ending.STOPPED)
    assert said(walk) == {"one": "words"}
    assert walk.back().step.prompt.id == "two"


@pytest.mark.parametrize(("does", "ending"), [("stop", "stopped"), ("park", "parked")])
def test_an_option_may_stop_or_put_away(walk_of, does, ending):
    options = [{"value": "a", "label": "A", "does": does}]
    walk = walk_of({"id": "one", "kind": "choice", "options": options}, {"id": "two"})
    walk = say(walk, "a")
    assert walk.step == Close(ending=Ending(ending))
    assert said(walk) == {"one": "a"}
    assert walk.back().step.prompt.id == "one"


def test_only_one_asks_the_prompt_in_front_and_closes(walk_of):
    walk = walk_of({"id": "one"}, {"id": "two"}, {"id": "three"})
    closed = say(say(walk, "a").only_one(), "b")
    assert closed.step == Close(ending=Ending.FINISHED)
    assert said(closed) == {"one": "a", "two": "b"}
    assert closed.back().step.prompt.id == "two"


def test_a_set_in_which_nothing_stands_closes_at_once(walk_of):
    walk = walk_of({"id": "near", "depth": 3}, max_depth=1)
    assert walk.over
    assert walk.empty
    assert walk.back() == walk


# --- taken up at another moment


def test_taken_up_at_another_moment_a_walk_goes_no_deeper_than_that_one_allows(walk_of):
    walk = walk_of({"id": "one"}, {"id": "near", "depth": 3, "memory": True}, {"id": "last"})
    deep = say(walk, "x").confirm(yes=True).hold(Answer(value="near words"))
    at_the_door = deep.within(max_depth=1, memory=False, arriving=False)
    assert at_the_door.step.prompt.id == "last"
    assert asked(at_the_door) == ["one", "last"]
    assert [each.value for each in at_the_door.words().aside] == ["near words"]
    later = deep.within(max_depth=3, memory=True, arriving=False)
    assert later.step == ConfirmDepth()  # the yes was meant for its own hour
    assert later.confirm(yes=True).step.answer == Answer(value="near words")


def test_taken_up_while_arriving_it_knows(walk_of):
    walk = walk_of({"id": "one"}).within(max_depth=1, memory=False, arriving=True)
    assert walk.support().step.origin is Origin.ARRIVING


# --- arriving and landing: words only behind a tap

ASKS_TO_ADD = {"shown_if": {"all": [{"prompt": "add", "is": "=", "value": True}]}}
NOTHING_SAID = {"shown_if": {"all": [{"prompt": "add", "is": "exists", "value": False}]}}


@pytest.mark.parametrize(
    "words",
    [
        {"id": "words"},
        {"id": "words", **NOTHING_SAID},
        {"id": "g", "kind": "group", "prompts": [{"id": "words"}]},
        {"id": "more", "kind": "yesno", "prompts": [{"id": "words"}]},
        {"id": "words", "shown_if": {"all": [{"prompt": "well", "is": ">=", "value": 0}]}},
        {"id": "words", "shown_if": {"all": [{"prompt": "add", "is": "!=", "value": True}]}},
        {"id": "words", "shown_if": {"all": [{"prompt": "add", "is": "=", "value": False}]}},
    ],
    ids=[
        "alone",
        "where nothing was said",
        "in a group",
        "under a question",
        "at any place on a scale",
        "after anything but a yes",
        "after a no",
    ],
)
def test_in_tender_hours_no_words_are_asked_for_unbidden(walk_of, words):
    scale = {"low": 0, "high": 10}
    prompts = (
        {"id": "add", "kind": "yesno"},
        {"id": "well", "kind": "scale", "scale": scale},
        words,
    )

    def walked(**facts):
        return say(say(walk_of(*prompts, **facts), value=False), 7)

    assert "words" in {*asked(walk_of(*prompts)), *asked(walked())}
    assert "words" not in {*asked(walk_of(*prompts, tender=True)), *asked(walked(tender=True))}


@pytest.mark.parametrize(
    "words",
    [
        {"id": "words", **ASKS_TO_ADD},
        {"id": "g", "kind": "group", "prompts": [{"id": "words"}], **ASKS_TO_ADD},
    ],
    ids=["alone", "in a group"],
)
def test_in_tender_hours_words_wait_behind_a_tap(walk_of, words):
    walk = walk_of({"id": "add", "kind": "yesno"}, words, tender=True)
    assert asked(walk) == ["add"]
    assert asked(say(walk, value=True)) == ["add", "words"]


def test_in_tender_hours_a_page_of_words_that_was_chosen_by_hand_stays(make_set):
    facts = {"max_depth": 1, "memory": False, "tender": True}
    assert asked(begin(make_set({"id": "words"}), **facts)) == ["words"]
    offered = make_set({"id": "words"}, when={"phase": "open"})
    assert begin(offered, **facts).over
    mixed = make_set({"id": "words"}, {"id": "well", "kind": "yesno"})
    assert asked(begin(mixed, **facts)) == ["well"]


def test_taken_up_in_tender_hours_it_asks_for_taps_and_keeps_every_word(walk_of):
    walk = say(walk_of({"id": "one"}, {"id": "two"}, {"id": "well", "kind": "yesno"}), "kettle")
    walk = walk.hold(Answer(value="half a thought"))
    landing = walk.within(max_depth=1, memory=False, arriving=False, tender=True)
    assert asked(landing) == ["well"]
    assert landing.step.prompt.id == "well"
    assert [each.value for each in landing.words().aside] == ["kettle", "half a thought"]
    later = landing.within(max_depth=3, memory=True, arriving=False)
    assert asked(later) == ["one", "two", "well"]
    assert said(later) == {"one": "kettle", "two": "half a thought"}


# --- as a draft


@pytest.mark.parametrize(
    "detour", [Ground(reason="key"), Support(origin=Origin.KEY), Recall(kept=None)]
)
def test_a_detour_comes_back_as_what_it_was(detour):
    assert msgspec.json.decode(msgspec.json.encode(detour), type=Detour) == detour


@pytest.mark.parametrize("value", [True, False, 7, 0, 2.5, 7.0, "7", "", "true", ("a", "b"), ()])
def test_a_value_comes_back_as_the_kind_that_it_was(value):
    back = msgspec.json.decode(msgspec.json.encode(Answer(value=value)), type=Answer)
    assert back.value == value
    assert type(back.value) is type(value)


def test_a_walk_in_a_draft_comes_back_identical(walk_of):
    walk = walk_of(GATE, {"id": "many", "kind": "multi", "other": True, "options": []}, {"id": "x"})
    walk = say(say(say(walk, 2).go_on(), [], "own").ground().support().resume().resume(), "y")
    draft = {"walk": msgspec.to_builtins(walk.support())}
    sealed = msgspec.json.encode(draft)
    back = msgspec.convert(msgspec.json.decode(sealed)["walk"], Walk)
    assert back == walk.support()
    assert back.words() == walk.words()
    assert {each.kind for each in back.words().answers} == {Kind.SCALE, Kind.MULTI, Kind.TEXT}
