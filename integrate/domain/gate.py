"""What may be asked: as far as steadiness allows, and in tender hours only taps unasked for."""

from collections.abc import Iterable
from datetime import timedelta
from typing import Final

from integrate.domain.answer import Answer
from integrate.domain.prompt import Condition, Kind, Prompt, PromptSet, ShownIf

UNSTEADY: Final = 3
"""An answer up to here offers grounding, and asks nothing more unless wished (our choice)."""
HALF_STEADY: Final = 6
"""An answer up to here keeps to depth 1 (our choice)."""
FELL_BY: Final = 2
"""A second answer so much lower than the first offers grounding (our choice)."""
NEAR: Final = 3
"""The depth of a prompt near a hard memory: asked only after a yes."""
SERIES: Final = "steady"
"""The series of the one scale that is known from set to set, from 0 to 10."""
HOLDS: Final = timedelta(hours=2)
"""For so long an answer is not asked for again in another set (our choice)."""
_STEPS: Final = range(11)


def depth_after(answer: Answer | None, *, most: int, onward: bool) -> int:
    """How deep what follows may go: all the way while the gate is still to be asked.

    Args:
        answer: what was said at the gate.
        most: how deep the moment and the set allow.
        onward: whether the person asked for light questions though it was low.
    """
    if answer is None or not isinstance(answer.value, int):
        return most
    if answer.value <= UNSTEADY:
        return 1 if onward else 0
    return 1 if answer.value <= HALF_STEADY else most


def is_unsteady(answer: Answer, earlier: Iterable[Answer]) -> bool:
    """Whether to offer grounding: the answer is low, or has fallen since an earlier one."""
    if not isinstance(answer.value, int):
        return False
    highest = max((each.value for each in earlier if isinstance(each.value, int)), default=0)
    return answer.value <= UNSTEADY or highest - answer.value >= FELL_BY


def holds_for(prompt: Prompt) -> bool:
    """Whether an answer given in another set a short while ago stands for this prompt too."""
    return prompt.gate is not None and prompt.series == SERIES and prompt.steps == _STEPS


def holds_on(answer: Answer | None) -> bool:
    """Whether an answer needs no asking again so soon: a low one does, it may have changed."""
    return (
        answer is not None
        and isinstance(answer.value, int)
        and answer.value in _STEPS
        and answer.value > UNSTEADY
    )


def asks_unbidden(prompt: Prompt, parents: Iterable[Prompt]) -> bool:
    """Whether a prompt asks for words though no answer before it wished for that.

    A wish is an option that was chosen, or a yes. Any place on a scale is none: nobody who says
    how steady they are asked to be asked for words.

    Args:
        prompt: what would be asked.
        parents: those that it is nested under.
    """
    return prompt.kind is Kind.TEXT and not any(
        _takes_a_wish(each.shown_if) for each in (*parents, prompt)
    )


def _takes_a_wish(rule: ShownIf | None) -> bool:
    if rule is None:
        return False
    either = bool(rule.any_) and all(_is_wish(each) for each in rule.any_)
    return either or any(_is_wish(each) for each in rule.all_)


def _is_wish(condition: Condition) -> bool:
    value = condition.value
    return condition.is_ == "=" and (value is True or isinstance(value, str))


def is_words_by_choice(prompt_set: PromptSet) -> bool:
    """Whether a set is nothing but words, and there only for a person who chose it by hand."""
    kinds = {each.kind for each in prompt_set.flat()}
    return prompt_set.when is None and kinds <= {Kind.TEXT, Kind.DISPLAY, Kind.GROUP}
