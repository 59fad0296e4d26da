"""Searching every page for words, the newest pages first."""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

import msgspec
from msgspec import Struct

from integrate.domain.entry import Words
from integrate.journal.alike import alike, places, squashed
from integrate.journal.contents import Listed
from integrate.journal.excerpt import Marks, excerpt
from integrate.journal.folded import UNREAD, holding, revisions
from integrate.journal.journal import Journal
from integrate.journal.list_ import Row, row_of
from integrate.journal.saying import said_in_words

AT_ONCE: Final = 500
"""Pages in a lot: few enough that the first one comes at once."""
WIDTH: Final = 72
"""Letters of context, as many as read well in a line."""
_BETWEEN: Final = "\0"
"""Between two answers, so that no phrase is found across them."""
_PARTS: Final = re.compile(r'"([^"]*)"?|([^\s"]+)')
_WORDS: Final = msgspec.json.Decoder(Words)


class Lot(Struct, frozen=True, kw_only=True):
    """Some pages that were looked through together."""

    found: tuple[Listed, ...]
    """Those that say all the words, newest first."""
    looked: int
    """How many pages have been looked through by now."""
    of: int
    """How many there are."""
    unread: int
    """How many of this lot could not be read; `Journal.damaged` tells of others."""


class Match(Struct, frozen=True, kw_only=True):
    """A page that was found, as a list of results shows it."""

    row: Row
    title_marks: Marks
    """Where the words stand in the row's title."""
    context: str
    """A line of the page in its own spelling."""
    marks: Marks
    """Where the words stand in that line."""


def wanted_in(text: str) -> tuple[str, ...]:
    """What to look for: each word, and each phrase in quotes as one, made alike.

    Args:
        text: what the person typed; with no word in it there is nothing to look for.
    """
    parts = (found[1] or found[2] or "" for found in _PARTS.finditer(alike(text)))
    return tuple(dict.fromkeys(word for part in parts if (word := squashed(part))))


def search(
    journal: Journal, wanted: Sequence[str], among: Sequence[Listed] | None = None
) -> Iterator[Lot]:
    """Looks through all pages, newest first, and tells after every lot what it found.

    Titles, tags, answers as said, free writing and words kept aside all count. The first search
    unseals every page; from then on only what was written since. A damaged page is counted. It
    ends where the journal is closed meanwhile.

    Args:
        journal: the open journal.
        wanted: from `wanted_in`; a page must say all of it.
        among: only these entries, newest first, such as `read_for` tells of.

    Raises:
        VaultError: if the file cannot be read.
    """
    if not wanted:
        return
    looking = _Looking(journal, wanted, among)
    while not journal.folded.closed and (lot := looking.lot()) is not None:
        yield lot
        del lot  # held here, its titles could still be reached after closing


def matches(
    journal: Journal, found: Sequence[Listed], wanted: Sequence[str], *, width: int = WIDTH
) -> Iterator[Match]:
    """Pages that were found, each with its line of context.

    Raises:
        VaultError: if the file cannot be read.
    """
    for begins in range(0, len(found), AT_ONCE):
        some = found[begins : begins + AT_ONCE]
        said = dict(_said(journal, some))
        for listed in some:
            pieces = [each for rid in revisions(listed) for each in said.get(rid) or ()]
            line = excerpt([*pieces, *listed.heading.tags], wanted, width)
            yield Match(
                row=row_of(journal, listed),
                title_marks=places(listed.heading.title, wanted),
                context=line.text,
                marks=line.marks,
            )


class _Looking:
    """One search under way. It holds no words but those that were asked for."""

    def __init__(
        self, journal: Journal, wanted: Sequence[str], among: Sequence[Listed] | None
    ) -> None:
        self._journal = journal
        self._among = among
        self._wanted = [word.encode(errors="replace") for word in wanted]
        self._next = 0
        self._last: tuple[float, str] | None = None
        """The order of the last entry that was looked at."""

    def lot(self) -> Lot | None:
        """The next one; `None` after the last."""
        entries = self._journal.entries if self._among is None else self._among
        begins = self._place(entries)
        some = entries[begins : begins + AT_ONCE]
        lines = self._lines(entries, begins)
        if not lines:
            return None
        self._next, self._last = begins + len(some), _order(some[-1])
        return Lot(
            found=tuple(holding(some, lines, self._wanted)),
            looked=self._next,
            of=len(entries),
            unread=lines.count(UNREAD),
        )

    def _place(self, entries: Sequence[Listed]) -> int:
        """Where to go on, also if pages were written or removed meanwhile."""
        if self._last is None:
            return 0
        place = min(self._next, len(entries))
        while place and _order(entries[place - 1]) < self._last:
            place -= 1
        while place < len(entries) and _order(entries[place]) >= self._last:
            place += 1
        return place

    def _lines(self, entries: Sequence[Listed], begins: int) -> list[bytes]:
        """The lines of a lot, of which those that are missing are read now; none once closed."""
        folded = self._journal.folded
        lines = folded.lines(entries, begins, begins + AT_ONCE)
        missing = [begins + place for place, line in enumerate(lines) if line is None]
        if missing:
            try:
                read = _read(self._journal, [entries[place] for place in missing])
            except ValueError:
                if folded.closed:
                    return []
                raise
            for place, line in zip(missing, read, strict=True):
                lines[place - begins] = line
            folded.take(entries, dict(zip(missing, read, strict=True)))
        return [line or UNREAD for line in lines]


def _read(journal: Journal, entries: Sequence[Listed]) -> list[bytes]:
    """The lines of these entries."""
    said = dict(_said(journal, entries))
    return [_line(each, [said[rid] for rid in revisions(each)]) for each in entries]


def _line(listed: Listed, texts: Sequence[Sequence[str] | None]) -> bytes:
    pieces = [piece for text in texts for piece in text or ()]
    if not pieces:
        return UNREAD
    parts = (listed.heading.title, *listed.heading.tags, *pieces)
    return alike(_BETWEEN.join(parts)).encode(errors="replace")


def _said(
    journal: Journal, entries: Iterable[Listed]
) -> Iterator[tuple[bytes, Sequence[str] | None]]:
    """What each revision says, piece by piece; `None` if it cannot be read."""
    rids = [rid for each in entries for rid in revisions(each)]
    for rid, value in journal.vault.values(rids):
        try:
            yield rid, None if value is None else _pieces(_WORDS.decode(value))
        except (msgspec.MsgspecError, UnicodeDecodeError):
            yield rid, None


def _pieces(words: Words) -> Sequence[str]:
    """At least one."""
    return [words.text, *map(said_in_words, words.answers), *map(said_in_words, words.aside)]


def _order(listed: Listed) -> tuple[float, str]:
    return listed.heading.when.timestamp(), listed.id
