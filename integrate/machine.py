"""This machine as a vault knows it: a name of its own, and small notes that stay here.

The notes are sealed by whoever leaves them. Losing them costs nothing but what they guard against.
"""

import os
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import Final

from integrate.places import someone_elses

_LENGTH: Final = 8
_NAME: Final = "device"
_PARTIAL: Final = ".partial"
_LARGEST: Final = 1024 * 1024
"""Bytes that are read of a note."""


class Machine:
    """Keeps a name and notes in a folder; without one, only as long as it lives itself.

    Nothing is made on the disk before something is to be kept. A machine that cannot keep anything
    (a read-only home) is a new one each time; no word is lost by that.
    """

    def __init__(self, folder: Path | None = None, *, name: bytes = b"") -> None:
        """Makes one.

        Args:
            folder: where to keep things; `None`: nowhere.
            name: its name, if it is not to be kept in the folder.
        """
        self._folder = folder
        self._name = name
        self._notes: dict[str, bytes] = {}

    @property
    def name(self) -> bytes:
        """Eight random bytes that say nothing about it, made on first use."""
        if not self._name:
            kept = self.read(_NAME)
            if kept is None or len(kept) != _LENGTH:
                kept = os.urandom(_LENGTH)
                self.keep(_NAME, kept, firmly=True)
            self._name = kept
        return self._name

    def read(self, note: str) -> bytes | None:
        """What a note says; `None` where there is none that can be read."""
        if self._folder is None:
            return self._notes.get(note)
        with suppress(OSError), (self._folder / note).open("rb") as kept:
            return kept.read(_LARGEST)
        return None

    def keep(self, note: str, content: bytes, *, firmly: bool = False) -> bool:
        """Leaves a note in the place of an earlier one, whole or not at all; says whether it could.

        Args:
            note: its name.
            content: what it says.
            firmly: whether to wait until it has reached the disk.
        """
        if self._folder is None:
            self._notes[note] = content
            return True
        partial = self._folder / f"{note}.{os.getpid()}{_PARTIAL}"
        if someone_elses(self._folder) is not None:
            return False
        try:
            self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            self._clear(note)
            descriptor = os.open(partial, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
            with os.fdopen(descriptor, "wb") as out:
                out.write(content)
                if firmly:
                    out.flush()
                    os.fsync(out.fileno())
            partial.replace(self._folder / note)
        except OSError:
            with suppress(OSError):
                partial.unlink()
            return False
        return True

    def drop(self, note: str) -> None:
        """Takes a note away, if it is there and can be."""
        self._notes.pop(note, None)
        if self._folder is not None:
            with suppress(OSError):
                (self._folder / note).unlink()

    def notes(self) -> Sequence[str]:
        """The names of all notes."""
        if self._folder is None:
            return sorted(self._notes)
        with suppress(OSError):
            return sorted(
                each.name
                for each in self._folder.iterdir()
                if each.is_file() and not each.name.endswith(_PARTIAL)
            )
        return []

    def _clear(self, note: str) -> None:
        """Takes away what programs left that ended while they kept this note."""
        for left in (self._folder or Path()).glob(f"{note}.*{_PARTIAL}"):
            number = left.name.removesuffix(_PARTIAL).rpartition(".")[2]
            if number.isdecimal() and not is_running(int(number)):
                left.unlink(missing_ok=True)


def is_running(process: int) -> bool:
    """Whether another program runs under this number; where that can't be told, it does."""
    if process == os.getpid():
        return False
    if os.name != "posix":
        return True  # elsewhere asking so would end it
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except (OSError, OverflowError):
        return True
    return True
