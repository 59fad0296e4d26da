"""Where the demo lives: a folder of our own, in memory where the machine has such a place."""

import os
import tempfile
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Final

_PREFIX: Final = "integrate-demo-"
_SHARED_MEMORY: Final = Path("/dev/shm")  # noqa: S108 - a folder of our own is made in it


def private_folder() -> Path:
    """A new folder that only we can enter.

    Raises:
        OSError: if there is room for it nowhere.
    """
    for place in _in_memory():
        with suppress(OSError):
            return Path(tempfile.mkdtemp(prefix=_PREFIX, dir=place))
    return Path(tempfile.mkdtemp(prefix=_PREFIX))


def _in_memory() -> Iterator[Path]:
    named = os.environ.get("XDG_RUNTIME_DIR", "")
    if named.startswith("/"):
        yield Path(named)
    yield _SHARED_MEMORY
