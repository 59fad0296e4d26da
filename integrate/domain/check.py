"""Rules for prompt sets, whoever wrote them: depth and memory by phase, and plain, short words.

The tables say what a phase allows; here a set is held against them. The walk keeps to the same
limits at the hour itself, whatever a set says; this tells its author beforehand.
"""

import re
from collections.abc import Iterator
from enum import StrEnum
from typing import Final, Literal

from msgspec import Struct, field

from integrate.domain.branching import nested
from integrate.domain.gate import SERIES as STEADY
from integrate.domain.gate import asks_unbidden, holds_for
from integrate.domain.phase import DEPTH_WITHOUT_SESSION, TENDER, Phase, PhaseTables
from integrate.domain.prompt import Prompt, PromptSet, When
from integrate.domain.reading import as_sentences, grade

NEAR: Final = 3
"""The depth of a prompt near a hard memory."""
HARDEST: Final = 8
"""The highest reading grade."""
MOST_LETTERS: Final = {"ask": 160, "help": 240, "opening": 320, "closing": 320, "label": 72}
"""Two, three and four lines of a narrow screen; an answer keeps to one (our choice)."""

_DOSE: Final = re.compile(
    r"\bdos(?:e|es|ed|age|ages|ing)\b|\bmicrodos\w*|\bmilligrams?\b|\btake more\b"
    r"|(?<![\d.,])\d[\d.,]*+\s?(?:mg|mcg|µg|ug|ml)\b",
    re.IGNORECASE,
)
_CLAIM: Final = re.compile(
    r"\bdiagnos\w*|\bcur(?:e|es|ed)\b|\bheal(?:s|ed)\b|\bre-?wir\w*|\bbreakthroughs?\b",
    re.IGNORECASE,
)

Step = str | int


class Rule(StrEnum):
    """What a set must hold."""

    PHASE = "phase"
    """The phase that it is for is in its table."""
    HOURS = "hours"
    EVERY_DAYS = "every_days"
    SET_DEPTH = "set_depth"
    DEPTH = "depth"
    """No deeper than its time allows."""
    GATE = "gate"
    """What lies near a hard memory stands below a gate."""
    MEMORY = "memory"
    """No memory is asked for from the door until landing has ended."""
    WORDS = "words"
    """While arriving and landing words wait behind a tap that asks for them."""
    STEADY = "steady"
    """What tells how steady a person is, in every set, is a gate."""
    SERIES = "series"
    """One series has one wording and one span."""
    DOSE = "dose"
    CLAIM = "claim"
    LONG = "long"
    GRADE = "grade"


ABOUT_TIME: Final = frozenset(
    {Rule.PHASE, Rule.HOURS, Rule.EVERY_DAYS, Rule.SET_DEPTH, Rule.DEPTH, Rule.MEMORY}
    | {Rule.WORDS}
)
"""Rules that ask when a set is offered."""


class Breach(Struct, frozen=True, kw_only=True):
    """A rule that a set does not hold, and where."""

    rule: Rule
    path: tuple[Step, ...]
    """Keys of the file, and places in lists from 0."""
    parts: dict[str, str | int] = field(default_factory=dict)
    """What a sentence about it needs."""


class Allowed(Struct, frozen=True, kw_only=True):
    """What a set's time allows."""

    depth: int
    memory: bool
    time: Literal["phase", "hours", "chosen"]
    tender: bool = False
    """Whether it is offered while arriving or landing, and at no other time."""


def breaches(prompt_set: PromptSet, tables: PhaseTables) -> Iterator[Breach]:
    """Every rule that a set does not hold, in the order of the rules."""
    yield from _timing(prompt_set.when, tables)
    may = allowed(prompt_set.when, tables)
    yield from _by_time(prompt_set, may)
    if may.tender:
        yield from _unbidden(prompt_set, may)
    yield from _ungated(prompt_set)
    yield from _series(prompt_set)
    yield from _head_words(prompt_set)
    easy = prompt_set.set.language.lower().partition("-")[0] == "en"
    for path, prompt in placed(prompt_set.prompt):
        yield from _prompt_words(path, prompt, easy=easy)


