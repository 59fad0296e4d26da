"""Finishing what was written: the entry is sealed and its draft removed, in one transaction."""

from contextlib import suppress
from datetime import datetime

from msgspec.structs import replace

from integrate.domain.entry import Entry, Heading, Words
from integrate.domain.gate import SERIES, holds_for
from integrate.domain.walk import Ending
from integrate.journal.draft import Keeper
from integrate.journal.journal import Journal
from integrate.journal.passage import Free, Guided, Passage
from integrate.library import BadFile


def write(journal: Journal, passage: Passage, keeper: Keeper, now: datetime) -> Entry | None:
    """Keeps what was said as an entry; with nothing said, only the draft goes.

    What the person put away for later stays a draft. Writing twice makes one entry.

    Raises:
        VaultError: if it cannot be written. The draft stays, and so does the passage.
    """
    if _is_parked(passage):
        keeper.keep(passage)
        return None
    if passage.empty:
        keeper.drop()
        return None

    def seal(draft: bytes, when: datetime) -> Entry:
        if isinstance(passage, Free) and passage.of is not None:
            from integrate.journal.edit import CannotEdit  # few pages are a new wording
            from integrate.journal.rewording import reword

            with suppress(CannotEdit):  # what it was to replace is no words any more
                return reword(journal, passage, when, draft=draft).entry
        heading, words = _finished(passage, when)
        heading = _with_total(journal, heading, words)
        listed = journal.add_entry(heading, words, draft=draft)
        return Entry(id=listed.id, heading=heading, words=words)

    return keeper.finish(passage, now, seal)


def note(journal: Journal, text: str, now: datetime, *, title: str) -> Entry:
    """Keeps a free page at once.

    Raises:
        VaultError: if it cannot be written.
        ValueError: if there are no words in it.
    """
    page = Free(text=text, title=title, begun=now)
    if page.empty:
        raise ValueError(text)
    heading, words = _finished(page, now)
    listed = journal.add_entry(heading, words)
    return Entry(id=listed.id, heading=heading, words=words)


def _is_parked(passage: Passage) -> bool:
    return isinstance(passage, Guided) and passage.walk.ending is Ending.PARKED


def _finished(passage: Passage, now: datetime) -> tuple[Heading, Words]:
    match passage:
        case Free():
            return Heading(when=now, title=passage.title), Words(text=passage.text.strip("\n"))
        case Guided():
            words = passage.walk.words()
            return _heading(passage, words, now), words


def _heading(passage: Guided, words: Words, now: datetime) -> Heading:
    prompt_set = passage.walk.set
    # Only a gate tells how steady somebody is; a set may give another scale that name.
    gates = {each.id for each in prompt_set.flat() if holds_for(each)}
    return Heading(
        when=now,
        title=prompt_set.title,
        set=prompt_set.id,
        version=prompt_set.set.version,
        session=passage.session,
        phase=passage.phase,
        series={
            each.series: each.value
            for each in words.answers
            if each.series and (each.series != SERIES or each.prompt in gates)
        },
        keeps=tuple(each.keep_as for each in words.answers if each.keep_as),
    )


def _with_total(journal: Journal, heading: Heading, words: Words) -> Heading:
    """With a measure's total beside the series; a measure that cannot be read has none now."""
    from integrate.journal.result import series_of  # lists and free pages need none

    with suppress(BadFile):
        total = series_of(journal.library, heading.set, words)
        return replace(heading, series={**heading.series, **total})
    return heading
