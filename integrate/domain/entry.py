"""Entries: what is kept when a walk is finished, or a free page is put away."""

from datetime import datetime
from typing import Literal

from msgspec import Struct

from integrate.domain.answer import Answer, Value
from integrate.domain.prompt import Kind, Prompt


class Answered(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """An answer with a copy of the wording that it answered, so that it can be read for ever."""

    prompt: str
    """The prompt's id."""
    kind: Kind
    ask: str
    value: Value
    other: str = ""
    labels: tuple[str, ...] = ()
    """How the chosen options read, in the order of `value`."""
    low_label: str = ""
    high_label: str = ""
    high: int | None = None
    """A scale's upper end."""
    unit: str = ""
    series: str | None = None
    keep_as: str | None = None


class Heading(Struct, frozen=True, kw_only=True, omit_defaults=True, gc=False):
    """What lists, trends and what-is-due need of an entry, without its words."""

    when: datetime
    """Aware; when it was finished, in the person's own offset."""
    title: str
    set: str | None = None
    """Id of the prompt set; `None` for free writing."""
    version: str = ""
    """The set's version."""
    session: str | None = None
    """Id of the session it belongs to; only guided entries store it."""
    phase: str | None = None
    """Id of the phase it was written in; only guided entries store it."""
    tags: tuple[str, ...] = ()
    worded: datetime | None = None
    """When this wording was kept; `None` for the first one, and for those of earlier versions."""
    series: dict[str, Value] = {}
    """Series name to answer, for trends."""
    keeps: tuple[str, ...] = ()
    """Names under which an answer in it is kept."""


class Words(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What the person said."""

    text: str = ""
    """Free writing."""
    answers: tuple[Answered, ...] = ()
    aside: tuple[Answered, ...] = ()
    """Words that a later answer hid, or that were skipped after all: kept, never lost."""


class Entry(Struct, frozen=True, kw_only=True):
    """One entry of the journal."""

    id: str
    heading: Heading
    words: Words

    @property
    def form(self) -> Literal["guided", "free"]:
        """Whether it answers a set."""
        return "guided" if self.heading.set else "free"


class Kept(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """An earlier answer, given back later."""

    name: str
    """What it was kept as, such as "small-step"."""
    said: str
    """The answer in words."""
    when: datetime
    phase: str = ""
    """The name of the phase it was written in."""


def answered(prompt: Prompt, answer: Answer) -> Answered:
    """The answer with a copy of what was asked."""
    scale = prompt.scale if prompt.kind is Kind.SCALE else None
    return Answered(
        prompt=prompt.id,
        kind=prompt.kind,
        ask=prompt.ask,
        value=answer.value,
        other=answer.other,
        labels=_labels(prompt, answer.value),
        low_label=scale.low_label if scale else "",
        high_label=scale.high_label if scale else "",
        high=prompt.steps[-1] if prompt.kind is Kind.SCALE else None,
        unit=prompt.number.unit if prompt.number else "",
        series=prompt.series,
        keep_as=prompt.keep_as if _keeps(prompt, answer.value) else None,
    )


def _keeps(prompt: Prompt, value: Value) -> bool:
    """Whether none of the chosen options leaves the matter open."""
    values = value if isinstance(value, tuple) else (value,)
    chosen = (prompt.option(each) for each in values if isinstance(each, str))
    return all(option.keeps for option in chosen if option)


def _labels(prompt: Prompt, value: Value) -> tuple[str, ...]:
    values = value if isinstance(value, tuple) else (value,)
    options = (prompt.option(each) for each in values if isinstance(each, str))
    return tuple(option.label for option in options if option)
