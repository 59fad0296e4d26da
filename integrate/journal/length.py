"""How long a set takes, said before it begins."""

from msgspec.structs import replace

from integrate.domain.walk import Walk
from integrate.words import say


def length_said(walk: Walk) -> tuple[str, ...]:
    """How many questions at most, and the minutes; where it is so, that it asks less this time."""
    count, minutes = 1 if walk.only else walk.most(), walk.minutes()
    questions = say("guided.questions" if count > 1 else "guided.questions.one", count=count)
    about = say("guided.minutes" if minutes > 1 else "guided.minutes.one", count=minutes)
    length = say("guided.length", questions=questions, minutes=about)
    shorter = not walk.only and count < replace(walk, turn=0).most()
    return (length, say("guided.shorter")) if shorter else (length,)
