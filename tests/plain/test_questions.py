from integrate.domain.session import Went
from integrate.plain.questions import ask_questions


def test_after_a_planned_start_it_asks_whether_it_went_ahead(here, journal, session_at):
    session_at(2, went=Went.UNSAID)
    scene = here("1")
    ask_questions(scene, set())
    assert "Did it go ahead?" in scene.talk.said
    assert journal.sessions[0].went is Went.YES


def test_no_calls_it_off(here, journal, session_at):
    session_at(2, went=Went.UNSAID)
    ask_questions(here("3"), set())
    assert journal.sessions[0].called_off


def test_moved_asks_when(here, journal, session_at):
    session_at(2, went=Went.UNSAID)
    ask_questions(here("2", "sometime", "2026-03-12 14:00"), set())
    assert journal.sessions[0].starts.day == 12
    assert journal.sessions[0].went is Went.UNSAID


def test_not_yet_is_a_whole_answer_and_is_not_asked_again_just_now(here, session_at):
    session_at(2, went=Went.UNSAID)
    passed: set[str] = set()
    ask_questions(here("4"), passed)
    scene = here()
    ask_questions(scene, passed)
    assert scene.talk.said == []


def test_after_eighteen_hours_it_asks_about_sleep(here, journal, session_at):
    session_at(19)
    scene = here("1")
    ask_questions(scene, set())
    assert "Have you slept since?" in scene.talk.said
    assert journal.sessions[0].slept_at is not None


def test_with_nothing_to_ask_it_says_nothing(here, session_at):
    session_at(60, slept=True)
    scene = here()
    ask_questions(scene, set())
    assert scene.talk.said == []
