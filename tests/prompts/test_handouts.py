"""What the page for the people around somebody says: held to all that the prompts are held to."""

import re

import pytest

from integrate.domain.reading import as_sentences, grade
from integrate.library.handouts import handout, handout_ids

from .test_evidence import is_found_in_people
from .test_reading_grade import HARDEST
from .test_wording import NEVER


@pytest.fixture
def supporters():
    return handout("supporters")


@pytest.fixture
def sections(supporters):
    return {each.id: each for each in supporters.sections}


def said_by(made):
    yield from (made.sheet.title, made.sheet.opening, made.sheet.closing)
    for section in made.sections:
        yield from (section.title, *section.says, *section.rooms)


@pytest.mark.parametrize("name", handout_ids())
@pytest.mark.parametrize("rule", NEVER)
def test_it_never_says(rule, name):
    pattern = re.compile(NEVER[rule], re.IGNORECASE)
    assert [text for text in said_by(handout(name)) if pattern.search(text)] == []


@pytest.mark.parametrize("name", handout_ids())
def test_every_line_can_be_read_at_grade_8(name):
    assert [text for text in said_by(handout(name)) if grade(as_sentences((text,))) > HARDEST] == []


@pytest.mark.parametrize("name", handout_ids())
def test_it_claims_no_more_than_its_sources_found(name, library):
    known = library.references()
    for section in handout(name).sections:
        assert section.why.ideas, section.id
        assert known.keys() >= set(section.why.evidence)
        if section.why.strength == "direct":
            assert any(is_found_in_people(known[each]) for each in section.why.evidence)


def test_nobody_is_to_be_pressed_to_talk_or_told_what_it_meant(sections):
    said = " ".join(sections["leave"].says)
    assert "Do not press them to talk" in said
    assert "Do not ask them to go over old, painful times." in said
    assert "Do not tell them what it meant." in said


def test_driving_and_big_decisions_wait(sections):
    said = " ".join(sections["safe"].says)
    assert "No driving until the next day, after a good sleep" in said
    assert "No big decisions that day." in said


def test_the_journal_is_private_and_nobody_watches_over_it(sections):
    said = " ".join(sections["journal"].says)
    assert "Please do not ask to read it." in said
    assert "Nobody watches over the journal." in said


def test_it_says_when_to_call_and_whom(sections):
    assert [each.id for each in sections.values() if each.numbers] == ["help"]
    assert "The clinic's number" in sections["help"].rooms


def test_it_says_that_no_clinician_has_read_it(supporters):
    assert "No clinician has read it yet." in supporters.sheet.closing
