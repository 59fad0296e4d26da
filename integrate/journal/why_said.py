"""Why a prompt is there, in plain words: what the article says, what studies say, what we chose.

The full screen and the line dialogue show the same lines.
"""

from collections.abc import Iterator
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from integrate.domain.phase import Flag
from integrate.domain.prompt import Prompt, PromptSet
from integrate.journal.reason import Reason, Source, reason
from integrate.library import Library, NoSuchSet
from integrate.words import say

_UNNAMED = "*"
"""Stands after an idea that the article does not name."""


class WhyLine(Struct, frozen=True, kw_only=True):
    """One line of it."""

    text: str
    look: Literal["title", "quiet", "said"] = "said"
    gap: int = 0
    """Empty lines after it."""


def why_lines(
    library: Library, prompts: PromptSet, prompt: Prompt, *, measure: bool = False
) -> tuple[WhyLine, ...]:
    """The lines, from what is asked down to the sources.

    Args:
        library: what came with the program; has the sources written out.
        prompts: the set that is walked, as the walk holds it.
        prompt: the one in front.
        measure: whether the set is a measure's.
    """
    told = reason(library, prompt.why)
    parts: tuple[Iterator[WhyLine], ...]
    if measure:
        parts = (_measure(prompts),)
    elif _is_ours(library, prompts):
        parts = (_idea(told), _article(told), _studies(told), _choice(told), _sources(told))
    else:
        parts = (_author(prompts), _idea(told), _article_of_theirs(told), _sources_of_theirs(told))
    lines = [WhyLine(text=prompt.ask, look="quiet", gap=1)]
    for part in parts:
        if section := list(part):
            lines += [*section[:-1], replace(section[-1], gap=1)]
    return tuple(lines)


def _is_ours(library: Library, prompts: PromptSet) -> bool:
    """Whether the set came with the program; no other may have its id."""
    try:
        return library.set(prompts.id).set.author == prompts.set.author
    except NoSuchSet:
        return False


# --- a set that came with the program


def _idea(told: Reason) -> Iterator[WhyLine]:
    if not told.ideas:
        return
    yield WhyLine(text=say("guided.why.idea"), look="title")
    for idea in told.ideas:
        yield WhyLine(text=_sentence(idea.replace(_UNNAMED, "")))
    if any(_UNNAMED in idea for idea in told.ideas):
        yield WhyLine(text=say("guided.why.unnamed"), look="quiet")


def _article(told: Reason) -> Iterator[WhyLine]:
    yield WhyLine(text=say("guided.why.article"), look="title")
    if not told.article:
        yield WhyLine(text=say("guided.why.article.none"))
        return
    yield from _numbered(told)
    yield WhyLine(text=say("guided.why.article.words"), look="quiet")


def _studies(told: Reason) -> Iterator[WhyLine]:
    yield WhyLine(text=say("guided.why.studies"), look="title")
    found = told.near or told.ground
    if found is Flag.CHOICE:
        yield WhyLine(text=say("guided.why.found.none"))
        return
    where = "people" if found is Flag.PEOPLE else "animals"
    yield WhyLine(text=say(f"guided.why.{'near' if told.near else 'found'}.{where}"))


def _choice(told: Reason) -> Iterator[WhyLine]:
    yield WhyLine(text=say("guided.why.choice"), look="title")
    if told.ground is Flag.CHOICE:
        yield WhyLine(text=say("guided.why.choice.asked"))
        if told.sources:
            yield WhyLine(text=say("guided.why.choice.sources"))
    yield WhyLine(text=say("guided.why.choice.words"))


def _sources(told: Reason) -> Iterator[WhyLine]:
    yield WhyLine(text=say("guided.why.sources"), look="title")
    if not told.sources:
        yield WhyLine(text=say("guided.why.sources.none"))
        return
    yield from _written_out(told)
    yield WhyLine(text=say("guided.why.sources.read"), look="quiet")


# --- a set by somebody else


def _author(prompts: PromptSet) -> Iterator[WhyLine]:
    yield WhyLine(text=say("guided.why.author"), look="title")
    yield WhyLine(text=say("guided.why.author.says", author=prompts.set.author))
    yield WhyLine(text=say("guided.why.author.unchecked"))


def _article_of_theirs(told: Reason) -> Iterator[WhyLine]:
    if told.article:
        yield WhyLine(text=say("guided.why.article.theirs"), look="title")
        yield from _numbered(told)
        yield WhyLine(text=say("guided.why.article.words"), look="quiet")


def _sources_of_theirs(told: Reason) -> Iterator[WhyLine]:
    if told.sources:
        yield WhyLine(text=say("guided.why.sources.theirs"), look="title")
        yield from _written_out(told)
        yield WhyLine(text=say("guided.why.sources.unchecked"), look="quiet")


# --- a measure


def _measure(prompts: PromptSet) -> Iterator[WhyLine]:
    head = prompts.set
    yield WhyLine(text=say("guided.why.measure"), look="title")
    yield WhyLine(text=say("guided.why.measure.says", title=head.title), gap=1)
    yield WhyLine(text=head.author, gap=1)
    yield WhyLine(text=head.licence)


# --- how


def _numbered(told: Reason) -> Iterator[WhyLine]:
    for each in told.article:
        yield WhyLine(
            text=say("guided.why.sentence", number=each, said=say(f"guided.article.{each}"))
        )


def _written_out(told: Reason) -> Iterator[WhyLine]:
    for each in told.sources:
        yield WhyLine(text=say("guided.why.source", cite=each.reference.cite))
        yield WhyLine(text=_grade(each), look="quiet")


def _grade(source: Source) -> str:
    where = source.ground.value
    sure = say(f"guided.why.grade.{source.reference.grade}")
    return say("guided.why.graded", where=where[:1].upper() + where[1:], sure=sure)


def _sentence(words: str) -> str:
    end = "" if words.endswith((".", "?")) else "."
    return words[:1].upper() + words[1:] + end
