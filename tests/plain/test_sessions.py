from integrate.domain.session import Precision, Route, Went
from integrate.plain.sessions import sessions

from .conftest import label


def test_a_session_is_added_in_three_lines(here, journal):
    scene = here("1", "2026-03-14 14:00", "2", "Third session")
    sessions(scene)
    (added,) = journal.sessions
    assert (added.route, added.title) == (Route.IM, "Third session")
    assert added.precision is Precision.MINUTE
    assert "Third session" in scene.talk.said[-1]


def test_a_time_that_cannot_be_read_is_refused_with_an_example_and_asked_again(here, journal):
    scene = here("1", "sometime", "yesterday evening", "6", "")
    sessions(scene)
    assert "could not be read as a time" in scene.talk.all
    assert journal.sessions[0].route is Route.NONE


def test_turning_back_adds_nothing(here, journal):
    for lines in (["1", "/back"], ["1", "today", "/back"], ["1", "today", "1", "/back"], ["1"]):
        sessions(here(*lines))
        assert list(journal.sessions) == []


def test_a_session_is_moved_by_its_number(here, journal, session_at):
    session_at(-48)
    sessions(here("1", label("Change when it is"), "2026-03-20 10:00", ""))
    assert journal.sessions[0].starts.day == 20


def test_an_empty_line_keeps_a_session_as_it_stands(here, journal, session_at):
    before = session_at(-48)
    sessions(here("1", "1", "", ""))
    assert list(journal.sessions) == [before]


def test_each_session_says_whether_it_took_place(here, session_at):
    session_at(60)
    session_at(80, went=Went.NO)
    session_at(-48)
    scene = here("5")
    sessions(scene)
    for state in ("took place", "called off", "coming"):
        assert sum(line.endswith(state) for line in scene.talk.said) == 1


def test_escapes_in_a_title_reach_no_terminal(here, journal):
    sessions(here("1", "2026-03-14 14:00", "2", "Third\x1b[2J"))
    assert journal.sessions[0].title == "Third[2J"
