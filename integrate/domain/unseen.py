"""Why a walk left a prompt out, for whoever wrote the set."""

from collections.abc import Collection, Iterator
from datetime import UTC, datetime
from enum import StrEnum
from typing import Final

from msgspec import Struct
from msgspec.structs import replace

from integrate.domain import branching
from integrate.domain.entry import Kept
from integrate.domain.gate import NEAR, asks_unbidden, is_words_by_choice
from integrate.domain.prompt import Kind, Prompt, PromptSet
from integrate.domain.walk import ConfirmDepth, Walk


class Reason(StrEnum):
    """What keeps a prompt from being asked."""

    CONDITION = "condition"
    """What it is shown for was not answered so."""
    DEEP = "deep"
    """It is deeper than the moment allows."""
    UNSTEADY = "unsteady"
    """The answer at a gate, or its being skipped, keeps to what is light."""
    MEMORY = "memory"
    """The moment lets nothing ask for a memory."""
    NOTHING = "nothing"
    """There is nothing to show above it."""
    YES = "yes"
    """It comes near something hard, and that was not answered with a yes."""
    WORDS = "words"
    """It asks for words in hours that ask for taps alone."""
    EARLIER = "earlier"
    """The walk ended before it."""


class Unseen(Struct, frozen=True, kw_only=True):
    """A prompt that was not asked, and why."""

    prompt: Prompt
    reasons: tuple[Reason, ...]
    """At least one."""


def unseen(walk: Walk, seen: Collection[str]) -> tuple[Unseen, ...]:
    """What was not asked on this walk, in the order of the set; headings are no prompts.

    Args:
        walk: where it ended.
        seen: ids of the prompts that were asked.
    """
    left_out = _left_out(walk)
    order = {each.id for each in walk.order()}
    return tuple(
        Unseen(prompt=prompt, reasons=_reasons(walk, prompt, parents, left_out, order))
        for prompt, parents in branching.nested(walk.set)
        if prompt.kind is not Kind.GROUP and prompt.id not in seen
    )


def _reasons(
    walk: Walk,
    prompt: Prompt,
    parents: tuple[Prompt, ...],
    left_out: dict[Reason, frozenset[str]],
    order: Collection[str],
) -> tuple[Reason, ...]:
    if prompt.id in order:
        return (Reason.YES if _is_refused(walk, prompt) else Reason.EARLIER,)
    found = [reason for reason, ids in left_out.items() if prompt.id in ids]
    if _waits_for_a_tap(walk, prompt, parents):
        found.append(Reason.WORDS)
    # What is shown for the answer to a prompt that is left out itself has no reason of its own.
    return tuple(found) or (Reason.CONDITION,)


def _is_refused(walk: Walk, prompt: Prompt) -> bool:
    """Whether the walk was ended at "go near?"."""
    stood = replace(walk, ending=None, detours=())
    return prompt.depth == NEAR and isinstance(stood.step, ConfirmDepth)


def _waits_for_a_tap(walk: Walk, prompt: Prompt, parents: tuple[Prompt, ...]) -> bool:
    if not walk.tender or is_words_by_choice(walk.set):
        return False
    chain = (*parents, prompt)
    return any(asks_unbidden(each, chain[:at]) for at, each in enumerate(chain))


def _left_out(walk: Walk) -> dict[Reason, frozenset[str]]:
    """For each reason what it alone leaves out: with every other one lifted, held as it is."""
    every = {each.id for each in walk.set.flat() if each.kind is not Kind.GROUP}

    def missing(held: Reason) -> frozenset[str]:
        return frozenset(every - {each.id for each in _lifted(walk, held).order()})

    return {reason: missing(reason) for reason in _HELD}


_HELD: Final = (
    Reason.CONDITION,
    Reason.DEEP,
    Reason.UNSTEADY,
    Reason.MEMORY,
    Reason.NOTHING,
    Reason.YES,
)
"""What the walk itself can be asked about."""
_SOME_TIME: Final = datetime.min.replace(tzinfo=UTC)


def _lifted(walk: Walk, held: Reason) -> Walk:
    """The same walk with nothing in its way but this one thing."""
    stripped = replace(
        walk.set,
        prompt=tuple(
            _stripped(
                walk.set,
                conditions=held is not Reason.CONDITION,
                gates=held is not Reason.UNSTEADY,
            )
        ),
    )
    return replace(
        walk,
        set=stripped,
        max_depth=walk.max_depth if held is Reason.DEEP else NEAR,
        memory=walk.memory if held is Reason.MEMORY else True,
        deep=walk.deep if held is Reason.YES else None,
        kept=walk.kept if held is Reason.NOTHING else _all_kept(walk),
        tender=False,
    )


def _stripped(prompt_set: PromptSet, *, conditions: bool, gates: bool) -> Iterator[Prompt]:
    """Its prompts without their conditions, or without their gates."""

    def bare(prompt: Prompt) -> Prompt:
        return replace(
            prompt,
            shown_if=None if conditions else prompt.shown_if,
            gate=None if gates else prompt.gate,
            prompts=tuple(map(bare, prompt.prompts)),
        )

    return map(bare, prompt_set.prompt)


def _all_kept(walk: Walk) -> dict[str, Kept]:
    """Something for every name that the set shows; what it says is never looked at."""
    names = {each.shows for each in walk.set.flat() if each.shows}
    return {name: Kept(name=name, said="", when=_SOME_TIME) for name in names}
