"""Every claim has its source, and no source claims more than it found."""

import re
from itertools import pairwise

import pytest

from integrate.domain.phase import Flag

SOURCES = re.compile(r"\[([a-z0-9-]+)\]")


def boundaries(library):
    tables = library.phase_tables()
    for phase in (*tables.dosing.phases, *tables.talk.phases):
        yield from (each for each in (phase.begin, phase.end) if each)


def test_every_prompt_names_sources_that_exist(library, prompts):
    known = library.references()
    assert [p.id for _, p in prompts if not known.keys() >= set(p.why.evidence)] == []


def test_a_prompt_that_claims_evidence_has_a_source_that_was_checked(library, prompts):
    known = library.references()
    for _, prompt in prompts:
        if prompt.why.strength != "convention":
            assert any(known[name].checked for name in prompt.why.evidence), prompt.id


def is_found_in_people(source):
    """A study or a label in people; what was only recalled is no finding."""
    return source.checked and source.who == "human" and source.grade in "AB"


def test_no_prompt_claims_more_than_its_sources_found(library, prompts):
    known = library.references()
    for _, prompt in prompts:
        if prompt.why.strength == "direct":
            assert any(is_found_in_people(known[name]) for name in prompt.why.evidence), prompt.id


WEAK = {"dore2019", "wilkinson2021", "duek2023", "kew2023", "drozdz2022"}
"""Talk therapy beside ketamine: no control, a missed main scale, or groups that did alike."""


def test_that_therapy_works_better_in_these_days_is_never_said_to_be_found(prompts):
    for _, prompt in prompts:
        if prompt.why.evidence and set(prompt.why.evidence) <= WEAK:
            assert prompt.why.strength != "direct", prompt.id


def test_every_prompt_says_which_ideas_it_comes_from(prompts):
    assert [p.id for _, p in prompts if not p.why.ideas] == []


def test_the_prompts_reach_every_idea_that_is_not_a_claim_about_other_treatments(prompts):
    reached = {sentence for _, prompt in prompts for sentence in prompt.why.article}
    assert reached == {"S2"} | {f"S{number}" for number in range(4, 16)}


def test_the_weight_scale_is_never_called_a_tested_measure(prompts):
    tested = [p for _, p in prompts if p.series == "weight" and p.why.strength == "direct"]
    assert tested == []


def test_distance_on_landing_is_convention(sets):
    far = next(prompt for prompt in sets["landing"].flat() if prompt.id == "landing-far")
    assert (far.why.strength, far.why.evidence) == ("convention", ())


def test_every_boundary_names_sources_that_exist_and_were_checked(library):
    known = library.references()
    for boundary in boundaries(library):
        for name in SOURCES.findall(boundary.why):
            assert known[name].checked, name


def test_a_boundary_found_in_people_names_a_study_or_label_in_people(library):
    known = library.references()
    for boundary in boundaries(library):
        if boundary.flag is Flag.PEOPLE:
            named = [known[name] for name in SOURCES.findall(boundary.why)]
            assert any(each.who == "human" and each.grade in "AB" for each in named), boundary.why


def test_no_boundary_is_found_in_people_on_one_weak_study_alone(library):
    for boundary in boundaries(library):
        named = set(SOURCES.findall(boundary.why))
        if boundary.flag is Flag.PEOPLE:
            assert named - WEAK, boundary.why


def test_talk_therapy_claims_no_findings(library):
    for phase in library.phase_tables().talk.phases:
        flags = {each.flag for each in (phase.begin, phase.end) if each}
        assert flags == {Flag.CHOICE}


@pytest.mark.parametrize("table", ["dosing", "talk"])
def test_each_phase_begins_where_the_last_one_ends(table, library):
    phases = getattr(library.phase_tables(), table).phases
    for before, after in pairwise(phases):
        assert before.ends_hours == after.begins_hours
        assert before.end is not None
    assert phases[-1].ends_hours is None


def test_phase_ids_are_unique_over_both_tables(library):
    tables = library.phase_tables()
    ids = [phase.id for phase in (*tables.dosing.phases, *tables.talk.phases)]
    assert len(ids) == len(set(ids))


def test_the_door_arriving_and_landing_are_protected_and_ask_for_no_memory(library):
    phases = library.phase_tables().dosing.phases
    protected = {phase.id for phase in phases if phase.protected}
    assert protected == {"doorstep", "arriving", "landing"}
    assert {phase.id for phase in phases if not phase.memory} == protected
    assert {phase.max_depth for phase in phases if phase.protected} == {1}


def test_by_mouth_arriving_lasts_longer(library):
    arriving = library.phase_tables().dosing.phase("arriving")
    assert arriving.ends_hours == 2
    assert {route.value: h for route, h in arriving.ends_hours_by_route.items()} == {
        "oral": 4,
        "sublingual": 4,
    }


def test_landing_ends_after_a_day_and_a_nights_sleep(library):
    landing = library.phase_tables().dosing.phase("landing")
    assert (landing.ends_hours, landing.until_slept, landing.slept_by_hours) == (24, True, 36)
