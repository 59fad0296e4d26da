"""To the shell and back: what was written is sealed first, and nothing of it is left to be seen."""

import os
import signal
import sys
from collections.abc import Callable
from typing import Any

import pytest

from integrate.journal.draft import waiting
from integrate.journal.unlock import unlock
from integrate.words import say

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="there is no stepping out there")

CANARY = "the kettle was loud"
PASSPHRASE = "a lamp in the hall"
LEFT = "\x1b[?1049l"
ENTERED = "\x1b[?1049h"
START = """
import sys
from pathlib import Path
from integrate.clock import system
from integrate.library import Library
from integrate.machine import Machine
from integrate.tui.start import run
sys.exit(
    run(clock=system, library=Library.shipped(), path=Path({path!r}),
        machine=Machine(name=b"test-dev"), config_file=Path("config.toml"))
)
"""


@pytest.fixture
def home(parts, journal, terminal) -> Any:
    """The full screen, at home."""
    journal.close()
    shown = terminal(START.format(path=str(parts["path"])))
    shown.wait_for(say("unlock.passphrase"))
    shown.child.send(PASSPHRASE + "\r")
    shown.wait_for("A free page")
    return shown


@pytest.fixture
def writing(home) -> Any:
    """A free page in front, with words in it that are on the screen."""
    home.child.send("w")
    home.wait_for("Nobody reads along")
    home.child.send(CANARY)
    home.wait_for("loud")
    return home


@pytest.fixture
def drafts(parts) -> Callable[[], list[str]]:
    """What is sealed, as another process finds it."""

    def read() -> list[str]:
        opened = unlock(
            parts["path"], PASSPHRASE, machine=parts["machine"], library=parts["library"]
        )
        texts = [left.passage.text for left in waiting(opened)]
        opened.close()
        return texts

    return read


def until_stopped(shown) -> None:
    """Waits until it has stopped; it must not have ended."""
    _, status = os.waitpid(shown.child.pid, os.WUNTRACED)
    assert os.WIFSTOPPED(status)


def test_stepping_out_seals_the_words_and_takes_them_from_the_terminal(writing, drafts):
    writing.child.kill(signal.SIGTSTP)
    until_stopped(writing)
    assert drafts() == [CANARY]
    writing.wait_for(LEFT)
    assert CANARY not in writing.main_screen()
    writing.child.kill(signal.SIGCONT)
    writing.wait_for(ENTERED)
    writing.wait_for(say("key.back"))
    back = writing.text().rpartition(ENTERED)[2]
    assert CANARY not in back
    writing.child.send("\x1b")
    writing.wait_for("loud")
    writing.child.send(" again")
    writing.wait_for("again")
    writing.child.send("\x11")
    code = writing.ends()
    assert code == 0, writing.main_screen()
    assert drafts() == [f"{CANARY} again"]


def test_the_key_steps_out_where_nothing_is_typed(home):
    home.child.send("\x1a")
    until_stopped(home)
    home.wait_for(LEFT)
    home.child.kill(signal.SIGCONT)
    home.wait_for(say("key.back"))
    home.child.send("\x1b")
    home.wait_for(say("home.key.journal"))
    home.child.send("\x11")
    assert home.ends() == 0


def test_on_a_page_the_same_key_takes_back_what_was_typed(writing, drafts):
    writing.child.send("\x1a")
    writing.child.send("quiet now")
    writing.wait_for("quiet now")
    writing.child.send("\x11")
    assert writing.ends() == 0
    assert drafts() == ["quiet now"]


def test_stepping_out_twice_and_from_the_lock_comes_back_each_time(home):
    for _ in range(2):
        home.child.kill(signal.SIGTSTP)
        until_stopped(home)
        home.child.kill(signal.SIGCONT)
        home.wait_for(ENTERED)
        home.wait_for(say("key.back"))
    home.child.send("\x1b")
    home.wait_for(say("home.key.journal"))
    home.child.send("\x0c")
    home.wait_for(say("lock.locked"))
    home.child.kill(signal.SIGTSTP)
    until_stopped(home)
    home.child.kill(signal.SIGCONT)
    home.wait_for(ENTERED)
    home.wait_for(say("unlock.passphrase"))
    home.child.send("\x11")
    assert home.ends() == 0


def test_being_stopped_without_a_word_and_going_on_draws_the_page_again(writing, drafts):
    """As by another program: the terminal may have been used meanwhile."""
    before = len(writing.text())
    writing.child.kill(signal.SIGSTOP)
    until_stopped(writing)
    writing.child.kill(signal.SIGCONT)
    writing.wait_for(LEFT)
    writing.wait_for(ENTERED)
    writing.wait_for("loud")
    assert len(writing.text()) > before
    writing.child.send(", still")
    writing.wait_for("still")
    writing.child.send("\x11")
    assert writing.ends() == 0
    assert drafts() == [f"{CANARY}, still"]


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_one_that_is_told_to_end_while_it_is_stopped_ends_when_it_goes_on(writing, drafts, number):
    writing.child.kill(signal.SIGTSTP)
    until_stopped(writing)
    writing.child.kill(number)
    writing.child.kill(signal.SIGCONT)
    assert writing.ends() == 128 + number
    assert CANARY not in writing.main_screen()
    assert drafts() == [CANARY]
