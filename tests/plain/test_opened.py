import pytest

from integrate.domain.entry import Answered, Heading, Words
from integrate.domain.prompt import Kind
from integrate.journal.edit import edit
from integrate.journal.unlock import unlock
from integrate.journal.write import note
from integrate.plain.opened import open_page

from .conftest import MACHINE, NOW, PASSPHRASE, label


@pytest.fixture
def page(journal):
    return note(journal, "first", NOW, title="Kettle").id


def text(journal):
    return journal.words(journal.entries[0]).text


def test_a_page_is_read_and_left_with_an_empty_line(here, page):
    scene = here("", "not heard")
    open_page(scene, page)
    assert "first" in scene.talk.said
    assert scene.talk.left() == ["not heard"]


def test_it_is_given_new_words(here, journal, page):
    scene = here(label("Give it new words"), "second", "/next", "")
    open_page(scene, page)
    assert "The new wording is kept." in scene.talk.said
    assert text(journal) == "second"


def test_what_another_window_wrote_meanwhile_is_told_and_both_stay(
    here, journal, page, place, library
):
    def elsewhere(_talk):
        other = unlock(place.path, PASSPHRASE, machine=MACHINE, library=library)
        edit(other, other.entries[0], text="theirs")
        other.close()
        return "mine"

    scene = here(label("Give it new words"), elsewhere, "/next", "")
    open_page(scene, page)
    assert any("changed in another window" in line for line in scene.talk.said)
    assert len(journal.entries[0].also) == 1


def test_an_earlier_wording_is_read_and_brought_back_after_a_yes(here, journal, page):
    edit(journal, journal.entries[0], text="second")
    bring, yes = label("Bring wording 1 back"), label("Bring this wording back")
    scene = here(label("Earlier wordings"), bring, yes, "")
    open_page(scene, page)
    assert "The page reads like this again." in scene.talk.said
    assert text(journal) == "first"


def test_without_a_yes_it_stays(here, journal, page):
    edit(journal, journal.entries[0], text="second")
    open_page(here(label("Earlier wordings"), label("Bring wording 1 back"), "", ""), page)
    assert text(journal) == "second"


def test_a_page_without_words_of_ones_own_is_not_offered_new_ones(here, journal):
    answers = (Answered(prompt="a", kind=Kind.SCALE, ask="How heavy?", value=7, high=10),)
    heading = Heading(when=NOW, title="Check-in", set="checkin")
    listed = journal.add_entry(heading, Words(answers=answers))
    scene = here("")
    open_page(scene, listed.id)
    assert "Give it new words" not in scene.talk.all


def test_a_pipe_is_only_read_to(here, page):
    scene = here("not heard", live=False)
    open_page(scene, page)
    assert scene.talk.left() == ["not heard"]


def test_a_page_that_is_gone_is_one_sentence(here):
    scene = here("not heard")
    open_page(scene, "feed")
    assert len(scene.talk.said) == 1
