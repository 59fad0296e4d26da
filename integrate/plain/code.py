"""The recovery code, line by line: said once, part of it typed back, or declined."""

import secrets
from collections.abc import Callable, Sequence
from functools import partial
from typing import Final

from integrate.journal.init import decline_code
from integrate.journal.journal import Journal
from integrate.plain.commands import Command, heard
from integrate.plain.menu import choose
from integrate.plain.talk import Talk
from integrate.vault.recovery import tidy
from integrate.words import say

_ASKED_BACK: Final = 2
"""How many groups of the code are typed back."""

Pick = Callable[[Sequence[int], int], list[int]]


def settle_code(
    talk: Talk,
    journal: Journal,
    code: str,
    *,
    pick: Pick | None = None,
    decline: Callable[[], object] | None = None,
) -> bool:
    """Says the code and has part typed back; with a passphrase beside it, it may be declined.

    Args:
        talk: where to speak and listen.
        journal: the new journal.
        code: its recovery code as it is shown.
        pick: chooses which groups are asked for; at random where not given.
        decline: takes the code away again; from a journal alone where not given.

    Returns:
        Whether it was settled; not if the lines came to their end.
    """
    paper = not journal.vault.has_passphrase
    while True:
        talk.say(say("code.why_paper" if paper else "code.why"), *_groups(code), say("code.once"))
        chosen = _wished(talk, code, may_decline=not paper)
        if chosen is None or chosen in {Command.PAUSE, Command.STOP}:
            return False
        if chosen == "written":
            right = _typed_back(talk, code, pick or secrets.SystemRandom().sample)
            if right is not False:
                return bool(right)
        elif chosen == "none" and _declined(talk):
            (decline or partial(decline_code, journal))()
            return True


def _wished(talk: Talk, code: str, *, may_decline: bool) -> str | Command | None:
    """What comes next; until then the code is said group by group as often as somebody likes."""
    ways = {"written": say("code.written")}
    if may_decline:
        ways["none"] = say("code.none")
    ways["slowly"] = say("lines.code.slowly")
    while True:
        chosen = choose(talk, list(ways.values()))
        if not isinstance(chosen, int):
            return chosen
        way = list(ways)[chosen]
        if way != "slowly":
            return way
        _slowly(talk, code)


def _slowly(talk: Talk, code: str) -> None:
    """One group at a time, letter by letter: the next, the same again, or the one before."""
    groups = code.split("-")
    steps: dict[str | Command, int] = {
        "": 1,
        say("lines.code.next"): 1,
        Command.NEXT: 1,
        Command.SKIP: 1,
        say("lines.code.again"): 0,
        say("lines.code.back"): -1,
        Command.BACK: -1,
    }
    at = 0
    while at < len(groups):
        letters = ", ".join(groups[at])
        told = say("lines.code.group", number=at + 1, count=len(groups), letters=letters)
        talk.say(told, say("lines.code.how"))
        line = heard(talk)
        word = line.strip().casefold() if isinstance(line, str) else line
        if word is None or word == say("lines.code.done"):
            return
        if isinstance(word, Command) and word not in steps:
            return
        at = max(0, at + steps.get(word, 0))
    talk.say(say("lines.code.end"))


def _groups(code: str) -> list[str]:
    """Each group on a line of its own, so that it can be heard one at a time."""
    return [
        say("plain.code.group", number=number, group=group)
        for number, group in enumerate(code.split("-"), 1)
    ]


def _typed_back(talk: Talk, code: str, pick: Pick) -> bool | None:
    """Whether the asked groups were right; `False` to hear the code again, `None` at the end."""
    groups = code.split("-")
    talk.say(say("code.type_back"), say("plain.code.back"))
    for at in sorted(pick(range(len(groups)), _ASKED_BACK)):
        talk.say(say("code.group", number=at + 1))
        while (line := heard(talk)) is not None:
            if isinstance(line, Command):
                return False
            if tidy(line) == groups[at]:
                break
            talk.say(say("plain.code.differs", number=at + 1))
        else:
            return None
    return True


def _declined(talk: Talk) -> bool:
    talk.say(say("code.without"), say("code.sure"))
    return choose(talk, [say("code.keep"), say("code.go_without")], fallback=0) == 1
