"""Drafts: what is being written, sealed as it grows, and given back after any kind of end."""

from collections.abc import Callable, Sequence
from datetime import datetime
from secrets import token_bytes
from threading import RLock

from msgspec import Struct
from msgspec.structs import replace

from integrate.domain.entry import Entry
from integrate.journal.journal import Journal
from integrate.journal.passage import Guided, Passage, passage_of
from integrate.journal.within import is_long_ago, within


class Waiting(Struct, frozen=True, kw_only=True):
    """A draft that was left."""

    rid: bytes
    passage: Passage


class Keeper:
    """Seals one passage as it grows.

    Call `keep` as often as you like, from any thread; it writes only what is not sealed yet. The
    faces call it at most a second after the first key that is not sealed, and on every way out.
    Once the entry is written or the draft dropped, a late `keep` changes nothing.
    """

    def __init__(self, journal: Journal, rid: bytes | None = None) -> None:
        self._journal = journal
        self._lock = RLock()
        self._name = rid or token_bytes(16)
        """Chosen beforehand: what the disk may have taken is then found again under it."""
        self._sealed: Passage | None = None
        self._version: int | None = None
        """The file's when that was sealed."""
        self._entry: Entry | None = None
        self._touched = rid is not None
        """Whether there may be a draft under that name."""
        self._tried: tuple[Passage, datetime] | None = None
        """What was last tried to be finished, and when."""
        self.closed = False
        """Whether the entry was written, or the draft dropped."""
        self.rid = rid
        """Which draft this is; `None` until something was kept."""

    def keep(self, passage: Passage) -> bool:
        """Seals the passage if it changed; says whether it is sealed now.

        Raises:
            VaultError: if it cannot be written just now. Nothing sealed before is lost.
        """
        with self._lock:
            if self.closed:
                return self._entry is not None
            # Asked before sealing: what another window does meanwhile is looked at next time.
            version = self._journal.vault.version()
            if self._is_sealed(passage, version):
                self._version = version
                return True
            if passage.empty and self.rid is None:
                return False
            self._touched = True
            self.rid = self._journal.vault.keep_draft(passage, self._name)
            self._sealed, self._version = passage, version
            return True

    def finish(
        self, passage: Passage, now: datetime, seal: Callable[[bytes, datetime], Entry]
    ) -> Entry:
        """Writes the entry, only once.

        Args:
            passage: what is finished.
            now: aware.
            seal: writes it; is given the draft to remove, and the time. When the same passage is
                tried again after a fault, that is the time of the first try, so that the entry
                is the very same and cannot stand there twice.

        Raises:
            VaultError: if it cannot be written. The draft stays.
        """
        with self._lock:
            if self._entry is None:
                if self._tried is None or self._tried[0] != passage:
                    self._tried = (passage, now)
                self._sealed = None  # the disk may take the draft without telling
                self._entry = seal(self._name, self._tried[1])
                self._close()
            return self._entry

    def drop(self) -> None:
        """Takes the draft away: there was nothing in it, or the person said so.

        Raises:
            VaultError: if it cannot be taken away just now.
        """
        with self._lock:
            if self._touched and not self.closed:
                self._journal.vault.drop_draft(self._name)
            self._close()

    def _is_sealed(self, passage: Passage, version: int) -> bool:
        """Whether the draft stands in the file so.

        Where somebody else wrote in the file, it is looked for: another window may have taken it
        over and finished it. It is not simply put again, or two windows would never come to rest.
        """
        if passage != self._sealed:
            return False
        return version == self._version or _newest(self._journal, self._name) == passage

    def _close(self) -> None:
        self.rid, self._sealed, self._tried, self.closed = None, None, None, True


def waiting(journal: Journal) -> Sequence[Waiting]:
    """The drafts that wait, the one begun last first.

    One that cannot be read stays where it is, and is named in `Journal.damaged`.
    """
    found = [
        Waiting(rid=draft.rid, passage=passage)
        for draft in journal.vault.drafts()
        if (passage := passage_of(draft.value)) is not None
    ]
    return sorted(found, key=lambda each: each.passage.begun.timestamp(), reverse=True)


def waiting_for(journal: Journal, set_id: str) -> Waiting | None:
    """The newest draft of this set, if one waits."""
    for each in waiting(journal):
        if isinstance(each.passage, Guided) and each.passage.walk.set.id == set_id:
            return each
    return None


def resume(journal: Journal, left: Waiting, now: datetime) -> tuple[Passage, Keeper]:
    """Goes on with a draft, under a fresh id, so that two windows cannot overwrite each other.

    Args:
        journal: the open journal.
        left: which draft.
        now: aware. A set goes no deeper than this moment allows, whatever the one allowed in
            which it was begun.

    Raises:
        DraftGone: if another window has taken it.
    """
    rid = journal.vault.adopt_draft(left.rid)
    passage = _newest(journal, rid) or left.passage
    if isinstance(passage, Guided):
        passage = _taken_up(journal, passage, now)
    return passage, Keeper(journal, rid)


def discard(journal: Journal, left: Waiting) -> None:
    """Takes a waiting draft away for good."""
    journal.vault.drop_draft(left.rid)


def _newest(journal: Journal, rid: bytes) -> Passage | None:
    """What the draft says now: another window may have written on since it was listed."""
    found = (each.value for each in journal.vault.drafts() if each.rid == rid)
    return passage_of(next(found, None))


def _taken_up(journal: Journal, passage: Guided, now: datetime) -> Guided:
    """As the moment allows; after a while the person is asked anew how steady they are."""
    # However it ended, it goes on: at the prompt in front, where this moment allows that one.
    walk = replace(passage.walk, ending=None)
    walk = within(journal, walk, now)
    again = walk
    if is_long_ago(passage.steady_at or passage.begun, now):
        again = walk.ask_steadiness_again()
    return replace(passage, walk=again, steady_at=passage.steady_at if again == walk else now)
