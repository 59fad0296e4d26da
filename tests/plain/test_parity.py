"""Everything that the full screen offers is there in lines: each use case with the way to it.

A way is what somebody chooses from home on; the sentence is what they hear then.
"""

from dataclasses import replace

import pytest

from integrate.journal.draft import Keeper
from integrate.journal.passage import Free
from integrate.journal.tag import tag
from integrate.journal.write import note
from integrate.plain.home import Home
from integrate.words import say

from .conftest import NOW, PASSPHRASE, ScriptedTalk, label
from .test_settings import row

KETTLE = "Kettle, Tue 10 March 2026"
PAGE = ["plain.home.read", KETTLE]
SETTINGS = "lines.settings"
SESSION = ["plain.home.sessions", "1"]

USE_CASES = {
    "due: begin what fits": (["Begin Open window"], "How steady do you feel right now?"),
    "a check-in": (["plain.home.checkin"], "Question 1 of"),
    "catch a thought": (["plain.home.capture"], "Question 1 of"),
    "a free page": (["plain.home.free"], say("plain.free.how")),
    "a hard moment": (["plain.home.hard"], "Question 1 of"),
    "go on with a draft": (["plain.home.waiting", "plain.waiting.go_on"], "Half a page"),
    "throw a draft away": (
        ["plain.home.waiting", "plain.waiting.discard", "write.discard.yes"],
        say("plain.waiting.gone"),
    ),
    "sessions, past and coming": (["plain.home.sessions"], "took place"),
    "add a session": (["plain.home.sessions", "session_form.add"], say("session_form.when")),
    "move a session": ([*SESSION, "lines.session.time"], say("session_form.when")),
    "its route": ([*SESSION, "lines.session.route"], say("session_form.route")),
    "its title": ([*SESSION, "lines.session.title"], say("lines.session.title.ask")),
    "call it off": ([*SESSION, "lines.session.off"], "called off"),
    "the days around it": ([*SESSION, "lines.session.days"], "Now: Open window, from "),
    "why these days": ([*SESSION, "lines.why"], "Source: "),
    "ground me": (["plain.home.ground"], say("plain.ground.which")),
    "support": (["plain.home.support"], "Help lines:"),
    "the list of people": (["plain.home.people", "plain.people.add"], say("plain.people.name")),
    "the care team": (["plain.home.people", "plain.people.add_care"], say("plain.people.name")),
    "the journal, newest first": (["plain.home.read"], KETTLE),
    "search": (["plain.home.read", "aloud.search", "kettle"], "The kettle sang."),
    "filter by tag": (
        ["plain.home.read", "aloud.narrow", "narrow.by.tag", "kitchen"],
        "tag: kitchen",
    ),
    "filter by session": (
        ["plain.home.read", "aloud.narrow", "narrow.by.session", "1"],
        "Only these pages: ",
    ),
    "filter by set": (
        ["plain.home.read", "aloud.narrow", "narrow.by.set", "narrow.free"],
        "Only these pages: ",
    ),
    "filter by days": (
        ["plain.home.read", "aloud.narrow", "narrow.by.span", "last week"],
        "Only these pages: ",
    ),
    "an entry": (PAGE, "The kettle sang."),
    "edit it": ([*PAGE, "aloud.reword"], "/next on a line alone ends it"),
    "its history": ([*PAGE, "aloud.wordings"], say("history.stays")),
    "its tags": ([*PAGE, "aloud.tags"], "Its tags: kitchen."),
    "delete it": ([*PAGE, "delete.this", "delete.yes"], "is deleted."),
    "take that back": ([*PAGE, "delete.this", "delete.yes", "undo.take_back"], "is back, as "),
    "the library": (["plain.home.library"], "PHQ-9"),
    "what a set is": (["plain.home.library", "Weaving in"], say("shelf.plain.preview")),
    "look through a set": (
        ["plain.home.library", "Weaving in", "shelf.plain.preview"],
        say("preview.plain"),
    ),
    "what it rests on": (
        ["plain.home.library", "Weaving in", "shelf.plain.why"],
        "Found in people",
    ),
    "a measure": (["plain.home.library", "GAD-7", "shelf.plain.begin"], say("measure.ask.yes")),
    "bring in a set": (["plain.home.library", "shelf.plain.import"], say("shelf.import.ask")),
    "a backup": (["care.title", "care.backup"], "A whole backup is at "),
    "check": (["care.title", "care.check"], say("check.ok")),
    "passphrase": (["care.title", "care.passphrase"], say("locks.passphrase.new")),
    "recovery code": (["care.title", "care.code"], say("locks.code.before")),
    "country": ([SETTINGS, row("country")], say("lines.settings.country.ask")),
    "language": ([SETTINGS, row("language")], say("lines.settings.language.ask")),
    "auto-lock": ([SETTINGS, row("lock")], say("lines.settings.lock.ask")),
    "where backups go": ([SETTINGS, row("backups")], say("lines.settings.backups.ask")),
    "which face": ([SETTINGS, row("face")], say("lines.settings.face.ask")),
    "keyring": ([SETTINGS, row("keyring")], say("keyring.price")),
    "a new key": ([SETTINGS, "lines.settings.rekey"], say("rekey.does")),
    "restore": ([SETTINGS, "lines.settings.restore"], say("lines.restore.ask")),
    "close": (["plain.home.close"], say("plain.home.close")),
}


def step(wanted):
    """What somebody types: the number of a choice where there is one like this, else the words."""
    if callable(wanted):
        return wanted

    def typed(talk):
        words = say(wanted) if "." in wanted and " " not in wanted else wanted
        try:
            return label(words)(talk)
        except StopIteration:
            return words

    return typed


@pytest.fixture
def lived_in(journal, session_at):
    """A journal in the open window, with a tagged page and a draft."""
    session_at(60, slept=True)
    entry = note(journal, "The kettle sang.", NOW, title="Kettle")
    listed = next(each for each in journal.entries if each.id == entry.id)
    tag(journal, listed, NOW, add=["kitchen"])
    Keeper(journal).keep(Free(text="Half a page", title="Rain", begun=NOW))


@pytest.mark.usefixtures("lived_in")
@pytest.mark.parametrize("use_case", list(USE_CASES))
def test_it_is_reached_in_lines(seated, use_case):
    way, heard = USE_CASES[use_case]
    leave_the_draft = label(say("plain.waiting.leave"))
    lines = [leave_the_draft, *map(step, way)]
    scene = seated()
    talk = ScriptedTalk(lines, secrets=[PASSPHRASE])
    Home(replace(scene, talk=talk)).run()
    assert talk.left() == []
    assert any(heard in line for line in talk.said), "\n".join(talk.said[-40:])
