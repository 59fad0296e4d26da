"""Asking for a yes."""

from integrate.plain.menu import choose
from integrate.plain.talk import Talk


def agrees(talk: Talk, yes: str, no: str) -> bool:
    """Whether the person says yes; an empty line, a command and the end of the lines mean no.

    Args:
        talk: where to speak and listen.
        yes: what is done then.
        no: what happens else.
    """
    return choose(talk, [yes, no], fallback=1) == 0
