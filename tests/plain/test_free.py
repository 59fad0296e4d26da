import pytest

from integrate.domain.entry import Words
from integrate.journal.begin import begin_free
from integrate.journal.draft import Keeper, resume, waiting
from integrate.plain.free import write_free
from integrate.plain.leaving import Leaving

from .conftest import NOW


def only_text(journal) -> str:
    (listed,) = journal.entries
    words: Words = journal.words(listed)
    return words.text


def test_empty_lines_are_part_of_the_page_and_next_ends_it(here, journal):
    assert write_free(here("one", "", "two", "/next"), begin_free(NOW), Keeper(journal))
    assert only_text(journal) == "one\n\ntwo"
    assert waiting(journal) == []


def test_the_end_of_a_pipe_ends_the_page(here, journal):
    assert write_free(here("one", "two", live=False), begin_free(NOW), Keeper(journal))
    assert only_text(journal) == "one\ntwo"


def test_the_end_of_a_terminal_keeps_a_draft(here, journal):
    assert write_free(here("one"), begin_free(NOW), Keeper(journal)) is None
    (left,) = waiting(journal)
    assert left.passage.text == "one"


def test_pause_keeps_it_and_it_goes_on_later(here, journal):
    write_free(here("one", "/pause"), begin_free(NOW), Keeper(journal))
    (left,) = waiting(journal)
    scene = here("two", "/next")
    write_free(scene, *resume(journal, left, NOW))
    assert "one" in scene.talk.said
    assert only_text(journal) == "one\ntwo"


@pytest.mark.parametrize(("typed", "kept"), [("tw", "one\ntw"), ("/ne", "one")])
def test_a_signal_keeps_the_words_of_a_line_not_entered_too_but_no_command(
    here, journal, typed, kept
):
    with pytest.raises(Leaving):
        write_free(here("one", Leaving(1, typed)), begin_free(NOW), Keeper(journal))
    (left,) = waiting(journal)
    assert left.passage.text == kept


def test_grounding_and_people_come_back_to_the_page(here, journal, library):
    steps = library.grounding()[0].steps
    scene = here("one", "/ground", "1", *[""] * len(steps), "/support", "two", "/next")
    write_free(scene, begin_free(NOW), Keeper(journal))
    assert only_text(journal) == "one\ntwo"
    assert scene.talk.said.count("The page goes on.") == 2


def test_an_empty_page_is_not_kept(here, journal):
    assert write_free(here("", "/next"), begin_free(NOW), Keeper(journal)) is None
    assert (list(journal.entries), list(waiting(journal))) == ([], [])


def test_a_command_that_does_nothing_here_takes_no_words(here, journal):
    write_free(here("one", "/clear", "/next"), begin_free(NOW), Keeper(journal))
    assert only_text(journal) == "one"
