"""What a preview came to, in sentences: the same for the full screen and for lines."""

from collections.abc import Iterator

from msgspec import Struct

from integrate.domain.prompt import Kind, Prompt
from integrate.domain.unseen import Unseen
from integrate.domain.walk import Ending, Walk
from integrate.journal.preview import Preview
from integrate.words import say


class Line(Struct, frozen=True, kw_only=True):
    """One line of it."""

    text: str
    heading: bool = False
    beside: bool = False
    """It is said around the rest."""
    under: bool = False
    """It says something of the prompt before."""
    gap: int = 0
    """Empty lines after it."""


def summary(previewed: Preview, ended: Walk, ending: Ending) -> Iterator[Line]:
    """How it ended, which prompts were seen, and of the others why they were not.

    Args:
        previewed: what was looked at.
        ended: the walk as it ended.
        ending: how.
    """
    yield Line(text=_place(previewed), beside=True, gap=1)
    yield from _closing(previewed, ending)
    seen, hidden = previewed.seen(), previewed.unseen(ended)
    numbers = _numbers(previewed)
    if seen:
        count = say("preview.seen", count=len(seen), all=len(numbers))
        yield Line(text=count, heading=True)
        for prompt in seen:
            yield from _prompt(prompt, numbers)
        yield Line(text="")
    if not hidden:
        yield Line(text=say("preview.hidden.none"))
        return
    count = say("preview.hidden", count=len(hidden), all=len(numbers))
    yield Line(text=count, heading=True)
    for each in hidden:
        yield from _hidden(each, numbers)


def _place(previewed: Preview) -> str:
    place = previewed.moment.place
    if place is None:
        return say("preview.place.none")
    return say("preview.place", phase=place.phase.name)


def _closing(previewed: Preview, ending: Ending) -> Iterator[Line]:
    if ending is Ending.PARKED:
        yield Line(text=say("preview.parked"), gap=1)
        return
    if ending is Ending.STOPPED:
        yield Line(text=say("preview.stopped"), gap=1)
    yield Line(text=say("preview.closing"), beside=True)
    yield Line(text=previewed.set.set.closing, gap=1)


def _numbers(previewed: Preview) -> dict[str, int]:
    """Prompts by id with their number in the set, as `prompts show` numbers them."""
    asked = (each.id for each in previewed.set.flat() if each.kind is not Kind.GROUP)
    return {prompt_id: number for number, prompt_id in enumerate(asked, 1)}


def _prompt(prompt: Prompt, numbers: dict[str, int]) -> Iterator[Line]:
    yield Line(text=say("preview.prompt", number=numbers[prompt.id], ask=_one_line(prompt.ask)))
    if prompt.shows:
        yield Line(text=say("preview.shown", name=prompt.shows), under=True)


def _hidden(each: Unseen, numbers: dict[str, int]) -> Iterator[Line]:
    prompt = each.prompt
    yield Line(text=say("preview.prompt", number=numbers[prompt.id], ask=_one_line(prompt.ask)))
    for reason in each.reasons:
        yield Line(text=say(f"preview.reason.{reason.value}"), under=True)


def _one_line(text: str) -> str:
    return " ".join(text.split())
