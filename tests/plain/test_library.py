"""The library in lines: by number or by a part of a title, with all that can be done there."""

import stat
from datetime import timedelta

import pytest
from msgspec.structs import replace

from integrate.domain.answer import answer_to
from integrate.domain.own_set import SetAbout, SetText
from integrate.journal.begin import begin
from integrate.journal.draft import Keeper, waiting
from integrate.journal.journal import SET
from integrate.journal.sets import keep_set, own_set, own_sets
from integrate.plain.home import Home
from integrate.plain.library import library

from .conftest import NOW, label

LAKE = """\
schema = 1
[set]
id = "lake"
title = "By the lake"
version = "1.0"
language = "en"
author = "Dr Okonjo"
licence = "CC-BY-4.0"
minutes = 3
opening = "Sit where you are."
closing = "Rest now."
[[prompt]]
id = "lake-light"
kind = "text"
ask = "What was the light like?"
translations.es = { ask = "¿Cómo era la luz?" }
"""
BEGIN = label("Begin it")
BACK = label("Back")


@pytest.fixture
def lake(journal):
    return keep_set(journal, LAKE, NOW, source="imported")


def test_everything_stands_in_one_numbered_list_under_its_section(here, journal):
    keep_set(journal, LAKE, NOW, source="imported")
    scene = here("")
    library(scene)
    said = scene.talk.said
    assert said.index("Yours") < said.index("Came with Integrate") < said.index("Questionnaires")
    assert "1. By the lake, 3 min, when you choose it" in said
    assert any(line.endswith("Open window, 20 min, asked in the open window") for line in said)
    assert any(line.endswith("PHQ-9, 3 min, not answered yet") for line in said)


@pytest.mark.usefixtures("lake")
def test_home_leads_there_and_an_empty_line_back(here):
    scene = here(label("The library"), "", label("Close"))
    Home(scene).run()
    assert "Library" in scene.talk.said
    assert scene.talk.left() == []


@pytest.mark.usefixtures("lake")
def test_a_part_of_a_title_opens_the_one_that_has_it(here):
    scene = here("the LAKE", BACK, "")
    library(scene)
    assert "By Dr Okonjo." in scene.talk.said
    assert "About 3 minutes. It is here when you choose it." in scene.talk.said


def test_several_that_have_it_are_listed_alone_and_numbered_anew(here):
    scene = here("pc", "2", BACK, "")
    library(scene)
    assert "These have it in their title." in scene.talk.said
    assert "2. PC-PTSD-5, 2 min, not answered yet" in scene.talk.said
    assert "It asks about hard memories, and can stir them." in scene.talk.said


def test_words_that_no_title_has_lead_to_all_of_them(here):
    scene = here("zebra", "")
    library(scene)
    assert "No title has that. Here are all of them." in scene.talk.said


@pytest.mark.usefixtures("lake")
def test_a_set_of_one_s_own_is_begun_answered_and_kept(here, journal):
    scene = here("1", BEGIN, "grey", "/next", "")
    library(scene)
    (listed,) = journal.entries
    assert listed.heading.set == "lake"


@pytest.mark.usefixtures("lake")
def test_it_speaks_the_language_that_was_wished_for(here, journal):
    from dataclasses import replace as another

    scene = another(here("1", BEGIN, "gris", "/next", ""), language="es-MX")
    library(scene)
    assert "¿Cómo era la luz?" in scene.talk.all
    assert "What was the light like?" not in scene.talk.said
    (listed,) = journal.entries
    assert journal.words(listed).answers[0].ask == "¿Cómo era la luz?"


@pytest.mark.usefixtures("lake")
def test_a_page_of_it_that_waits_is_offered_first(here, journal):
    left = begin(journal, "lake", NOW - timedelta(hours=2))
    held = left.walk.hold(answer_to(left.walk.step.prompt, "grey"))
    Keeper(journal).keep(replace(left, walk=held))
    scene = here("1", BEGIN, label("Go on with it"), "/next", "/next", "")
    library(scene)
    assert len(journal.entries) == 1
    assert not waiting(journal)


def test_why_it_is_there_is_said_when_it_is_asked_for(here):
    scene = here("open window", label("Why these questions are here"), BACK, "")
    library(scene)
    said = scene.talk.said
    assert "Found in animals" in said
    assert said.index("Found in animals") > said.index("By Integrate.") + 5


def test_it_can_be_looked_through_with_nothing_kept(here, journal):
    scene = here("catch", label("Look through it, with nothing kept"), "words", "/next", "/pause")
    library(scene)
    assert "This is a preview. Nothing that you type is kept." in scene.talk.said
    assert journal.entries == ()
    assert not waiting(journal)


@pytest.mark.parametrize(("answer", "begins"), [("Not now", False), ("Begin", True)])
def test_a_questionnaire_says_first_what_it_asks_for(here, journal, answer, begins):
    scene = here("pcl", BEGIN, label(answer), "1", "/pause", "")
    library(scene)
    assert "It asks about hard memories, and can stir them." in scene.talk.all
    assert bool(waiting(journal)) is begins


