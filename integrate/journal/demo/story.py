"""The story that the demo tells: the types of `prompts/demo.toml`, and reading it.

Its times have no zone: they are what a clock on the wall shows, wherever the story is read.
"""

from datetime import datetime
from typing import Annotated, Literal

from msgspec import Meta, Struct

from integrate.domain.people import People, Person
from integrate.domain.session import Route
from integrate.library.read import read_as
from integrate.library.shipped import shipped_root

OnTheWall = Annotated[datetime, Meta(tz=False)]


class Said(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """An answer with own words beside the options."""

    value: str | tuple[str, ...]
    other: str


Told = bool | int | str | tuple[str, ...] | Said


class MomentTold(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A day that can be visited."""

    id: str
    title: str
    at: OnTheWall


class PeopleTold(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The list of people who help, as it was changed at some time."""

    at: OnTheWall
    people: tuple[Person, ...] = ()
    care_team: tuple[Person, ...] = ()

    @property
    def list(self) -> People:
        """The list itself."""
        return People(people=self.people, care_team=self.care_team)


class SessionTold(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A session, and when the journal heard of each thing about it."""

    title: str
    route: Route
    starts: OnTheWall
    added: OnTheWall
    went: OnTheWall | None = None
    """When "Did it go ahead?" was answered with yes …"""
    called_off: OnTheWall | None = None
    """… or with no."""
    slept: OnTheWall | None = None
    """When "Have you slept since?" was answered with yes."""


class PageTold(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A free page."""

    at: OnTheWall
    title: str
    text: str


class EntryTold(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The answers to a set; prompts without one were skipped."""

    at: OnTheWall
    set: str
    answers: dict[str, Told]
    """By prompt id."""


class DraftTold(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A set left half answered."""

    at: OnTheWall
    until: OnTheWall
    """When it was gone on with; the finished entry is told apart."""
    set: str
    answers: dict[str, Told]
    holds: str
    """The prompt it was left at. Its answer stands there unfinished."""


class Story(
    Struct,
    frozen=True,
    kw_only=True,
    forbid_unknown_fields=True,
    rename={
        "moments": "moment",
        "sessions": "session",
        "pages": "page",
        "entries": "entry",
        "drafts": "draft",
    },
):
    """The whole of it. The order in the file says nothing; the times do."""

    schema: Literal[1]
    moments: tuple[MomentTold, ...]
    people: tuple[PeopleTold, ...]
    sessions: tuple[SessionTold, ...]
    pages: tuple[PageTold, ...]
    entries: tuple[EntryTold, ...]
    drafts: tuple[DraftTold, ...]


def read_story() -> Story:
    """The story that came with this copy.

    Raises:
        BadFile: if it cannot be used.
    """
    return read_as(shipped_root() / "demo.toml", Story)