def allowed(when: When | None, tables: PhaseTables) -> Allowed:
    """What the strictest moment allows at which a set may be offered.

    A set that is only there when chosen may be chosen at any hour: it asks for no memory.
    """
    if when is None:
        return Allowed(depth=DEPTH_WITHOUT_SESSION, memory=False, time="chosen")
    depths = [phase.max_depth for phase in _phases(when, tables)]
    memory = all(phase.memory for phase in _phases(when, tables))
    time: Literal["phase", "hours"] = "phase" if when.hours is None else "hours"
    tender = {phase.id for phase in _phases(when, tables)}
    return Allowed(
        depth=min(depths, default=NEAR),
        memory=memory,
        time=time,
        tender=bool(tender) and tender <= TENDER,
    )


def placed(
    prompts: tuple[Prompt, ...], path: tuple[Step, ...] = ("prompt",)
) -> Iterator[tuple[tuple[Step, ...], Prompt]]:
    """Every prompt, nested ones after what they stand under, each with its path in the file."""
    for index, prompt in enumerate(prompts):
        here = (*path, index)
        yield here, prompt
        yield from placed(prompt.prompts, (*here, "prompts"))


def _phases(when: When, tables: PhaseTables) -> Iterator[Phase]:
    """The phases that may hold at some moment at which a set is offered."""
    for phase in _table(when, tables):
        if when.hours is None:
            if phase.id == when.phase:
                yield phase
        elif phase.begins_hours < when.hours.to and when.hours.from_ < _latest_end(phase):
            yield phase


def _table(when: When, tables: PhaseTables) -> tuple[Phase, ...]:
    return (tables.talk if when.table == "talk" else tables.dosing).phases


def _latest_end(phase: Phase) -> float:
    """In hours; landing may last until its cap, for somebody who has not slept."""
    if phase.ends_hours is None:
        return float("inf")
    latest = max((phase.ends_hours, *phase.ends_hours_by_route.values()))
    return max(latest, phase.slept_by_hours) if phase.until_slept else latest


def _timing(when: When | None, tables: PhaseTables) -> Iterator[Breach]:
    if when is None:
        return
    known = [phase.id for phase in _table(when, tables)]
    if when.phase is not None and when.phase not in known:
        parts: dict[str, str | int] = {
            "phase": when.phase, "table": when.table, "known": ", ".join(known)
        }  # fmt: skip
        yield Breach(rule=Rule.PHASE, path=("when", "phase"), parts=parts)
    if when.hours is not None and when.hours.from_ >= when.hours.to:
        yield Breach(rule=Rule.HOURS, path=("when", "hours"))
    if when.every_days is not None and when.every_days < 1:
        yield Breach(
            rule=Rule.EVERY_DAYS, path=("when", "every_days"), parts={"days": when.every_days}
        )


def _by_time(prompt_set: PromptSet, may: Allowed) -> Iterator[Breach]:
    deepest = prompt_set.set.max_depth
    told: dict[str, str | int] = {"time": may.time, "most": may.depth}
    if deepest > may.depth:
        path = ("set", "max_depth")
        yield Breach(rule=Rule.SET_DEPTH, path=path, parts={**told, "depth": deepest})
    for path_, prompt in placed(prompt_set.prompt):
        if may.depth < prompt.depth <= deepest:
            parts = {**told, "depth": prompt.depth}
            yield Breach(rule=Rule.DEPTH, path=(*path_, "depth"), parts=parts)
        if prompt.memory and not may.memory:
            yield Breach(rule=Rule.MEMORY, path=(*path_, "memory"), parts={"time": may.time})


def _unbidden(prompt_set: PromptSet, may: Allowed) -> Iterator[Breach]:
    """Words that are asked for where only taps are; the walk leaves them out."""
    paths = {prompt.id: path for path, prompt in placed(prompt_set.prompt)}
    for prompt, parents in nested(prompt_set):
        if asks_unbidden(prompt, parents):
            path = (*paths[prompt.id], "kind")
            yield Breach(rule=Rule.WORDS, path=path, parts={"time": may.time})


