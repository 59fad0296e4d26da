"""The library: every set and measure in its section, with when it is asked and nothing counted."""

import re
from datetime import timedelta

import pytest

from integrate.domain.own_set import SetAbout, SetText
from integrate.domain.prompt import Hours, When
from integrate.journal.journal import SET
from integrate.journal.sets import keep_set
from integrate.journal.shelf import beside, shelf, when_said, with_words

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
"""


@pytest.fixture
def lake(journal, now):
    return keep_set(journal, LAKE, now, source="imported")


@pytest.fixture
def broken(journal, now):
    """A set of the person's own whose text is no set any more."""
    about = SetAbout(id="torn", title="Torn page", source="own", added=now)
    text = SetText(toml="schema = ")
    return journal.put(SET, about, text, lambda of, item: of.keep_set(item, about, text.toml))


def titles(journal, now, section):
    return [each.title for each in shelf(journal, now) if each.section == section]


@pytest.mark.usefixtures("lake")
def test_what_is_one_s_own_stands_apart_from_what_came_along(journal, now):
    assert titles(journal, now, "yours") == ["By the lake"]
    assert len(titles(journal, now, "came")) == len(journal.library.set_ids())
    assert len(titles(journal, now, "measures")) == len(journal.library.measure_ids())


def test_each_says_when_it_is_asked_or_that_it_waits_to_be_chosen(journal, now):
    said = {each.id: each.line for each in shelf(journal, now)}
    assert said["open"] == "asked in the open window"
    assert said["checkin"] == "when you choose it"
    assert said["phq9"] == "not answered yet"


def test_what_fits_any_time_comes_first_and_then_phase_by_phase(journal, now):
    came = [each.id for each in shelf(journal, now) if each.section == "came"]
    assert came.index("checkin") < came.index("before") < came.index("open") < came.index("weaving")


def test_a_measure_says_when_it_was_answered_and_from_when_it_can_be_asked_again(
    journal, now, answer
):
    answer("phq9", [1] * 9, days=3)
    answer("gad7", [1] * 7, days=40)
    books = {each.id: each for each in shelf(journal, now)}
    assert books["phq9"].line == "again from 21 Mar"
    assert beside(books["phq9"]) == (
        "About 3 minutes. You last answered it on Sat 7 March. "
        "It can be asked again from Sat 21 March."
    )
    assert books["gad7"].line == "last on 29 Jan"


def test_another_year_is_said(journal, now, answer):
    answer("gad7", [1] * 7, days=100)
    answer("phq9", [1] * 9, days=1)
    lines = {each.id: each.line for each in shelf(journal, now)}
    assert lines["gad7"] == "last on 30 Nov 2025"
    assert all(len(each) <= 24 for each in lines.values())


def test_nothing_is_counted_and_nothing_is_praised(journal, now, answer):
    answer("phq9", [1] * 9, days=30)
    answer("phq9", [1] * 9, days=60)
    for each in shelf(journal, now):
        said = f"{each.line} {each.more}"
        assert not re.search(r"\b(times?|twice|done|streak|well)\b", said)


@pytest.mark.usefixtures("broken", "lake")
def test_a_set_that_cannot_be_read_is_named_and_costs_only_itself(journal, now):
    torn, lake = (each for each in shelf(journal, now) if each.section == "yours")
    torn, lake = sorted((torn, lake), key=lambda each: each.ready)
    assert (torn.title, torn.line, torn.ready) == ("Torn page", "cannot be read now", False)
    assert lake.ready


def test_one_that_is_still_being_written_says_so(journal, now):
    keep_set(journal, LAKE.replace("closing", "ending"), now, source="own", state="draft")
    (draft,) = (each for each in shelf(journal, now) if each.section == "yours")
    assert (draft.line, draft.ready) == ("still being written", False)


@pytest.mark.usefixtures("lake")
@pytest.mark.parametrize(("hours", "fits"), [(1, "arriving"), (10, "landing")])
def test_while_rest_comes_first_there_is_only_what_may_be_begun(journal, now, past, hours, fits):
    past(hours)
    assert [each.id for each in shelf(journal, now)] == [fits]


@pytest.mark.usefixtures("lake")
def test_a_set_is_found_by_any_part_of_its_title(journal, now):
    books = shelf(journal, now)
    assert [each.id for each in with_words(books, "LAKE by")] == ["lake"]
    assert {each.id for each in with_words(books, "pc")} == {"pcl5", "pcptsd5"}
    assert with_words(books, "") == books
    assert with_words(books, "no such") == ()


@pytest.mark.parametrize(
    ("when", "said"),
    [
        (None, "when you choose it"),
        (When(phase="landing"), "asked as you land"),
        (When(table="talk", phase="between"), "asked between hours"),
        (When(hours=Hours(from_=24, to=72)), "asked 24 to 72 hours after"),
        (When(hours=Hours(from_=-48, to=-2)), "asked 48 to 2 hours before"),
        (When(hours=Hours(from_=-2, to=3.5)), "asked 2 hours before to 3.5 hours after"),
        (When(phase="harvest"), "asked in harvest"),
    ],
)
def test_the_time_of_a_set_is_said_in_a_few_words(library, when, said):
    assert when_said(when, library.phase_tables()) == said


@pytest.mark.usefixtures("lake")
def test_two_windows_show_the_same_library(journal, now, again):
    assert shelf(again(), now + timedelta(minutes=1)) == shelf(journal, now)
