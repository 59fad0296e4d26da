"""Choosing among numbered lines."""

from collections.abc import Sequence

from integrate.plain.commands import Command, heard
from integrate.plain.talk import Talk
from integrate.words import say


def numbered(labels: Sequence[str]) -> list[str]:
    """The labels with a number before each, one a line."""
    return [say("plain.numbered", number=i, label=label) for i, label in enumerate(labels, 1)]


def choose(
    talk: Talk, labels: Sequence[str], *, fallback: int | None = None
) -> int | Command | None:
    """Which of the labels was chosen, from 0.

    Returns:
        Its place; `fallback` for an empty line, if there is one; the command that was given
        instead; `None` if the lines came to their end.
    """
    talk.say(*numbered(labels))
    while True:
        line = heard(talk)
        if line is None or isinstance(line, Command):
            return line
        word = line.strip()
        if not word and fallback is not None:
            return fallback
        if word.isdecimal() and 1 <= int(word) <= len(labels):
            return int(word) - 1
        talk.say(say("plain.choose_number", most=len(labels)))
