from integrate.journal.write import note
from integrate.plain.pages import read_a_page

from .conftest import NOW


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
    scene = here("2")
    read_a_page(scene)
    assert "The kettle sang." not in scene.talk.said


def test_an_empty_journal_says_so(here):
    scene = here()
    read_a_page(scene)
    assert scene.talk.said == ["Nothing is written yet."]
