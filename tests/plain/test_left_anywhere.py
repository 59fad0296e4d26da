"""A dialogue that is left at any line: nothing that was heard is lost, and nothing else happens.

The same long way through the house is gone again and again, and left one line later each time: by
ctrl+c (a signal while a line is awaited) and by ctrl+d (no line comes any more).
"""

import re
from dataclasses import replace
from datetime import timedelta
from itertools import count

import pytest

from integrate.journal.draft import resume, waiting
from integrate.journal.unlock import unlock
from integrate.plain.leaving import Leaving
from integrate.plain.place import Unasked
from integrate.plain.start import start
from integrate.words import say

from .conftest import MACHINE, NOW, PASSPHRASE, ScriptedTalk, label
from .test_settings import row
from .test_welcome import TYPED_BACK

WORDS = ["kettle one", "kettle two", "kettle three", "kettle four", "kettle five"]
WAY = [
    "1",
    *TYPED_BACK,
    "GB",
    "1",
    "Ana",
    "555 0100",
    label(say("plain.done")),
    label("Sessions"),
    label("Add a session"),
    "2 days ago 10:00",
    "2",
    "Second",
    label("Begin Open window"),
    "8",
    WORDS[0],
    WORDS[1],
    "",
    "/ground",
    "1",
    "/back",
    "/pause",
    label("Pages that wait"),
    "1",
    WORDS[2],
    "",
    "/stop",
    label("A free page"),
    WORDS[3],
    "/next",
    label("Read a page"),
    "1",
    label("Give it new words"),
    WORDS[4],
    "/next",
    label("Tags"),
    "kitchen",
    "",
    label("Go on"),
    label("Look after the journal"),
    label("Make a backup now"),
    label("That is all"),
    label("Settings"),
    row("lock"),
    "5",
    "",
    "/lock",
    label("Close"),
]


class Left(ScriptedTalk):
    """Stops giving lines after so many; remembers which of the words were heard."""

    def __init__(self, after, how):
        super().__init__(WAY, secrets=[PASSPHRASE] * 4)
        self._left = after
        self._how = how
        self.heard = []

    def hear(self):
        if self._left == 0:
            if self._how is not None:
                raise self._how
            return None
        self._left -= 1
        line = super().hear()
        if line in WORDS:
            self.heard.append(line)
        return line


def kept_words(place, library):
    """All the words in a journal: on its pages, in earlier wordings, and on pages that wait."""
    journal = unlock(place.path, PASSPHRASE, machine=MACHINE, library=library)
    try:
        said = [str(journal.words(each)) for each in journal.entries]
        said += [str(resume(journal, each, NOW)[0]) for each in waiting(journal)]
    finally:
        journal.close()
    return re.findall(r"kettle \w+", " ".join(said))


@pytest.fixture
def place(place):
    """Where time goes on, so that one page is newer than another."""
    seconds = count()
    return replace(place, clock=lambda: NOW + timedelta(seconds=next(seconds)))


@pytest.mark.parametrize("after", range(len(WAY) + 1))
@pytest.mark.parametrize("how", ["ctrl+c", "ctrl+d"])
def test_every_line_that_was_heard_is_there(place, library, after, how):
    talk = Left(after, Leaving(2) if how == "ctrl+c" else None)
    try:
        start(talk, place)
    except (Leaving, Unasked) as end:
        assert isinstance(end, Leaving) == (how == "ctrl+c")  # noqa: PT017
    if not place.path.exists():
        assert talk.heard == []
        return
    lost = set(talk.heard) - set(kept_words(place, library))
    reworded = {WORDS[3]} if WORDS[4] in talk.heard else set()
    assert lost <= reworded


def test_the_whole_way_is_gone(place):
    talk = Left(len(WAY), None)
    start(talk, place)
    assert talk.heard == WORDS
    assert talk.left() == []
