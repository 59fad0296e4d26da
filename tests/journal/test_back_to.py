from datetime import timedelta

import pytest

from integrate.journal.back_to import back_to
from integrate.journal.edit import edit
from integrate.journal.history import history
from integrate.journal.undo import undo


@pytest.fixture
def page(journal, free_page, now):
    """Three wordings of a page."""
    free_page("first")
    edit(journal, journal.entries[0], text="second", now=now)
    edit(journal, journal.entries[0], title="Harbour", now=now)
    return journal.entries[0]


def test_an_earlier_wording_comes_back_as_the_newest_and_none_is_lost(journal, again, page, now):
    later = now + timedelta(hours=1)
    oldest = history(journal, page).earlier[-1]
    edited = back_to(journal, page, oldest, later)
    assert edited.entry.words.text == "first"
    other = again()
    (listed,) = other.entries
    assert other.words(listed).text == "first"
    assert (listed.id, listed.heading.when) == (page.id, page.heading.when)
    assert listed.heading.worded == later
    assert len(history(other, listed).earlier) == 3


def test_its_title_and_its_tags_come_back_with_it(journal, page, now):
    oldest = history(journal, page).earlier[-1]
    back_to(journal, page, oldest, now)
    assert journal.entries[0].heading.title == oldest.heading.title


def test_it_can_be_taken_back(journal, page, now):
    back_to(journal, page, history(journal, page).earlier[-1], now)
    undo(journal)
    (listed,) = journal.entries
    assert (listed.heading.title, journal.words(listed).text) == ("Harbour", "second")


def test_what_reads_the_same_is_not_written_again(journal, page, now):
    present = history(journal, page).earlier[0]
    back = back_to(journal, page, present, now)
    again_ = back_to(journal, journal.entries[0], present, now)
    assert (back.changed, again_.changed) == (True, False)


def test_on_a_page_that_was_deleted_meanwhile_it_is_a_new_page(journal, again, page, now):
    oldest = history(journal, page).earlier[-1]
    again().remove(page.id)
    edited = back_to(journal, page, oldest, now)
    assert edited.apart
    journal.refresh()
    assert [each.id for each in journal.entries] == [edited.entry.id]
