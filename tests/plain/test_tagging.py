import pytest

from integrate.journal.tag import tag
from integrate.journal.write import note
from integrate.plain.tagging import change_tags

from .conftest import NOW


@pytest.fixture
def page(journal):
    entry = note(journal, "words", NOW, title="Page")
    return next(each for each in journal.entries if each.id == entry.id)


def tags(journal, page):
    return next(each.heading.tags for each in journal.entries if each.id == page.id)


def test_tags_are_typed_until_an_empty_line(here, journal, page):
    scene = here("#body, sea", "night", "", "not heard")
    change_tags(scene, page)
    assert tags(journal, page) == ("body", "sea", "night")
    assert scene.talk.said[0] == "This page has no tags."
    assert scene.talk.said[-1] == "Its tags: body, sea, night."
    assert scene.talk.left() == ["not heard"]


def test_one_that_is_there_is_taken_off(here, journal, page):
    put = tag(journal, page, NOW, add=["body", "sea"])
    change_tags(here("BODY", ""), put)
    assert tags(journal, page) == ("sea",)


def test_a_tag_of_another_page_is_named_and_put_on_as_it_is_written_there(here, journal, page):
    other = note(journal, "words", NOW, title="Other")
    tag(journal, next(e for e in journal.entries if e.id == other.id), NOW, add=["Körper"])
    scene = here("korper", "")
    change_tags(scene, page)
    assert "Tags on other pages: Körper." in scene.talk.said
    assert tags(journal, page) == ("Körper",)


def test_what_is_no_tag_is_told_and_nothing_is_changed(here, journal, page):
    scene = here("x" * 60, "")
    change_tags(scene, page)
    assert tags(journal, page) == ()
    assert "40" in scene.talk.said[-1]


def test_several_changes_are_one_wording(here, journal, page):
    change_tags(here("a", "b", "a", ""), page)
    assert tags(journal, page) == ("b",)
    assert len(journal.vault.history(page.id).wordings) == 2
