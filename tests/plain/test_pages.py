from datetime import timedelta

import pytest

from integrate.journal.tag import tag
from integrate.journal.write import note
from integrate.plain.pages import read_a_page

from .conftest import NOW, label


def test_a_page_is_chosen_by_number_and_read(here, journal):
    note(journal, "The kettle sang.", NOW, title="Kettle")
    scene = here("1")
    read_a_page(scene)
    assert "1. Kettle, Tue 10 March 2026" in scene.talk.said
    assert "The kettle sang." in scene.talk.said


def test_older_pages_come_a_few_at_a_time(here, journal):
    for number in range(12):
        note(journal, f"words {number}", NOW.replace(minute=number), title=f"Page {number}")
    scene = here("10", "3")
    read_a_page(scene)
    assert "words 0" in scene.talk.said


def test_none_of_them_is_an_answer(here, journal):
    note(journal, "The kettle sang.", NOW, title="Kettle")
    scene = here("4")
    read_a_page(scene)
    assert "The kettle sang." not in scene.talk.said


def test_an_empty_journal_says_so(here):
    scene = here()
    read_a_page(scene)
    assert scene.talk.said == ["Nothing is written yet."]


def newest(journal):
    return journal.entries[0]


@pytest.fixture
def some(journal):
    """Four pages; two of them speak of a kettle."""
    for days, text, title in (
        (0, "The kettle sang in the grey of the morning.", "Kettle"),
        (1, "A walk by the sea.", "Sea"),
        (40, "No kettle, no tea.", "Quiet"),
        (41, "Rain.", "Rain"),
    ):
        note(journal, text, NOW - timedelta(days=days), title=title)
    return journal


def test_words_are_searched_and_each_page_is_named_with_a_line_of_it(here, some):
    assert some
    scene = here(label("Search for words"), "KETTLE", "2")
    read_a_page(scene)
    said = scene.talk.said
    first = "1. Kettle, Tue 10 March 2026. It says: The kettle sang in the grey of the morning."
    assert first in said
    assert "2. Quiet, Thu 29 January 2026. It says: No kettle, no tea." in said
    assert "No kettle, no tea." in said


def test_without_a_match_all_pages_are_offered_again(here, some):
    assert some
    scene = here(label("Search for words"), "marmalade", label("Rain, Wed 28 January 2026"))
    read_a_page(scene)
    assert "No page says all of these words." in scene.talk.said
    assert "Rain." in scene.talk.said


def test_from_what_was_found_one_gets_back_to_all(here, some):
    assert some
    back = label("Back to all pages")
    scene = here(label("Search for words"), "kettle", back, label("None of them"), "left")
    read_a_page(scene)
    assert scene.talk.left() == ["left"]


def test_only_some_pages_are_offered_for_a_tag_and_for_days(here, some):
    tag(some, newest(some), NOW, add=["home"])
    only = label("Only some of the pages")
    scene = here(
        only, label("A tag"), label("home"),
        only, label("Some days"), "soon", "since march",
        label("Kettle, Tue 10 March 2026"),
    )  # fmt: skip
    read_a_page(scene)
    assert "Only these pages: tag: home." in scene.talk.said
    assert "Only these pages: tag: home, since Sun 1 March 2026." in scene.talk.said
    assert any("last week" in line for line in scene.talk.said)
    assert "The kettle sang in the grey of the morning." in scene.talk.said


def test_a_wish_that_no_page_has_can_be_taken_back(here, some):
    assert some
    only = label("Only some of the pages")
    scene = here(only, label("Some days"), "2020", only, label("All pages again"), "1")
    read_a_page(scene)
    assert "No page is like this." in scene.talk.said
    assert "The kettle sang in the grey of the morning." in scene.talk.said


def test_only_the_pages_of_a_session_are_offered(here, some, session_at):
    assert some
    session_at(2, slept=True)
    only = label("Only some of the pages")
    scene = here(only, label("A session"), "1", "1")
    read_a_page(scene)
    assert "Only these pages: Second." in scene.talk.said
