"""A prompt set as a person would read it: each prompt with its answers, its branch and its why."""

from collections.abc import Iterator, Mapping
from typing import Final

from integrate.cli.folding import all_folded, folded
from integrate.domain.branching import nested
from integrate.domain.phase import Flag
from integrate.domain.prompt import Condition, Kind, Option, Prompt, PromptSet, Scale, ShownIf, When
from integrate.journal.reason import Source, reason
from integrate.library import Library
from integrate.words import say

_NESTED: Final = 3
"""Columns by which a nested prompt is set in."""
_PICKED: Final = frozenset({Kind.CHOICE, Kind.MULTI})


def set_lines(prompt_set: PromptSet, library: Library) -> Iterator[str]:
    """Everything in a set, in the order of asking.

    Args:
        prompt_set: the set.
        library: has the names of phases and the sources.
    """
    numbers = numbered(prompt_set)
    yield from head_lines(prompt_set, library)
    for prompt, parents in nested(prompt_set):
        indent = _NESTED * len(parents)
        lead = f"{numbers[prompt.id]}. " if prompt.id in numbers else ""
        yield ""
        yield from folded(prompt.ask, indent=indent, lead=lead)
        below = indent + (len(lead) or _NESTED)
        if prompt.help:
            yield from folded(prompt.help, indent=below)
        yield from all_folded(_answers(prompt), indent=below)
        yield from all_folded(_rules(prompt, prompt_set, numbers), indent=below)
        yield from all_folded(_why(prompt, library), indent=below)
    yield ""
    yield say("cli.prompts.closing")
    yield from folded(prompt_set.set.closing)
    if any("*" in idea for prompt in prompt_set.flat() for idea in prompt.why.ideas):
        yield from ("", say("cli.prompts.star"))


def head_lines(prompt_set: PromptSet, library: Library) -> Iterator[str]:
    """What a set is: its title, whose, how long, when, and how it opens."""
    yield from _head(prompt_set, library, len(numbered(prompt_set)))


def numbered(prompt_set: PromptSet) -> dict[str, int]:
    """Prompts by id, with their number in the order of asking; a heading has none."""
    asked = (prompt.id for prompt in prompt_set.flat() if prompt.kind is not Kind.GROUP)
    return {prompt_id: number for number, prompt_id in enumerate(asked, 1)}


def _head(prompt_set: PromptSet, library: Library, count: int) -> Iterator[str]:
    head = prompt_set.set
    yield from folded(head.title)
    yield from folded(
        say(
            "cli.prompts.about",
            id=head.id,
            version=head.version,
            author=head.author,
            licence=head.licence,
        )
    )
    key = "cli.prompts.length.one" if count == 1 else "cli.prompts.length"
    parts = {"minutes": head.minutes, "depth": head.max_depth}
    yield say(key, **(parts if count == 1 else {**parts, "count": count}))
    yield from all_folded(_when(prompt_set.when, library))
    if head.opening:
        yield ""
        yield from folded(head.opening)


def _when(when: When | None, library: Library) -> Iterator[str]:
    if when is None:
        yield say("cli.prompts.when.chosen")
        return
    if when.phase is not None:
        phase = library.phase_tables().named(when.phase)
        yield say("cli.prompts.when.phase", phase=phase.name if phase else when.phase)
    elif when.hours is not None:
        low, high = f"{when.hours.from_:g}", f"{when.hours.to:g}"
        yield say("cli.prompts.when.hours", low=low, high=high)
        if when.table == "talk":
            yield say("cli.prompts.when.hours.talk")
    if when.every_days is not None:
        yield say("cli.prompts.when.days", days=when.every_days)
    if when.repeat != "always":
        yield say(f"cli.prompts.when.{when.repeat}")


def _answers(prompt: Prompt) -> Iterator[str]:
    if prompt.kind is Kind.SCALE:
        yield from _scale(prompt.scale or Scale())
    elif prompt.kind is Kind.NUMBER:
        yield from _number(prompt)
    elif prompt.kind in {Kind.FEELING, Kind.BODY}:
        options = _labels(prompt.options)
        yield say(f"cli.prompts.kind.{prompt.kind.value}", options=options)
        if prompt.kind is Kind.BODY:
            yield say("cli.prompts.kind.body.words", words=_labels(prompt.words))
    else:
        yield say(f"cli.prompts.kind.{prompt.kind.value}")
    if prompt.kind in _PICKED:
        yield from map(_option, prompt.options)
    if prompt.other:
        yield say("cli.prompts.option.other")


