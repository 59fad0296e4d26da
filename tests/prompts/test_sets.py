"""How the shipped sets are built: depth, memory, taps, series, and what comes back."""

import re
from collections import Counter

import pytest

from integrate.domain.prompt import Does, Kind

QUIET = ("doorstep", "arriving", "landing")
TIMED = {
    "before": ("dosing", "before"),
    "doorstep": ("dosing", "doorstep"),
    "arriving": ("dosing", "arriving"),
    "landing": ("dosing", "landing"),
    "open": ("dosing", "open"),
    "settling": ("dosing", "settling"),
    "weaving": ("dosing", "weaving"),
    "long-view": ("dosing", "long-view"),
    "talk-before": ("talk", "talk-before"),
    "talk-after": ("talk", "talk-after"),
}
CHOSEN = {"hard-moment", "example", "checkin", "capture", "came-up"}
SPANS = {
    "weight": "today",
    "alert": "in the last three days",
    "startle": "in the last three days",
    "sleep": "in the last three days",
    "bounce": "in the last three days",
}


def phase_of(library, each):
    tables = {"dosing": library.phase_tables().dosing, "talk": library.phase_tables().talk}
    return tables[each.when.table].phase(each.when.phase)


def test_each_set_is_offered_in_its_own_phase_or_only_when_chosen(sets):
    timed = {each.id: (each.when.table, each.when.phase) for each in sets.values() if each.when}
    assert timed == TIMED
    assert sets.keys() - timed.keys() == CHOSEN


def test_every_timed_set_names_a_phase_that_exists(library, sets):
    assert all(phase_of(library, each) for each in sets.values() if each.when)


def test_prompt_ids_are_unique_over_all_sets(prompts):
    assert [name for name, n in Counter(prompt.id for _, prompt in prompts).items() if n > 1] == []


def test_no_set_goes_deeper_than_its_phase_allows(library, sets):
    for each in sets.values():
        if each.when:
            assert each.set.max_depth <= phase_of(library, each).max_depth, each.id


def test_only_the_open_window_comes_near_a_hard_memory(prompts):
    assert {set_id for set_id, prompt in prompts if prompt.depth == 3} == {"open"}


def test_no_prompt_asks_for_a_memory_from_the_door_until_landing_has_ended(library, sets, prompts):
    for set_id, prompt in prompts:
        when = sets[set_id].when
        if when is None or not phase_of(library, sets[set_id]).memory:
            assert not prompt.memory, prompt.id


@pytest.mark.parametrize("set_id", QUIET)
def test_no_wording_at_the_door_arriving_or_landing_leads_to_a_memory(set_id, sets):
    words = re.compile(
        r"memory|memories|remember|recall|what happened|\bpast\b|trauma|childhood", re.IGNORECASE
    )
    for prompt in sets[set_id].flat():
        assert not words.search(f"{prompt.ask} {prompt.help}"), prompt.id


def test_a_set_that_goes_below_the_surface_asks_for_steadiness_first(sets):
    for each in sets.values():
        if any(prompt.depth > 1 for prompt in each.flat()):
            assert each.prompt[0].gate == "steady", each.id


def test_what_lies_near_a_memory_waits_for_a_tap_that_asks_for_it(sets):
    how = next(prompt for prompt in sets["open"].flat() if prompt.depth == 3)
    (condition,) = how.shown_if.all_
    assert (condition.prompt, condition.is_, condition.value) == ("open-near", "=", "say")


def test_steadiness_is_asked_again_after_coming_near_a_memory(sets):
    ids = [prompt.id for prompt in sets["open"].flat()]
    again = next(prompt for prompt in sets["open"].flat() if prompt.id == "open-steady-again")
    assert ids.index("open-steady-again") == ids.index("open-near-how") + 1
    assert again.gate == "steady"


def test_arriving_takes_taps_only(sets):
    kinds = {prompt.kind for prompt in sets["arriving"].flat()}
    assert kinds == {Kind.CHOICE}
    assert not any(prompt.other for prompt in sets["arriving"].flat())


def test_every_text_in_landing_waits_behind_add_a_word(sets):
    landing = {prompt.id: prompt for prompt in sets["landing"].flat()}
    texts = [prompt for prompt in landing.values() if prompt.kind is Kind.TEXT]
    assert texts
    for prompt in texts:
        (condition,) = prompt.shown_if.all_
        asked = landing[condition.prompt]
        assert (condition.is_, condition.value) == ("=", "add")
        assert "dd a word" in asked.option("add").label
        assert asked.option("not-today").label == "Not today"
    assert not any(prompt.other for prompt in landing.values())


