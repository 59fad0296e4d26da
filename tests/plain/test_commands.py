import pytest

from integrate.plain.commands import Command, heard

from .conftest import ScriptedTalk


@pytest.mark.parametrize(
    ("line", "command"),
    [
        ("/skip", Command.SKIP),
        ("/BACK", Command.BACK),
        ("/stop  ", Command.STOP),
        ("/quit", Command.PAUSE),
        ("/people", Command.SUPPORT),
    ],
)
def test_a_word_after_a_slash_steers(line, command):
    assert heard(ScriptedTalk([line])) is command


@pytest.mark.parametrize("line", ["skip", " /skip", "/skip this one", "and/or", ""])
def test_everything_else_is_a_persons_own_line(line):
    assert heard(ScriptedTalk([line])) == line


def test_a_line_that_reads_like_a_command_is_never_one():
    assert heard(ScriptedTalk(["stop"])) != Command.STOP


def test_a_slip_of_the_finger_does_not_end_up_among_the_words():
    talk = ScriptedTalk(["/skpi", "my words"])
    assert heard(talk) == "my words"
    assert "/skpi" in talk.all


def test_a_pipe_loses_no_line_that_begins_with_a_slash():
    assert heard(ScriptedTalk(["/etc"], live=False)) == "/etc"


def test_help_names_every_command_and_then_listens_again():
    talk = ScriptedTalk(["/help", "7"])
    assert heard(talk) == "7"
    assert all(f"/{each.value}" in talk.all for each in Command)


def test_after_the_last_line_there_is_nothing():
    assert heard(ScriptedTalk()) is None
