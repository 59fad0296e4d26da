from datetime import timedelta

import pytest
from msgspec.structs import replace

from integrate.domain.entry import Answered, Heading, Words
from integrate.domain.prompt import Kind
from integrate.journal.draft import Keeper, resume, waiting
from integrate.journal.edit import CannotEdit, edit
from integrate.journal.rewording import begin_rewording, left_for, reword
from integrate.journal.show import show
from integrate.journal.write import write


def only(journal):
    (listed,) = journal.entries
    return listed


def texts(journal):
    shown = show(journal, only(journal).id)
    return sorted((shown.entry.words.text, *(each.text for each in shown.also)))


@pytest.fixture
def page(journal, free_page):
    free_page("first")
    return only(journal)


@pytest.fixture
def begun(journal, page, now):
    """A new wording of that page on its way."""
    passage = begin_rewording(page, journal.words(page), None, now)
    return replace(passage, text="second")


@pytest.fixture
def guided(journal, now):
    words = Words(
        answers=(
            Answered(prompt="a", kind=Kind.SCALE, ask="How heavy?", value=7, high=10),
            Answered(prompt="b", kind=Kind.TEXT, ask="What?", value="old"),
        )
    )
    heading = Heading(when=now, title="Check-in", set="checkin")
    return journal.add_entry(heading, words)


def test_it_begins_with_what_stands_there(journal, page, now):
    passage = begin_rewording(page, journal.words(page), None, now)
    assert (passage.title, passage.text) == (page.heading.title, "first")


def test_it_takes_the_place_of_the_page_and_says_when(journal, again, begun, now):
    later = now + timedelta(hours=2)
    reword(journal, begun, later)
    other = again()
    assert texts(other) == ["second"]
    assert only(other).heading.worded == later


def test_a_title_comes_along(journal, begun, now):
    reword(journal, replace(begun, title="Harbour"), now)
    assert only(journal).heading.title == "Harbour"


def test_an_answer_is_put_in_its_place(journal, guided, now):
    passage = begin_rewording(guided, journal.words(guided), 2, now)
    assert (passage.title, passage.text) == ("What?", "old")
    reword(journal, replace(passage, text="new"), now)
    answers = journal.words(only(journal)).answers
    assert [each.value for each in answers] == [7, "new"]


def test_what_is_no_words_is_not_begun(journal, guided, now):
    with pytest.raises(CannotEdit):
        begin_rewording(guided, journal.words(guided), 1, now)


def test_a_draft_that_waited_still_knows_its_page(journal, again, page, begun, now):
    Keeper(journal).keep(begun)
    other = again()
    (left,) = waiting(other)
    passage, keeper = resume(other, left, now)
    assert left_for(other, page.id, None) is not None
    entry = write(other, passage, keeper, now)
    assert entry is not None
    assert entry.id == page.id
    assert texts(other) == ["second"]
    assert waiting(other) == []
    assert left_for(other, page.id, None) is None


def test_another_window_s_wording_stays_beside_it_and_that_is_told(journal, again, begun, now):
    other = again()
    edit(other, only(other), text="theirs")
    edited = reword(journal, begun, now)
    assert edited.beside
    journal.refresh()
    assert texts(journal) == ["second", "theirs"]


def test_so_it_does_when_that_was_already_seen(journal, again, begun, now):
    other = again()
    edit(other, only(other), text="theirs")
    journal.refresh()
    assert reword(journal, begun, now).beside
    assert texts(journal) == ["second", "theirs"]


def test_alone_it_is_beside_nothing(journal, begun, now):
    assert not reword(journal, begun, now).beside


def test_of_a_page_that_was_deleted_it_becomes_a_page(journal, page, begun, now):
    journal.remove(page.id)
    edited = reword(journal, begun, now)
    assert edited.apart
    assert only(journal).id != page.id
    assert texts(journal) == ["second"]


def test_an_answer_of_a_page_deleted_meanwhile_keeps_the_whole_page(journal, again, guided, now):
    seen = journal.words(guided)
    passage = replace(begin_rewording(guided, seen, 2, now), text="new")
    again().remove(guided.id)
    edited = reword(journal, passage, now, known=guided, seen=seen)
    assert edited.apart
    assert [each.value for each in edited.entry.words.answers] == [7, "new"]


def test_no_words_are_no_wording(journal, begun, now):
    with pytest.raises(CannotEdit):
        reword(journal, replace(begun, text=" "), now)


def test_a_draft_whose_answer_is_no_words_any_more_becomes_a_page(journal, guided, now):
    passage = replace(begin_rewording(guided, journal.words(guided), 2, now), text="new")
    lost = replace(passage, of=replace(passage.of, answer=1))
    entry = write(journal, lost, Keeper(journal), now)
    assert entry is not None
    assert (entry.id != guided.id, entry.words.text) == (True, "new")
    assert len(journal.entries) == 2
