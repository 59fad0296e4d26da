"""Grounding, one step at a time."""

from collections.abc import Sequence

from integrate.domain.care import Exercise
from integrate.plain.commands import Command, heard
from integrate.plain.menu import how_to_choose, numbered
from integrate.plain.talk import Talk
from integrate.words import say


def ground(talk: Talk, exercises: Sequence[Exercise]) -> Command | None:
    """Offers the exercises, then goes through the chosen one; Enter moves on, nothing is timed.

    Where nobody types, all of the first one is said at once.

    Returns:
        The command that ended it, if one did.
    """
    if not talk.live:
        talk.say(*exercise_lines(exercises[0]))
        return None
    ended_by: Command | None = Command.GROUND
    while ended_by is Command.GROUND:  # asked for here, it shows the list again
        ended_by = _one(talk, exercises)
    return ended_by


def _one(talk: Talk, exercises: Sequence[Exercise]) -> Command | None:
    titles = [each.title for each in exercises]
    talk.say(say("plain.ground.which"), *numbered(titles), how_to_choose(titles, 0))
    line = heard(talk)
    if line is None or isinstance(line, Command):
        return line
    return _through(talk, _chosen(line.strip(), exercises))


def exercise_lines(exercise: Exercise) -> list[str]:
    """One exercise, all of it."""
    note = [exercise.note] if exercise.note else []
    return [exercise.title, *note, *exercise.steps]


def _chosen(word: str, exercises: Sequence[Exercise]) -> Exercise:
    """The one that was named, else the first: nobody is asked twice just now."""
    number = int(word) if word.isdecimal() else 1
    return exercises[number - 1] if 1 <= number <= len(exercises) else exercises[0]


def _through(talk: Talk, exercise: Exercise) -> Command | None:
    note = [exercise.note] if exercise.note else []
    talk.say(exercise.title, *note, say("plain.ground.enter"))
    for step in exercise.steps:
        talk.say(step)
        line = heard(talk)
        if line is None or (isinstance(line, Command) and line is not Command.NEXT):
            return line
    talk.say(say("plain.ground.done"))
    return None
