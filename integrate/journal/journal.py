"""An open journal: the vault's records as entries, sessions and people."""

from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from threading import RLock
from typing import Final, TypeVar

import msgspec
from msgspec.structs import replace

from integrate.domain.entry import Heading, Words
from integrate.domain.people import People
from integrate.domain.session import Session, instant
from integrate.domain.timeline import Timeline
from integrate.journal.contents import Contents, Listed
from integrate.journal.folded import Folded
from integrate.journal.read import decoded, read_contents
from integrate.journal.undoable import Undoable
from integrate.journal.unsure import Attempt, Unsure
from integrate.library import Library
from integrate.vault import Damaged, Item, Look, Removed, Vault

T = TypeVar("T")

ENTRY: Final = "entry"
SESSION: Final = "session"
PEOPLE: Final = "people"
SET: Final = "set"

_HEADING: Final = msgspec.json.Decoder(Heading)
_WORDS: Final = msgspec.json.Decoder(Words)


class Journal:
    """An open vault, read as a journal.

    Everything that lists, due and trends need is in memory; words are unsealed when asked for.
    Safe to use from several threads.
    """

    def __init__(self, vault: Vault, library: Library, *, read: bool = True) -> None:
        """Takes over an open vault; one that is not to be read yet is read where that is needed."""
        self.vault = vault
        self.library = library
        self._file = RLock()
        """Held while the file is read or written, so that no reading undoes what was just kept.
        Taken before the other lock, never inside it."""
        self._lock = RLock()
        """Guards what is in memory. Never held while the file is waited for: another window may
        hold that for seconds, and help must not wait for it."""
        self._contents = Contents()
        self._damaged: tuple[Damaged, ...] = ()
        self._unread = True
        """Whether all of that is still to be read."""
        self.folded = Folded()
        """What searching keeps of the words."""
        self.undoable: Undoable | None = None
        """What `undo` would take back."""
        self._unsure = Unsure()
        self._seen: int | None = None
        """The file's version that was last read whole."""
        if read:
            self.read()

    def read(self, look: Look | None = None) -> None:
        """Reads every record's heading afresh.

        Args:
            look: is shown every record with its words meanwhile; see `Vault.present`.

        Raises:
            VaultError: if the file cannot be read at all. What was read before stays.
        """
        with self._file:
            # Asked before reading: what is written meanwhile is at worst read once more.
            version = self.vault.version()
            contents, damaged = read_contents(self.vault, look)
            with self._lock:
                self._contents, self._damaged, self._seen = contents, damaged, version
                self._unread = False

    def refresh(self) -> bool:
        """Reads again if another process wrote to the file; says whether it did.

        Raises:
            VaultError: if the file cannot be read just now. The next call tries again.
        """
        with self._file:
            if self.vault.version() == self._seen:
                return False
            self.read()
            return True

    @property
    def damaged(self) -> tuple[Damaged, ...]:
        """Records and drafts that could not be read; everything else opens."""
        self._ready()
        return self._damaged

    @damaged.setter
    def damaged(self, damaged: tuple[Damaged, ...]) -> None:
        self._damaged = damaged

    def reopen(self, secret: str) -> None:
        """Goes on under the key it was given meanwhile; slow, and may raise as opening does."""
        self.vault.reopen(secret)
        self.renew()

    def renew(self) -> None:
        """Reads everything under the vault's new key.

        What the disk refused before was sealed under the old one, and is made anew when it is tried
        again. If it had gone in after all it then stands there twice, which is better than never.
        """
        with self._file:
            self._unsure.clear()
            self.read()

    @property
    def entries(self) -> Sequence[Listed]:
        """All entries, newest first."""
        self._ready()
        with self._lock:
            contents = self._contents
            if contents.newest_first is None:
                contents.newest_first = tuple(
                    sorted(
                        contents.entries.values(),
                        key=lambda each: (each.heading.when.timestamp(), each.id),
                        reverse=True,
                    )
                )
            return contents.newest_first

    @property
    def sessions(self) -> Sequence[Session]:
        """All sessions, newest first."""
        self._ready()
        with self._lock:
            return sorted(
                self._contents.sessions.values(),
                key=lambda each: (instant(each.latest), each.id),
                reverse=True,
            )

    def session(self, session_id: str | None) -> Session | None:
        """The session with this id, if there is one."""
        self._ready()
        with self._lock:
            return self._contents.sessions.get(session_id) if session_id else None

    @property
    def timeline(self) -> Timeline:
        """Where any moment lies among the sessions known now."""
        self._ready()
        with self._lock:
            contents = self._contents
            if contents.timeline is None:
                contents.timeline = Timeline(self.sessions, self.library.phase_tables())
            return contents.timeline

    @property
    def people(self) -> People:
        """Who to turn to; nobody where the list is damaged, which `damaged` tells.

        Help must be reachable whatever else is broken, and whoever else is writing.
        """
        self._ready()
        with self._lock:
            return self._contents.helpers

    def words(self, listed: Listed) -> Words:
        """What was written.

        Raises:
            DamagedRecord: if it cannot be read.
        """
        return self.words_at(listed.rid)

    def words_at(self, rid: bytes) -> Words:
        """What one revision says.

        Raises:
            DamagedRecord: if it cannot be read.
        """
        return decoded(self.vault, _WORDS, rid)

    def add_entry(self, heading: Heading, words: Words, *, draft: bytes | None = None) -> Listed:
        """Seals an entry, and removes its draft in the same transaction.

        Raises:
            VaultError: if it cannot be written. The same call once more does no harm.
        """
        with self._file:
            item = self._add(ENTRY, heading, words, draft=draft)
            with self._lock:
                return self._contents.keep_entry(item, heading)

    def put_entry(
        self,
        entry: str,
        heading: Heading,
        words: Words,
        *,
        after: Sequence[bytes],
        draft: bytes | None = None,
    ) -> Listed:
        """Seals a new wording of an entry; the one before stays in the file, as its history.

        Args:
            entry: its id.
            heading: all of it, also what stays.
            words: all of them, also what stays.
            after: the revisions whose place it takes. Every other one stays beside it.
            draft: removed in the same transaction.

        Raises:
            Gone: if the entry was deleted meanwhile.
            VaultError: if it cannot be written. The same call once more does no harm.
        """
        with self._file:
            self._ready()
            item = self._add(ENTRY, heading, words, entity=entry, after=after, draft=draft)
            with self._lock:
                known = self._contents.entries.get(entry)
                now = (known.rid, *known.also) if known else ()
                beside = tuple(rid for rid in now if rid not in after and rid != item.rid)
                return self._contents.keep_entry(replace(item, also=beside), heading)

    def remove(self, entity: str) -> Removed:
        """Deletes an entry or a set for good; what is returned is all that is left of it.

        Raises:
            VaultError: if it cannot be written. The same call once more does no harm.
        """
        with self._file:
            removed = self._unsure.once(("delete", entity), lambda: self.vault.delete(entity))
            with self._lock:
                self._contents.drop(entity)
                self._damaged = tuple(each for each in self._damaged if each.entity != entity)
            return removed

    def bring_back(self, removed: Removed) -> Listed:
        """Keeps an entry again that was deleted, with its history, under a new id.

        Raises:
            VaultError: if it cannot be written. The same call once more makes no second one.
        """
        with self._file:
            item = self._unsure.once(("back", removed), lambda: self.vault.bring_back(removed))
            with self._lock:
                self._contents.take(item)
                return self._contents.entries[item.entity]

    def earlier_heading(self, entry: str) -> Heading | None:
        """The heading of the newest wording that can be read, where the present one cannot."""
        for wording in self.vault.history(entry).wordings:
            with suppress(msgspec.MsgspecError, UnicodeDecodeError):
                if wording.kind == ENTRY:
                    return _HEADING.decode(wording.about)
        return None

    def put_session(self, session: Session) -> Session:
        """Seals a session; one with an empty id is new.

        Raises:
            VaultError: if it cannot be written. The same call once more does no harm.
        """
        return self.put(
            SESSION,
            session,
            None,
            lambda contents, item: contents.keep_session(item, session),
            entity=session.id or None,
        )

    def put(
        self,
        kind: str,
        about: object,
        value: object,
        keep: Callable[[Contents, Item], T],
        *,
        entity: str | None = None,
    ) -> T:
        """Seals one record, and takes it in.

        Args:
            kind: what sort of thing it is.
            about: what lists need.
            value: the words.
            keep: takes the record into what is in memory; gives what the caller gets.
            entity: whose new revision this is; `None`: something new.

        Raises:
            VaultError: if it cannot be written. The same call once more does no harm.
        """
        with self._file:
            self._ready()
            item = self._add(kind, about, value, entity=entity)
            with self._lock:
                return keep(self._contents, item)

    def look(self, at: Callable[[Contents], T]) -> T:
        """What somebody finds in what is in memory; never waits for the file once it was read."""
        self._ready()
        with self._lock:
            return at(self._contents)

    def put_people(self, people: People) -> None:
        """Seals who to turn to. Names and numbers stand in the sealed value, as words do.

        Raises:
            VaultError: if it cannot be written; the old list stays.
        """
        with self._file:
            self._ready()
            known = self._contents.people
            item = self._add(PEOPLE, None, people, entity=known.entity if known else None)
            with self._lock:
                self._contents.keep_people(item)
                self._contents.helpers = people

    def close(self) -> None:
        """Drops the keys and what was read."""
        with self._file, self._lock:
            self._contents, self._damaged, self._unread = Contents(), (), False
            self._unsure.clear()
            self.undoable = None
            self.folded.close()
            self.vault.close()

    def _ready(self) -> None:
        """Reads what was left for later; not to be called under the inner lock."""
        if self._unread:
            with self._file:
                if self._unread:
                    self.read()

    def _add(  # noqa: PLR0913 - a record's parts
        self,
        kind: str,
        about: object,
        value: object,
        *,
        entity: str | None = None,
        after: Sequence[bytes] | None = None,
        draft: bytes | None = None,
    ) -> Item:
        """One record; what the disk may have taken already is put again, not a second time.

        Where the words changed since, the earlier ones are settled first and these follow them as
        a new revision, so that one piece of writing never stands there twice.
        """
        what = (kind, about, value, entity, draft)
        if after is None and entity:
            after = self._contents.revisions.get(entity, ())
        earlier = self._unsure.earlier(what, entity, draft)
        if earlier is not None:
            settled = self._settled(earlier)
            entity, after = settled.entity, tuple({*(after or ()), settled.rid})
        return self._unsure.once(
            what,
            lambda: self.vault.add(kind, about, value, entity=entity, after=after, draft=draft),
            entity=entity,
            draft=draft,
            settled=earlier,
        )

    def _settled(self, unsure: Attempt) -> Item:
        """What is certainly in the file now; an entry is listed too, whatever comes after it."""
        item: Item = unsure.again()
        with self._lock:
            if item.kind == ENTRY and item.entity not in self._contents.entries:
                self._contents.take(item)
        return item


def matching(entries: Iterable[Listed], beginning: str) -> list[Listed]:
    """The entries whose id begins so."""
    return [each for each in entries if each.id.startswith(beginning.casefold())]
