"""A question as it is read aloud: which one, what it asks, and how to answer."""

from collections.abc import Iterator
from datetime import datetime
from typing import Final

from integrate.domain.answer import Answer
from integrate.domain.entry import Kept, answered
from integrate.domain.prompt import Kind, Prompt
from integrate.domain.walk import Ask
from integrate.journal.ago import say_ago
from integrate.journal.saying import said_in_words
from integrate.plain.days import day_in_words
from integrate.plain.menu import numbered
from integrate.words import say

_DOT: Final = "· "
"""A reader would spell it."""


def question(
    step: Ask, now: datetime, *, first_text: bool = False, only: bool = False
) -> list[str]:
    """The lines of one question.

    Args:
        step: what the walk asks.
        now: aware; earlier words say how long ago they were written.
        first_text: whether this is the first time that words are asked for; how to end them is
            said once.
        only: whether it is the only one today.
    """
    key = "plain.question.only" if only else "plain.question"
    which = say(key, **({} if only else {"number": step.number, "count": step.count}))
    return [which, *_question(step, now, first_text)]


def _question(step: Ask, now: datetime, first_text: bool) -> Iterator[str]:  # noqa: FBT001 - named by question()
    prompt = step.prompt
    if step.heading:
        yield step.heading
    if step.shows is not None:
        yield from recalled(step.shows, now)
    yield prompt.ask
    if prompt.help:
        yield prompt.help
    yield from numbered(labels(prompt))
    if step.answer is not None:
        yield from _said(prompt, step.answer)
    if how := _how(prompt, first_text=first_text):
        yield how


def labels(prompt: Prompt) -> list[str]:
    """How the options read, with "something else" last where it is offered."""
    own = [say("plain.other")] if prompt.other else []
    return [option.label for option in prompt.options] + own


def recalled(kept: Kept, now: datetime) -> list[str]:
    """An earlier answer, given back with how long ago it was, its phase and its day."""
    key = "plain.recall_in" if kept.phase else "plain.recall"
    day = day_in_words(kept.when, now)
    return [say(key, ago=say_ago(kept.when, now), day=day, phase=kept.phase), kept.said]


def unmarked(text: str) -> str:
    """A line that the screen shows too, without the dot that stands before a source there."""
    return text.removeprefix(_DOT)


def _said(prompt: Prompt, answer: Answer) -> Iterator[str]:
    said = said_in_words(answered(prompt, answer))
    if not said:
        return
    if prompt.kind is Kind.TEXT:
        yield say("plain.said_so_far")
        yield said
    else:
        yield say("plain.said_before", said=said)


_HOW: Final = {
    Kind.YESNO: "plain.how.yesno",
    Kind.CHOICE: "plain.how.choice",
    Kind.MULTI: "plain.how.several",
    Kind.FEELING: "plain.how.several",
    Kind.BODY: "plain.how.several",
    Kind.DATE: "plain.how.date",
    Kind.TIME: "plain.how.time",
}


def _how(prompt: Prompt, *, first_text: bool) -> str:
    match prompt.kind:
        case Kind.TEXT:
            return say("plain.how.text_first" if first_text else "plain.how.text")
        case Kind.SCALE:
            return _how_scale(prompt)
        case Kind.NUMBER:
            unit = prompt.number.unit if prompt.number else ""
            return say("plain.how.number_in", unit=unit) if unit else say("plain.how.number")
        case _:
            return say(_HOW[prompt.kind]) if prompt.kind in _HOW else ""


def _how_scale(prompt: Prompt) -> str:
    scale, steps = prompt.scale, prompt.steps
    low = f"{steps[0]} ({scale.low_label})" if scale and scale.low_label else str(steps[0])
    high = f"{steps[-1]} ({scale.high_label})" if scale and scale.high_label else str(steps[-1])
    return say("plain.how.scale", low=low, high=high)
