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


@pytest.fixture
def told(at_journal) -> dict[str, str]:
    """Three pages, by a name each."""
    session = at_journal("session", "add", "2026-03-08 07:00", "--route", "im", "--json").json
    at_journal("write", "checkin", stdin="7\n\n\n\n")
    old = at_journal("note", "--json", stdin="old", now=NOW - timedelta(days=300)).json
    new = at_journal("note", "--json", stdin="new kettle", now=NOW + timedelta(minutes=5)).json
    at_journal("tag", old["id"], "Sea")
    return {"session": session["id"], "old": old["id"], "new": new["id"]}


@pytest.mark.parametrize(
    ("option", "value", "count"),
    [
        ("--set", "checkin", 1),
        ("--set", "free", 2),
        ("--tag", "sea", 1),
        ("--when", "last 10 days", 2),
        ("--when", "before march", 1),
        ("--when", "yesterday", 0),
    ],
)
def test_only_some_pages_are_listed(at_journal, told, option, value, count):
    assert told
    assert len(at_journal("list", option, value, "--json").json) == count


def test_pages_of_a_session_are_listed_and_wishes_hold_together(at_journal, told):
    of_it = at_journal("list", "--session", told["session"][:5], "--json").json
    assert {each["id"] for each in of_it} >= {told["new"]}
    assert told["old"] not in {each["id"] for each in of_it}
    ran = at_journal("list", "--session", told["session"], "--tag", "sea")
    assert (ran.code, ran.out) == (0, "No page is like this.\n")


@pytest.mark.parametrize("wish", [["--when", "soon"], ["--session", "zzz"]])
def test_a_wish_that_cannot_be_read_is_one_sentence(at_journal, told, wish):
    assert told
    ran = at_journal("list", *wish)
    assert ran.code == 1
    assert ran.refused_in_one_sentence


def test_a_search_keeps_to_them(at_journal, told):
    found = at_journal("search", "new", "--when", "this week", "--json").json
    assert [each["id"] for each in found] == [told["new"]]
    assert at_journal("search", "new", "--tag", "sea").code == 1
