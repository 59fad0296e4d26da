"""The terminal goes, or the system says to end, wherever somebody is: it ends, all of it sealed."""

import signal
import sys
from collections.abc import Callable
from typing import Any

import pytest

from integrate.journal.draft import waiting
from integrate.journal.unlock import unlock
from integrate.journal.write import note
from integrate.words import say

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="there are no such signals there")

PASSPHRASE = "a lamp in the hall"
CANARY = "zqvoxel"
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
WAYS = {
    "a search": [("j", say("found.key")), ("/", say("found.how")[:20]), (CANARY, CANARY)],
    "the menu": [("\x0b", say("menu.title")), ("zq", "zq")],
    "settings": [("e", say("settings.title"))],
    "the library": [("l", say("shelf.title"))],
    "a new wording": [
        ("j", say("found.key")),
        ("\r", "The kettle"),
        ("e", say("rewrite.title")),
        (CANARY, CANARY),
    ],
    "grounding over a page": [
        ("w", "Nobody reads along"),
        (CANARY, CANARY),
        ("\x07", say("ground.title")),
    ],
    "the covered screen over a page": [
        ("w", "Nobody reads along"),
        (CANARY, CANARY),
        ("\x10", say("key.back")),
    ],
}
"""From home: what is typed, and what is then seen."""
SEALED = {"a new wording", "grounding over a page", "the covered screen over a page"}


@pytest.fixture
def at(parts, journal, clock, terminal) -> Callable[[str], Any]:
    """The full screen in a terminal, somewhere in it."""

    def walk(place: str) -> Any:
        note(journal, "The kettle sang.", clock(), title="Tuesday")
        journal.close()
        shown = terminal(START.format(path=str(parts["path"])))
        shown.wait_for(say("unlock.passphrase"))
        shown.child.send(PASSPHRASE + "\r")
        shown.wait_for("A free page")
        for keys, seen in WAYS[place]:
            shown.child.send(keys)
            shown.wait_for(seen)
        return shown

    return walk


def drafts(parts) -> str:
    opened = unlock(parts["path"], PASSPHRASE, machine=parts["machine"], library=parts["library"])
    texts = [each.passage.text for each in waiting(opened)]
    opened.close()
    return "\n".join(texts)


@pytest.mark.parametrize("place", WAYS)
def test_a_terminal_that_is_closed_ends_the_program_wherever_it_is(at, parts, place):
    shown = at(place)
    shown.hang_up()  # returns when the process is gone: nothing is left that could spin
    assert (CANARY in drafts(parts)) is (place in SEALED)


@pytest.mark.parametrize("place", WAYS)
def test_the_system_saying_so_ends_it_wherever_it_is_and_leaves_nothing_to_see(at, parts, place):
    shown = at(place)
    shown.child.kill(signal.SIGTERM)
    assert shown.ends() == 128 + signal.SIGTERM
    assert CANARY not in shown.main_screen()
    assert "kettle" not in shown.main_screen()
    assert (CANARY in drafts(parts)) is (place in SEALED)
