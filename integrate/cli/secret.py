"""Where a passphrase comes from: a file, a command, or the person. Never argv, never a variable."""

import os
import shlex
import stat
import time
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING, Final

from integrate.cli.asked import Asked
from integrate.cli.refused import USAGE, Refused
from integrate.plain.talk import ask_unseen
from integrate.words import say

if TYPE_CHECKING:
    from subprocess import Popen

MOST_BYTES: Final = 65_536
"""More is no passphrase."""
WAITS_SECONDS: Final = 60.0
"""How long a passphrase command may take; somebody may have to unlock a key first."""


def given(asked: Asked) -> str | None:
    """The passphrase from a file or command; `None` if neither was named.

    Raises:
        Refused: if it cannot be had, or the file may be read by others.
    """
    return _named(asked.passphrase_file, asked.passphrase_command)


def given_new(asked: Asked) -> str | None:
    """The passphrase to come, from a file or command; `None` if neither was named.

    Raises:
        Refused: as for `given`.
    """
    return _named(asked.new_passphrase_file, asked.new_passphrase_command)


def _named(file: Path | None, command: str | None) -> str | None:
    if file is not None and command is not None:
        raise Refused(say("cli.passphrase.both"), USAGE)
    if file is not None:
        return from_file(file)
    return None if command is None else from_command(command)


def given_or_asked(asked: Asked, *, ask: str = "") -> str:
    """The passphrase from a file, a command, or the person.

    Args:
        asked: what was named.
        ask: how to ask for it; as usual by default.

    Raises:
        Refused: if there is nobody to ask.
    """
    secret = given(asked)
    if secret is None:
        secret = ask_unseen(ask or say("cli.passphrase.ask"))
    if secret is None:
        raise Refused(say("cli.passphrase.nobody"))
    return secret


def from_file(path: Path) -> str:
    """The passphrase in a file that is ours alone, or in a pipe.

    Raises:
        Refused: if others own it or can read it, or it holds no passphrase.
    """
    try:
        descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_CLOEXEC", 0))
    except OSError as error:
        raise Refused(say("cli.passphrase.no_file", path=path)) from error
    try:
        _check_ours_alone(path, os.fstat(descriptor))
    except Refused:
        os.close(descriptor)
        raise
    with os.fdopen(descriptor, "rb") as file:
        return _line(file.read(MOST_BYTES + 1), source=str(path))


def _check_ours_alone(path: Path, status: os.stat_result) -> None:
    if stat.S_ISFIFO(status.st_mode):
        return
    if not stat.S_ISREG(status.st_mode):
        raise Refused(say("cli.passphrase.special", path=path))
    if hasattr(os, "geteuid") and status.st_uid != os.geteuid():
        raise Refused(say("cli.passphrase.foreign", path=path))
    if os.name == "posix" and status.st_mode & 0o077:
        raise Refused(say("cli.passphrase.open", path=path))


def from_command(command: str, *, waits: float = WAITS_SECONDS) -> str:
    """What a command prints, without its last line end. It is run without a shell.

    Raises:
        Refused: if it cannot be run, fails, takes too long, or prints no passphrase.
    """
    import subprocess

    try:
        words = shlex.split(command)
    except ValueError as error:
        raise Refused(say("cli.passphrase.quotes")) from error
    if not words:
        raise Refused(say("cli.passphrase.no_command"))
    try:
        running = subprocess.Popen(  # noqa: S603 - the person's own command, as they gave it
            words, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, bufsize=0
        )
    except (OSError, ValueError) as error:
        raise Refused(say("cli.passphrase.not_run", command=words[0])) from error
    try:
        printed = _printed(running, time.monotonic() + waits)
    except subprocess.TimeoutExpired as error:
        raise Refused(say("cli.passphrase.slow", seconds=f"{waits:g}")) from error
    finally:
        # On every way out, Ctrl-C too; one that has ended by itself is not touched by it.
        running.kill()
        running.wait()
    if running.returncode and len(printed) <= MOST_BYTES:
        raise Refused(say("cli.passphrase.failed", code=running.returncode))
    return _line(printed, source=words[0])


def _printed(running: "Popen[bytes]", until: float) -> bytes:
    """What it prints until it ends, or as soon as that is more than any passphrase.

    A thread reads, because a pipe cannot be read with a time limit on every system.

    Raises:
        TimeoutExpired: if it takes too long.
    """
    from subprocess import TimeoutExpired

    parts: list[bytes] = []
    reader = Thread(target=_read, args=(running, parts), daemon=True)
    reader.start()
    reader.join(until - time.monotonic())
    if reader.is_alive():
        raise TimeoutExpired(running.args, 0)
    printed = b"".join(parts)
    if len(printed) <= MOST_BYTES:
        running.wait(max(0, until - time.monotonic()))
    return printed


def _read(running: "Popen[bytes]", parts: list[bytes]) -> None:
    assert running.stdout is not None  # noqa: S101 - said to the type checker; it is a pipe
    with running.stdout as pipe:
        left = MOST_BYTES + 1
        while left and (part := pipe.read(left)):
            parts.append(part)
            left -= len(part)


def _line(printed: bytes, *, source: str) -> str:
    if len(printed) > MOST_BYTES:
        raise Refused(say("cli.passphrase.long", source=source))
    try:
        text = printed.decode()
    except UnicodeDecodeError as error:
        raise Refused(say("cli.passphrase.not_text", source=source)) from error
    secret = text.removesuffix("\n").removesuffix("\r")
    if not secret:
        raise Refused(say("cli.passphrase.empty", source=source))
    return secret
