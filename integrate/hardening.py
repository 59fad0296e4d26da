"""Shutting the doors through which words could leave a running program. Called before all else."""

import os
import sys
import threading
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import Final, NoReturn

_OURS_ALONE: Final = 0o077
_PR_SET_DUMPABLE: Final = 4
"""linux/prctl.h"""
_PT_DENY_ATTACH: Final = 31
"""sys/ptrace.h of macOS"""
_STANDARD_STREAMS: Final = 3
_FAILED: Final = 1
_INTERRUPTED: Final = 130


def harden() -> None:
    """New files are ours alone, memory is not dumped, and a crash tells a place and no words."""
    os.umask(_OURS_ALONE)
    _fill_standard_streams()
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


def leave(code: int) -> NoReturn:
    """Ends with this exit code, even where Python was told (-i, PYTHONINSPECT) to stay.

    It would answer questions about everything that still lies in its memory.
    """
    if _would_stay():
        _end_at_once(code)
    sys.exit(code)


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


def _fill_standard_streams() -> None:
    """Leads closed standard streams nowhere.

    Otherwise the next file to be opened takes the number of one, and what a library writes to
    standard error ends up in it. A closed standard input stays known as one.
    """
    with suppress(OSError):
        while (opened := os.open(os.devnull, os.O_RDWR)) < _STANDARD_STREAMS:
            os.set_inheritable(opened, True)
        os.close(opened)
    if sys.stdout is None:
        sys.stdout = os.fdopen(1, "w", encoding="utf-8", closefd=False)
    if sys.stderr is None:
        sys.stderr = os.fdopen(2, "w", encoding="utf-8", closefd=False)


def _no_core_dumps() -> None:
    with suppress(ImportError, ValueError, OSError):
        import resource

        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _not_dumpable() -> None:
    """Keeps other programs of the same user from reading this one's memory.

    On Linux nothing is dumped either: a limit on core files does not hold where they are handed to
    a program. On macOS debuggers are refused.
    """
    if sys.platform not in {"linux", "darwin"}:
        return
    with suppress(ImportError, OSError, AttributeError):
        import ctypes

        system = ctypes.CDLL(None)
        if sys.platform == "linux":
            system.prctl(_PR_SET_DUMPABLE, 0, 0, 0, 0)
        else:
            system.ptrace(_PT_DENY_ATTACH, 0, None, 0)


def _tell_crash(
    kind: type[BaseException], error: BaseException, trace: TracebackType | None
) -> None:
    del kind
    interrupted = isinstance(error, KeyboardInterrupt)
    if not interrupted:
        _tell([crash_place(error.with_traceback(trace))])
    if _would_stay():
        _end_at_once(_INTERRUPTED if interrupted else _FAILED)


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


def _would_stay() -> bool:
    return bool(sys.flags.inspect or sys.flags.interactive or os.environ.get("PYTHONINSPECT"))


def _end_at_once(code: int) -> NoReturn:
    for stream in (sys.stdout, sys.stderr):
        with suppress(OSError, ValueError, AttributeError):
            stream.flush()
    os._exit(code)
