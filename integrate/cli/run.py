"""Running one command: every way in, and every way out."""

import codecs
import os
import sys
from collections.abc import Sequence
from contextlib import suppress
from typing import TYPE_CHECKING, Final

from integrate.cli.refused import CUT_OFF, INTERRUPTED, REFUSED
from integrate.cli.telling import tell
from integrate.cli.wish import Asked
from integrate.clock import Clock
from integrate.words import say

if TYPE_CHECKING:
    from integrate.vault import Kdf

_ANOTHER: Final = "integrate.another"
_READ_ALIKE: Final = {"“": '"', "”": '"', "‘": "'", "’": "'", "…": "...", "·": "-"} | dict.fromkeys(
    "–—−", "-"
)
COMPLETION_VARIABLE: Final = "_INTEGRATE_COMPLETE"
"""Set by the shell's own completion script."""


def run(args: Sequence[str], *, clock: Clock, kdf: "Kdf | None" = None) -> int:
    """Runs a command line and says how it went.

    Args:
        args: without the program's name.
        clock: says what time it is.
        kdf: key derivation for a new journal; `None`: the usual one.

    Returns:
        The exit code: 0 done, 1 refused, 2 not understood, 3 damaged, or 128 and a signal.
    """
    _never_fail_to_print()
    if COMPLETION_VARIABLE in os.environ:
        from integrate.cli.by_name import complete

        complete(args, COMPLETION_VARIABLE)
    code = _ended(list(args), Asked(clock=clock, kdf=kdf))
    return CUT_OFF if not _say_the_last() and code == 0 else code


def _ended(args: list[str], asked: Asked) -> int:
    """Runs it; whatever happens, there is an exit code and at most one sentence."""
    try:
        return _run(args, asked)
    except BrokenPipeError:
        return CUT_OFF
    except KeyboardInterrupt:
        return INTERRUPTED
    except Exception as error:  # noqa: BLE001 - nothing may end in a traceback: it could hold words
        return _refuse(error)


def _run(args: list[str], asked: Asked) -> int:
    """Opens the journal where nothing was given: the first frame must not pay for all the verbs."""
    from integrate.plain.leaving import Leaving

    try:
        if args:
            from integrate.cli.by_name import by_name

            return by_name(args, asked)
        from integrate.cli.open_ import open_

        return open_(asked, plain=False)
    except Leaving as leaving:
        return leaving.code


def _refuse(error: Exception) -> int:
    from integrate.cli.refused import code_of, is_sentence
    from integrate.hardening import crash_place

    if is_sentence(error):
        tell(str(error))
        return code_of(error)
    tell(say("cli.unexpected", place=crash_place(error)))
    return REFUSED


def _never_fail_to_print() -> None:
    """A terminal that lacks a character shows another; it is no reason to stop."""
    codecs.register_error(_ANOTHER, _another)
    for stream in (sys.stdout, sys.stderr):
        with suppress(AttributeError):
            stream.reconfigure(errors=_ANOTHER)  # type: ignore[union-attr]


def _another(error: UnicodeError) -> tuple[str, int]:
    """A sign that reads the same, where there is one: a sentence full of ? is heard badly."""
    if not isinstance(error, UnicodeEncodeError):
        raise error
    lacking = error.object[error.start : error.end]
    return "".join(_READ_ALIKE.get(each, "?") for each in lacking), error.end


def _say_the_last() -> bool:
    """Writes what is still to be written; says whether somebody took it.

    Python would try once more at its very end and fail with a code of its own, so a stream that
    leads nowhere any more is led to where everything is taken.
    """
    taken = True
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except (OSError, ValueError):
            taken = False
            with suppress(OSError, ValueError, AttributeError):
                nowhere = os.open(os.devnull, os.O_WRONLY)
                os.dup2(nowhere, stream.fileno())
                os.close(nowhere)
    return taken
