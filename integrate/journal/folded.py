"""The words of pages, made alike for searching: in memory alone, and gone when the journal closes.

It knows nothing of the journal, which holds it.
"""

from collections.abc import Iterable, Mapping, Sequence
from threading import RLock
from typing import Final

from integrate.journal.alike import squashed
from integrate.journal.contents import Listed

UNREAD: Final = b""
"""Stands for a page that could not be read; one that was read is never empty."""


class Folded:
    """A line for each entry: all that it says, made alike, in UTF-8.

    Bytes, because one letter beyond Latin makes every letter of a Python text larger. The lines
    stand in the order of the entries, so that a search goes straight through them. Safe to use
    from several threads.
    """

    def __init__(self) -> None:
        self._lock = RLock()
        self._entries: Sequence[Listed] = ()
        self._lines: list[bytes | None] = []
        """`None` for what was not looked at yet."""
        self.closed = False
        """Whether it takes nothing in any more."""

    def close(self) -> None:
        """Forgets everything, for good."""
        with self._lock:
            self.closed = True
            self._entries, self._lines = (), []

    def lines(self, entries: Sequence[Listed], begins: int, ends: int) -> list[bytes | None]:
        """The lines of some of these entries; `None` for those that were not looked at yet."""
        with self._lock:
            self._follow(entries)
            return self._lines[begins:ends] if self._entries is entries else []

    def take(self, entries: Sequence[Listed], lines: Mapping[int, bytes]) -> None:
        """Takes in lines by their entries' places, if these are still the entries that count."""
        with self._lock:
            if self._entries is entries:
                for place, line in lines.items():
                    self._lines[place] = line

    def _follow(self, entries: Sequence[Listed]) -> None:
        """Forgets what is no longer among the entries, and what could not be read once."""
        if entries is self._entries or self.closed:
            return
        known = {
            revisions(each): line
            for each, line in zip(self._entries, self._lines, strict=True)
            if line
        }
        self._lines = [known.get(revisions(each)) for each in entries]
        self._entries = entries


def revisions(listed: Listed) -> tuple[bytes, ...]:
    """All texts of an entry that count: the present one, and those written beside it."""
    return (listed.rid, *listed.also)


def holding(
    entries: Sequence[Listed], lines: Iterable[bytes], wanted: Sequence[bytes]
) -> list[Listed]:
    """The entries whose lines say everything that is wanted."""
    left: Iterable[tuple[Listed, bytes]] = zip(entries, lines, strict=True)
    for word in sorted({word for each in wanted for word in each.split()}, key=len, reverse=True):
        # A tuple that nothing keeps is zip's own, used over again.
        left = [each for each in left if word in each[1]]
    for phrase in (each for each in wanted if b" " in each):
        # A phrase may go on in the next line: only here do gaps matter.
        left = [each for each in left if phrase in squashed(each[1].decode()).encode()]
    return [each for each, _ in left]
