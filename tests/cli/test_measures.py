"""Measures from the command line: asked, refused, scored, and shown."""

from datetime import timedelta

import pytest

from integrate.words import say

from .conftest import NOW

pytestmark = pytest.mark.usefixtures("made")

ANSWERS = "3\n3\n3\n3\n2\n2\n3\n1\n1\n2\n"
"""The published example with a total of 12, and a word on how difficult it was."""
WRONG_SUM = "1\n1\n1\n2\n3\n2\n4\n3\n2\n1\n"
"""HL7 states 13 for these answers; they sum to 10."""


@pytest.fixture
def newest(at_journal):
    """The id of the newest page."""
    return lambda: at_journal("list", "--json").json[0]["id"]


def test_a_measure_through_a_pipe_is_scored_and_kept(at_journal, newest):
    ran = at_journal("write", "phq9", "--plain", stdin=ANSWERS)
    assert (ran.code, ran.err) == (0, "")
    assert "Total: 12 of 0 to 27.\n" in ran.out
    shown = at_journal("show", newest()).out
    assert "Total: 12 of 0 to 27.\n" in shown
    assert "Copyright © Pfizer Inc." in shown
    assert shown.index("Total:") < shown.index("Little interest")


def test_show_json_has_the_score_with_its_published_rules(at_journal, newest):
    before = NOW - timedelta(days=30)
    at_journal("write", "phq9", stdin="4\n" * 9 + "1\n", now=before)
    at_journal("write", "phq9", stdin=ANSWERS)
    told = at_journal("show", newest(), "--json").json["measure"]
    assert (told["id"], told["total"], told["min"], told["max"]) == ("phq9", 12, 0, 27)
    assert (told["band"], told["missing"], told["support"]) == ("moderate", [], False)
    (cutoff,) = told["cutoffs"]
    assert (cutoff["from"], cutoff["to"], cutoff["reach"]) == (10, None, "reached")
    assert told["earlier"] == {"total": 27, "when": before.isoformat(timespec="seconds")}
    assert told["change"]["by"] == -15
    (rule,) = told["change"]["rules"]
    assert (rule["from"], rule["reach"], rule["source"]) == (
        5,
        "reached",
        "Löwe 2004 Med Care 42:1194",
    )
    assert told["too_soon"] is False
    assert told["copyright"].startswith("Copyright © Pfizer Inc.")


def test_show_json_says_which_answers_are_missing_and_gives_no_score(at_journal, newest):
    at_journal("write", "pcl5", stdin="1\n2\n")
    told = at_journal("show", newest(), "--json").json["measure"]
    assert told["missing"] == list(range(3, 21))
    assert (told["total"], told["band"], told["cutoffs"], told["change"]) == (None, None, [], None)


def test_the_rule_and_the_cut_off_of_pcl5_stand_apart(at_journal, newest):
    at_journal("write", "pcl5", stdin="5\n" * 5 + "2\n" * 2 + "5\n" * 5 + "2\n" * 8)
    told = at_journal("show", newest(), "--json").json["measure"]
    assert (told["total"], told["band"]) == (50, None)
    assert told["cutoffs"][0]["reach"] == "reached"
    assert told["symptom_rule"]["met"] is False


def test_a_page_of_a_set_has_no_measure(at_journal, newest):
    at_journal("note", stdin="The kettle sang.")
    assert at_journal("show", newest(), "--json").json["measure"] is None


def test_the_wrong_published_sum_is_not_repeated_and_help_stands_before_the_total(at_journal):
    out = at_journal("write", "phq9", stdin=WRONG_SUM).out
    headline = out.index("You marked that thoughts of death")
    assert headline < out.index("If you checked off") < out.index("Total: 10 of 0 to 27.")


def test_in_tender_hours_a_measure_is_refused_in_one_sentence(at_journal):
    start = (NOW - timedelta(hours=1)).strftime("%Y-%m-%d %H:%M")
    assert at_journal("session", "add", start, "--route", "im").code == 0
    ran = at_journal("write", "phq9", stdin=ANSWERS)
    assert (ran.code, ran.err) == (1, say("measure.wait.tender") + "\n")
    assert at_journal("list", "--json").json == []


def test_too_soon_is_said_aside_and_does_not_stop_a_script(at_journal):
    at_journal("write", "phq9", stdin=ANSWERS, now=NOW - timedelta(days=2))
    ran = at_journal("write", "phq9", stdin=ANSWERS)
    assert ran.code == 0
    assert ran.err.startswith("The last time was Sun 8 March 2026.")
    assert ran.err.count("\n") == 1


def test_measures_are_offered_where_a_name_is_completed():
    from integrate.cli.write import command

    (argument,) = [each for each in command.params if each.name == "set_id"]
    found = argument.shell_complete(None, "ph")
    assert {str(getattr(each, "value", each)) for each in found} >= {"phq4", "phq9"}
