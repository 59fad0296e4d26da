"""Grounding and people are one word away wherever a line is asked for (DESIGN.md 5).

Somebody here asks for both before every single line that they give, also where a passphrase goes.
Each time help is given at once, nothing else happens, and what was asked for is still wanted.
"""

from datetime import timedelta

import pytest

from integrate.domain.prompt import Kind
from integrate.domain.session import Precision, Route, Session, Went
from integrate.domain.walk import Ask, ConfirmDepth, Ground
from integrate.journal.begin import begin
from integrate.journal.draft import Keeper
from integrate.journal.passage import Free
from integrate.journal.unlock import unlock
from integrate.journal.write import note
from integrate.library import Library
from integrate.plain.aided import with_help
from integrate.plain.dialogue import Dialogue
from integrate.plain.here import Here
from integrate.plain.sessions import add_session
from integrate.plain.start import start
from integrate.words import say

from .conftest import MACHINE, NOW, PASSPHRASE, ScriptedTalk, label
from .test_welcome import TYPED_BACK, code_in

SUPPORT = Library.shipped().support()
HEADLINES = {SUPPORT.headline(origin) for origin in ("key", "arriving")}


class InNeed(ScriptedTalk):
    """Asks for help before each line, and sees that it comes."""

    def __init__(self, lines=(), **more):
        super().__init__(lines, **more)
        self._wanted = super().hear
        self._asks = self._each_line()
        self._between = []
        """What is said while help is under way that a passphrase's place asked for."""
        self._secrets_state = "support"
        self.helped = 0

    def hear(self):
        return self._between.pop(0) if self._between else next(self._asks)

    def _each_line(self):
        while True:
            mark = len(self.said)
            yield "/support"
            self._people_came(mark)
            if self.said[-1] == say("plain.how.read"):
                yield ""  # a walk stays there until it is read
            mark = len(self.said)
            yield "/ground"
            self._steadied(mark, "a line")
            yield "/back"
            yield self._wanted()

    def secret(self, ask):
        mark = len(self.said)
        state = self._secrets_state
        if state == "support":
            self._mark, self._secrets_state = mark, "ground"
            self.said.append(ask)
            return "/support"
        if state == "ground":
            self._people_came(self._mark)
            self._mark, self._secrets_state = mark, "given"
            self._between = ["/back"]
            self.said.append(ask)
            return " /ground"
        self._steadied(self._mark, ask)
        self._secrets_state = "support"
        return super().secret(ask)

    def _people_came(self, mark):
        assert HEADLINES & set(self.said[mark:]), self.said[-8:]
        self.helped += 1

    def _steadied(self, mark, where):
        assert say("plain.ground.which") in self.said[mark:], (where, self.said[-8:])


def test_from_the_first_line_to_home(place):
    lines = ["1", *TYPED_BACK, "GB", "1", "Ana", "555 0100", label("That is all"), label("Close")]
    talk = InNeed(lines, secrets=[PASSPHRASE, PASSPHRASE])
    start(talk, place)
    assert talk.left() == []
    journal = unlock(place.path, PASSPHRASE, machine=MACHINE, library=place.library)
    assert [each.name for each in journal.people.people] == ["Ana"]
    journal.close()


def test_just_out_of_a_session_with_a_code_on_paper(place):
    talk = InNeed(["2", "1", *TYPED_BACK, "", "", label("Close")])
    start(talk, place)
    assert talk.left() == []
    unlock(place.path, code_in(talk), machine=MACHINE, library=place.library).close()


ADD = [label("Sessions"), label("Add a session"), "tomorrow 3pm", "1", "Third"]
READ = [label("Read a page"), "1", label("Go on")]
HELPERS = [label("People who help"), "1", "Bo", "", "3", "1", label("That is all")]
FREE = [label("A free page"), "Rain.", "/next"]

LOOK = label("Look after the journal")
NEW = "kettle orbit velvet mustard"
BACKUP = [LOOK, label("Make a backup now"), label("That is all")]
CHANGE = [LOOK, label("Change the passphrase"), label("That is all")]
CODE = [
    LOOK,
    label("Make a new recovery code"),
    label("Make a new code"),
    *TYPED_BACK,
    label("That is all"),
]


