from datetime import timedelta
from zoneinfo import ZoneInfo

import pytest

from .conftest import NOW

pytestmark = pytest.mark.usefixtures("made")


def test_a_session_is_added_by_words_and_listed(at_journal):
    assert at_journal("session", "add", "tomorrow 3pm", "--route", "im").code == 0
    (told,) = at_journal("session", "list", "--json").json
    assert told["when"] == "2026-03-11T15:00:00+01:00"
    assert (told["route"], told["precision"], told["went"]) == ("im", "minute", "unsaid")


def test_words_need_no_quotes(at_journal):
    told = at_journal("session", "add", "tomorrow", "3pm", "--route", "iv", "--json").json
    assert told["when"] == "2026-03-11T15:00:00+01:00"


def test_json_of_one_added_is_that_session(at_journal):
    told = at_journal(
        "session", "add", "yesterday evening", "--route", "none", "--title", "Talk", "--json"
    ).json
    assert (told["title"], told["precision"], told["went"]) == ("Talk", "part of day", "yes")


def test_sometime_is_refused_with_an_example_and_changes_nothing(at_journal, made):
    before = made.read_bytes()
    ran = at_journal("session", "add", "sometime", "--route", "im")
    assert ran.code == 1
    assert ran.refused_in_one_sentence
    assert "tomorrow 3pm" in ran.err
    assert made.read_bytes() == before


def test_through_a_pipe_the_route_must_be_said(at_journal):
    ran = at_journal("session", "add", "tomorrow 3pm")
    assert ran.code == 2
    assert ran.refused_in_one_sentence
    assert "--route" in ran.err


def test_without_words_it_asks_for_them(at_journal):
    ran = at_journal("session", "add", stdin="2026-03-14 14:00\n2\nThird\n")
    assert ran.code == 0
    (told,) = at_journal("session", "list", "--json").json
    assert (told["title"], told["route"]) == ("Third", "im")


def test_asked_with_json_the_questions_go_to_standard_error(at_journal):
    ran = at_journal("session", "add", "--json", stdin="2026-03-14 14:00\n2\nThird\n")
    assert ran.json["title"] == "Third"
    assert "When was it" in ran.err


def test_lines_that_end_early_add_nothing(at_journal):
    ran = at_journal("session", "add", stdin="2026-03-14 14:00\n")
    assert ran.code == 1
    assert at_journal("session", "list", "--json").json == []


@pytest.fixture
def session(at_journal, made) -> str:
    assert made.exists()
    return at_journal("session", "add", "2026-03-10 10:00", "--route", "im", "--json").json["id"]


@pytest.mark.parametrize(
    ("change", "key", "value"),
    [
        (["--title", "Second"], "title", "Second"),
        (["--route", "nasal"], "route", "nasal"),
        (["--when", "2026-03-12 09:30"], "when", "2026-03-12T09:30:00+01:00"),
        (["--went", "no"], "went", "no"),
        (["--went", "yes"], "went", "yes"),
        (["--slept"], "slept_at", "2026-03-10T19:00:00+01:00"),
    ],
)
def test_edit_changes_what_is_named(at_journal, session, change, key, value):
    told = at_journal("session", "edit", session[:6], *change, "--json").json
    assert told[key] == value
    (kept,) = at_journal("session", "list", "--json").json
    assert kept == told


def test_edit_without_a_change_is_not_understood(at_journal, session):
    ran = at_journal("session", "edit", session)
    assert ran.code == 2
    assert ran.refused_in_one_sentence


def test_a_title_can_be_taken_away(at_journal, session):
    at_journal("session", "edit", session, "--title", "Second")
    assert at_journal("session", "edit", session, "--title", "", "--json").json["title"] == ""


@pytest.mark.usefixtures("session")
@pytest.mark.parametrize("beginning", ["zzzz", ""])
def test_a_session_that_is_not_there_is_refused(at_journal, beginning):
    ran = at_journal("session", "edit", beginning, "--slept")
    assert ran.code == 1
    assert ran.refused_in_one_sentence


def test_escapes_in_a_title_reach_no_terminal(at_journal):
    ran = at_journal("session", "add", "today 10:00", "--route", "im", "--title", "a\x1b[2Jb")
    assert "\x1b" not in ran.out
    assert "\x1b" not in at_journal("session", "list").out


def test_the_list_reads_as_one_would_say_it(at_journal, session):
    (line,) = at_journal("session", "list").out.splitlines()
    assert line.startswith(session[:4])
    assert "Tue 10 March 2026, 10:00, IM, took place" in line


def test_help_says_what_becomes_of_the_command_line(command):
    for verb in ("add", "edit"):
        assert "history" in command("session", verb, "--help").out


def test_one_that_lies_ahead_is_coming(at_journal):
    when = (NOW + timedelta(days=2)).strftime("%Y-%m-%d %H:%M")
    assert "coming" in at_journal("session", "add", when, "--route", "im").out


def test_a_time_in_summer_that_is_told_in_winter_is_summer_time(at_journal, monkeypatch):
    monkeypatch.setattr("tzlocal.get_localzone", lambda: ZoneInfo("Europe/Berlin"))

    at_journal("session", "add", "2026-07-10 14:00", "--route", "im")

    (added,) = at_journal("session", "list", "--json").json
    assert added["when"] == "2026-07-10T14:00:00+02:00"
