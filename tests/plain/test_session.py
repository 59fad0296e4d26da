"""One session: what can be changed about it, and the days around it."""

import pytest

from integrate.domain.session import Route, Went
from integrate.plain.session import one_session
from integrate.words import say

from .conftest import NOW, label


def test_route_and_title_are_changed_and_an_empty_title_keeps_what_stands(
    here, journal, session_at
):
    session = session_at(-48)
    route, title = label("Change how the medicine is taken"), label("Change its title")
    one_session(here(route, "1", title, "Third", title, "", ""), session)
    (kept,) = journal.sessions
    assert (kept.route, kept.title) == (Route.IV, "Third")


def test_a_session_is_called_off_and_no_days_follow_from_it(here, journal, session_at):
    scene = here(label("It was called off"), label("The days around it"), "")
    one_session(scene, session_at(-48))
    assert journal.sessions[0].went is Went.NO
    assert say("sessions.phases.none") in scene.talk.said


def test_it_is_said_that_it_went_ahead_after_all(here, journal, session_at):
    one_session(here(label("It went ahead"), ""), session_at(30, went=Went.NO))
    assert journal.sessions[0].went is Went.YES


def test_it_is_said_that_somebody_has_slept(here, journal, session_at):
    scene = here(label("I have slept since"), "")
    one_session(scene, session_at(30))
    assert journal.sessions[0].slept_at == NOW
    offered = [line for line in scene.talk.said if line.endswith(say("lines.session.slept"))]
    assert len(offered) == 1


def test_what_has_not_begun_is_not_asked_about(here, session_at):
    scene = here("")
    one_session(scene, session_at(-48))
    for key in ("lines.session.went", "lines.session.slept"):
        assert say(key) not in scene.talk.all


def test_the_days_around_it_say_when_they_begin_on_what_ground_and_which_hold_now(here, session_at):
    scene = here(label("The days around it"), "")
    one_session(scene, session_at(60, slept=True))
    (now,) = [line for line in scene.talk.said if line.startswith("Now: ")]
    assert now.startswith("Now: Open window, from ")
    assert "On what ground: " in now


def test_why_these_days_names_the_sources(here, session_at):
    scene = here(label("Why these days?"), "")
    one_session(scene, session_at(60))
    assert any(line.startswith("Source: ") for line in scene.talk.said)
    assert say("why.close") in scene.talk.said


@pytest.mark.parametrize("end", [["/back"], ["/pause"], []])
def test_turning_back_changes_nothing(here, journal, session_at, end):
    session = session_at(30)
    for begin in ([], ["1"], ["2"], ["3"]):
        one_session(here(*begin, *end), session)
    assert list(journal.sessions) == [session]
