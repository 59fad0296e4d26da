"""The main job in the full screen, in a real terminal, however it ends."""

import signal

import pytest

from integrate.words import say

from .conftest import CANARY, Home
from .full_screen import (
    CLOSE,
    ENTER,
    NEXT,
    PASSPHRASE,
    STAYED,
    add_session,
    begin_and_write,
    first_run,
    skip_to_the_end,
    unlock,
    until_kept,
)


def assert_page_has(home: Home, words: str) -> None:
    (told,) = home.run("list", "--json").json
    assert (told["set"], told["phase"]) == ("open", "open")
    assert words in home.run("show", told["id"][:4]).out
    answers = home.run("show", told["id"], "--json").json["answers"]
    assert {each["prompt"]: each["value"] for each in answers} == {
        "open-steady": 7,
        "open-stayed": words,
    }


def test_from_a_fresh_machine_to_a_page_read_back_with_kill_dash_nine_between(home):
    with home.terminal() as terminal:
        first_run(terminal)
        add_session(terminal)
        since = begin_and_write(terminal, CANARY)
        until_kept(terminal, since)
        assert terminal.kill(signal.SIGKILL) == 128 + signal.SIGKILL
    with home.terminal() as terminal:
        unlock(terminal)
        terminal.type(ENTER)
        terminal.until_seen(CANARY)
        terminal.type(NEXT)
        terminal.until(lambda: STAYED not in terminal.flat, "the next question")
        skip_to_the_end(terminal)
        terminal.type(CLOSE)
        assert terminal.until_ended() == 0
        assert b"\x1b[?1049l" in terminal.bytes
        assert CANARY.encode() not in terminal.after_the_end
    assert_page_has(home, CANARY)
    assert home.files_with(CANARY) == []
    assert home.files_with(PASSPHRASE) == []


@pytest.mark.parametrize("end", [signal.SIGTERM, signal.SIGHUP])
def test_a_signal_at_any_moment_keeps_every_word(with_journal, end):
    with with_journal.terminal() as terminal:
        unlock(terminal)
        begin_and_write(terminal, CANARY)
        assert terminal.kill(end) == 128 + end
        assert CANARY.encode() not in terminal.after_the_end
    assert_draft_goes_on(with_journal)


def test_closing_the_terminal_keeps_every_word_and_ends(with_journal):
    with with_journal.terminal() as terminal:
        unlock(terminal)
        begin_and_write(terminal, CANARY)
        assert terminal.hang_up() == 128 + signal.SIGHUP
    assert_draft_goes_on(with_journal)


def test_closing_by_key_keeps_every_word(with_journal):
    with with_journal.terminal() as terminal:
        unlock(terminal)
        begin_and_write(terminal, CANARY)
        terminal.type(CLOSE)
        assert terminal.until_ended() == 0
        assert CANARY.encode() not in terminal.after_the_end
    assert_draft_goes_on(with_journal)


def assert_draft_goes_on(home: Home) -> None:
    """The draft is offered with every word; finished, it is the page."""
    assert home.run("list", "--json").json == []
    assert home.run("due", "--json").json["waiting"] == 1
    assert home.files_with(CANARY) == []
    with home.terminal() as terminal:
        unlock(terminal)
        terminal.type(ENTER)
        terminal.until_seen(CANARY)
        terminal.type(NEXT)
        terminal.until(lambda: STAYED not in terminal.flat, "the next question")
        skip_to_the_end(terminal)
        terminal.type(CLOSE)
        assert terminal.until_ended() == 0
    assert_page_has(home, CANARY)


def test_a_terminal_that_can_draw_nothing_gets_plain_lines(with_journal):
    with with_journal.terminal(TERM="dumb") as terminal:
        terminal.until_seen(say("plain.unlock.help"), say("unlock.passphrase"))
        terminal.type("\x04")
        assert terminal.until_ended() == 0
        assert say("lines.left").encode() in terminal.bytes
        assert b"\x1b" not in terminal.bytes
