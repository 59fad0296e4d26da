"""How the full screen is walked: from the welcome to a page, by keys and by what is seen."""

import re
from typing import Final

from integrate.words import say

from .terminal import Terminal

PASSPHRASE: Final = "seven lamps along the old canal"
ENTER: Final = "\r"
ESCAPE: Final = "\x1b"
NEXT: Final = "\x0e"
BACK: Final = "\x02"
SKIP: Final = "\x0f"
CLOSE: Final = "\x11"
STEADY: Final = "How steady do you feel right now?"
STAYED: Final = "What has stayed with you since the session?"
CLOSING: Final = "Thank you for the time you gave this."


def first_run(
    terminal: Terminal, passphrase: str = PASSPHRASE, *, person: str | None = None
) -> str:
    """The welcome, a passphrase, two groups of the code typed back, and maybe one who helps.

    Returns:
        The recovery code, in its groups.
    """
    terminal.until_seen(say("lines.face"), say("lines.how.menu.enter", label="The full screen"))
    terminal.type("1" + ENTER)
    terminal.until_seen("not for emergencies", say("key.go_on"))
    terminal.type("1")
    terminal.until_seen(say("lock.recent"))
    terminal.type("1")
    terminal.until_seen(say("passphrase.first"))
    terminal.type(passphrase + ENTER)
    terminal.until_cursor_under(say("passphrase.again"))
    terminal.type(passphrase + ENTER)
    terminal.until_seen(say("code.written"))
    groups = re.search(r"(?:[0-9A-HJKMNP-TV-Z]{4} +){6}[0-9A-HJKMNP-TV-Z]{4}", terminal.seen)
    assert groups is not None
    code = groups[0].split()
    terminal.type("1")
    terminal.until_seen(say("code.type_back"))
    first, second = re.findall(r"Group (\d)", terminal.seen)
    terminal.type(code[int(first) - 1].lower() + ENTER)
    terminal.until_cursor_under(f"Group {second}")
    terminal.type(code[int(second) - 1].lower() + ENTER)
    terminal.until_seen(say("country.skip"))
    terminal.type(ENTER)
    terminal.until_seen(say("people.title"))
    if person is not None:
        add_person(terminal, person)
    terminal.type(NEXT)
    return "-".join(code)


def add_person(terminal: Terminal, name: str) -> None:
    """Somebody who helps, on the page of people."""
    terminal.type("a")
    terminal.until_seen(say("person.name"), say("person.reach"))
    terminal.type(name + ENTER)
    terminal.until_cursor_under(say("person.reach"))
    terminal.type(ENTER)
    terminal.until_seen(say("people.first_run")[:30], name)


def add_session(terminal: Terminal, title: str = "") -> None:
    """From home: a session two days ago, and home again in its open window."""
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
    terminal.type(title + ENTER)
    terminal.until_seen(say("sessions.went"))
    terminal.type(ESCAPE)
    terminal.until_seen("Open window", say("home.key.journal"))


def unlock(terminal: Terminal, passphrase: str = PASSPHRASE) -> None:
    """From the lock to home."""
    terminal.until_seen(say("unlock.passphrase"), say("unlock.help"))
    terminal.type(passphrase + ENTER)
    terminal.until_seen("Open window", say("home.key.journal"))


def begin_and_write(terminal: Terminal, words: str) -> int:
    """From home into the open window's set, up to words that stand on the screen."""
    terminal.type(ENTER)
    terminal.until_seen(STEADY)
    terminal.type("7")
    terminal.until_seen("[7]")
    terminal.type(ENTER)
    # Until then "being kept" may still stand there from the number, and is not written again.
    terminal.until_seen(STAYED, say("guided.kept"))
    before = terminal.type(words)
    terminal.until_seen(words)
    return before


def until_kept(terminal: Terminal, since: int) -> None:
    """Until the screen has said, after those keys, first "being kept" and then "kept"."""
    terminal.until_written(say("guided.unkept"), since)
    terminal.until_seen(say("guided.kept"))


def skip_to_the_end(terminal: Terminal) -> None:
    """Past every question that is left."""
    for _ in range(30):
        before = _progress(terminal)
        terminal.type(SKIP)
        terminal.until(
            lambda before=before: CLOSING in terminal.flat or _progress(terminal) != before,
            "another question, or the end",
        )
        if CLOSING in terminal.flat:
            return
    raise AssertionError("the set has no end")


def _progress(terminal: Terminal) -> tuple[str, ...]:
    """Which question stands there: its number, and the line that asks it."""
    found = re.search(r"\d+ of \d+", terminal.seen)
    return (found[0] if found else "", terminal.flat[:400])
