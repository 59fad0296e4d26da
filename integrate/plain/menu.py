"""Choosing among numbered lines."""

from collections.abc import Sequence
from typing import Final

from integrate.domain.answer import AnswerRefused
from integrate.plain.commands import Command, heard
from integrate.plain.talk import Talk
from integrate.words import say

_LONG: Final = 12
"""A list with more lines than this is narrowed down by typing: nobody keeps so many in mind."""


def numbered(labels: Sequence[str]) -> list[str]:
    """The labels with a number before each, one a line."""
    return [say("plain.numbered", number=i, label=label) for i, label in enumerate(labels, 1)]


def choose(
    talk: Talk, labels: Sequence[str], *, fallback: int | None = None, strict: bool = False
) -> int | Command | None:
    """Which of the labels was chosen, from 0; by its number, or as it reads.

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
    talk.say(*numbered(labels), how_to_choose(labels, fallback))
    while True:
        line = heard(talk)
        if line is None or isinstance(line, Command):
            return line
        chosen = _named(line.strip(), labels, fallback)
        if chosen is not None:
            return chosen
        if strict:
            raise AnswerRefused("choice", most=len(labels))
        if len(labels) > _LONG and line.strip() and not line.strip().isdecimal():
            talk.say(*_narrowed(line, labels), how_to_choose(labels, fallback))
        else:
            talk.say(say("plain.choose_number", most=len(labels)))


def how_to_choose(labels: Sequence[str], fallback: int | None = None) -> str:
    """What to type, in the same words after every list of choices."""
    how = "long" if len(labels) > _LONG else "menu"
    if fallback is None:
        return say(f"lines.how.{how}")
    return say(f"lines.how.{how}.enter", label=labels[fallback].rstrip("."))


def _named(word: str, labels: Sequence[str], fallback: int | None) -> int | None:
    """Which one a line names, by its number or as it reads; `None`: none of them."""
    if not word:
        return fallback
    if word.isdecimal():
        return int(word) - 1 if 1 <= int(word) <= len(labels) else None
    same = [at for at, label in enumerate(labels) if label.casefold() == word.casefold()]
    return same[0] if len(same) == 1 else None


def _narrowed(words: str, labels: Sequence[str]) -> list[str]:
    """The lines that say all of these words, each with the number that it has anyway."""
    from integrate.journal.alike import alike  # only long lists need it

    wanted = alike(words).split()
    pairs = zip(numbered(labels), labels, strict=True)
    found = [line for line, label in pairs if all(each in alike(label) for each in wanted)]
    return found or [say("lines.none_like")]
