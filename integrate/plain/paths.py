"""Asking for a file in lines: a path may begin like a command, and is none."""

from pathlib import Path
from typing import Final

from integrate.plain.commands import Command, heard
from integrate.plain.talk import Talk

_QUOTES: Final = "'\""


def ask_path(talk: Talk, ask: str, says: str) -> Path | None:
    """The path that is typed; `None` for an empty line, a command, and the end of the lines.

    Args:
        talk: where to speak and listen.
        ask: the question.
        says: what is good to know.
    """
    talk.say(ask, says)
    line = heard(_Paths(talk))
    if line is None or isinstance(line, Command):
        return None
    path = line.strip().strip(_QUOTES)
    return Path(path) if path else None


class _Paths:
    """Hears paths as such: no command has a second slash or a dot in it."""

    def __init__(self, talk: Talk) -> None:
        self._talk = talk

    @property
    def live(self) -> bool:
        return self._talk.live

    def say(self, *lines: str) -> None:
        self._talk.say(*lines)

    def aside(self, line: str) -> None:
        self._talk.aside(line)

    def secret(self, ask: str) -> str | None:
        return self._talk.secret(ask)

    def hear(self) -> str | None:
        line = self._talk.hear()
        inside = (line or "").strip()[1:]
        # A line that begins with a blank steers nothing.
        return f" {line}" if "/" in inside or "." in inside else line
