"""A page of plain words for paper, such as the one for the people around somebody."""

from typing import Literal

from msgspec import Struct

from integrate.domain.prompt import Why


class HandoutHead(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What a handout says of itself: the `[sheet]` table of its file."""

    id: str
    title: str
    version: str
    language: str
    author: str
    licence: str
    opening: str
    closing: str


class Section(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Some lines under a heading, and on what ground they stand."""

    id: str
    title: str
    says: tuple[str, ...]
    """One idea each."""
    numbers: bool = False
    """Whether help lines and the emergency number stand below."""
    rooms: tuple[str, ...] = ()
    """What may be written in by hand; a line of room each."""
    why: Why


class Handout(
    Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, rename={"sections": "section"}
):
    """A handout, as one file holds it."""

    schema: Literal[1]
    sheet: HandoutHead
    sections: tuple[Section, ...]
