"""The main job in the full screen, in a real terminal, however it ends."""

import re
import signal

import pytest

from integrate.words import say

from .conftest import CANARY, PASSPHRASE, Home
from .terminal import Terminal

ENTER, ESCAPE = "\r", "\x1b"
NEXT, BACK, SKIP, CLOSE = "\x0e", "\x02", "\x0f", "\x11"
STEADY = "How steady do you feel right now?"
STAYED = "What has stayed with you since the session?"


def unlock(terminal: Terminal) -> None:
    terminal.until_seen(say("unlock.passphrase"), say("unlock.help"))
    terminal.type(PASSPHRASE + ENTER)
    terminal.until_seen("Open window", say("home.key.journal"))


def begin_and_write(terminal: Terminal, words: str) -> int:
    """From home into the open window's set, up to words that stand on the screen."""
    terminal.type(ENTER)
    terminal.until_seen(STEADY)
    terminal.type("7")
    terminal.until_seen("[7]")
    terminal.type(ENTER)
    terminal.until_seen(STAYED)
    before = terminal.type(words)
    terminal.until_seen(words)
    return before


def until_kept(terminal: Terminal, since: int) -> None:
    """Until the screen has said, after those keys, first "being kept" and then "kept"."""
    terminal.until_written(say("guided.unkept"), since)
    terminal.until_seen(say("guided.kept"))


def skip_to_the_end(terminal: Terminal) -> None:
    closing = "Thank you for the time you gave this."
    for _ in range(30):
        before = _progress(terminal)
        terminal.type(SKIP)
        terminal.until(
            lambda before=before: closing in terminal.flat or _progress(terminal) != before,
            "another question, or the end",
        )
        if closing in terminal.flat:
            return
    pytest.fail("the set has no end")


def _progress(terminal: Terminal) -> tuple[str, ...]:
    """Which question stands there: its number, and the line that asks it."""
    found = re.search(r"\d+ of \d+", terminal.seen)
    return (found[0] if found else "", terminal.flat[:400])


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


def first_run(terminal: Terminal) -> None:
    """The welcome, a passphrase, and two groups of the code typed back."""
    terminal.until_seen("not for emergencies", say("welcome.screen"))
    terminal.type("1")
    terminal.until_seen(say("lock.recent"))
    terminal.type("1")
    terminal.until_seen(say("passphrase.first"))
    terminal.type(PASSPHRASE + ENTER)
    terminal.type(PASSPHRASE + ENTER)
    terminal.until_seen(say("code.written"))
    groups = re.search(r"(?:[0-9A-HJKMNP-TV-Z]{4} +){6}[0-9A-HJKMNP-TV-Z]{4}", terminal.seen)
    assert groups is not None
    code = groups[0].split()
    terminal.type("1")
    terminal.until_seen(say("code.type_back"))
    for number in re.findall(r"Group (\d)", terminal.seen):
        terminal.type(code[int(number) - 1].lower() + ENTER)
    terminal.until_seen(say("country.skip"))
    terminal.type(ENTER)
    terminal.until_seen(say("people.title"))
    terminal.type("\x0e")


def add_session(terminal: Terminal) -> None:
    terminal.until_seen(say("home.key.journal"))
    terminal.type("s")
    terminal.until_seen(say("sessions.empty"))
    terminal.type("a")
    terminal.until_seen(say("session_form.when"))
    terminal.type("2 days ago 10:00")
    terminal.until_seen("That is ")
    terminal.type(ENTER)
    terminal.until_seen(say("route.im.long"))
    terminal.type("2")
    terminal.until_seen(say("session_form.name"))
    terminal.type(ENTER)
    terminal.until_seen(say("sessions.went"))
    terminal.type(ESCAPE)
    terminal.until_seen("Open window", say("home.key.journal"))


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
