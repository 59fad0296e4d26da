"""Gates: how steady a person feels decides how deep the rest of a set may go."""

from collections.abc import Iterable
from typing import Final

from integrate.domain.answer import Answer

UNSTEADY: Final = 3
"""An answer up to here offers grounding, and asks nothing more unless wished (our choice)."""
HALF_STEADY: Final = 6
"""An answer up to here keeps to depth 1 (our choice)."""
FELL_BY: Final = 2
"""A second answer so much lower than the first offers grounding (our choice)."""


def depth_after(answer: Answer | None, *, most: int, onward: bool) -> int:
    """How deep what follows may go: all the way while the gate is still to be asked.

    Args:
        answer: what was said at the gate.
        most: how deep the moment and the set allow.
        onward: whether the person asked for light questions though it was low.
    """
    if answer is None or not isinstance(answer.value, int):
        return most
    if answer.value <= UNSTEADY:
        return 1 if onward else 0
    return 1 if answer.value <= HALF_STEADY else most


def is_unsteady(answer: Answer, earlier: Iterable[Answer]) -> bool:
    """Whether to offer grounding: the answer is low, or has fallen since an earlier one."""
    if not isinstance(answer.value, int):
        return False
    highest = max((each.value for each in earlier if isinstance(each.value, int)), default=0)
    return answer.value <= UNSTEADY or highest - answer.value >= FELL_BY
