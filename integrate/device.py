"""This machine's name for itself inside a vault: random bytes that say nothing about it."""

import os
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Final

_LENGTH: Final = 8

Device = bytes | Callable[[], bytes]
"""A machine's name for itself, or what tells it: nothing is kept before something is written."""


def device_id(folder: Path) -> bytes:
    """The eight bytes kept in `folder`, made on first use.

    A machine that cannot keep them (a read-only home) is a new device each time; nothing is lost.
    """
    file = folder / "device"
    with suppress(OSError):
        kept = file.read_bytes()
        if len(kept) == _LENGTH:
            return kept
    fresh = os.urandom(_LENGTH)
    with suppress(OSError):
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        descriptor = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with os.fdopen(descriptor, "wb") as out:
            out.write(fresh)
    return fresh