def _series(prompt_set: PromptSet) -> Iterator[Breach]:
    """A picture over time needs the same question each time; and steadiness opens other sets."""
    first: dict[str, tuple[str, object]] = {}
    for path, prompt in placed(prompt_set.prompt):
        if prompt.series is None:
            continue
        said = (" ".join(prompt.ask.split()), prompt.scale or prompt.number)
        if prompt.series == STEADY and not holds_for(prompt):
            yield Breach(rule=Rule.STEADY, path=(*path, "series"))
        elif first.setdefault(prompt.series, said) != said:
            parts: dict[str, str | int] = {"series": prompt.series}
            yield Breach(rule=Rule.SERIES, path=(*path, "series"), parts=parts)


def _ungated(prompt_set: PromptSet) -> Iterator[Breach]:
    """What lies near a hard memory with no gate before it that is always asked.

    A gate that is hidden limits nothing, so one that may be hidden does not count.
    """
    gated = False
    hidden: set[tuple[Step, ...]] = set()
    for path, prompt in placed(prompt_set.prompt):
        if _may_be_hidden(prompt) or path[:-2] in hidden:
            hidden.add(path)
        if prompt.depth >= NEAR and not gated:
            yield Breach(rule=Rule.GATE, path=(*path, "depth"))
        gated = gated or (prompt.gate is not None and path not in hidden)


def _may_be_hidden(prompt: Prompt) -> bool:
    """By an earlier answer, by what was kept, by the moment, or as it is another one's turn."""
    conditional = prompt.shown_if is not None or prompt.shows is not None
    return conditional or prompt.memory or prompt.repeat != "always"


def _head_words(prompt_set: PromptSet) -> Iterator[Breach]:
    head = prompt_set.set
    easy = head.language.lower().partition("-")[0] == "en"
    yield from _said(("set", "title"), head.title)
    for name, text in (("opening", head.opening), ("closing", head.closing)):
        path = ("set", name)
        yield from _said(path, text)
        yield from _length(path, name, text)
        if easy:
            yield from _grade(path, name, text)


def _prompt_words(path: tuple[Step, ...], prompt: Prompt, *, easy: bool) -> Iterator[Breach]:
    for name, text in (("ask", prompt.ask), ("help", prompt.help)):
        yield from _said((*path, name), text)
        yield from _length((*path, name), name, text)
    if easy:
        yield from _grade((*path, "ask"), "ask", as_sentences((prompt.ask, prompt.help)))
    for key, options in (("options", prompt.options), ("words", prompt.words)):
        for index, option in enumerate(options):
            here = (*path, key, index, "label")
            yield from _said(here, option.label)
            yield from _length(here, "label", option.label)
    if prompt.scale:
        yield from _said((*path, "scale", "low_label"), prompt.scale.low_label)
        yield from _said((*path, "scale", "high_label"), prompt.scale.high_label)
    for language, wording in prompt.translations.items():
        here = (*path, "translations", language)
        yield from _said((*here, "ask"), wording.ask)
        yield from _said((*here, "help"), wording.help)
        for value, label in wording.options.items():
            yield from _said((*here, "options", value), label)


def _said(path: tuple[Step, ...], text: str) -> Iterator[Breach]:
    """Words that nobody is told here: of doses, and claims."""
    for rule, pattern in ((Rule.DOSE, _DOSE), (Rule.CLAIM, _CLAIM)):
        if found := pattern.search(text):
            yield Breach(rule=rule, path=path, parts={"word": found[0]})


def _length(path: tuple[Step, ...], name: str, text: str) -> Iterator[Breach]:
    most = MOST_LETTERS[name]
    if len(text) > most:
        parts: dict[str, str | int] = {"name": name, "count": len(text), "most": most}
        yield Breach(rule=Rule.LONG, path=path, parts=parts)


def _grade(path: tuple[Step, ...], name: str, text: str) -> Iterator[Breach]:
    found = grade(text)
    if found > HARDEST:
        parts: dict[str, str | int] = {"name": name, "grade": f"{found:.1f}", "most": HARDEST}
        yield Breach(rule=Rule.GRADE, path=path, parts=parts)
