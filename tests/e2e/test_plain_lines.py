"""The line dialogue in a real terminal, however it ends."""

import re
import signal

import pytest

from integrate.words import say

from .conftest import CANARY, PASSPHRASE, Home
from .terminal import Terminal

LONG = " ".join(["lantern"] * 700)
"""Longer than a terminal takes in one line by itself."""


def answer(terminal: Terminal, *lines: str) -> None:
    for line in lines:
        terminal.type(line + "\n")


def unlock(terminal: Terminal) -> None:
    terminal.until_seen(say("unlock.passphrase"))
    answer(terminal, PASSPHRASE)
    terminal.until_seen(say("plain.home.close"))


def until_heard(terminal: Terminal) -> None:
    """Until everything typed so far was heard and sealed: help is given only after that."""
    since = terminal.type("/help\n")
    terminal.until_written(say("plain.help.words"), since)


def begin_and_write(terminal: Terminal, words: str) -> None:
    answer(terminal, "1")
    terminal.until_seen("Question 1 of")
    answer(terminal, "7")
    terminal.until_seen("Question 2 of")
    answer(terminal, words)
    until_heard(terminal)


def asked_groups(terminal: Terminal) -> list[int]:
    """Which groups of the code were asked for so far."""
    return [int(number) for number in re.findall(rb"Group (\d)\r", terminal.bytes)]


@pytest.mark.parametrize("kind", ["xterm-256color", "dumb"])
def test_the_first_run_leads_from_nothing_to_home(home, kind):
    with home.terminal("--plain", TERM=kind) as terminal:
        terminal.until_seen(say("lock.recent"))
        answer(terminal, "1")
        terminal.until_seen(say("passphrase.first"))
        answer(terminal, PASSPHRASE)
        terminal.until_seen(say("passphrase.again"))
        answer(terminal, PASSPHRASE)
        terminal.until_seen(say("code.written"))
        groups = re.findall(rb"Group \d: (\w{4})", terminal.bytes)
        answer(terminal, "1")
        for count in (1, 2):
            terminal.until(lambda count=count: len(asked_groups(terminal)) == count, "a group")
            answer(terminal, groups[asked_groups(terminal)[-1] - 1].decode())
        terminal.until_seen(say("plain.country.how"))
        answer(terminal, "GB")
        terminal.until_seen(say("plain.done"))
        answer(terminal, "")
        terminal.until_seen(say("plain.home.close"))
        answer(terminal, "/quit")
        assert terminal.until_ended() == 0
        assert PASSPHRASE.encode() not in terminal.bytes
    assert home.run("list", "--json").json == []


def assert_draft_goes_on(home: Home, words: str) -> None:
    assert home.run("list", "--json").json == []
    assert home.files_with(words) == []
    with home.terminal("--plain") as terminal:
        terminal.until_seen(say("unlock.passphrase"))
        answer(terminal, PASSPHRASE)
        terminal.until_seen(say("plain.waiting.go_on"))
        since = terminal.type("1\n")
        terminal.until_written(words, since)
        answer(terminal, "", "/stop")
        terminal.until_seen(say("plain.home.close"))
        answer(terminal, "/quit")
        assert terminal.until_ended() == 0
    (told,) = home.run("list", "--json").json
    assert words in home.run("show", told["id"]).out


@pytest.mark.parametrize("end", [signal.SIGKILL, signal.SIGTERM, signal.SIGHUP, signal.SIGINT])
def test_however_it_is_ended_every_heard_line_is_there(with_journal, end):
    with with_journal.terminal("--plain") as terminal:
        unlock(terminal)
        begin_and_write(terminal, CANARY)
        assert terminal.kill(end) == 128 + end
    assert_draft_goes_on(with_journal, CANARY)


@pytest.mark.parametrize("end", [signal.SIGTERM, signal.SIGHUP, signal.SIGINT])
def test_however_it_is_asked_to_end_a_line_not_entered_is_there_too(with_journal, end):
    with with_journal.terminal("--plain") as terminal:
        unlock(terminal)
        begin_and_write(terminal, "First words.")
        since = terminal.type(CANARY)
        terminal.until_written(CANARY, since)
        assert terminal.kill(end) == 128 + end
    assert_draft_goes_on(with_journal, CANARY)


def test_a_passphrase_not_entered_is_kept_nowhere(with_journal):
    with with_journal.terminal("--plain") as terminal:
        terminal.until_seen(say("unlock.passphrase"))
        terminal.type(CANARY)
        assert terminal.kill(signal.SIGTERM) == 128 + signal.SIGTERM
        assert CANARY.encode() not in terminal.bytes
    assert with_journal.files_with(CANARY) == []
    assert "A page is waiting" not in with_journal.run("--plain").out


def test_closing_the_terminal_keeps_every_heard_line_and_ends(with_journal):
    with with_journal.terminal("--plain") as terminal:
        unlock(terminal)
        begin_and_write(terminal, CANARY)
        assert terminal.hang_up() in {0, 128 + signal.SIGHUP}
    assert_draft_goes_on(with_journal, CANARY)


def test_ctrl_c_ends_with_130_and_every_heard_line(with_journal):
    with with_journal.terminal("--plain") as terminal:
        unlock(terminal)
        begin_and_write(terminal, CANARY)
        terminal.type("\x03")
        assert terminal.until_ended() == 130
        assert b"Traceback" not in terminal.bytes
    assert_draft_goes_on(with_journal, CANARY)


def test_a_line_longer_than_terminals_take_loses_no_letter(with_journal):
    with with_journal.terminal("write", "capture", "--plain") as terminal:
        terminal.until_seen(say("cli.passphrase.ask"))
        answer(terminal, PASSPHRASE)
        terminal.until_seen("Question 1 of")
        answer(terminal, LONG)
        until_heard(terminal)
        answer(terminal, "", *[""] * 10)
        assert terminal.until_ended() == 0
    (told,) = with_journal.run("list", "--json").json
    assert LONG in with_journal.run("show", told["id"]).out


def test_no_line_of_it_is_kept_for_the_next_program(with_journal):
    with with_journal.terminal("--plain") as terminal:
        unlock(terminal)
        begin_and_write(terminal, CANARY)
        answer(terminal, "/pause")
        terminal.until_seen(say("plain.home.close"))
        answer(terminal, "/quit")
        assert terminal.until_ended() == 0
    assert with_journal.files_with(CANARY) == []
