"""Bringing an earlier wording back. It becomes the newest one; none of the others is lost."""

from datetime import datetime

from msgspec.structs import replace

from integrate.domain.entry import Entry
from integrate.journal.contents import Listed
from integrate.journal.edit import Edited
from integrate.journal.history import Earlier
from integrate.journal.journal import Journal
from integrate.journal.undoable import Reworded


def back_to(journal: Journal, listed: Listed, earlier: Earlier, now: datetime) -> Edited:
    """Lets a page read again as it did in an earlier wording.

    Args:
        journal: the open journal.
        listed: the entry as the person sees it.
        earlier: which wording, from `history`.
        now: aware.

    Raises:
        DamagedRecord: if the present words cannot be read.
        Gone: if it was deleted this very moment; once more, and it is kept as a new one.
        VaultError: if it cannot be written. The same call once more does no harm.
    """
    journal.refresh()
    heading = replace(
        listed.heading,
        title=earlier.heading.title,
        tags=earlier.heading.tags,
        series=earlier.heading.series,
        keeps=earlier.heading.keeps,
        worded=now,
    )
    after = Entry(id=listed.id, heading=heading, words=earlier.words)
    if not any(each.id == listed.id for each in journal.entries):
        kept = journal.add_entry(heading, earlier.words)
        return Edited(entry=replace(after, id=kept.id), apart=True)
    before = Entry(id=listed.id, heading=listed.heading, words=journal.words(listed))
    if after == replace(before, heading=replace(before.heading, worded=now)):
        return Edited(entry=before, changed=False)
    put = journal.put_entry(listed.id, heading, earlier.words, after=(listed.rid,))
    journal.undoable = Reworded(
        entry=before.id, rid=put.rid, heading=before.heading, words=before.words
    )
    return Edited(entry=after)
