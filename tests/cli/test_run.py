import os
import subprocess
import sys

import pytest

from integrate.cli import group
from integrate.cli.run import run

from .conftest import NOW, PASSPHRASE

PROGRAM = "from integrate.cli import main; main()"


def test_version_and_help_are_done_with_code_0(command):
    assert command("--version").out.startswith("integrate ")
    told = command("--help")
    assert (told.code, told.err) == (0, "")
    assert "session" in told.out


@pytest.mark.parametrize(
    "args",
    [
        ["unknown"],
        ["--unknown"],
        ["list", "--unknown"],
        ["show"],
        ["show", "one", "two"],
        ["session", "add", "today", "--route", "smoke"],
        ["demo", "--at", "midnight"],
        ["--journal"],
        ["session"],
    ],
)
def test_what_is_not_understood_gets_one_sentence_and_code_2(command, args):
    ran = command(*args)
    assert ran.code == 2
    assert ran.refused_in_one_sentence
    assert "--help" in ran.err


def test_an_error_that_nobody_foresaw_tells_its_place_and_no_words(command, monkeypatch):
    canary = "the kettle sang"

    def fails(**_how):
        local = canary
        raise RuntimeError(local)

    monkeypatch.setattr(group.integrate, "invoke", fails)
    monkeypatch.setattr(group.integrate, "invoke", lambda _context: fails())
    ran = command("list")
    assert ran.code == 1
    assert ran.err.count("\n") == 1
    assert "RuntimeError" in ran.err
    assert "test_run.py" in ran.err
    assert canary not in ran.err


def test_what_was_typed_on_the_command_line_cannot_speak_to_the_terminal(command):
    ran = command("--journal", "no\x1b]0;title\x07where\u202e\n\nmore", "list")
    assert ran.code == 1
    assert ran.refused_in_one_sentence
    assert "where" in ran.err
    assert not set(ran.err) & set("\x1b\x07\u202e")


@pytest.mark.parametrize("args", [["write", "checkin", "--plain"], ["note"], ["--plain"]])
def test_a_closed_standard_input_is_said_in_one_sentence(made, secret_file, args):
    closed = ["sh", "-c", 'exec "$@" <&-', "sh", sys.executable, "-c", PROGRAM]
    given = ["--journal", str(made), "--passphrase-file", str(secret_file)]
    done = subprocess.run([*closed, *given, *args], capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert done.stderr.startswith("Standard input is closed")
    assert done.stderr.count("\n") == 1


def test_grounding_is_said_where_standard_input_is_closed():
    closed = ["sh", "-c", 'exec "$@" <&-', "sh", sys.executable, "-c", PROGRAM]
    done = subprocess.run([*closed, "ground"], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    assert len(done.stdout.splitlines()) > 3


def test_ctrl_c_is_code_130_and_says_nothing(command, monkeypatch):
    def interrupted(_context):
        raise KeyboardInterrupt

    monkeypatch.setattr(group.integrate, "invoke", interrupted)
    ran = command("list")
    assert (ran.code, ran.out, ran.err) == (130, "", "")


def test_a_reader_that_goes_away_is_no_error(made, secret_file):
    integrate = [sys.executable, "-c", PROGRAM]
    given = ["--journal", str(made), "--passphrase-file", str(secret_file)]
    read, write = os.pipe()
    os.close(read)
    try:
        done = subprocess.run(
            [*integrate, *given, "list"], stdout=write, stderr=subprocess.PIPE, check=False
        )
    finally:
        os.close(write)
    assert done.stderr == b""
    assert done.returncode == 141


@pytest.mark.parametrize("before", [True, False])
def test_options_of_the_journal_stand_before_or_after_the_verb(command, made, secret_file, before):
    given = ["--journal", made, "--passphrase-file", secret_file]
    ran = command(*given, "list") if before else command("list", *given)
    assert ran.code == 0


def test_what_stands_after_the_verb_wins(command, made, secret_file):
    ran = command(
        "--journal", "elsewhere", "list", "--journal", made, "--passphrase-file", secret_file
    )
    assert ran.code == 0


def test_a_variable_may_name_the_journal(command, made, secret_file, monkeypatch):
    monkeypatch.setenv("INTEGRATE_JOURNAL", str(made))
    assert command("list", "--passphrase-file", secret_file).code == 0


def test_a_terminal_without_our_characters_is_no_reason_to_stop():
    env = {**os.environ, "PYTHONIOENCODING": "ascii"}
    integrate = [sys.executable, "-c", PROGRAM]
    done = subprocess.run(
        [*integrate, "write", "--help"], capture_output=True, env=env, check=False
    )
    assert (done.returncode, done.stderr) == (0, b"")


def test_a_passphrase_is_in_no_argument_and_no_variable(made):
    assert PASSPHRASE not in " ".join(sys.argv)
    assert all(PASSPHRASE not in value for value in os.environ.values())
    assert run(["list", "--journal", str(made), "--passphrase", "x"], clock=lambda: NOW) == 2
