"""One simple condition under which a prompt is shown: which can be chosen, and which one it is."""

from msgspec import Struct

from integrate.domain.prompt import Condition, Kind, Operator, Prompt, ShownIf

_LISTED = frozenset({Kind.CHOICE, Kind.MULTI, Kind.FEELING, Kind.BODY})
_COUNTED = frozenset({Kind.SCALE, Kind.NUMBER})


class Choice(Struct, frozen=True, kw_only=True):
    """Conditions on the answer to one earlier prompt that can be chosen."""

    ready: tuple[Condition, ...]
    """They need nothing more."""
    counted: bool
    """Whether a number can be asked for too, "7 or more" or "3 or less"."""


def choice(asked: Prompt) -> Choice:
    """What can be asked of the answer to a prompt."""
    ready: list[Condition] = []
    if asked.kind in _LISTED:
        ready = [Condition(prompt=asked.id, value=each.value) for each in asked.options]
    elif asked.kind is Kind.YESNO:
        ready = [Condition(prompt=asked.id, value=value) for value in (True, False)]
    answered = Condition(prompt=asked.id, is_="exists", value=True)
    return Choice(ready=(*ready, answered), counted=asked.kind in _COUNTED)


def bound(asked: Prompt, operator: Operator, number: int) -> Condition:
    """The answer is so high or so low."""
    return Condition(prompt=asked.id, is_=operator, value=number)


def only_if(condition: Condition) -> ShownIf:
    """Shown under this one condition."""
    return ShownIf(all_=(condition,))


def single(rule: ShownIf | None) -> Condition | None:
    """The one condition of a rule; `None` where there is none, or several."""
    every = (*rule.all_, *rule.any_) if rule is not None else ()
    return every[0] if len(every) == 1 else None
