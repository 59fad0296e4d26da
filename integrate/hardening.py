"""Shutting the doors through which words could leave a running program. Called before all else."""

import os
import sys
import threading
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import Final

_OURS_ALONE: Final = 0o077
_PR_SET_DUMPABLE: Final = 4


def harden() -> None:
    """New files are ours alone, memory is not dumped, and a crash tells a place and no words."""
    os.umask(_OURS_ALONE)
    _no_core_dumps()
    _not_dumpable()
    sys.excepthook = _tell_crash
    threading.excepthook = _tell_thread_crash
    sys.unraisablehook = _tell_unraisable


def clean_environment() -> str | None:
    """Takes away what makes Textual or asyncio write logs, dump the screen or connect anywhere.

    Must run before either is imported.

    Returns:
        What was wished for by TEXTUAL_ANIMATIONS, in lower case; `None` without a wish.
    """
    wish = os.environ.get("TEXTUAL_ANIMATIONS")
    for name in [name for name in os.environ if name.upper().startswith("TEXTUAL")]:
        del os.environ[name]
    os.environ.pop("PYTHONASYNCIODEBUG", None)
    return wish.lower() if wish else None


def crash_place(error: BaseException) -> str:
    """What went wrong and where: the error's type, file and line; never its message.

    A message may hold what somebody wrote, and so may the values of variables.
    """
    place = error.__traceback__
    if place is None:
        return type(error).__name__
    while place.tb_next is not None:
        place = place.tb_next
    file = Path(place.tb_frame.f_code.co_filename)
    return f"{type(error).__name__} {'/'.join(file.parts[-2:])}:{place.tb_lineno}"


def _no_core_dumps() -> None:
    with suppress(ImportError, ValueError, OSError):
        import resource

        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _not_dumpable() -> None:
    """Keeps other programs of the same user from reading this one's memory, where Linux can."""
    if sys.platform != "linux":
        return
    with suppress(ImportError, OSError, AttributeError):
        import ctypes

        ctypes.CDLL(None).prctl(_PR_SET_DUMPABLE, 0, 0, 0, 0)


def _tell_crash(
    kind: type[BaseException], error: BaseException, trace: TracebackType | None
) -> None:
    del kind
    if isinstance(error, KeyboardInterrupt):
        return
    _tell([crash_place(error.with_traceback(trace))])


def _tell_thread_crash(crash: threading.ExceptHookArgs) -> None:
    if crash.exc_value is not None:
        _tell([crash_place(crash.exc_value)])


def _tell_unraisable(crash: "sys.UnraisableHookArgs") -> None:
    if crash.exc_value is not None:
        _tell([crash_place(crash.exc_value)])


def _tell(lines: Iterable[str]) -> None:
    with suppress(OSError, ValueError, AttributeError):
        for line in lines:
            print(line, file=sys.stderr)  # noqa: T201 - the last thing that a crash can say
