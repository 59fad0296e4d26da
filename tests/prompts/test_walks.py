"""The shipped sets, walked: what a person meets on the way through."""

from datetime import UTC, datetime, timedelta

import pytest

from integrate.domain.answer import Answer
from integrate.domain.entry import Kept
from integrate.domain.phase import moment_at
from integrate.domain.prompt import Kind
from integrate.domain.session import Precision, Route, Session, Went
from integrate.domain.walk import Ask, Close, Ground, Origin, Recall, Support, begin
from integrate.library import Library

WHEN = datetime(2026, 11, 20, 14, tzinfo=UTC)


def kept(name, said):
    return {name: Kept(name=name, said=said, when=WHEN)}


def start(prompt_set, *, depth=3, memory=True, arriving=False, **earlier):
    given = {}
    for name, said in earlier.items():
        given |= kept(name.replace("_", "-"), said)
    return begin(prompt_set, max_depth=depth, memory=memory, arriving=arriving, kept=given)


def goes_to(walk, prompt_id):
    """Skips on to a prompt; a pause on the way is passed."""
    while walk.prompt is None or walk.prompt.id != prompt_id:
        assert not isinstance(walk.step, Close), f"{prompt_id} was never asked"
        walk = walk.skip()
    return walk


def asked(walk):
    return [prompt.id for prompt in walk.order()]


def test_needing_help_while_arriving_shows_support_with_emergency_first(library, sets):
    walk = start(sets["arriving"], depth=1, memory=False, arriving=True)
    step = walk.answer(Answer(value="help")).step
    assert isinstance(step, Support)
    assert step.origin is Origin.ARRIVING
    assert library.support().text_for(step.origin).order[0] == "emergency"


@pytest.mark.parametrize("origin", list(Origin))
def test_every_origin_of_the_walk_has_words_of_its_own(origin, library):
    assert origin in library.support().text_for(origin).origins


def test_the_kind_note_comes_back_that_evening(sets):
    walk = start(sets["landing"], depth=1, memory=False, note="You did well to come.")
    step = goes_to(walk, "landing-note").step
    assert isinstance(step, Ask)
    assert step.shows.said == "You did well to come."
    assert "landing-note" not in asked(start(sets["landing"], depth=1, memory=False))


def test_the_kind_note_is_one_tap_away_while_arriving(sets):
    walk = start(sets["arriving"], depth=1, memory=False, arriving=True, note="Rest.")
    step = goes_to(walk, "arriving-good").answer(Answer(value="note")).step
    assert isinstance(step, Recall)
    assert step.kept.said == "Rest."


def test_landing_asks_for_no_words_until_a_tap_asks_for_them(sets):
    walk = start(sets["landing"], depth=1, memory=False)
    texts = {prompt.id for prompt in sets["landing"].flat() if prompt.kind is Kind.TEXT}
    assert texts.isdisjoint(asked(walk))
    walk = goes_to(walk, "landing-keep").answer(Answer(value="add"))
    assert walk.step.prompt.id == "landing-keep-word"


SET_IDS = sorted(Library.shipped().sets())


@pytest.mark.parametrize("hours", [0.5, 6], ids=["arriving", "landing"])
@pytest.mark.parametrize("set_id", SET_IDS)
def test_after_a_session_every_set_asks_for_taps_and_no_memory(library, sets, set_id, hours):
    session = Session(
        id="s",
        route=Route.IM,
        starts=WHEN,
        latest=WHEN,
        precision=Precision.MINUTE,
        went=Went.YES,
    )
    moment = moment_at([session], WHEN + timedelta(hours=hours), library.phase_tables())
    names = {prompt.shows for prompt in sets[set_id].flat() if prompt.shows}
    earlier = {name: one for each in names for name, one in kept(each, "said before").items()}
    walk = begin(
        sets[set_id],
        max_depth=moment.max_depth,
        memory=moment.memory,
        arriving=moment.arriving,
        tender=moment.tender,
        kept=earlier,
    )
    if set_id == "capture":  # nothing but a line of one's own, for whoever opens it by hand
        assert asked(walk) == ["capture-words"]
        return
    assert walk.order()
    assert {each.kind for each in walk.order()}.isdisjoint({Kind.TEXT})
    assert {each.depth for each in walk.order()} == {1}
    assert not any(each.memory for each in walk.order())


