"""What a prompt set must hold beyond its types, so that the walk can go through it."""

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from integrate.domain.check import placed
from integrate.domain.prompt import Condition, Kind, Option, Prompt, PromptSet
from integrate.library.finding import Finding, close_to, shown
from integrate.library.locate import Path
from integrate.words import say

_ID: Final = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_WITH_OPTIONS: Final = frozenset({Kind.CHOICE, Kind.MULTI})
_NEVER_ANSWERED: Final = frozenset({Kind.GROUP, Kind.DISPLAY})
_LEAST_OPTIONS: Final = 2
_MOST_STEPS: Final = 101
"""0 to 100; more cannot be shown as a row of steps."""
_GATE_STEPS: Final = range(11)
"""How far steadiness lets a set go is said of these numbers."""


def findings(prompt_set: PromptSet) -> Iterator[Finding]:
    """Everything that is wrong with a set, in the order of the file."""
    yield from _head(prompt_set)
    before: dict[str, Prompt] = {}
    known = {prompt.id for prompt in prompt_set.flat() if prompt.kind not in _NEVER_ANSWERED}
    for path, prompt in placed(prompt_set.prompt):
        yield from _id(path, prompt, before)
        yield from _depth(path, prompt, prompt_set)
        yield from _scale(path, prompt)
        yield from _options((*path, "options"), prompt.options)
        yield from _enough_options(path, prompt)
        yield from _shown_if(path, prompt, before, known)
        yield from _over_time(path, prompt)
        before[prompt.id] = prompt


def _head(prompt_set: PromptSet) -> Iterator[Finding]:
    head = prompt_set.set
    if not _ID.fullmatch(head.id):
        yield Finding(("set", "id"), say("library.bad_id", id=shown(head.id)))
    for key in ("title", "version", "author", "licence"):
        if "\n" in getattr(head, key):
            yield Finding(("set", key), say("library.one_line", name=key))
    if not head.closing.strip():
        yield Finding(("set", "closing"), say("library.no_closing"))
    when = prompt_set.when
    if when is not None and (when.phase is None) is (when.hours is None):
        yield Finding(("when",), say("library.when"))
    if not prompt_set.prompt:
        yield Finding(("prompt",), say("library.no_prompts"))


def _id(path: Path, prompt: Prompt, before: dict[str, Prompt]) -> Iterator[Finding]:
    if not _ID.fullmatch(prompt.id):
        yield Finding((*path, "id"), say("library.bad_id", id=shown(prompt.id)))
    if prompt.id in before:
        yield Finding((*path, "id"), say("library.duplicate_id", id=shown(prompt.id)))


def _depth(path: Path, prompt: Prompt, prompt_set: PromptSet) -> Iterator[Finding]:
    most = prompt_set.set.max_depth
    if prompt.depth > most:
        yield Finding((*path, "depth"), say("library.too_deep", depth=prompt.depth, most=most))


def _scale(path: Path, prompt: Prompt) -> Iterator[Finding]:
    if prompt.kind is not Kind.SCALE:
        if prompt.gate is not None:
            yield Finding((*path, "gate"), say("library.gate_without_scale"))
        return
    scale = prompt.scale
    if scale is None:
        yield Finding((*path, "scale"), say("library.no_scale"), at_key=True)
    elif scale.step < 1 or scale.low >= scale.high or (scale.high - scale.low) % scale.step:
        yield Finding((*path, "scale"), say("library.empty_scale"))
    elif (scale.high - scale.low) // scale.step >= _MOST_STEPS:
        yield Finding((*path, "scale"), say("library.long_scale", most=_MOST_STEPS))
    elif prompt.gate is not None and prompt.steps != _GATE_STEPS:
        yield Finding((*path, "scale"), say("library.gate_scale"))


def _enough_options(path: Path, prompt: Prompt) -> Iterator[Finding]:
    if prompt.kind in _WITH_OPTIONS and len(prompt.options) < _LEAST_OPTIONS:
        message = say("library.no_options", kind=prompt.kind.value)
        yield Finding((*path, "options"), message, at_key=True)


def _options(path: Path, options: tuple[Option, ...]) -> Iterator[Finding]:
    for index, option in enumerate(options):
        if "\n" in option.label:
            yield Finding((*path, index, "label"), say("library.one_line", name="label"))
    ordered = sorted(enumerate(options), key=lambda each: (each[1].value, each[0]))
    for (_, first), (index, second) in pairwise(ordered):
        if first.value == second.value:
            message = say("library.duplicate_option", value=shown(second.value))
            yield Finding((*path, index, "value"), message)


def _over_time(path: Path, prompt: Prompt) -> Iterator[Finding]:
    if prompt.gate is not None and prompt.repeat != "always":
        yield Finding((*path, "repeat"), say("library.gate_rests"))
    if prompt.once and (prompt.shows is None or prompt.keep_as is None):
        yield Finding((*path, "once"), say("library.once"))
    for index, option in enumerate(prompt.options):
        if not option.keeps and prompt.keep_as is None:
            yield Finding((*path, "options", index, "keeps"), say("library.keeps"))


def _shown_if(
    path: Path, prompt: Prompt, before: dict[str, Prompt], known: set[str]
) -> Iterator[Finding]:
    if prompt.shown_if is None:
        return
    for name, conditions in (("all", prompt.shown_if.all_), ("any", prompt.shown_if.any_)):
        for index, condition in enumerate(conditions):
            here = (*path, "shown_if", name, index)
            if condition.prompt in known and condition.prompt not in before:
                message = say("library.later", prompt=shown(condition.prompt))
                yield Finding((*here, "prompt"), message)
            else:
                yield from _condition(here, condition, before)


def _condition(path: Path, condition: Condition, before: dict[str, Prompt]) -> Iterator[Finding]:
    asked = before.get(condition.prompt)
    if asked is None or asked.kind in _NEVER_ANSWERED:
        answered = [each for each, prompt in before.items() if prompt.kind not in _NEVER_ANSWERED]
        closest = close_to(condition.prompt, answered)
        key = "library.dangling.closest" if closest else "library.dangling"
        message = say(key, prompt=shown(condition.prompt), closest=closest)
        yield Finding((*path, "prompt"), message)
    elif asked.kind is Kind.TEXT and condition.is_ != "exists":
        yield Finding((*path, "prompt"), say("library.reads_words", prompt=shown(asked.id)))
    elif asked.kind in _WITH_OPTIONS and condition.is_ in {"=", "!="}:
        known = [option.value for option in asked.options]
        if condition.value not in known:
            message = say(
                "library.no_such_option",
                value=shown(str(condition.value)),
                prompt=asked.id,
                known=", ".join(known),
            )
            yield Finding((*path, "value"), message)
