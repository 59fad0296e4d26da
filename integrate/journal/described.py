"""What one set or measure says of itself before it is begun: the same for screens and for lines."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from datetime import datetime
from itertools import takewhile
from typing import Final

from msgspec import Struct

from integrate.domain.measure import Measure
from integrate.domain.measured import compiled
from integrate.domain.phase import Flag
from integrate.domain.prompt import Kind, Prompt, PromptSet, When
from integrate.domain.translated import languages
from integrate.journal.caution import last_full
from integrate.journal.journal import Journal
from integrate.journal.measured import measure_set
from integrate.journal.reason import Reason, Source, reason
from integrate.journal.sets import own_prompt_set, unread_sets
from integrate.journal.shelf import Book, minutes_said, spacing_said, when_said
from integrate.library import BadFile, Library
from integrate.words import say

_UNASKED: Final = frozenset({Kind.GROUP, Kind.DISPLAY})
_GROUNDS: Final = (
    (Flag.PEOPLE, None),
    (Flag.ANIMALS, None),
    (Flag.CHOICE, Flag.PEOPLE),
    (Flag.CHOICE, Flag.ANIMALS),
    (Flag.CHOICE, None),
)
"""What prompts stand on, the surest first; the second is what was found nearby."""


class Line(Struct, frozen=True, kw_only=True):
    """One line of it."""

    text: str
    heading: bool = False
    quiet: bool = False
    gap: int = 0
    """Empty lines after it."""


def described(journal: Journal, book: Book, now: datetime) -> Iterator[Line]:
    """What one of the library is: its opening, length, depth, time, origin, and grounds.

    Args:
        journal: the open journal.
        book: which one; one that is being written, or cannot be read, says so.
        now: aware.

    Raises:
        NoSuchSet: if it is not there any more.
        BadFile: if what came with the program cannot be read.
    """
    library = journal.library
    measure = library.measure(book.id) if book.section == "measures" else None
    if measure is not None:
        yield from _measure(journal, measure, now)
        return
    if book.state == "unread":
        yield from (
            Line(text=each.sentence, gap=1)
            for each in unread_sets(journal)
            if each.own.id == book.id
        )
    elif book.state == "draft":
        yield Line(text=say("shelf.more.draft"), gap=1)
    found = set_of(journal, book)
    if found is not None:
        yield from described_set(found, library)


def set_of(journal: Journal, book: Book) -> PromptSet | None:
    """The set that one of the library is; `None` where it cannot be read as it is.

    Raises:
        NoSuchSet: if it is not there any more.
        BadFile: if what came with the program cannot be read.
    """
    if book.section == "measures":
        return measure_set(journal.library, book.id)
    if book.section == "came":
        return journal.library.set(book.id)
    with suppress(BadFile):
        return own_prompt_set(journal, book.id)
    return None


def described_set(prompt_set: PromptSet, library: Library) -> Iterator[Line]:
    """The same for a set that is not in the journal."""
    head = prompt_set.set
    if head.opening:
        yield Line(text=head.opening, gap=1)
    yield Line(text=_length(prompt_set), quiet=True)
    yield Line(text=say(f"shelf.depth.{_deepest(prompt_set)}"), quiet=True)
    yield from _when(prompt_set.when, library)
    yield Line(text=say("shelf.by", author=head.author), quiet=True)
    yield Line(text=say("shelf.licence", licence=head.licence, version=head.version), quiet=True)
    yield Line(text=_languages(prompt_set), quiet=True, gap=1)
    yield from _why(prompt_set, library)


def facts(lines: Sequence[Line]) -> tuple[Line, ...]:
    """What it is, without what it rests on: that is long, and not what one looks for first."""
    return tuple(takewhile(lambda each: not each.heading, lines))


def all_asked(prompt_set: PromptSet) -> Iterator[Line]:
    """Every question of a set, for somebody who looks at what they were given."""
    asked = [each for each in prompt_set.flat() if each.kind is not Kind.GROUP]
    yield Line(text=say("shelf.holds"), heading=True)
    for number, each in enumerate(asked, 1):
        yield Line(text=say("shelf.asks", number=number, ask=" ".join(each.ask.split())))
        yield from (Line(text=told, quiet=True) for told in _marks(each))
    yield Line(text="")


# --- of a set


def _length(prompt_set: PromptSet) -> str:
    count = sum(each.kind not in _UNASKED for each in prompt_set.flat())
    key = "shelf.questions.one" if count == 1 else "shelf.questions"
    return f"{minutes_said(prompt_set.set.minutes)} {say(key, count=count)}"


def _deepest(prompt_set: PromptSet) -> int:
    """How deep it really goes; the set itself says how deep it may."""
    return max((each.depth for each in prompt_set.flat()), default=1)


def _when(when: When | None, library: Library) -> Iterator[Line]:
    if when is None:
        yield Line(text=say("shelf.when.chosen"), quiet=True)
        return
    said = when_said(when, library.phase_tables())
    yield Line(text=say("shelf.more", when=said), quiet=True)
    if when.every_days is not None:
        yield Line(text=say("shelf.when.days", days=when.every_days), quiet=True)
    if when.repeat != "always":
        yield Line(text=say(f"shelf.when.{when.repeat}"), quiet=True)


def _languages(prompt_set: PromptSet) -> str:
    own, *others = map(_language, languages(prompt_set))
    if not others:
        return say("shelf.language", language=own)
    return say("shelf.languages", language=own, others=", ".join(others))


def _language(code: str) -> str:
    """A language by its own name, where we know it; such as "es-MX" by its code beside that."""
    names = dict(each.split("=") for each in say("shelf.tongues").split())
    name = names.get(code.partition("-")[0].casefold())
    if name is None:
        return code
    return f"{name} ({code})" if "-" in code else name


def _marks(prompt: Prompt) -> Iterator[str]:
    if prompt.memory:
        yield say("shelf.asks.memory")
    if prompt.depth > 1:
        yield say(f"shelf.asks.{prompt.depth}")


# --- why it is there


def _why(prompt_set: PromptSet, library: Library) -> Iterator[Line]:
    reasons = [
        reason(library, each.why)
        for each in prompt_set.flat()
        if each.why.ideas or each.why.evidence
    ]
    if not reasons:
        yield Line(text=say("shelf.why.none"), quiet=True)
        return
    yield Line(text=say("shelf.why"), heading=True, gap=1)
    for ground, near in _GROUNDS:
        yield from _group([each for each in reasons if (each.ground, each.near) == (ground, near)])
    yield from _sources(each for found in reasons for each in found.sources)
    if any("*" in idea for found in reasons for idea in found.ideas):
        yield Line(text=say("shelf.star"), quiet=True)


def _group(reasons: list[Reason]) -> Iterator[Line]:
    """The ideas that stand on one ground."""
    if not reasons:
        return
    first = reasons[0]
    ground = _ground(first.ground.value)
    if first.near is not None:
        ground = say("shelf.ground.near", flag=ground, near=first.near.value)
    yield Line(text=ground)
    yield Line(text=_listed(idea for each in reasons for idea in each.ideas), quiet=True, gap=1)


def _listed(ideas: Iterable[str]) -> str:
    return ", ".join(dict.fromkeys(ideas))


def _sources(sources: Iterable[Source]) -> Iterator[Line]:
    """Each of them once, under what it can be called."""
    named = {each.reference.cite: each.ground for each in sources}
    if named:
        yield Line(text=say("shelf.sources"), heading=True, gap=1)
    for ground in Flag:
        cites = [cite for cite, of in named.items() if of is ground]
        if not cites:
            continue
        choice = ground is Flag.CHOICE
        yield Line(text=say("shelf.views") if choice else _ground(ground.value))
        yield from (Line(text=say("shelf.source", cite=cite), quiet=True) for cite in cites[:-1])
        yield Line(text=say("shelf.source", cite=cites[-1]), quiet=True, gap=1)


def _ground(flag: str) -> str:
    return flag[:1].upper() + flag[1:]


# --- of a measure


def _measure(journal: Journal, measure: Measure, now: datetime) -> Iterator[Line]:
    head = measure.measure
    asked = compiled(measure, closing=say("measure.closing"))
    published = measure.scale is None  # a row of numbers alone is a known idea, in words of ours
    yield Line(text=say("shelf.measure" if published else "shelf.measure.scale"), gap=1)
    if head.instructions or head.stem:
        yield Line(text=head.instructions or head.stem, gap=1)
    yield Line(text=_length(asked), quiet=True)
    yield Line(text=say("shelf.measure.recall", recall=head.recall), quiet=True)
    if head.memory:
        yield Line(text=say("shelf.measure.memory"), quiet=True)
    yield Line(text=say("shelf.measure.chosen"), quiet=True)
    said = spacing_said(measure, last_full(journal, measure.id), now)
    yield from (Line(text=each, quiet=True) for each in said)
    yield Line(text=_languages(asked), quiet=True, gap=1)
    yield Line(text=say("shelf.measure.not"), gap=1)
    yield Line(text=say("shelf.sources"), heading=True)
    yield Line(text=head.copyright, quiet=True)
    yield Line(text=head.cite, quiet=True)
