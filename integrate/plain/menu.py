"""Choosing among numbered lines."""

from collections.abc import Sequence

from integrate.domain.answer import AnswerRefused
from integrate.plain.commands import Command, heard
from integrate.plain.talk import Talk
from integrate.words import say


def numbered(labels: Sequence[str]) -> list[str]:
    """The labels with a number before each, one a line."""
    return [say("plain.numbered", number=i, label=label) for i, label in enumerate(labels, 1)]


def choose(
    talk: Talk, labels: Sequence[str], *, fallback: int | None = None, strict: bool = False
) -> int | Command | None:
    """Which of the labels was chosen, from 0.

    Args:
        talk: where to speak and listen.
        labels: what can be chosen.
        fallback: what an empty line means.
        strict: whether a line that names none of them is refused rather than asked for again.

    Returns:
        Its place; `fallback` for an empty line, if there is one; the command that was given
        instead; `None` if the lines came to their end.

    Raises:
        AnswerRefused: if a line names none of the labels, and `strict` holds.
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
        if strict:
            raise AnswerRefused("choice", most=len(labels))
        talk.say(say("plain.choose_number", most=len(labels)))