def test_after_a_frightening_time_nothing_asks_what_to_keep(sets):
    walk = goes_to(start(sets["landing"], depth=1, memory=False), "landing-kind")
    frightened = walk.answer(Answer(value="frightening"))
    assert frightened.step.prompt.id == "landing-company"
    assert "landing-keep" not in asked(frightened)
    assert "landing-keep" in asked(walk.answer(Answer(value="good")))


def test_a_low_gate_leaves_the_open_window_light(sets):
    walk = start(sets["open"]).answer(Answer(value=2))
    assert isinstance(walk.step, Ground)
    light = walk.go_on()
    assert {prompt.depth for prompt in light.order()} == {1}
    assert "open-near" not in asked(light)


def test_steadiness_that_fell_after_a_memory_leads_to_grounding(sets):
    walk = start(sets["open"]).answer(Answer(value=9))
    walk = goes_to(walk, "open-near").answer(Answer(value="say")).confirm(yes=True)
    walk = walk.answer(Answer(value="Further off."))
    assert walk.step.prompt.id == "open-steady-again"
    assert isinstance(walk.answer(Answer(value=7)).step, Ground)
    assert isinstance(walk.answer(Answer(value=8)).step, Ask)


def test_leaving_a_memory_alone_asks_nothing_more_about_it(sets):
    walk = goes_to(start(sets["open"]).answer(Answer(value=9)), "open-near")
    after = walk.answer(Answer(value="leave"))
    assert after.step.prompt.id == "open-loop"


@pytest.mark.parametrize(
    ("set_id", "name", "prompt_id"),
    [
        ("open", "parked", "open-parked"),
        ("settling", "small_step", "settling-step"),
        ("weaving", "small_step", "weaving-step"),
        ("before", "hope", "before-hope-last"),
        ("weaving", "weight_before", "weaving-look-back-ask"),
        ("hard-moment", "safe_list", "hard-safe-list"),
    ],
)
def test_what_was_kept_comes_back_and_hides_where_nothing_was(set_id, name, prompt_id, sets):
    assert prompt_id not in asked(start(sets[set_id]))
    assert prompt_id in asked(start(sets[set_id], **{name: "said before"}))


def test_the_kind_note_can_be_kept_or_written_again_before_each_session(sets):
    first = start(sets["before"])
    assert "before-note" in asked(first)
    again = goes_to(start(sets["before"], note="Rest."), "before-note-last")
    assert "before-note" not in asked(again.answer(Answer(value="keep")))
    assert "before-note" in asked(again.answer(Answer(value="new")))


def test_then_and_now_stand_side_by_side_only_after_a_yes(sets):
    walk = goes_to(start(sets["weaving"], weight_before="7"), "weaving-look-back-ask")
    assert "weaving-look-back-then" not in asked(walk.answer(Answer(value=False)))
    assert walk.answer(Answer(value=True)).step.prompt.id == "weaving-look-back-then"


def test_the_door_says_to_call_when_not_all_is_in_place(sets):
    walk = goes_to(start(sets["doorstep"], depth=1, memory=False), "doorstep-ready")
    after = walk.answer(Answer(value=("ride", "not-all")))
    assert after.step.prompt.id == "doorstep-call"


def test_feeling_and_body_prompts_offer_the_shared_words(library, sets):
    words = library.vocabulary()
    landing = {prompt.id: prompt for prompt in sets["landing"].flat()}
    assert landing["landing-feeling"].options == words.feelings
    assert landing["landing-body"].options == words.body_spots
    assert landing["landing-body"].words == words.body_words
