"""Measures as sets that can be begun."""

from typing import TYPE_CHECKING

from integrate.domain.phase import Moment
from integrate.domain.prompt import PromptSet
from integrate.library import Library
from integrate.words import say

if TYPE_CHECKING:
    from integrate.domain.measure import Measure


def measure_of(library: Library, set_id: str | None) -> "Measure | None":
    """The measure of this id; `None` where it is none.

    Raises:
        BadFile: if it cannot be read.
    """
    if not set_id or set_id in library.set_ids() or set_id not in library.measure_ids():
        return None
    return library.measure(set_id)


def measure_set(library: Library, set_id: str) -> PromptSet | None:
    """The measure of this id as a set; `None` where it is none.

    Raises:
        BadFile: if it cannot be read.
    """
    measure = measure_of(library, set_id)
    if measure is None:
        return None
    from integrate.domain.measured import compiled  # most sets are none

    return compiled(measure, closing=say("measure.closing"))


def must_wait(moment: Moment, *, memory: bool) -> bool:
    """Whether a measure cannot be answered at this moment.

    Args:
        moment: where now lies.
        memory: whether it asks about hard memories.
    """
    return moment.tender or (memory and not moment.memory)
