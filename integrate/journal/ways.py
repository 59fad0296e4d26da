"""What home offers beside the one next thing, the same in every face of the program."""

from typing import Final

from integrate.domain.phase import Moment

_ALWAYS: Final = ("checkin", "capture", "free", "hard", "library", "journal", "sessions")
_TENDER: Final = ("ground", "people", "free", "journal")
"""Rest first: nothing that asks for more than taps, and a page for those who want one."""


def ways(moment: Moment) -> tuple[str, ...]:
    """The names of what can be opened at this moment, in the order in which they are shown."""
    return _TENDER if moment.tender else _ALWAYS
