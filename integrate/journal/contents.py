"""What an open journal holds in memory, from one reading of its file."""

from collections.abc import Sequence
from typing import Final

import msgspec
from msgspec import Struct
from msgspec.structs import asdict, replace

from integrate.domain.entry import Heading
from integrate.domain.own_set import OwnSet, SetAbout
from integrate.domain.people import People
from integrate.domain.prompt import PromptSet
from integrate.domain.session import Session
from integrate.domain.timeline import Timeline
from integrate.vault import Item

_HEADING: Final = msgspec.json.Decoder(Heading)
_SET: Final = msgspec.json.Decoder(SetAbout)
_SESSION: Final = msgspec.json.Decoder(Session)


class Listed(Struct, frozen=True, kw_only=True, gc=False):
    """An entry as lists show it: without its words."""

    id: str
    heading: Heading
    rid: bytes
    """The revision that holds its words."""
    also: tuple[bytes, ...] = ()
    """Other revisions written at the same time elsewhere: both texts are kept."""


class Contents:
    """Everything that lists, due and trends need. Not safe by itself: the journal guards it."""

    def __init__(self) -> None:
        self.entries: dict[str, Listed] = {}
        self.sessions: dict[str, Session] = {}
        self.people: Item | None = None
        self.helpers = People()
        """The list in it, read at once: help never waits for the file."""
        self.own: dict[str, OwnSet] = {}
        """The person's prompt sets, by entity. Two windows may each have kept one of an id."""
        self.parsed: dict[bytes, PromptSet] = {}
        """What the texts of some of them say, by revision; no set is parsed twice."""
        self.revisions: dict[str, tuple[bytes, ...]] = {}
        """Of sessions, sets and people, by entity: the revisions that the next one follows."""
        self.newest_first: Sequence[Listed] | None = None
        """The entries in order, once that was asked for."""
        self.timeline: Timeline | None = None
        """Of these sessions, once it was asked for."""

    def take(self, item: Item) -> bool:
        """Takes one record in; says whether it could be understood."""
        try:
            match item.kind:
                case "entry":
                    self.keep_entry(item, _HEADING.decode(item.about))
                case "session":
                    self.keep_session(item, _SESSION.decode(item.about))
                case "set":
                    self.keep_set(item, _SET.decode(item.about))
                case "people":
                    self.keep_people(item)
        except (msgspec.MsgspecError, UnicodeDecodeError):
            return False
        return True

    def keep_entry(self, item: Item, heading: Heading) -> Listed:
        """Takes an entry in."""
        listed = Listed(id=item.entity, heading=heading, rid=item.rid, also=item.also)
        self.entries[listed.id] = listed
        self.newest_first = None
        return listed

    def drop(self, entity: str) -> None:
        """Takes an entry or a set out that was deleted."""
        self.entries.pop(entity, None)
        self.newest_first = None
        self.own.pop(entity, None)

    def keep_session(self, item: Item, session: Session) -> Session:
        """Takes a session in; it is called after its record."""
        named = replace(session, id=item.entity)
        self.sessions[named.id] = named
        self.revisions[named.id] = (item.rid, *item.also)
        self.timeline = None
        return named

    def keep_people(self, item: Item) -> None:
        """Two windows may each have begun a list; the one written last counts."""
        if self.people is None or item.clock >= self.people.clock:
            self.people = item
            self.revisions[item.entity] = (item.rid, *item.also)

    def keep_set(self, item: Item, about: SetAbout, text: str | None = None) -> OwnSet:
        """Takes a set in; without its text, that is still to be read."""
        own = OwnSet(**asdict(about), entity=item.entity, rid=item.rid, clock=item.clock, text=text)
        self.own[own.entity] = own
        self.revisions[own.entity] = (item.rid, *item.also)
        return own
