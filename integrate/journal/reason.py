"""Why a prompt is there: the ideas behind it, on what ground it stands, and the sources."""

from collections.abc import Iterable, Mapping
from typing import Final

from msgspec import Struct

from integrate.domain.care import Reference
from integrate.domain.phase import Flag
from integrate.domain.prompt import Why
from integrate.library import Library

_ANIMALS: Final = frozenset({"rat", "mouse"})


class Source(Struct, frozen=True, kw_only=True):
    """A source that was looked up, and what it can be called."""

    ground: Flag
    reference: Reference


class Reason(Struct, frozen=True, kw_only=True):
    """Why a prompt is there."""

    ideas: tuple[str, ...]
    article: tuple[str, ...]
    """Sentences of the article that the ideas are from, S1 to S15."""
    ground: Flag
    near: Flag | None
    """For our choice: what was found about something near it; `None` where nothing was."""
    sources: tuple[Source, ...]


def reason(library: Library, why: Why) -> Reason:
    """A prompt's reason, with its sources written out; it claims no more than the best of them."""
    return weighed(library.references(), why)


def weighed(known: Mapping[str, Reference], why: Why) -> Reason:
    """As `reason`, from the sources that are known, by id."""
    named = [known[each] for each in dict.fromkeys(why.evidence) if each in known]
    sources = tuple(
        Source(ground=ground_of(each), reference=each) for each in named if each.checked
    )
    found = _found(each.ground for each in sources)
    return Reason(
        ideas=why.ideas,
        article=why.article,
        ground=(found if why.strength == "direct" else None) or Flag.CHOICE,
        near=found if why.strength == "indirect" else None,
        sources=sources,
    )


def ground_of(reference: Reference) -> Flag:
    """What a source can be called.

    Advice, customs and known questionnaires are grounds to choose by, and no findings. What nobody
    looked up again is none either, whatever its grade.
    """
    if not reference.checked or reference.grade == "D":
        return Flag.CHOICE
    return Flag.ANIMALS if reference.who in _ANIMALS else Flag.PEOPLE


def _found(grounds: Iterable[Flag]) -> Flag | None:
    seen = set(grounds)
    return next((each for each in (Flag.PEOPLE, Flag.ANIMALS) if each in seen), None)
