"""The words that steer a dialogue: typed alone on a line, with a slash before them."""

from enum import Enum
from typing import Final

from integrate.plain.leaving import Leaving, Locking
from integrate.plain.talk import Talk
from integrate.words import say


class Command(Enum):
    """What a person can do at every question. Never equal to a line that merely reads the same."""

    NEXT = "next"
    SKIP = "skip"
    BACK = "back"
    CLEAR = "clear"
    GROUND = "ground"
    SUPPORT = "support"
    PAUSE = "pause"
    STOP = "stop"
    ONE = "one"
    WHY = "why"
    LOCK = "lock"
    HELP = "help"


_WORDS: Final = {each.value: each for each in Command} | {
    "people": Command.SUPPORT,
    "quit": Command.PAUSE,
    "exit": Command.PAUSE,
    "close": Command.PAUSE,
}
"""The commands, and what people try first; closing always keeps."""

_HELP: Final = (
    "plain.help.next",
    "plain.help.skip",
    "plain.help.back",
    "plain.help.clear",
    "plain.help.ground",
    "plain.help.support",
    "plain.help.pause",
    "plain.help.stop",
    "plain.help.one",
    "plain.help.why",
    "plain.help.lock",
    "plain.help.help",
    "plain.help.words",
)


def heard(talk: Talk) -> str | Command | None:
    """The next line, or the command on it; `None` when there are no more lines.

    Help is given here and now. A lone word after a slash that is no command is said back to whoever
    types, so that a slip of the finger does not end up among their words; a pipe cannot slip.

    Raises:
        Leaving: if a signal asks to leave, or the line asks to lock.
    """
    while (line := talk.hear()) is not None:
        if not _steers(line):
            return line
        word = line.strip()
        command = _WORDS.get(word[1:].lower())
        if command is Command.HELP:
            talk.say(*(say(key) for key in _HELP))
        elif command is Command.LOCK:
            raise Locking(by_itself=False)
        elif command is None and talk.live:
            talk.say(say("plain.no_command", word=word))
        else:
            return command or line
    return None


def steering(line: str) -> Command | None:
    """The command that a line gives, if it gives one."""
    return _WORDS.get(line.strip()[1:].lower()) if _steers(line) else None


def half_said(leaving: Leaving) -> str:
    """The words that were typed but not entered before somebody asked to leave; no command."""
    return "" if _steers(leaving.typed) else leaving.typed.rstrip()


def _steers(line: str) -> bool:
    word = line.strip()
    return word.startswith("/") and " " not in word and not line.startswith(" ")
