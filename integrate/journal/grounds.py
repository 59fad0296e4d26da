"""On what ground a boundary stands: its reason in plain words, and the sources behind it."""

import re
from typing import Final

from msgspec import Struct

from integrate.domain.phase import Boundary, Flag
from integrate.library import Library

_SOURCE: Final = re.compile(r"\s*\[([a-z0-9-]+)\]")


class Grounds(Struct, frozen=True, kw_only=True):
    """Why a phase begins or ends where it does."""

    flag: Flag
    why: str
    """In plain words, without the sources' ids."""
    sources: tuple[str, ...]
    """Citations, in the order in which the reason names them; only ones that were looked up."""


def grounds(library: Library, boundary: Boundary) -> Grounds:
    """A boundary's reason, with its sources written out."""
    known = library.references()
    named = dict.fromkeys(_SOURCE.findall(boundary.why))
    return Grounds(
        flag=boundary.flag,
        why=_SOURCE.sub("", boundary.why),
        sources=tuple(known[each].cite for each in named if each in known and known[each].checked),
    )
