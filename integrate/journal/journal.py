"""An open journal: the vault's records as entries, sessions and people."""

from collections.abc import Callable, Iterable, Sequence
from threading import RLock
from typing import Final, TypeVar

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from integrate.domain.entry import Heading, Words
from integrate.domain.people import People
from integrate.domain.session import Session, instant
from integrate.domain.timeline import Timeline
from integrate.journal.passage import passage_of
from integrate.library import Library
from integrate.vault import Damaged, DamagedRecord, Item, NotWritten, Vault

T = TypeVar("T")

ENTRY: Final = "entry"
SESSION: Final = "session"
PEOPLE: Final = "people"

_HEADING: Final = msgspec.json.Decoder(Heading)
_SESSION: Final = msgspec.json.Decoder(Session)
_WORDS: Final = msgspec.json.Decoder(Words)
_PEOPLE: Final = msgspec.json.Decoder(People)


class Listed(Struct, frozen=True, kw_only=True):
    """An entry as lists show it: without its words."""

    id: str
    heading: Heading
    rid: bytes
    """The revision that holds its words."""
    also: tuple[bytes, ...] = ()
    """Other revisions written at the same time elsewhere: both texts are kept."""


class Journal:
    """An open vault, read as a journal.

    Everything that lists, due and trends need is in memory; words are unsealed when asked for.
    Safe to use from several threads.
    """

    def __init__(self, vault: Vault, library: Library) -> None:
        self.vault = vault
        self.library = library
        self.damaged: tuple[Damaged, ...] = ()
        """Records and drafts that could not be read; everything else opens."""
        self._lock = RLock()
        self._entries: dict[str, Listed] = {}
        self._newest_first: tuple[Listed, ...] | None = None
        self._sessions: dict[str, Session] = {}
        self._timeline: Timeline | None = None
        self._people: Item | None = None
        self._helpers: People | None = None
        """The list in it, once it was asked for."""
        self._revisions: dict[str, tuple[bytes, ...]] = {}
        """Of sessions and people, by entity: the revisions that the next one follows."""
        self._unsure: tuple[object, Callable[[], Item]] | None = None
        """What the disk may or may not have taken, and how to put the very same thing again."""
        self.read()

    def read(self) -> None:
        """Reads every record's heading afresh.

        Raises:
            VaultError: if the file cannot be read at all.
        """
        with self._lock:
            present = self.vault.present()
            self._forget()
            unread = [item for item in present.items if not self._take(item)]
            self.damaged = (
                *present.damaged,
                *(Damaged(rid=item.rid.hex(), entity=item.entity) for item in unread),
                *(
                    Damaged(rid=draft.rid.hex(), entity=None)
                    for draft in self.vault.drafts()
                    if passage_of(draft.value) is None
                ),
            )

    def refresh(self) -> bool:
        """Reads again if another process wrote to the file; says whether it did."""
        if not self.vault.changed():
            return False
        self.read()
        return True

    @property
    def entries(self) -> Sequence[Listed]:
        """All entries, newest first."""
        with self._lock:
            if self._newest_first is None:
                self._newest_first = tuple(
                    sorted(
                        self._entries.values(),
                        key=lambda each: (each.heading.when.timestamp(), each.id),
                        reverse=True,
                    )
                )
            return self._newest_first

    @property
    def sessions(self) -> Sequence[Session]:
        """All sessions, newest first."""
        with self._lock:
            return sorted(
                self._sessions.values(),
                key=lambda each: (instant(each.latest), each.id),
                reverse=True,
            )

    def session(self, session_id: str | None) -> Session | None:
        """The session with this id, if there is one."""
        with self._lock:
            return self._sessions.get(session_id) if session_id else None

    @property
    def timeline(self) -> Timeline:
        """Where any moment lies among the sessions known now."""
        with self._lock:
            if self._timeline is None:
                self._timeline = Timeline(self.sessions, self.library.phase_tables())
            return self._timeline

    @property
    def people(self) -> People:
        """Who to turn to; nobody where the list is damaged, which `damaged` tells.

        Help must be reachable whatever else is broken.
        """
        with self._lock:
            item = self._people
            if self._helpers is None and item is not None:
                try:
                    self._helpers = self._decoded(_PEOPLE, item.rid)
                except DamagedRecord:
                    self._helpers = People()
                    self.damaged += (Damaged(rid=item.rid.hex(), entity=item.entity),)
            return self._helpers or People()

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
        return self._decoded(_WORDS, rid)

    def add_entry(self, heading: Heading, words: Words, *, draft: bytes | None = None) -> Listed:
        """Seals an entry, and removes its draft in the same transaction.

        Raises:
            VaultError: if it cannot be written. The same call once more does no harm.
        """
        with self._lock:
            item = self._add(ENTRY, heading, words, draft=draft)
            listed = _listed(item, heading)
            self._entries[listed.id] = listed
            self._newest_first = None
            return listed

    def put_session(self, session: Session) -> Session:
        """Seals a session; one with an empty id is new.

        Raises:
            VaultError: if it cannot be written. The same call once more does no harm.
        """
        with self._lock:
            item = self._add(SESSION, session, None, entity=session.id or None)
            sealed = replace(session, id=item.entity)
            self._keep_session(sealed, item)
            return sealed

    def put_people(self, people: People) -> None:
        """Seals who to turn to. Names and numbers stand in the sealed value, as words do.

        Raises:
            VaultError: if it cannot be written; the old list stays.
        """
        with self._lock:
            entity = self._people.entity if self._people else None
            self._keep_people(self._add(PEOPLE, None, people, entity=entity))

    def close(self) -> None:
        """Drops the keys and what was read."""
        with self._lock:
            self._forget()
            self.damaged = ()
            self.vault.close()

    def _forget(self) -> None:
        self._entries, self._sessions, self._revisions = {}, {}, {}
        self._newest_first, self._timeline, self._unsure = None, None, None
        self._people, self._helpers = None, None

    def _add(
        self,
        kind: str,
        about: object,
        value: object,
        *,
        entity: str | None = None,
        draft: bytes | None = None,
    ) -> Item:
        """One record; what the disk may have taken already is put again, not a second time."""
        what = (kind, about, value, entity, draft)
        try:
            if self._unsure is not None and self._unsure[0] == what:
                item = self._unsure[1]()
            else:
                after = self._revisions.get(entity) if entity else None
                item = self.vault.add(kind, about, value, entity=entity, after=after, draft=draft)
        except NotWritten as error:
            self._unsure = (what, error.again)
            raise
        self._unsure = None
        return item

    def _take(self, item: Item) -> bool:
        """Reads one record in; says whether it could be understood."""
        try:
            match item.kind:
                case "entry":
                    self._entries[item.entity] = _listed(item, _HEADING.decode(item.about))
                case "session":
                    told = replace(_SESSION.decode(item.about), id=item.entity)
                    self._keep_session(told, item)
                case "people":
                    self._keep_people(item)
        except (msgspec.MsgspecError, UnicodeDecodeError):
            return False
        return True

    def _keep_session(self, session: Session, item: Item) -> None:
        self._sessions[session.id] = session
        self._revisions[session.id] = (item.rid, *item.also)
        self._timeline = None

    def _keep_people(self, item: Item) -> None:
        """Two windows may each have begun a list; the one written last counts."""
        if self._people is None or item.clock >= self._people.clock:
            self._people, self._helpers = item, None
            self._revisions[item.entity] = (item.rid, *item.also)

    def _decoded(self, decoder: msgspec.json.Decoder[T], rid: bytes) -> T:
        try:
            return decoder.decode(self.vault.value(rid))
        except (msgspec.MsgspecError, UnicodeDecodeError) as error:
            raise DamagedRecord(rid, None) from error


def _listed(item: Item, heading: Heading) -> Listed:
    return Listed(id=item.entity, heading=heading, rid=item.rid, also=item.also)


def matching(entries: Iterable[Listed], beginning: str) -> list[Listed]:
    """The entries whose id begins so."""
    return [each for each in entries if each.id.startswith(beginning.casefold())]
