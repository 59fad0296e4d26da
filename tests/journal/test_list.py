from datetime import timedelta

from msgspec.structs import replace

from integrate.domain.answer import answer_to
from integrate.domain.session import Went
from integrate.journal.begin import begin
from integrate.journal.draft import Keeper
from integrate.journal.list_ import list_
from integrate.journal.session import went_ahead
from integrate.journal.write import write


def test_every_entry_newest_first_with_its_session_and_phase(journal, now, past, free_page):
    session = past(100, title="First")
    free_page("before it", hours=300)
    free_page("in the window", hours=40)
    free_page("now")
    rows = list_(journal)
    assert [row.phase for row in rows] == ["settling", "open", None]
    assert [row.session for row in rows] == [session, session, None]
    assert [row.when for row in rows] == [now - timedelta(hours=each) for each in (0, 40, 300)]
    assert {row.title for row in rows} == {"Free page"}


def test_a_free_page_moves_with_what_is_known_of_the_sessions(journal, now, past, free_page):
    free_page(hours=10)
    assert list_(journal)[0].phase is None
    session = past(12)
    assert list_(journal)[0].phase == "landing"
    went_ahead(journal, session, now, yes=False)
    assert list_(journal)[0].phase is None
    assert journal.sessions[0].went is Went.NO


def test_a_guided_entry_keeps_the_phase_that_it_was_written_in(journal, now, past):
    session = past(40)
    passage = begin(journal, "open", now)
    walk = passage.walk.answer(answer_to(passage.walk.prompt, 8)).stop()
    write(journal, replace(passage, walk=walk), Keeper(journal), now)
    went_ahead(journal, session, now, yes=False)
    (row,) = list_(journal)
    assert (row.set, row.phase, row.session.id) == ("open", "open", session.id)