def test_after_a_frightening_time_company_and_the_clinic_are_offered(sets):
    landing = {prompt.id: prompt for prompt in sets["landing"].flat()}
    does = {option.does for option in landing["landing-company"].options}
    assert {Does.SHOW_PEOPLE, Does.SHOW_CARE_TEAM} <= does
    (condition,) = landing["landing-company"].shown_if.all_
    assert condition.value == "frightening"


def test_the_door_sends_to_the_clinic_when_not_all_is_in_place(sets):
    call = next(prompt for prompt in sets["doorstep"].flat() if prompt.id == "doorstep-call")
    assert call.ask == "Call your clinic before you set out."
    assert call.shown_if.all_[0].value == "not-all"


def test_a_hard_moment_has_one_choice_one_exercise_and_three_answers(sets):
    hard = {prompt.id: prompt for prompt in sets["hard-moment"].flat()}
    exercises = [p for p in hard.values() if p.kind is Kind.DISPLAY and p.shown_if]
    assert {p.shown_if.all_[0].value for p in exercises} == {"feet", "hands"}
    assert [option.value for option in hard["hard-after"].options] == ["easier", "same", "worse"]
    assert not any(prompt.kind is Kind.TEXT for prompt in hard.values())


def test_asking_for_help_always_shows_support(prompts):
    for _, prompt in prompts:
        for option in prompt.options:
            if re.search(r"need help|want help", option.label):
                assert option.does is Does.SUPPORT, option.label


def test_asking_for_company_always_shows_people(prompts):
    asked = [
        option
        for _, prompt in prompts
        for option in prompt.options
        if option.value == "company" and prompt.kind is Kind.CHOICE
    ]
    assert len(asked) == 3
    assert {option.does for option in asked} == {Does.SHOW_PEOPLE}


def test_an_answer_ends_a_set_only_where_rest_is_the_point(prompts):
    ends = {sid for sid, p in prompts for option in p.options if option.does is Does.STOP}
    assert ends == {"arriving", "hard-moment"}


def test_a_series_has_one_wording_and_one_span_wherever_it_stands(prompts):
    wordings = {}
    for _, prompt in prompts:
        if prompt.series:
            wording = (prompt.kind, prompt.ask, prompt.scale, prompt.options)
            wordings.setdefault(prompt.series, set()).add(wording)
    assert {name: len(found) for name, found in wordings.items() if len(found) != 1} == {}
    for name, span in SPANS.items():
        ((_, ask, _, _),) = wordings[name]
        assert span in ask


@pytest.mark.parametrize("set_id", ["before", "settling", "weaving", "long-view"])
def test_the_series_have_a_baseline_and_go_on(set_id, sets):
    standing = {prompt.series for prompt in sets[set_id].flat()}
    assert {"steady", *SPANS} <= standing


def test_no_series_is_asked_twice_in_one_set(sets):
    for each in sets.values():
        counted = Counter(prompt.series for prompt in each.flat() if prompt.series)
        assert not counted or max(counted.values()) == 1, each.id


def test_what_is_kept_comes_back_and_what_comes_back_was_kept(prompts):
    answers = {prompt.keep_as for _, prompt in prompts if prompt.once}
    kept = {prompt.keep_as for _, prompt in prompts if prompt.keep_as} - answers
    shown = {prompt.shows for _, prompt in prompts if prompt.shows}
    notes = {o.does for _, prompt in prompts for o in prompt.options if o.does is Does.SHOW_NOTE}
    assert notes
    assert shown - kept == set()
    assert kept - shown == set()


@pytest.mark.parametrize(
    ("name", "set_id"),
    [
        ("small-step", "settling"),
        ("small-step", "weaving"),
        ("parked", "open"),
        ("hope", "before"),
        ("note", "before"),
        ("note", "landing"),
        ("parked", "settling"),
        ("bring", "talk-before"),
    ],
)
def test_it_is_given_back_where_it_helps(name, set_id, sets):
    assert name in {prompt.shows for prompt in sets[set_id].flat()}


def test_every_set_says_how_long_it_takes_and_never_more_than_twenty_minutes(sets):
    assert all(1 <= each.set.minutes <= 20 for each in sets.values())


def test_option_values_are_words_that_can_stay_for_ever(prompts):
    for _, prompt in prompts:
        for option in (*prompt.options, *prompt.words):
            assert re.fullmatch(r"[a-z]+(-[a-z]+)*", option.value), (prompt.id, option.value)


def test_a_spot_of_the_body_and_how_it_feels_never_share_a_value(library):
    words = library.vocabulary()
    spots = {option.value for option in words.body_spots}
    assert spots.isdisjoint(option.value for option in words.body_words)


def test_nothing_is_required(prompts):
    assert not any(prompt.required for _, prompt in prompts)
