"""The shapes of the content files that hold a list of values."""

from typing import Literal

from msgspec import Struct

from integrate.domain.care import Exercise, Reference
from integrate.domain.phase import PhaseTable


class PhaseFile(
    Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, rename={"tables": "table"}
):
    """`phases.toml`."""

    schema: Literal[1]
    tables: tuple[PhaseTable, ...]


class GroundingFile(
    Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, rename={"exercises": "exercise"}
):
    """`grounding.toml`."""

    schema: Literal[1]
    exercises: tuple[Exercise, ...]


class ReferenceFile(
    Struct,
    frozen=True,
    kw_only=True,
    forbid_unknown_fields=True,
    rename={"references": "reference"},
):
    """`references.toml`."""

    schema: Literal[1]
    references: dict[str, Reference]
    """By id."""
