from datetime import timedelta

import pytest

from .conftest import NOW, tree

pytestmark = pytest.mark.usefixtures("made")

ANSWERS = "7\n1 3\n2\nThe kettle sang.\nRain.\n\n"


def test_answers_through_a_pipe_become_a_page(at_journal):
    ran = at_journal("write", "checkin", "--plain", stdin=ANSWERS)
    assert (ran.code, ran.err) == (0, "")
    (told,) = at_journal("list", "--json").json
    assert told["set"] == "checkin"
    shown = at_journal("show", told["id"]).out
    assert "The kettle sang.\nRain." in shown
    assert "7 of 10" in shown


def test_a_set_of_a_phase_is_finished_through_a_pipe(at_journal):
    lines = "7\nmy words\n\n" + "\n" * 30
    ran = at_journal("write", "open", "--plain", stdin=lines)
    assert ran.code == 0
    (told,) = at_journal("list", "--json").json
    answers = at_journal("show", told["id"], "--json").json["answers"]
    assert {each["prompt"]: each["value"] for each in answers}["open-stayed"] == "my words"


@pytest.mark.parametrize("lines", ["11\n5\n", "7\n1 99\n2\nwords\n\n"])
def test_an_answer_that_does_not_fit_ends_it_with_code_1_and_keeps_nothing(at_journal, made, lines):
    others = {path.name for path in made.parent.iterdir()}
    ran = at_journal("write", "checkin", "--plain", stdin=lines)
    assert ran.code == 1
    assert ran.err.startswith(f"Question {'1' if lines.startswith('11') else '2'} of ")
    assert ran.err.count("\n") == 1
    assert at_journal("list", "--json").json == []
    assert "A page is waiting" not in at_journal("--plain").out
    assert {path.name for path in made.parent.iterdir()} == others


def test_lines_that_end_early_are_kept_as_a_page_with_code_0(at_journal):
    ran = at_journal("write", "checkin", stdin="7\n")
    assert ran.code == 0
    assert ran.err == "The lines ended before the questions did; what was said is kept as a page.\n"
    (told,) = at_journal("list", "--json").json
    (said,) = at_journal("show", told["id"], "--json").json["answers"]
    assert said["value"] == 7
    assert "A page is waiting" not in at_journal("--plain").out


def test_a_pipe_that_says_nothing_is_refused_with_code_1(at_journal):
    ran = at_journal("write", "checkin", stdin="")
    assert ran.code == 1
    assert ran.err == "The lines ended before anything was said, so nothing is kept.\n"
    assert at_journal("list", "--json").json == []


def test_without_a_name_the_set_that_is_due_is_taken(at_journal):
    when = (NOW - timedelta(hours=60)).strftime("%Y-%m-%d %H:%M")
    at_journal("session", "add", when, "--route", "im")
    at_journal("write", stdin="7\nmy words\n\n" + "\n" * 30)
    (told,) = at_journal("list", "--json").json
    assert (told["set"], told["phase"]) == ("open", "open")


def test_with_nothing_due_it_says_so(at_journal):
    ran = at_journal("write")
    assert (ran.code, ran.out) == (0, "Nothing is asked of you now.\n")


@pytest.mark.parametrize("name", ["chekin", "no-such-thing", "../open", ""])
def test_a_set_that_is_not_there_is_refused(at_journal, made, name):
    before = tree(made.parent)
    ran = at_journal("write", name) if name else at_journal("write", "/")
    assert ran.code == 1
    assert ran.refused_in_one_sentence
    assert tree(made.parent) == before


def test_escapes_in_answers_reach_no_terminal(at_journal):
    at_journal("write", "checkin", stdin="7\n\n\na\x1b[2Jb\u202e\n\n")
    (told,) = at_journal("list", "--json").json
    shown = at_journal("show", told["id"])
    assert "a[2Jb" in shown.out
    assert "\x1b" not in shown.out
