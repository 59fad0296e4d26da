"""A measure as a prompt set, so that a walk can ask it; and its answers back as numbers.

Every word that is asked is the published one. What an answer comes to is `domain.measure`'s.
"""

from collections.abc import Iterable, Iterator
from typing import Final

from integrate.domain.answer import AnswerRefused, Value
from integrate.domain.entry import Answered
from integrate.domain.measure import OPENING, Item, Measure, check_answer
from integrate.domain.prompt import (
    Code,
    Condition,
    Kind,
    Option,
    Prompt,
    PromptSet,
    SetHead,
    ShownIf,
)

_ITEMS_A_MINUTE: Final = 4
"""How many items are answered in a minute, taken slowly (our choice)."""
_LOINC: Final = "http://loinc.org"


def compiled(measure: Measure, *, closing: str) -> PromptSet:
    """The measure as a set of the same id.

    Args:
        measure: the measure.
        closing: one calm sentence for its end; the published forms have none.
    """
    head = measure.measure
    return PromptSet(
        schema=1,
        set=SetHead(
            id=head.id,
            title=head.title,
            version=str(measure.schema),
            language=head.language,
            author=head.cite,
            licence=head.copyright,
            minutes=-(-len(measure.items) // _ITEMS_A_MINUTE),
            opening="\n".join(filter(None, (head.instructions, head.copyright))),
            closing=closing,
        ),
        prompt=tuple(_prompts(measure)),
    )


def item_id(measure: Measure, n: int) -> str:
    """The id of the prompt that asks an item, or the opening question."""
    return f"{measure.id}-{'opening' if n == OPENING else n}"


def answers_of(measure: Measure, answers: Iterable[Answered]) -> dict[int, int | None]:
    """What was answered, by item number; `None` where nothing was.

    An answer that its item does not take, as a damaged or older record may hold, counts as none.
    """
    said = {each.prompt: each.value for each in answers}
    numbers = [each.n for each in measure.items]
    if measure.measure.opening:
        numbers.insert(0, OPENING)
    return {n: _number(measure, n, said.get(item_id(measure, n))) for n in numbers}


def _number(measure: Measure, n: int, value: Value | None) -> int | None:
    if value is None:
        return None
    try:
        number = int(value) if isinstance(value, bool | int | str) else None
        if number is not None:
            check_answer(measure, n, number)
    except (ValueError, AnswerRefused):
        return None
    return number


def _prompts(measure: Measure) -> Iterator[Prompt]:
    head = measure.measure
    shown_if: ShownIf | None = None
    if head.opening:
        opening = item_id(measure, OPENING)
        yield Prompt(id=opening, kind=Kind.YESNO, ask=head.opening, memory=head.memory)
        shown_if = ShownIf(all_=(Condition(prompt=opening, value=True),))
    if head.stem:
        items = tuple(_item(measure, each) for each in measure.items)
        yield Prompt(
            id=f"{measure.id}-items",
            kind=Kind.GROUP,
            ask=head.stem,
            shown_if=shown_if,
            prompts=items,
        )
    else:
        yield from (_item(measure, each, shown_if) for each in measure.items)
    yield from _function(measure)


def _item(measure: Measure, item: Item, shown_if: ShownIf | None = None) -> Prompt:
    is_scale = measure.scale is not None
    return Prompt(
        id=item_id(measure, item.n),
        kind=Kind.SCALE if is_scale else Kind.CHOICE,
        ask=item.text,
        memory=measure.measure.memory,
        scale=measure.scale,
        options=() if is_scale else tuple(_options(measure, item)),
        does_if=item.does_if if is_scale else None,
        shown_if=shown_if,
        codes=_codes(item.loinc),
    )


def _options(measure: Measure, item: Item) -> Iterator[Option]:
    rule = item.does_if
    for each in measure.options:
        yield Option(
            value=str(each.value),
            label=each.label,
            score=each.value,
            code=each.loinc or None,
            does=rule.does if rule is not None and each.value >= rule.at_least else None,
        )


def _function(measure: Measure) -> Iterator[Prompt]:
    """Asked where any problem was marked, as its published words say; never part of the score."""
    asked = measure.function_item
    if asked is None:
        return
    none = str(measure.values[0])
    yield Prompt(
        id=f"{measure.id}-function",
        kind=Kind.CHOICE,
        ask=asked.text,
        options=tuple(
            Option(value=str(number), label=each.label, code=each.loinc or None)
            for number, each in enumerate(asked.options)
        ),
        shown_if=ShownIf(
            any_=tuple(
                Condition(prompt=item_id(measure, each.n), is_="!=", value=none)
                for each in measure.items
            )
        ),
        codes=_codes(asked.loinc),
    )


def _codes(loinc: str) -> tuple[Code, ...]:
    return (Code(system=_LOINC, code=loinc),) if loinc else ()
