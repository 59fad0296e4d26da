"""Earlier wordings of an entry, and what was changed in each."""

from collections.abc import Iterator, Sequence
from typing import Final, Literal

import msgspec
from msgspec import Struct

from integrate.domain.entry import Heading, Words
from integrate.journal.contents import Listed
from integrate.journal.journal import ENTRY, Journal
from integrate.journal.saying import said_in_words
from integrate.vault import Wording

_HEADING: Final = msgspec.json.Decoder(Heading)
_WORDS: Final = msgspec.json.Decoder(Words)


class Change(Struct, frozen=True, kw_only=True):
    """One thing that an earlier wording says in another way."""

    what: Literal["title", "tags", "text", "answer"]
    ask: str = ""
    """Which question, for an answer."""
    before: str
    """How it was; empty if it was not there."""
    after: str
    """How it came to be; empty if it is not there."""


class Earlier(Struct, frozen=True, kw_only=True):
    """A wording that another one followed."""

    heading: Heading
    words: Words
    clock: int
    """The order in which wordings were written; not a time, and none is kept."""
    changes: tuple[Change, ...]
    """What the wording that followed made of it."""


class History(Struct, frozen=True, kw_only=True):
    """How an entry came to be as it is."""

    earlier: tuple[Earlier, ...]
    """The newest first; none if it was never changed."""
    damaged: int
    """How many wordings cannot be read."""


class _Said(Struct, frozen=True, kw_only=True):
    """A wording that could be understood."""

    wording: Wording
    heading: Heading
    words: Words


def history(journal: Journal, listed: Listed) -> History:
    """The earlier wordings of an entry. It looks through every name in the file.

    Raises:
        VaultError: if the file cannot be read.
    """
    found = journal.vault.history(listed.id)
    wordings = [each for each in found.wordings if each.kind == ENTRY]
    said = [each for wording in wordings if (each := _understood(wording)) is not None]
    return History(earlier=tuple(_earlier(said)), damaged=found.damaged + len(wordings) - len(said))


def _understood(wording: Wording) -> _Said | None:
    try:
        return _Said(
            wording=wording,
            heading=_HEADING.decode(wording.about),
            words=_WORDS.decode(wording.value),
        )
    except (msgspec.MsgspecError, UnicodeDecodeError):
        return None


def _earlier(said: Sequence[_Said]) -> Iterator[Earlier]:
    """Each that another one follows, beside the newest of those that do."""
    for each in said:
        rid = each.wording.rid
        follower = next((other for other in said if rid in other.wording.parents), None)
        if follower is not None:
            yield Earlier(
                heading=each.heading,
                words=each.words,
                clock=each.wording.clock,
                changes=tuple(_changes(each, follower)),
            )


def _changes(old: _Said, new: _Said) -> Iterator[Change]:
    if old.heading.title != new.heading.title:
        yield Change(what="title", before=old.heading.title, after=new.heading.title)
    if old.heading.tags != new.heading.tags:
        before, after = (", ".join(each.heading.tags) for each in (old, new))
        yield Change(what="tags", before=before, after=after)
    if old.words.text != new.words.text:
        yield Change(what="text", before=old.words.text, after=new.words.text)
    yield from _answers(old.words, new.words)


def _answers(old: Words, new: Words) -> Iterator[Change]:
    before = {each.prompt: each for each in (*old.answers, *old.aside)}
    after = {each.prompt: each for each in (*new.answers, *new.aside)}
    for prompt in dict.fromkeys((*before, *after)):
        was, became = before.get(prompt), after.get(prompt)
        if was != became and (known := was or became):
            yield Change(
                what="answer",
                ask=known.ask,
                before=said_in_words(was) if was else "",
                after=said_in_words(became) if became else "",
            )