def _scale(scale: Scale) -> Iterator[str]:
    ends = {"low": scale.low, "high": scale.high}
    if scale.low_label and scale.high_label:
        labels = {"low_label": scale.low_label, "high_label": scale.high_label}
        yield say("cli.prompts.kind.scale.low", **ends, **labels)
    else:
        yield say("cli.prompts.kind.scale", **ends)
    if scale.step != 1:
        yield say("cli.prompts.kind.step", step=scale.step)


def _number(prompt: Prompt) -> Iterator[str]:
    yield say("cli.prompts.kind.number")
    number = prompt.number
    if number is None:
        return
    if number.min is not None:
        yield say("cli.prompts.kind.number.least", min=f"{number.min:g}")
    if number.max is not None:
        yield say("cli.prompts.kind.number.most", max=f"{number.max:g}")
    if number.step is not None:
        yield say("cli.prompts.kind.step", step=f"{number.step:g}")
    if number.unit:
        yield say("cli.prompts.kind.number.unit", unit=number.unit)


def _labels(options: tuple[Option, ...]) -> str:
    return ", ".join(option.label for option in options)


def _option(option: Option) -> str:
    told = [say("cli.prompts.option.alone")] if option.exclusive else []
    if option.does is not None:
        told.append(say(f"cli.prompts.does.{option.does.value}"))
    if told:
        return say("cli.prompts.option.told", label=option.label, told=", ".join(told))
    return say("cli.prompts.option", label=option.label)


def _rules(prompt: Prompt, prompt_set: PromptSet, numbers: Mapping[str, int]) -> Iterator[str]:
    if prompt.shown_if is not None:
        said = conditions(prompt.shown_if, prompt_set, numbers)
        if said:
            yield say("cli.prompts.only", conditions=said)
    if prompt.does_if is not None:
        does = say(f"cli.prompts.does.{prompt.does_if.does.value}")
        yield say("cli.prompts.does.from", least=prompt.does_if.at_least, does=does)
    yield from _marks(prompt)


def _marks(prompt: Prompt) -> Iterator[str]:
    if prompt.depth > 1:
        yield say(f"cli.prompts.depth.{prompt.depth}")
    if prompt.memory:
        yield say("cli.prompts.memory")
    if prompt.gate is not None:
        yield say("cli.prompts.gate")
    named = {"series": prompt.series, "shows": prompt.shows, "keeps": prompt.keep_as}
    for key, name in named.items():
        if name is not None:
            yield say(f"cli.prompts.{key}", name=name)
    if prompt.required:
        yield say("cli.prompts.required")
    if prompt.translations:
        yield say("cli.prompts.languages", languages=", ".join(sorted(prompt.translations)))


def conditions(rule: ShownIf, prompt_set: PromptSet, numbers: Mapping[str, int]) -> str:
    """When a prompt is shown, as half a sentence; prompts go by their number."""
    prompts = {prompt.id: prompt for prompt in prompt_set.flat()}

    def said(each: Condition) -> str:
        return _condition(each, prompts[each.prompt], numbers[each.prompt])

    every = say("cli.prompts.and").join(map(said, rule.all_))
    some = say("cli.prompts.or").join(map(said, rule.any_))
    if every and some:
        return say("cli.prompts.both", all=every, any=some)
    return every or some


def _condition(condition: Condition, asked: Prompt, number: int) -> str:
    if condition.is_ == "exists":
        key = "cli.prompts.is.exists.yes" if condition.value else "cli.prompts.is.exists.no"
        return say(key, prompt=number)
    value = condition.value
    if isinstance(value, bool):
        said = say("answer.yes" if value else "answer.no")
    elif isinstance(value, str):
        option = asked.option(value)
        said = say("cli.prompts.quoted", label=option.label if option else value)
    else:
        said = f"{value:g}"
    return say(f"cli.prompts.is.{condition.is_}", prompt=number, value=said)


def _why(prompt: Prompt, library: Library) -> Iterator[str]:
    found = reason(library, prompt.why)
    if not found.ideas and not found.sources:
        return
    ideas = ", ".join(found.ideas)
    if ideas and found.article:
        yield say("cli.prompts.why.article", ideas=ideas, article=", ".join(found.article))
    elif ideas:
        yield say("cli.prompts.why", ideas=ideas)
    if found.near is not None:
        near = found.near.value
        yield say("cli.prompts.ground.near", flag=found.ground.value, near=near)
    else:
        yield say("cli.prompts.ground", flag=found.ground.value)
    yield from map(_source, found.sources)


def _source(source: Source) -> str:
    cite = source.reference.cite
    if source.ground is Flag.PEOPLE:
        return say(f"cli.prompts.source.people.{source.reference.grade}", cite=cite)
    if source.ground is Flag.ANIMALS:
        return say("cli.prompts.source.animals", cite=cite)
    return say("cli.prompts.source.choice", cite=cite)
