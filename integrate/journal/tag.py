"""Tags: short words on a page, by which it is found again."""

from collections import Counter
from collections.abc import Sequence
from datetime import datetime
from typing import Final

from msgspec.structs import replace

from integrate.journal.alike import alike
from integrate.journal.contents import Listed
from integrate.journal.journal import Journal
from integrate.journal.undoable import Reworded
from integrate.text import clean
from integrate.vault import Gone
from integrate.words import say

LONGEST: Final = 40
"""Characters in a tag."""
MOST: Final = 20
"""Tags on a page."""


class CannotTag(ValueError):
    """This is no tag; the sentence says why. Nothing was changed."""


def tag(
    journal: Journal,
    listed: Listed,
    now: datetime,
    *,
    add: Sequence[str] = (),
    remove: Sequence[str] = (),
) -> Listed:
    """Puts tags on a page and takes others off. Its words stay, and so do its earlier tags.

    A tag that is there already, in whatever spelling, is not put there twice; one to take off that
    is not there is passed over.

    Args:
        journal: the open journal.
        listed: the entry.
        now: aware.
        add: as they were typed.
        remove: as they are written on the page, in any spelling.

    Raises:
        CannotTag: if one is none, or there would be too many.
        DamagedRecord: if the page cannot be read: then it is not written again either.
        Gone: if it was deleted meanwhile.
        VaultError: if it cannot be written.
    """
    off = set(map(alike, remove))
    tags = {alike(each): each for each in listed.heading.tags if alike(each) not in off}
    for each in add:
        word = tag_in(each)
        tags.setdefault(alike(word), word)
    after = tuple(tags.values())
    if after == listed.heading.tags:
        return listed
    if len(after) > MOST:
        raise CannotTag(say("tags.many", most=MOST))
    journal.refresh()
    if not any(each.id == listed.id for each in journal.entries):
        raise Gone
    words = journal.words(listed)
    heading = replace(listed.heading, tags=after, worded=now)
    put = journal.put_entry(listed.id, heading, words, after=(listed.rid,))
    journal.undoable = Reworded(entry=put.id, rid=put.rid, heading=listed.heading, words=words)
    return put


def tag_in(text: str) -> str:
    """The tag that was typed: one line, without the sign that some people put before it.

    Raises:
        CannotTag: if there is no letter in it, or too many, or a comma.
    """
    word = clean(text, one_line=True).lstrip("#").strip()
    if not word:
        raise CannotTag(say("tags.empty"))
    if "," in word:
        raise CannotTag(say("tags.comma"))
    if len(word) > LONGEST:
        raise CannotTag(say("tags.long", most=LONGEST))
    return word


def known_tags(journal: Journal) -> Sequence[str]:
    """Every tag in the journal, the most used first."""
    counts: Counter[str] = Counter()
    written: dict[str, str] = {}
    for each in journal.entries:
        for word in each.heading.tags:
            counts[alike(word)] += 1
            written.setdefault(alike(word), word)
    return [written[key] for key in sorted(written, key=lambda key: (-counts[key], key))]
