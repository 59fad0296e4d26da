"""Walking a set as the story says, so that its entries are what real answers would have left."""

from collections.abc import Mapping

from integrate.domain.answer import Answer, AnswerRefused, answer_to
from integrate.domain.prompt import Kind, Prompt
from integrate.domain.walk import Ask, ConfirmDepth, Ground, Walk
from integrate.journal.demo.story import Said, Told


class StoryFault(ValueError):
    """The story tells something that the shipped sets do not allow."""


def walked(walk: Walk, answers: Mapping[str, Told], *, holds: str | None = None) -> Walk:
    """The walk after these answers: what has none is skipped, every detour is come back from.

    Args:
        walk: at its first step.
        answers: by prompt id.
        holds: the prompt to stop at, with its words on their way; `None`: to the end.

    Raises:
        StoryFault: if an answer does not fit its prompt, or its prompt is never asked.
    """
    while not walk.over:
        if isinstance(step := walk.step, Ask) and step.prompt.id == holds:
            walk = walk.hold(_answer(step.prompt, answers[holds]))
            break
        walk = _onward(walk, answers)
    if unasked := sorted(set(answers) - set(walk.answers)):
        raise StoryFault(f"{walk.set.id}: never asked for {', '.join(unasked)}")
    return walk


def _onward(walk: Walk, answers: Mapping[str, Told]) -> Walk:
    match walk.step:
        case Ask(prompt=prompt) if prompt.kind is Kind.DISPLAY:
            return walk.read()
        case Ask(prompt=prompt) if prompt.id in answers:
            return walk.answer(_answer(prompt, answers[prompt.id]))
        case Ask():
            return walk.skip()
        case ConfirmDepth():
            return walk.confirm(yes=walk.at in answers)
        case Ground(reason="unsteady") if set(answers) - set(walk.answers):
            return walk.go_on()
    return walk.resume()


def _answer(prompt: Prompt, told: Told) -> Answer:
    try:
        if isinstance(told, Said):
            return answer_to(prompt, told.value, told.other)
        return answer_to(prompt, told)
    except AnswerRefused as refused:
        raise StoryFault(f"{prompt.id}: {refused.reason} {refused.parts}") from refused
