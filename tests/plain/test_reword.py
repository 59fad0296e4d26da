from contextlib import suppress

import pytest

from integrate.domain.entry import Answered, Heading, Words
from integrate.domain.prompt import Kind
from integrate.journal.draft import waiting
from integrate.journal.edit import CannotEdit
from integrate.journal.write import note
from integrate.plain.leaving import Leaving
from integrate.plain.reword import reword

from .conftest import NOW


def only(journal):
    (listed,) = journal.entries
    return listed


@pytest.fixture
def page(journal):
    note(journal, "first", NOW, title="Free page")
    return only(journal)


@pytest.fixture
def guided(journal):
    words = Words(
        answers=(
            Answered(prompt="a", kind=Kind.SCALE, ask="How heavy?", value=7, high=10),
            Answered(prompt="b", kind=Kind.TEXT, ask="What hums?", value="old"),
            Answered(prompt="c", kind=Kind.TEXT, ask="What else?", value="more"),
        )
    )
    return journal.add_entry(Heading(when=NOW, title="Check-in", set="checkin"), words)


def test_a_page_is_shown_and_what_is_typed_takes_its_place(here, journal, page):
    scene = here("second", "", "third", "/next")
    edited = reword(scene, page)
    assert edited is not None
    assert "first" in scene.talk.said
    assert journal.words(only(journal)).text == "second\n\nthird"
    assert waiting(journal) == []


@pytest.mark.parametrize("lines", [["/next"], ["", " ", "/next"]])
def test_without_a_word_nothing_changes_and_it_is_said(here, journal, page, lines):
    scene = here(*lines)
    assert reword(scene, page) is None
    assert "nothing was changed" in scene.talk.all
    assert only(journal) == page
    assert waiting(journal) == []


@pytest.mark.parametrize("lines", [["half", "/pause"], ["half"], ["half", Leaving(15, "")]])
def test_words_that_were_not_finished_wait_as_a_draft_and_the_page_stays(
    here, journal, page, lines
):
    with suppress(Leaving):
        assert reword(here(*lines), page) is None
    assert only(journal) == page
    (left,) = waiting(journal)
    assert left.passage.text == "half"


def test_an_answer_is_chosen_among_those_that_are_words(here, journal, guided):
    scene = here("2", "new", "/next")
    assert reword(scene, guided)
    assert [each.value for each in journal.words(only(journal)).answers] == [7, "old", "new"]
    assert "How heavy?" not in scene.talk.all
    assert "more" in scene.talk.said


def test_a_named_answer_is_not_asked_for(here, journal, guided):
    assert reword(here("new", "/next"), guided, 2)
    assert journal.words(only(journal)).answers[1].value == "new"


@pytest.mark.parametrize("lines", [["/pause"], []])
def test_choosing_none_changes_nothing(here, journal, guided, lines):
    assert reword(here(*lines), guided) is None
    assert only(journal) == guided


def test_a_page_without_answers_in_words_is_left_as_it_is(here, journal):
    words = Words(answers=(Answered(prompt="a", kind=Kind.YESNO, ask="So?", value=True),))
    listed = journal.add_entry(Heading(when=NOW, title="t", set="checkin"), words)
    scene = here("x")
    assert reword(scene, listed) is None
    assert scene.talk.left() == ["x"]


def test_an_answer_that_is_no_words_is_refused_before_a_line_is_heard(here, guided):
    scene = here("x")
    with pytest.raises(CannotEdit):
        reword(scene, guided, 1)
    assert scene.talk.left() == ["x"]


def test_a_page_that_was_deleted_meanwhile_costs_no_word(here, journal, page):
    def typed(_):
        journal.vault.delete(page.id)
        return "not lost"

    edited = reword(here(typed, "/next"), page)
    assert edited.apart
    journal.read()
    assert journal.words(only(journal)).text == "not lost"