@pytest.mark.parametrize(
    ("lines", "secrets"),
    [
        pytest.param(ADD, [], id="a session is added"),
        pytest.param(READ, [], id="a page is read"),
        pytest.param(HELPERS, [], id="the list of people"),
        pytest.param(FREE, [], id="a free page"),
        pytest.param(BACKUP, [], id="a backup"),
        pytest.param(CHANGE, [PASSPHRASE, NEW, NEW], id="a new passphrase"),
        pytest.param(CODE, [PASSPHRASE], id="a new code"),
    ],
)
def test_in_every_room_of_the_house(place, journal, lines, secrets):
    note(journal, "The kettle sang.", NOW, title="Kettle")
    journal.close()
    talk = InNeed([*lines, label("Close")], secrets=[PASSPHRASE, *secrets])
    start(talk, place)
    assert talk.left() == []
    assert talk.helped >= len(lines) + 1 + len(secrets)


def test_where_pages_wait_and_sessions_are_asked_about(place, journal):
    Keeper(journal).keep(Free(text="Half a page", title="Rain", begun=NOW))
    starts = NOW - timedelta(hours=2)
    journal.put_session(
        Session(
            id="",
            route=Route.IM,
            starts=starts,
            latest=starts,
            precision=Precision.MINUTE,
            went=Went.UNSAID,
        )
    )
    journal.close()
    talk = InNeed(["2", "1", label("Close")], secrets=[PASSPHRASE])
    start(talk, place)
    assert talk.left() == []


def spoken(step):
    """A line that this step takes."""
    match step:
        case Ask(prompt=prompt):
            if prompt.kind is Kind.TEXT:
                return "the kettle"
            return {Kind.SCALE: "8", Kind.NUMBER: "3", Kind.YESNO: "1"}.get(prompt.kind, "1")
        case ConfirmDepth():
            return "1"
        case Ground(reason="unsteady"):
            return label(say("plain.unsteady.on"))
    return ""


@pytest.mark.parametrize("set_id", sorted(Library.shipped().set_ids()))
def test_at_every_question_of_every_set(set_id, journal):
    """Also where an answer is only half given: own words, and how a place in the body feels."""
    passage = begin(journal, set_id, NOW)
    said = []

    def line(talk):
        step = dialogue._walk.step
        if isinstance(step, Ask) and step.prompt.id in said and step.prompt.kind is Kind.TEXT:
            return ""
        if isinstance(step, Ask):
            said.append(step.prompt.id)
        spoke = spoken(step)
        return spoke(talk) if callable(spoke) else spoke

    talk = InNeed([line] * 200)
    here = with_help(Here(talk=talk, journal=journal, clock=lambda: NOW))
    dialogue = Dialogue(here, passage, Keeper(journal))
    entry = dialogue.run()
    assert entry is not None
    assert talk.helped >= len(set(said))
    assert len(journal.entries) == 1


def test_while_arriving_urgent_help_comes_first_whatever_is_open(place, journal, session_at):
    session_at(1)
    journal.close()
    talk = InNeed([label("A free page"), "Rain.", "/next", label("Close")], secrets=[PASSPHRASE])
    start(talk, place)
    after = talk.said[talk.said.index("Free page") :]
    assert SUPPORT.headline("arriving") in after
    assert SUPPORT.headline("key") not in after


def test_a_command_that_asks_something_has_it_too(journal, place, monkeypatch):
    """Such as `integrate session add` and `integrate delete`, which ask at the terminal."""
    from integrate.cli import opening
    from integrate.cli.asked import Asked

    for name in ("country", "language"):
        monkeypatch.setattr(opening, name, lambda: "")
    monkeypatch.setattr(opening, "backups_folder", lambda _: place.path.parent)
    talk = InNeed(["tomorrow 3pm", "1", "Third"])
    here = opening.here_at(Asked(journal=place.path, clock=lambda: NOW), talk, journal)
    assert add_session(here) is not None
    assert talk.left() == []
    assert talk.helped == 3
