"""Plain lines that are interrupted in a real terminal: nothing is lost, and it is said calmly."""

import shlex
import sys

import pytest

from integrate.words import say

from .conftest import CANARY, PASSPHRASE, Home
from .lines import CLOCKED, Clock, Lines
from .terminal import Terminal

NO_READLINE = f"""
import runpy, sys
sys.modules["readline"] = None
sys.argv = [{str(CLOCKED)!r}, *sys.argv[1:]]
runpy.run_path({str(CLOCKED)!r}, run_name="__main__")
"""
CTRL_C, CTRL_D, CTRL_Z = "\x03", "\x04", "\x1a"


@pytest.fixture
def clock(tmp_path) -> Clock:
    clock = Clock(tmp_path / "clock")
    clock.at("2026-03-10 10:00")
    return clock


@pytest.fixture(params=[True, False], ids=["readline", "no readline"])
def command(request, clock) -> list[str]:
    """The program on a fixed day, with and without what edits lines."""
    how = [str(CLOCKED)] if request.param else ["-c", NO_READLINE]
    return [*how, str(clock.file), "--plain"]


@pytest.fixture
def made(home: Home) -> Home:
    assert home.run("init").code == 0
    return home


@pytest.fixture
def opened(made, command):
    def start(**variables: str) -> Lines:
        env = {**made.env, "TERM": "dumb", **variables}
        lines = Lines(Terminal(sys.executable, *command, env=env))
        lines.hears(say("unlock.passphrase"))
        lines.says(PASSPHRASE)
        return lines

    return start


def on_a_page(lines: Lines, words: str) -> None:
    lines.chooses(say("plain.home.free"))
    lines.hears(say("plain.free.how"))
    lines.says("First words.")
    lines.terminal.type(words)
    lines.hears(words)


def assert_waits(opened, *words: str) -> None:
    again = opened()
    again.chooses(say("plain.waiting.go_on"))
    again.hears(say("plain.said_so_far"), *words)
    again.says("/pause")
    again.hears(say("plain.set.paused"))
    again.says("/quit")
    assert again.terminal.until_ended() == 0


def test_ctrl_c_in_the_middle_of_a_line_keeps_it_and_says_so(opened):
    lines = opened()
    on_a_page(lines, CANARY)
    lines.terminal.type(CTRL_C)
    lines.hears(say("lines.left"))
    assert lines.terminal.until_ended() == 130
    assert_waits(opened, "First words.", CANARY)


def test_ctrl_d_on_a_page_puts_it_away_and_closes(opened):
    lines = opened()
    on_a_page(lines, CANARY)
    lines.says("")
    lines.terminal.type(CTRL_D)
    lines.hears(say("plain.set.paused"))
    lines.terminal.type(CTRL_D)
    lines.hears(say("lines.closed"))
    assert lines.terminal.until_ended() == 0
    assert_waits(opened, "First words.", CANARY)


# --- at every point


POINTS = {
    "which face": ([], "lines.face"),
    "the welcome": (["2"], "lock.recent"),
    "a passphrase": (["2", "1"], "passphrase.first"),
    "the same again": (["2", "1", PASSPHRASE], "passphrase.again"),
    "the code": (["2", "1", PASSPHRASE, PASSPHRASE], "code.written"),
    "a group": (["2", "1", PASSPHRASE, PASSPHRASE, "1"], "plain.code.back"),
    "no code": (["2", "1", PASSPHRASE, PASSPHRASE, "2"], "code.sure"),
    "the country": (["2", "1", PASSPHRASE, PASSPHRASE, "2", "2"], "plain.country.how"),
    "the people": (["2", "1", PASSPHRASE, PASSPHRASE, "2", "2", ""], "plain.people.add"),
    "a name": (["2", "1", PASSPHRASE, PASSPHRASE, "2", "2", "", "1"], "plain.people.name"),
}
ASKED = ["lines.face", "lock.recent", "passphrase.first", "passphrase.again", "code.written"]
ASKED += ["code.sure", "plain.country.how", "plain.people.add", "plain.people.name"]
MENUS = {"lines.face", "lock.recent", "code.written", "code.sure", "plain.people.add"}


@pytest.mark.parametrize("key", [CTRL_C, CTRL_D], ids=["ctrl+c", "ctrl+d"])
@pytest.mark.parametrize("point", list(POINTS))
def test_the_first_run_can_be_left_at_every_point(home: Home, clock, point, key):
    """A terminal that could show a full screen, so that the first question is asked too."""
    typed, asked = POINTS[point]
    terminal = Terminal(sys.executable, str(CLOCKED), str(clock.file), env=home.env)
    with terminal:
        lines = Lines(terminal)
        for number, line in enumerate(typed):
            lines.hears(say(ASKED[number]))
            if ASKED[number] in MENUS:
                lines.hears(say("lines.how.menu").rstrip("."))
            lines.says(line)
        lines.hears(say(asked))
        code = terminal.left_by(key)
        assert code == (130 if key == CTRL_C else 0), lines.all[-500:]
        assert any(say(each) in lines.all for each in ("lines.left", "lines.closed"))
        assert "Traceback" not in lines.all
        assert PASSPHRASE not in lines.all


# --- ctrl+z


@pytest.fixture
def in_a_shell(made, command):
    """A shell with job control, in which the program runs."""
    env = {**made.env, "TERM": "dumb", "PS1": "shell> "}
    with Terminal("/bin/bash", "--norc", "--noprofile", "-i", env=env) as terminal:
        lines = Lines(terminal)
        lines.hears("shell> ")
        lines.says(shlex.join([sys.executable, *command]))
        yield lines


def test_ctrl_z_in_the_middle_of_a_line_loses_no_letter(in_a_shell, opened):
    lines = in_a_shell
    lines.hears(say("unlock.passphrase"))
    lines.says(PASSPHRASE)
    on_a_page(lines, "The copper kettle")
    lines.terminal.type(CTRL_Z)
    lines.hears("Stopped", "shell> ")
    lines.says("echo still $((20 + 3))")
    lines.hears("still 23", "shell> ")
    lines.says("fg")
    lines.hears("You are back")
    lines.terminal.type(" hummed.\n")
    lines.says("/help")
    lines.hears(say("plain.help.words"))
    lines.says("/pause")
    lines.hears(say("plain.set.paused"))
    lines.says("/quit")
    lines.hears(say("lines.closed"), "shell> ")
    lines.says("exit")
    lines.terminal.until_ended()
    assert_waits(opened, "First words.", "The copper kettle hummed.")


def test_a_passphrase_stays_unseen_over_ctrl_z(in_a_shell):
    lines = in_a_shell
    lines.hears(say("unlock.passphrase"))
    lines.terminal.type(CTRL_Z)
    lines.hears("Stopped", "shell> ")
    lines.says("echo seen")
    lines.hears("echo seen", "seen", "shell> ")
    lines.says("fg")
    lines.hears(say("unlock.passphrase"))
    lines.says(PASSPHRASE)
    lines.chooses(say("plain.home.close"))
    lines.hears(say("lines.closed"), "shell> ")
    assert PASSPHRASE.encode() not in lines.terminal.bytes
