"""Asking for a yes."""

from collections.abc import Iterable
from pathlib import Path

from integrate.plain.menu import choose
from integrate.plain.talk import Talk
from integrate.text import clean
from integrate.words import say


def agrees(talk: Talk, yes: str, no: str) -> bool:
    """Whether the person says yes; an empty line, a command and the end of the lines mean no.

    Args:
        talk: where to speak and listen.
        yes: what is done then.
        no: what happens else.
    """
    return choose(talk, [yes, no], fallback=1) == 0


def path_lines(paths: Iterable[Path]) -> list[str]:
    """Each on a line of its own, set in a little."""
    return [say("care.path", path=clean(str(path), one_line=True)) for path in paths]
