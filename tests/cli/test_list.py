from datetime import timedelta

import pytest

from .conftest import NOW

pytestmark = pytest.mark.usefixtures("made")


def test_an_empty_journal_says_so(at_journal):
    assert at_journal("list").out == "Nothing is written yet.\n"
    assert at_journal("list", "--json").json == []


def test_json_has_what_a_script_wants_newest_first(at_journal):
    session = at_journal("session", "add", "2026-03-08 07:00", "--route", "im", "--json").json
    at_journal("write", "checkin", stdin="7\n\n\n\n")
    at_journal("note", stdin="words", now=NOW + timedelta(minutes=5))
    note, checkin = at_journal("list", "--json").json
    assert checkin["when"] == "2026-03-10T19:00:00+01:00"
    assert (checkin["title"], checkin["set"]) == ("Check-in", "checkin")
    assert (checkin["session"], checkin["phase"]) == (session["id"], "open")
    assert (note["set"], note["session"], note["phase"]) == (None, session["id"], "open")
    assert set(note) >= {"id", "when", "title", "set", "session", "phase"}


def test_a_line_has_the_shortest_id_the_hour_the_phase_and_the_title(at_journal):
    at_journal("session", "add", "2026-03-08 07:00", "--route", "im")
    told = at_journal("note", "--json", stdin="words").json
    (line,) = at_journal("list").out.splitlines()
    assert line == f"{told['id'][:4]}  2026-03-10 19:00  Open window  Free page"


def test_no_word_of_a_page_is_in_the_list(at_journal):
    at_journal("note", stdin="canary")
    assert "canary" not in at_journal("list").out
    assert "canary" not in at_journal("list", "--json").out


def test_damage_is_named_on_standard_error_and_the_rest_is_listed(at_journal, damage_newest_record):
    at_journal("note", stdin="whole")
    at_journal("note", stdin="damaged", now=NOW + timedelta(minutes=1))
    damage_newest_record()
    ran = at_journal("list", "--json")
    assert ran.code == 0
    assert len(ran.json) == 1
    assert "damaged" in ran.err
