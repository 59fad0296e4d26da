"""Which prompts stand, by the answers before them, and in which order."""

from collections.abc import Callable, Iterator, Mapping
from operator import ge, gt, le, lt
from typing import Final

from integrate.domain.answer import Answer, Value
from integrate.domain.prompt import Condition, Kind, Operator, Prompt, PromptSet, ShownIf

_ORDERED: Final[dict[Operator, Callable[[float, float], bool]]] = {
    "<": lt,
    "<=": le,
    ">": gt,
    ">=": ge,
}


def nested(prompt_set: PromptSet) -> Iterator[tuple[Prompt, tuple[Prompt, ...]]]:
    """Every prompt in the order of asking, with those that it is nested under, outermost first."""
    return _nested(prompt_set.prompt, ())


def _nested(
    prompts: tuple[Prompt, ...], parents: tuple[Prompt, ...]
) -> Iterator[tuple[Prompt, tuple[Prompt, ...]]]:
    for prompt in prompts:
        yield prompt, parents
        yield from _nested(prompt.prompts, (*parents, prompt))


def until(prompt_set: PromptSet, prompt_id: str) -> tuple[Prompt, ...]:
    """The prompts that stand before this one."""
    flat = tuple(prompt_set.flat())
    return flat[: _index(flat, prompt_id)]


def after(prompt_set: PromptSet, prompt_id: str) -> tuple[Prompt, ...]:
    """The prompts that stand after this one."""
    flat = tuple(prompt_set.flat())
    return flat[_index(flat, prompt_id) + 1 :]


def heading_of(prompt_set: PromptSet, prompt: Prompt) -> str:
    """What the group around a prompt says; empty where there is none."""
    for each, parents in nested(prompt_set):
        if each.id == prompt.id:
            groups = [parent.ask for parent in parents if parent.kind is Kind.GROUP]
            return groups[-1] if groups else ""
    return ""


def holds(rule: ShownIf | None, given: Mapping[str, Answer]) -> bool:
    """Whether a prompt with this rule is shown, given the answers that stand before it."""
    if rule is None:
        return True
    every = all(_met(each, given) for each in rule.all_)
    return every and (not rule.any_ or any(_met(each, given) for each in rule.any_))


def _met(condition: Condition, given: Mapping[str, Answer]) -> bool:
    answer = given.get(condition.prompt)
    if condition.is_ == "exists":
        return (answer is not None) is bool(condition.value)
    if answer is None:
        return False
    if condition.is_ == "=":
        return _equals(answer.value, condition.value)
    if condition.is_ == "!=":
        return not _equals(answer.value, condition.value)
    return _compares(answer.value, condition)


def _equals(value: Value, wanted: bool | float | str) -> bool:  # noqa: FBT001 - a yes/no answer
    """Equal, or among the chosen options; yes and 1 are different answers."""
    if isinstance(value, tuple):
        return wanted in value
    return isinstance(value, bool) is isinstance(wanted, bool) and value == wanted


def _compares(value: Value, condition: Condition) -> bool:
    wanted = condition.value
    if isinstance(value, bool | str | tuple) or isinstance(wanted, bool | str):
        return False
    return _ORDERED[condition.is_](value, wanted)


def _index(flat: tuple[Prompt, ...], prompt_id: str) -> int:
    return next(i for i, prompt in enumerate(flat) if prompt.id == prompt_id)
