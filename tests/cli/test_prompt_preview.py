"""`integrate prompts preview`: walked for real, kept nowhere."""

import pytest

from integrate.words import say

from .conftest import label, tree

CANARY = "marigolds under the stairwell"
DEEP = """schema = 1
[set]
id = "mine"
title = "A set of mine"
version = "1.0"
language = "en"
author = "Dr Test"
licence = "CC-BY-4.0"
minutes = 3
closing = "Look around the room."
max_depth = 2

[when]
phase = "doorstep"

[[prompt]]
id = "first"
kind = "text"
ask = "What stands out?"

[[prompt]]
id = "look"
kind = "text"
ask = "What do you see?"
depth = 2
"""


@pytest.fixture
def mine(home):
    """A set that breaks no rule, beside the tests' home."""
    file = home.parent / "mine.toml"
    file.write_text(DEEP.replace("doorstep", "open"))
    return file


@pytest.fixture
def breaking(home):
    """A set that asks for too much at the door, and can be walked."""
    file = home.parent / "breaking.toml"
    file.write_text(DEEP)
    return file


def test_a_file_is_walked_through_a_pipe_and_no_word_reaches_the_disk(
    command, home, mine, monkeypatch
):
    monkeypatch.setenv("TMPDIR", str(home))
    before = tree(home.parent)

    ran = command("prompts", "preview", mine, "--plain", stdin=f"{CANARY}\n.\nagain\n.\n")

    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith(say("preview.plain"))
    assert "Look around the room." in ran.out
    assert say("preview.hidden.none") in ran.out
    assert tree(home.parent) == before


def test_a_journal_that_is_there_is_neither_opened_nor_changed(
    at_journal, made, home, mine, monkeypatch
):
    monkeypatch.setattr("integrate.vault.Vault.open", lambda *_, **__: pytest.fail("opened"))
    before = tree(home.parent)

    assert at_journal("prompts", "preview", mine, stdin=f"{CANARY}\n.\n").code == 0
    assert tree(home.parent) == before
    assert made.exists()


def test_a_shipped_set_is_walked_in_the_phase_that_is_asked_for(command):
    ran = command("prompts", "preview", "open", "--at", "doorstep", "--plain")

    assert ran.code == 0
    assert say("preview.place", phase="At the door") in ran.out
    assert say("preview.reason.deep") in ran.out


def test_a_phase_that_there_is_not_names_those_that_there_are(command):
    ran = command("prompts", "preview", "open", "--at", "never")

    assert (ran.code, ran.refused_in_one_sentence) == (2, True)
    assert "doorstep" in ran.err
    assert "none" in ran.err


def test_a_name_that_is_none_says_what_comes_near(command):
    ran = command("prompts", "preview", "opne")

    assert (ran.code, ran.refused_in_one_sentence) == (1, True)
    assert "open" in ran.err


def test_a_file_that_cannot_be_walked_is_told_as_checking_tells_it(command, mine):
    mine.write_text(DEEP.replace('kind = "text"', 'kind = "txet"'))
    checked = command("prompts", "check", mine)

    ran = command("prompts", "preview", mine, "--plain", "--yes")

    assert (ran.code, ran.out) == (1, checked.out)
    assert ran.err.rstrip().endswith(say("preview.cannot", file=mine))


def test_a_file_that_breaks_a_rule_is_not_walked_unasked(command, breaking):
    checked = command("prompts", "check", breaking)

    ran = command("prompts", "preview", breaking, "--plain")

    assert (ran.code, ran.out) == (2, checked.out)
    assert "--yes" in ran.err


def test_after_a_yes_it_is_walked_and_held_to_its_phase_all_the_same(command, breaking):
    ran = command("prompts", "preview", breaking, "--plain", "--yes", stdin=".\n")

    assert ran.code == 0
    assert say("preview.reason.deep") in ran.out


def test_somebody_at_the_terminal_is_asked_whether_to_look_all_the_same(command, breaking, typing):
    said = typing(label(say("preview.rather_not")))
    assert command("prompts", "preview", breaking, "--plain").code == 1
    assert say("preview.breaks") in said
    assert say("preview.plain") not in said

    said = typing(label(say("preview.look")), "/pause", "/pause")
    assert command("prompts", "preview", breaking, "--plain").code == 0
    assert say("preview.plain") in said


def test_locking_a_preview_ends_it(command, mine, typing):
    typing("/lock")

    assert command("prompts", "preview", mine, "--plain").code == 0


def test_a_measure_is_asked_item_by_item_and_item_nine_shows_support_at_once(command):
    lines = "\n".join(["1"] * 8 + ["2"])

    ran = command("prompts", "preview", "phq9", "--plain", stdin=f"{lines}\n")

    from integrate.library import Library

    headline = Library.shipped().support().text_for("item9").headline
    assert ran.code == 0
    assert headline in ran.out
    assert ran.out.index(headline) < ran.out.index(say("measure.closing"))


def test_a_measure_keeps_to_its_hours_in_a_preview_too(command):
    ran = command("prompts", "preview", "pcl5", "--at", "landing", "--plain")

    assert (ran.code, ran.refused_in_one_sentence or "\n" in ran.err) == (1, True)
    assert say("measure.wait.tender") in ran.err
