"""Rewording what was written: a new wording is kept, and every earlier one stays in the file."""

from collections.abc import Mapping
from contextlib import suppress
from datetime import datetime

from msgspec import Struct
from msgspec.structs import replace

from integrate.domain.entry import Answered, Entry, Heading, Words
from integrate.domain.prompt import Kind
from integrate.journal.contents import Listed
from integrate.journal.folded import revisions
from integrate.journal.journal import Journal
from integrate.journal.undoable import Reworded
from integrate.vault import Gone, VaultError
from integrate.words import say

_NO_ANSWERS: Mapping[int, str] = {}


class CannotEdit(ValueError):
    """This page cannot be changed so; the sentence says why. Nothing was changed."""


class Edited(Struct, frozen=True, kw_only=True):
    """How it went."""

    entry: Entry
    """As it is now."""
    changed: bool = True
    """Whether there was anything to change."""
    apart: bool = False
    """Whether the page had been deleted elsewhere, so that the words are a new one now."""
    beside: bool = False
    """Whether another window has put a wording of its own meanwhile; both stand there."""


def edit(  # noqa: PLR0913 - what may change, each by name
    journal: Journal,
    listed: Listed,
    *,
    text: str | None = None,
    title: str | None = None,
    answers: Mapping[int, str] = _NO_ANSWERS,
    seen: Words | None = None,
    settle: bool = False,
    draft: bytes | None = None,
    now: datetime | None = None,
) -> Edited:
    """Keeps a new wording of an entry.

    Where another window has put one of its own meanwhile, both stand side by side. Where the entry
    has been deleted there, the words are kept as a new one.

    Args:
        journal: the open journal.
        listed: the entry as it was when the person began to change it.
        text: all of a free page.
        title: of a free page; an empty one is the usual title.
        answers: new words for answers that are words, by their number, from 1.
        seen: what the person saw; read anew by default. With it, not even a deletion that comes
            before this call costs the new words.
        settle: whether this also takes the place of texts that were written beside it.
        draft: what the new words were sealed in so far.
        now: aware; kept with the new wording.

    Raises:
        CannotEdit: if the page does not take this, or no word would be left.
        DamagedRecord: if the words before cannot be read.
        VaultError: if it cannot be written. The same call once more does no harm.
    """
    words = journal.words(listed) if seen is None else seen
    before = Entry(id=listed.id, heading=listed.heading, words=words)
    after = reworded(before, text=text, title=title, answers=answers)
    if after == before and not (settle and listed.also):
        if draft is not None:
            journal.vault.drop_draft(draft)
        return Edited(entry=before, changed=False)
    after = replace(after, heading=replace(after.heading, worded=now))
    follows = revisions(listed) if settle else (listed.rid,)
    try:
        put = journal.put_entry(after.id, after.heading, after.words, after=follows, draft=draft)
    except Gone:
        kept = journal.add_entry(after.heading, after.words, draft=draft)
        return Edited(entry=replace(after, id=kept.id), apart=True)
    journal.undoable = Reworded(
        entry=before.id, rid=put.rid, heading=before.heading, words=before.words
    )
    return Edited(entry=after, beside=_is_beside(journal, listed, put))


def _is_beside(journal: Journal, before: Listed, put: Listed) -> bool:
    """Whether a text that the person has not seen stands beside the new one."""
    with suppress(VaultError):  # what was put is safe; the next reading tells
        journal.refresh()
    now = next((each for each in journal.entries if each.id == put.id), put)
    return not {*now.also, now.rid} <= {put.rid, *before.also}


def reworded(
    entry: Entry,
    *,
    text: str | None = None,
    title: str | None = None,
    answers: Mapping[int, str] = _NO_ANSWERS,
) -> Entry:
    """The entry with new words in it.

    Raises:
        CannotEdit: if it does not take them.
    """
    if entry.form == "guided" and (text is not None or title is not None):
        raise CannotEdit(say("edit.no_page"))
    if text is not None:
        entry = replace(entry, words=replace(entry.words, text=_spoken(text.strip("\n"))))
    if title is not None:
        heading = replace(entry.heading, title=title.strip() or say("free.title"))
        entry = replace(entry, heading=heading)
    for number, said in answers.items():
        entry = _answered(entry, number, _spoken(said.strip("\n")))
    return entry


def rewordable(words: Words) -> tuple[int, ...]:
    """The numbers of the answers that are words, from 1; all others stay as they were said."""
    numbered = enumerate(words.answers, 1)
    return tuple(number for number, each in numbered if each.kind is Kind.TEXT)


def answer_at(words: Words, number: int) -> Answered:
    """The answer with this number, which is words.

    Raises:
        CannotEdit: if it is none, or not there.
    """
    if not words.answers:
        raise CannotEdit(say("edit.no_answers"))
    if not 1 <= number <= len(words.answers):
        raise CannotEdit(say("edit.no_such_answer", number=number, most=len(words.answers)))
    if number not in rewordable(words):
        raise CannotEdit(say("edit.not_words", number=number))
    return words.answers[number - 1]


def _answered(entry: Entry, number: int, said: str) -> Entry:
    old, answers = answer_at(entry.words, number), list(entry.words.answers)
    answers[number - 1] = replace(old, value=said)
    return replace(
        entry,
        heading=_with_series(entry.heading, old.series, said),
        words=replace(entry.words, answers=tuple(answers)),
    )


def _with_series(heading: Heading, series: str | None, said: str) -> Heading:
    return replace(heading, series={**heading.series, series: said}) if series else heading


def _spoken(said: str) -> str:
    """New words, of which there must be one: taking a page away is another thing."""
    if not said.strip():
        raise CannotEdit(say("edit.empty"))
    return said
