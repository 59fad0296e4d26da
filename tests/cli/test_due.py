from datetime import timedelta

import pytest

from .conftest import NOW

pytestmark = pytest.mark.usefixtures("made")


def add(at_journal, hours_ago: float) -> str:
    when = (NOW - timedelta(hours=hours_ago)).strftime("%Y-%m-%d %H:%M")
    return at_journal("session", "add", when, "--route", "im", "--json").json["id"]


def test_with_no_session_nothing_is_asked(at_journal):
    ran = at_journal("due")
    assert (ran.code, ran.out) == (0, "Nothing is asked of you now.\n")
    told = at_journal("due", "--json").json
    assert (told["next"], told["phase"], told["waiting"]) == (None, None, 0)


def test_in_the_open_window_its_set_is_next_in_one_line(at_journal):
    session = add(at_journal, 60)
    ran = at_journal("due")
    assert ran.out == "Open window, about 20 min: integrate write open\n"
    told = at_journal("due", "--json").json
    assert told["phase"] == "open"
    assert told["session"] == session
    assert told["next"]["set"] == "open"


def test_after_eighteen_hours_it_asks_about_sleep(at_journal):
    session = add(at_journal, 20)
    assert f"session edit {session[:8]} --slept" in at_journal("due").out
    assert at_journal("due", "--json").json["slept"] == session


def test_a_planned_session_is_asked_about_first(at_journal):
    when = (NOW + timedelta(hours=1)).strftime("%Y-%m-%d %H:%M")
    session = at_journal("session", "add", when, "--route", "im", "--json").json["id"]
    later = NOW + timedelta(hours=5)
    assert f"session edit {session[:8]} --went yes" in at_journal("due", now=later).out
    assert at_journal("due", "--json", now=later).json["went_ahead"] == session


def test_a_waiting_draft_is_counted(at_journal):
    at_journal("write", "checkin", stdin="7\n/pause\n")
    assert at_journal("due", "--json").json["waiting"] == 1