# --- to and from files


def test_a_set_from_a_file_is_told_first_and_kept_after_a_yes(here, journal, tmp_path):
    file = tmp_path / "lake.toml"
    file.write_text(LAKE)
    scene = here(label("Take one in from a file"), f"'{file}'", label("Keep it in my journal"), "")
    library(scene)
    for words in ("By Dr Okonjo.", "1. What was the light like?"):
        assert words in scene.talk.said
    assert own_set(journal, "lake").source == "imported"
    assert "1. By the lake, 3 min, when you choose it" in scene.talk.said


@pytest.mark.parametrize("answer", ["", "2", "/pause"])
def test_without_a_yes_nothing_is_kept(here, journal, tmp_path, answer):
    file = tmp_path / "lake.toml"
    file.write_text(LAKE)
    library(here(label("Take one in from a file"), str(file), answer, ""))
    assert own_sets(journal) == ()


@pytest.mark.usefixtures("lake")
def test_the_one_that_would_go_is_named(here, journal, tmp_path):
    file = tmp_path / "lake.toml"
    file.write_text(LAKE.replace('"1.0"', '"2.0"'))
    scene = here(label("Take one in from a file"), str(file), label("Replace mine with it"), "")
    library(scene)
    assert "version 1.0. This one is version 2.0." in scene.talk.all
    assert own_set(journal, "lake").version == "2.0"


def test_all_that_needs_a_change_is_told_as_the_checker_tells_it(here, journal, tmp_path):
    file = tmp_path / "lake.toml"
    file.write_text(LAKE.replace("kind", "kindd").replace("minutes = 3", 'minutes = "x"'))
    scene = here(label("Take one in from a file"), str(file), "")
    library(scene)
    assert f"{file}:9:11: 'minutes' is text in quotes; it should be a whole number" in (
        scene.talk.said
    )
    assert own_sets(journal) == ()


@pytest.mark.parametrize(
    ("path", "says"),
    [
        ("none.toml", "none.toml:1:1:"),
        ("~nobody-of-this-name/x.toml", "There is no such place."),
        ("a\0b", "There is no such place."),
    ],
)
def test_a_path_that_leads_nowhere_ends_nothing(here, path, says):
    scene = here(label("Take one in from a file"), path, "")
    library(scene)
    assert says in scene.talk.all
    assert scene.talk.left() == []


@pytest.mark.usefixtures("lake")
def test_a_file_is_new_and_for_its_owner_alone(here, tmp_path):
    out = tmp_path / "out.toml"
    scene = here(
        "1",
        label("Put it in a file"),
        str(out),
        label("Put it in a file"),
        str(out),
        BACK,
        "",
    )
    library(scene)
    assert out.read_text() == LAKE
    assert stat.S_IMODE(out.stat().st_mode) == 0o600
    assert "It was left as it is." in scene.talk.all


@pytest.mark.usefixtures("lake")
@pytest.mark.parametrize(("answer", "stays"), [("", True), ("1", False)])
def test_removing_asks_and_says_that_written_pages_stay(here, journal, answer, stays):
    lines = ["1", label("Remove it"), answer, *([BACK] if stays else []), ""]
    scene = here(*lines)
    library(scene)
    assert "What you wrote with it stays." in scene.talk.all
    assert bool(own_sets(journal)) is stays
    assert scene.talk.left() == []


def test_what_came_along_is_not_given_out_or_removed(here):
    scene = here("check-in", BACK, "")
    library(scene)
    assert "Remove it" not in scene.talk.all
    assert "Put it in a file" not in scene.talk.all


# --- in tender hours, and with damage


@pytest.mark.usefixtures("lake")
def test_while_rest_comes_first_there_is_only_what_may_be_begun(here, session_at):
    session_at(10)
    scene = here("")
    library(scene)
    assert (
        scene.talk.said.count(
            "Rest comes first. The other sets are here again once you have slept."
        )
        == 1
    )
    assert "1. Soft landing, 4 min, asked as you land" in scene.talk.said
    for words in ("By the lake", "PHQ", "Take one in"):
        assert words not in scene.talk.all


@pytest.mark.usefixtures("lake")
def test_a_set_that_cannot_be_read_is_named_and_costs_only_itself(here, journal):
    about = SetAbout(id="torn", title="Torn page", source="own", added=NOW)
    text = SetText(toml="schema = ")
    journal.put(SET, about, text, lambda of, item: of.keep_set(item, about, text.toml))
    scene = here("torn", BACK, "lake", BACK, "")
    library(scene)
    assert "2. Torn page, cannot be read now" in scene.talk.said
    assert "It is still kept." in scene.talk.all
    assert "By Dr Okonjo." in scene.talk.said
