"""A new wording on its way: sealed as it is typed, and put in its place when it is done."""

from contextlib import suppress
from datetime import datetime

from msgspec.structs import replace

from integrate.domain.entry import Entry, Heading, Words
from integrate.journal.contents import Listed
from integrate.journal.draft import Waiting, waiting
from integrate.journal.edit import Edited, answer_at, edit
from integrate.journal.journal import Journal
from integrate.journal.passage import Free, Of, Passage
from integrate.vault import DamagedRecord
from integrate.words import say


def begin_rewording(listed: Listed, seen: Words, number: int | None, now: datetime) -> Free:
    """The page or the answer as it reads now, to be written on.

    Args:
        listed: the entry.
        seen: what it says.
        number: which answer, from 1; `None`: all of a free page.
        now: aware.

    Raises:
        CannotEdit: if this answer is no words, or not there.
    """
    of = Of(entry=listed.id, rid=listed.rid.hex(), answer=number)
    if number is None:
        return Free(title=listed.heading.title, text=seen.text, begun=now, of=of)
    answer = answer_at(seen, number)
    return Free(title=answer.ask, text=str(answer.value), begun=now, of=of)


def reword(  # noqa: PLR0913 - each by name
    journal: Journal,
    page: Free,
    now: datetime,
    *,
    draft: bytes | None = None,
    known: Listed | None = None,
    seen: Words | None = None,
    settle: bool = False,
) -> Edited:
    """Puts a new wording in the place of the one that it was begun from.

    Where that one was changed meanwhile, both stand side by side. Where the page is gone, the words
    are kept as a page of their own.

    Args:
        journal: the open journal.
        page: from `begin_rewording`, also if it has been a draft in between.
        now: aware.
        draft: what it was sealed in so far.
        known: the entry as it was when this was begun, if that is still at hand; it counts where
            the page has been deleted meanwhile.
        seen: what it said then.
        settle: whether it also takes the place of texts that stand beside it.

    Raises:
        CannotEdit: if no word is left, or the page does not take it.
        DamagedRecord: if the words before cannot be read.
        VaultError: if it cannot be written. The same call once more does no harm.
    """
    of = page.of
    listed = next((each for each in journal.entries if of and each.id == of.entry), None)
    listed = listed or (known if seen is not None else None)
    if of is None or listed is None:
        return _alone(journal, page, now, draft)
    listed, words = _begun_from(journal, listed, of, seen)
    free = listed.heading.set is None and of.answer is None
    return edit(
        journal,
        listed,
        text=page.text if of.answer is None else None,
        title=page.title if free else None,
        answers={} if of.answer is None else {of.answer: page.text},
        seen=words,
        settle=settle,
        draft=draft,
        now=now,
    )


def _begun_from(
    journal: Journal, listed: Listed, of: Of, seen: Words | None
) -> tuple[Listed, Words]:
    """The page as it was when the rewording was begun.

    A new key has given every wording another name; then it is the present one.
    """
    rid = bytes.fromhex(of.rid)
    if rid != listed.rid:
        with suppress(DamagedRecord):
            before = journal.words_at(rid)
            also = tuple(each for each in listed.also if each != rid)
            return replace(listed, rid=rid, also=also), before if seen is None else seen
    return listed, journal.words(listed) if seen is None else seen


def _alone(journal: Journal, page: Free, now: datetime, draft: bytes | None) -> Edited:
    """As a page of its own."""
    heading = Heading(when=now, title=page.title or say("free.title"))
    words = Words(text=page.text.strip("\n"))
    kept = journal.add_entry(heading, words, draft=draft)
    return Edited(entry=Entry(id=kept.id, heading=heading, words=words), apart=True)


def left_for(journal: Journal, entry: str, number: int | None) -> Waiting | None:
    """A new wording of this page or answer that was begun and waits, if there is one.

    Raises:
        VaultError: if the file cannot be read.
    """
    for each in waiting(journal):
        of = each.passage.of if isinstance(each.passage, Free) else None
        if of is not None and (of.entry, of.answer) == (entry, number):
            return each
    return None


def reworded_page(journal: Journal, passage: Passage) -> str | None:
    """The title of the page that a new wording waits for; `None`: it is no new wording.

    A draft of an answer is called after what was asked, which is more than a title says.
    """
    of = passage.of if isinstance(passage, Free) else None
    if of is None:
        return None
    titles = (each.heading.title for each in journal.entries if each.id == of.entry)
    return next(titles, passage.title)
