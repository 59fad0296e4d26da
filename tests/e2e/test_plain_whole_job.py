"""The whole main job in plain lines, in a real terminal that can show nothing but lines.

From nothing to a journal, through the days around one session, and back to a closed journal. What
time it is stands in a file that the test writes, and nothing is typed before it was asked for.
"""

import re
import sys

import pytest

from integrate.domain.measured import compiled
from integrate.domain.prompt import Prompt
from integrate.library import Library
from integrate.words import say

from .conftest import PASSPHRASE, Home
from .lines import CLOCKED, Clock, Lines
from .terminal import Terminal

HOPE = "That the kettle may sing again."
NOTE = "You did well to come home."
NEAR = "It felt further off than before."
STAYED = "The copper kettle hummed."
REWORDED = "The copper kettle hummed all evening."
SUPPORT = Library.shipped().support()


@pytest.fixture
def clock(tmp_path):
    return Clock(tmp_path / "clock")


@pytest.fixture
def opens(home: Home, clock):
    """Starts the program, on the day that the clock says."""

    def start(*args: str, **variables: str) -> Terminal:
        ours = {"TERM": "dumb", "LANG": "C", "LC_ALL": "C", **variables}
        env = {**home.env, **ours}
        return Terminal(sys.executable, str(CLOCKED), str(clock.file), *args, env=env)

    return start


def test_from_nothing_through_the_days_around_a_session_to_a_closed_journal(opens, clock, home):
    clock.at("2026-03-10 10:00")
    with opens() as terminal:
        lines = Lines(terminal)
        welcome(lines)
        add_session(lines)
        before(lines)
        on_the_day(lines, clock)
        landing(lines, clock)
        open_window(lines, clock)
        measure(lines)
        find_and_change(lines)
        look_after(lines)
        lock_and_close(lines)
        assert terminal.until_ended() == 0
        assert b"Traceback" not in terminal.bytes
        assert_is_heard_well(lines)
    assert PASSPHRASE.encode() not in terminal.bytes
    assert home.files_with(NEAR) == []


def welcome(lines: Lines) -> None:
    lines.hears("not for emergencies", say("lock.recent"))
    lines.chooses(say("lock.no"))
    lines.hears(say("passphrase.first"))
    lines.says(PASSPHRASE)
    lines.hears(say("passphrase.again"))
    lines.says(PASSPHRASE)
    code = re.findall(r"^Group \d: (\w{4})$", lines.hears(say("code.once")), re.MULTILINE)
    assert len(code) == 7
    lines.chooses(say("lines.code.slowly"))
    for number, steps in ((1, "again"), (1, "next"), (2, "back"), (1, "done")):
        lines.hears(f"Group {number} of 7: {', '.join(code[number - 1])}", say("lines.code.how"))
        lines.says(steps)
    lines.chooses(say("code.written"))
    lines.hears(say("plain.code.back"))
    for _ in range(2):
        asked = int(re.findall(r"Group (\d)\n", lines.hears("Group ", "\n"))[-1])
        lines.says(code[asked - 1].lower())
    lines.hears(say("plain.country.how"))
    lines.says("United Kingdom")
    lines.chooses(say("plain.people.add"))
    lines.hears(say("plain.people.name"))
    lines.says("Ana")
    lines.hears(say("plain.people.reach"))
    lines.says("555 0100")
    lines.hears("Ana: 555 0100")
    lines.chooses(say("plain.done"))


def add_session(lines: Lines) -> None:
    lines.hears(say("plain.home.nothing_due"))
    lines.chooses(say("plain.home.sessions"))
    lines.chooses(say("session_form.add"))
    lines.hears(say("session_form.when.help"))
    lines.says("2026-03-12 14:00")
    lines.chooses(say("route.im.long"))
    lines.hears(say("session_form.name.help"))
    lines.says("Second session")
    lines.hears("It is added: Thu 12 March 2026, 14:00, IM, Second session, coming.")


def before(lines: Lines) -> None:
    """A low gate first, grounding, and back; then a pause in the middle, and on with it."""

    def low_and_back(lines: Lines, _prompt: object) -> None:
        if "gate" in seen:
            lines.says("8")
            return
        seen.add("gate")
        lines.says("2")
        lines.hears(say("plain.unsteady"))
        lines.chooses(say("plain.unsteady.ground"))
        lines.hears(say("plain.ground.which"))
        lines.says("/back")
        lines.hears(say("plain.unsteady"))
        lines.says("/back")

    def help_comes(lines: Lines, _prompt: object) -> None:
        lines.says("/support")
        lines.hears("Ana: 555 0100", say("plain.how.read"))
        lines.says("")
        lines.hears(say("plain.how.text"))
        lines.says(HOPE, "/pause")

    seen: set[str] = set()
    lines.hears("The time now: Getting ready.")
    lines.chooses("Begin Getting ready")
    answers = {"before-steady": low_and_back, "before-hope": help_comes}
    lines.answers("before", answers, until=say("plain.set.paused"))
    lines.chooses(say("plain.home.waiting"))
    lines.chooses(say("plain.waiting.go_on"))
    lines.hears(say("plain.set.resumed"))
    asked = lines.answers(
        "before", {"before-weight": "4", "before-note": NOTE}, until="It is kept in your journal"
    )
    assert "before-note" in asked
    assert "before-note-last" not in asked


def home_again(lines: Lines) -> None:
    """Until home has looked at the clock, and waits for a line."""
    lines.will_hear(f". {say('plain.home.close')}\n{say('lines.how.menu').rstrip('.')}")


