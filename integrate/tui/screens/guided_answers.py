"""What the guided screen says around a prompt, and whether what was given fits it."""

from typing import Any

from integrate.domain.answer import Answer, AnswerRefused, answer_to
from integrate.domain.step import Ask, Step
from integrate.domain.walk import Walk
from integrate.journal.length import length_said
from integrate.tui.widgets.progress import progress
from integrate.words import say


def given_to(step: Ask, value: Any, other: str) -> Answer | None:
    """The checked answer; `None` where it does not fit."""
    try:
        return answer_to(step.prompt, value, other)
    except AnswerRefused:
        return None


def does_not_fit(step: Step, value: Any, other: str) -> str:
    """One sentence on what would fit; empty where this does, or nothing is asked."""
    if isinstance(step, Ask):
        try:
            answer_to(step.prompt, value, other)
        except AnswerRefused as refused:
            return say(f"answer.{refused.reason}", **refused.parts)
    return ""


def corner_of(walk: Walk) -> str:
    """How far one has come, in the quiet corner."""
    step = walk.step
    if not isinstance(step, Ask):
        return ""
    return say("guided.only.now") if walk.only else progress(step.number, step.count)


def opening_of(walk: Walk) -> str:
    """What the set says first; not again once something was said."""
    step = walk.step
    if not isinstance(step, Ask) or step.number != 1 or walk.answers:
        return ""
    return "\n".join(filter(None, (walk.set.set.opening, *length_said(walk))))
