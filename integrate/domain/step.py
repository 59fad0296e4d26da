"""The steps of a walk: what a face shows next."""

from enum import StrEnum
from typing import Literal

from msgspec import Struct

from integrate.domain.answer import Answer
from integrate.domain.entry import Kept
from integrate.domain.prompt import Prompt


class Origin(StrEnum):
    """From where the support screen was reached; decides its headline and order."""

    KEY = "key"
    ANSWER = "answer"
    ARRIVING = "arriving"
    """While the medicine may still be working: emergency and the clinic come first."""
    ITEM9 = "item9"
    """An answer in a measure that speaks of death or self-harm."""


class Ending(StrEnum):
    """How a walk ended."""

    FINISHED = "finished"
    STOPPED = "stopped"
    """For today; what was said is kept as the entry."""
    PARKED = "parked"
    """Put away for later; what was said waits as a draft."""


class Ask(Struct, frozen=True, kw_only=True, tag=True):
    """Ask this prompt."""

    prompt: Prompt
    number: int
    """Which one of those that will be asked, as far as is known now; from 1."""
    count: int
    answer: Answer | None
    """What was said to it before, on this walk."""
    shows: Kept | None
    """An earlier answer to show above it."""
    heading: str = ""
    """The group that it stands under."""


class Support(Struct, frozen=True, kw_only=True, tag=True):
    """Show people and places that can help."""

    origin: Origin
    first: Literal["people", "care-team", "lines"] = "people"


class Ground(Struct, frozen=True, kw_only=True, tag=True):
    """Offer grounding."""

    reason: Literal["key", "answer", "unsteady"]
    """`unsteady`: the gate was low; going on with light questions is offered too."""


class Recall(Struct, frozen=True, kw_only=True, tag=True):
    """Show an earlier answer by itself; `None` where nothing was kept."""

    kept: Kept | None


class Enough(Struct, frozen=True, kw_only=True, tag=True):
    """The time that the set asks for is over: going on and stopping are offered, once."""

    minutes: int


class ConfirmDepth(Struct, frozen=True, kw_only=True, tag=True):
    """Ask for a yes before coming near a hard memory."""


class Close(Struct, frozen=True, kw_only=True, tag=True):
    """The walk is over."""

    ending: Ending


Detour = Support | Ground | Recall | Enough
Step = Ask | Support | Ground | Recall | Enough | ConfirmDepth | Close