def on_the_day(lines: Lines, clock: Clock) -> None:
    """An hour and a half after the start: taps alone, and the kind note that was written before."""
    home_again(lines)
    clock.at("2026-03-12 15:30")
    lines.chooses(say("plain.home.support"))
    lines.hears("Ana: 555 0100", say("question.went"))
    lines.chooses(say("question.yes"))
    lines.hears("The time now: Still arriving.")
    lines.chooses("Begin Still arriving")
    answers = {"arriving-safe": "1", "arriving-good": tapped("My kind note", NOTE)}
    lines.answers("arriving", answers, until="It is kept in your journal")


def tapped(label: str, shown: str):
    """Takes an option that leads aside, and comes back."""

    def tap(lines: Lines, prompt: Prompt) -> None:
        number = [each.label for each in prompt.options].index(label) + 1
        lines.says(str(number))
        lines.hears(shown, say("plain.how.read"))
        lines.says("")

    return tap


def landing(lines: Lines, clock: Clock) -> None:
    home_again(lines)
    clock.at("2026-03-13 09:00")
    lines.chooses(say("plain.home.ground"))
    lines.hears(say("plain.ground.which"))
    lines.says("1")
    lines.hears(say("plain.ground.enter"))
    lines.says("/back")
    lines.hears(say("question.slept"))
    lines.chooses(say("question.yes"))
    lines.hears("The time now: Soft landing.")
    lines.chooses("Begin Soft landing")
    answers = {"landing-how": "1", "landing-kind": "/stop"}
    lines.answers("landing", answers, until="It is kept in your journal")


def open_window(lines: Lines, clock: Clock) -> None:
    """Near a hard memory only after a yes, and steadiness is asked once more after it."""
    home_again(lines)
    clock.at("2026-03-14 19:00")
    lines.chooses(say("plain.home.read"))
    lines.chooses(say("plain.pages.none"))
    lines.hears("The time now: Open window.")

    def yes(lines: Lines, _prompt: Prompt) -> None:
        lines.says("3")
        lines.hears(say("plain.near"))
        lines.chooses(say("plain.near.yes"))

    lines.chooses("Begin Open window")
    answers = {
        "open-steady": "8",
        "open-stayed": STAYED,
        "open-weight": "5",
        "open-near": yes,
        "open-near-how": NEAR,
        "open-steady-again": "7",
    }
    asked = lines.answers("open", answers, until="It is kept in your journal")
    near = asked.index("open-near")
    assert asked[near : near + 3] == ["open-near", "open-near-how", "open-steady-again"]


def measure(lines: Lines) -> None:
    """Thoughts of death bring people before anything else is asked or counted."""
    lines.chooses(say("plain.home.library"))
    lines.hears(say("shelf.plain.how"))
    lines.says("PHQ-9")
    lines.chooses(say("shelf.plain.begin"))

    def people_first(lines: Lines, _prompt: Prompt) -> None:
        lines.says("2")
        heard = lines.hears(SUPPORT.headline("item9"), "Ana: 555 0100", say("plain.how.read"))
        assert "Question" not in heard
        lines.says("")

    answers = {f"phq9-{number}": "1" for number in range(1, 9)} | {"phq9-9": people_first}
    lines.answers("phq9", answers, until="It is kept in your journal")
    lines.hears("Total: 1 of 0 to 27.")


def find_and_change(lines: Lines) -> None:
    """A page is found by a word, reworded, looked back at, and tagged."""
    lines.chooses(say("plain.home.read"))
    lines.chooses(say("aloud.search"))
    lines.hears(say("found.how"))
    lines.says("kettle hummed")
    lines.hears("Open window")
    lines.says("1")
    lines.hears(STAYED)
    lines.chooses(say("aloud.reword"))
    lines.hears(say("plain.reword.which"))
    lines.chooses("What has stayed with you since the session?")
    lines.hears("/next on a line alone ends it")
    lines.says(REWORDED, "/next")
    lines.hears(say("aloud.reworded"))
    lines.chooses(say("aloud.wordings"))
    lines.hears(say("history.stays"), STAYED)
    lines.chooses(say("wordings.back.no"))
    lines.chooses(say("aloud.tags"))
    lines.hears(say("aloud.tags.none"))
    lines.says("kitchen", "")
    lines.hears("Its tags: kitchen.")
    lines.chooses(say("delete.go_on"))


def look_after(lines: Lines) -> None:
    lines.chooses(say("care.title"))
    lines.chooses(say("care.backup"))
    lines.hears("A whole backup is at ")
    lines.chooses(say("care.check"))
    lines.hears(say("check.ok"))
    lines.chooses(say("plain.done"))
    lines.chooses(say("lines.settings"))
    lines.hears("Country for help lines: United Kingdom")
    lines.chooses(say("plain.done"))


def lock_and_close(lines: Lines) -> None:
    lines.hears(say("plain.home.close"))
    lines.says("/lock")
    lines.hears(say("lock.locked"), say("unlock.passphrase"))
    lines.says(PASSPHRASE)
    lines.chooses(say("plain.home.close"))
    lines.hears(say("lines.closed"))


# --- how it is heard

_SIGNS = frozenset(" .,;:?'\"()/-“”_[]")
"""What a screen reader reads over, or says in a way that helps: dates and paths have some."""


def assert_is_heard_well(lines: Lines) -> None:
    """No escape sequence, no sign that a reader spells, but for published questions as they are."""
    measure = Library.shipped().measure("phq9")
    form = compiled(measure, closing="")
    exact = {each.ask for each in form.flat()} | {form.set.licence}
    odd = {
        line
        for line in lines.all.split("\n")
        if line not in exact
        if not all(each.isalnum() or each in _SIGNS for each in line)
    }
    assert odd == set()
