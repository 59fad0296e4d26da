"""Support and grounding as they ship."""

import re

import pytest

STALE = ("1-800-273-8255", "18002738255", "08457", "116 117", "1850 60 90 90")
ORIGINS = ("item9", "key", "answer", "company", "help", "arriving")


@pytest.mark.parametrize("origin", ORIGINS)
def test_every_origin_says_that_nobody_is_watching(origin, library):
    assert "Nobody is watching" in library.support().text_for(origin).body


def test_the_headline_about_thoughts_of_death_belongs_to_its_question_alone(library):
    support = library.support()
    about = [origin for origin in ORIGINS if "death" in support.headline(origin)]
    assert about == ["item9"]
    assert support.headline("key") == "Here are people and places that can help."


@pytest.mark.parametrize("origin", ["item9", "key", "answer", "company", "help"])
def test_own_people_come_first_then_care_team_lines_and_emergency(origin, library):
    order = library.support().text_for(origin).order
    assert order == ("people", "care-team", "lines", "emergency")


def test_while_arriving_emergency_and_the_clinic_come_first(library):
    assert library.support().text_for("arriving").order[:2] == ("emergency", "care-team")


def test_every_line_says_when_and_against_what_it_was_checked(library):
    for line in library.support().lines:
        assert line.source, line.name
        assert line.last_checked.year >= 2026, line.name
        assert line.call or line.text or line.url, line.name


@pytest.mark.parametrize("country", ["US", "us", " de ", "ZZ", ""])
def test_any_country_or_none_gets_the_directory_last(country, library):
    assert library.support().lines_for(country)[-1].countries == ("*",)


def test_a_country_gets_its_own_lines(library):
    support = library.support()
    assert [line.call for line in support.lines_for("GB")[:-1]] == ["116 123"]
    assert support.emergency_for("GB") == "999"
    assert support.emergency_for("IE") == "112"
    assert support.emergency_for("ZZ") == support.emergency_elsewhere


def test_no_number_that_is_out_of_use_ships(library):
    written = " ".join(f"{line.call} {line.text}" for line in library.support().lines)
    assert not [number for number in STALE if number in written]


def test_the_star_is_no_country(library):
    assert "*" not in library.support().countries
    assert len(library.support().lines_for("*")) == 1


def test_every_country_with_a_line_has_an_emergency_number(library):
    support = library.support()
    unknown = [c for c in support.countries if support.emergency_for(c) == "" or not c.isupper()]
    assert unknown == []
    assert not [
        code
        for code in support.countries
        if support.emergency_for(code) == support.emergency_elsewhere
    ]


def test_breath_is_never_the_first_nor_the_only_exercise(library):
    ids = [exercise.id for exercise in library.grounding()]
    assert ids[0] == "room"
    assert "breath" in ids
    breath = next(each for each in library.grounding() if each.id == "breath")
    assert "instead" in breath.note


def test_no_exercise_asks_to_shut_the_eyes_or_runs_against_a_clock(library):
    words = re.compile(r"close your eyes|shut|seconds|minutes|count to", re.IGNORECASE)
    for exercise in library.grounding():
        assert not [step for step in exercise.steps if words.search(step)], exercise.id
