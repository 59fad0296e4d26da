from datetime import timedelta

from msgspec.structs import replace

from integrate.domain.answer import Answer
from integrate.journal.begin import begin, begin_free
from integrate.journal.draft import Keeper, waiting
from integrate.journal.rewording import begin_rewording
from integrate.journal.write import note
from integrate.plain.waiting import go_on, offer_same, offer_waiting

from .conftest import NOW

HALF_AN_HOUR = timedelta(minutes=30)


def leave_a_page(journal, text: str) -> None:
    Keeper(journal).keep(replace(begin_free(NOW), text=text))


def test_a_waiting_page_is_offered_with_its_title_and_day(here, journal):
    leave_a_page(journal, "half")
    scene = here("2")
    offer_waiting(scene)
    assert "A page is waiting: Free page, begun Tue 10 March." in scene.talk.said
    assert len(waiting(journal)) == 1


def test_a_new_wording_that_waits_is_called_after_its_page(here, journal):
    page = note(journal, "half", NOW, title="Blue cup")
    listed = next(each for each in journal.entries if each.id == page.id)
    Keeper(journal).keep(begin_rewording(listed, journal.words(listed), None, NOW))
    scene = here("2")
    offer_waiting(scene)
    assert "A new wording is waiting: Blue cup, begun Tue 10 March." in scene.talk.said


def test_enter_goes_on_with_it(here, journal):
    leave_a_page(journal, "half")
    offer_waiting(here("", "done", "/next"))
    (listed,) = journal.entries
    assert journal.words(listed).text == "half\ndone"
    assert waiting(journal) == []


def test_a_waiting_set_goes_on_with_its_answers(here, journal):
    guided = begin(journal, "checkin", NOW)
    Keeper(journal).keep(replace(guided, walk=guided.walk.answer(Answer(value=7))))
    scene = here("", "/stop")
    offer_waiting(scene)
    (listed,) = journal.entries
    assert [each.value for each in journal.words(listed).answers] == [7]


def test_throwing_it_away_needs_a_yes(here, journal):
    leave_a_page(journal, "half")
    offer_waiting(here("3", ""))
    assert len(waiting(journal)) == 1
    offer_waiting(here("3", "1"))
    assert waiting(journal) == []


def test_no_draft_is_lost_when_the_lines_end(here, journal):
    leave_a_page(journal, "half")
    offer_waiting(here())
    assert len(waiting(journal)) == 1


def test_a_set_that_waits_is_offered_before_it_is_begun_anew(here, journal):
    guided = begin(journal, "checkin", NOW)
    Keeper(journal).keep(replace(guided, walk=guided.walk.answer(Answer(value=7))))
    assert not offer_same(here("2"), "checkin")
    assert not offer_same(here(), "open")
    assert len(waiting(journal)) == 1
    assert offer_same(here("1", "/stop"), "checkin")
    assert waiting(journal) == []


def test_one_that_another_window_took_is_said_calmly(here, journal):
    leave_a_page(journal, "half")
    (left,) = waiting(journal)
    journal.vault.adopt_draft(left.rid)
    scene = here()
    go_on(scene, left)
    assert "another window" in scene.talk.all


def test_a_set_begun_in_the_open_window_asks_for_no_memory_once_a_new_session_has_begun(
    here, journal, session_at
):
    before = NOW - HALF_AN_HOUR
    session_at(60, slept=True)
    guided = begin(journal, "open", before)
    assert guided.walk.memory
    Keeper(journal).keep(replace(guided, walk=guided.walk.answer(Answer(value=9))))
    session_at(0.5)
    scene = here("", "/pause")
    offer_waiting(scene)
    (left,) = waiting(journal)
    walk = left.passage.walk
    assert (walk.memory, walk.max_depth) == (False, 1)
    assert not [prompt.id for prompt in walk.order() if prompt.depth > 1]


def test_soon_after_a_session_throwing_it_away_is_not_offered(here, journal, session_at):
    leave_a_page(journal, "half")
    session_at(2)
    scene = here("")
    offer_waiting(scene)
    assert "Throw it away" not in scene.talk.all
    assert "Leave it where it is" in scene.talk.all
