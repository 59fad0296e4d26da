"""The file that a set is written in: read, saved all or nothing, and kept beside unsaved."""

import os
import re
import stat
from contextlib import suppress
from pathlib import Path
from typing import Final

from integrate.domain.prompt import PromptSet
from integrate.library.intake import MOST_BYTES
from integrate.library.read import read_as
from integrate.library.write import toml_of
from integrate.text import clean
from integrate.words import say

SUFFIX: Final = ".toml"
_UNSAVED: Final = ".unsaved.toml"
_OURS: Final = 0o600
_NOTE: Final = re.compile(rb"^\s*#|^[^\"'\n]*\s#", re.MULTILINE)
"""Notes as our own new files have them; one behind a text in quotes is not looked for."""


class Taken(Exception):
    """The file is there, and what is in it was not saved here."""

    def __init__(self, *, notes: bool) -> None:
        super().__init__()
        self.notes = notes
        """Whether it has notes for people, which go when a set takes its place."""


class NotSaved(Exception):
    """It could not be written; the sentence says why. What was there before stays."""


class SetFile:
    """One file. Nothing is written over that was not saved here before, but after a yes."""

    def __init__(self, path: Path, mode: int | None = None) -> None:
        """The file at `path`, which may not be there yet; `.toml` is added where it is missing.

        Args:
            path: the file.
            mode: who may read it, if it is new; see `usual_mode`. `None`: as the process has it.
        """
        self._mode = mode
        bare = path.name and not path.suffix
        self.path = path.with_name(path.name + SUFFIX) if bare else path
        self._saved: bytes | None = None
        """What was last saved here; `None`: nothing yet."""

    @property
    def name(self) -> str:
        """As it is shown."""
        return clean(str(self.path), one_line=True)

    @property
    def unsaved(self) -> Path:
        """The file beside it, for what is unsaved when the program has to end at once."""
        return self.path.parent / f"{self.path.name}{_UNSAVED}"

    @property
    def is_there(self) -> bool:
        """Whether anything has this name."""
        return os.path.lexists(self.path)

    def read(self) -> PromptSet:
        """The set in it. It may break rules: an unfinished one is there to be finished.

        Raises:
            BadFile: if it cannot be read, or has keys or types that a set has not.
        """
        return read_as(self.path, PromptSet)

    def save(self, prompt_set: PromptSet, *, over: bool = False) -> None:
        """Writes it, all or nothing; a link stays one, and the file keeps who may read it.

        Args:
            prompt_set: the set.
            over: whether it may take the place of what is there.

        Raises:
            Taken: if something is there that was not saved here, or was changed since.
            NotSaved: if it cannot be written.
        """
        data = _data(prompt_set)
        new = not self.is_there
        if not (new or over):
            self._check_ours()
        try:
            _put(self.path.resolve(), data, new=new, mode=self._mode)
        except FileExistsError:
            raise Taken(notes=False) from None
        except OSError as error:
            raise _not_saved(self.path, error) from None
        self._saved = data

    def keep_beside(self, prompt_set: PromptSet) -> None:
        """Keeps what is not saved in a file beside it, for its owner's eyes alone.

        Raises:
            NotSaved: if it cannot be written.
        """
        try:
            _put(self.unsaved, _data(prompt_set), ours=True)
        except OSError as error:
            raise _not_saved(self.unsaved, error) from None

    def read_beside(self) -> PromptSet | None:
        """What was not saved last time; `None` where nothing is left over.

        Raises:
            BadFile: if it cannot be read.
        """
        return read_as(self.unsaved, PromptSet) if os.path.lexists(self.unsaved) else None

    def drop_beside(self) -> None:
        """Lets go of what was not saved."""
        with suppress(OSError):
            self.unsaved.unlink(missing_ok=True)

    def _check_ours(self) -> None:
        """Raises `Taken` unless the file holds what was saved here."""
        there = b""
        with suppress(OSError), self.path.open("rb") as file:
            there = file.read(MOST_BYTES + 1)
        if there != self._saved:
            raise Taken(notes=_NOTE.search(there) is not None)


def _data(prompt_set: PromptSet) -> bytes:
    """What goes into the file; raises `NotSaved` where it could not be read back."""
    data = toml_of(prompt_set).encode()
    if len(data) > MOST_BYTES:
        raise NotSaved(say("author.too_large", most=MOST_BYTES // 1024))
    return data


def _not_saved(path: Path, error: OSError) -> NotSaved:
    name = clean(str(path), one_line=True)
    return NotSaved(say("author.not_saved", file=name, reason=error.strerror or ""))


def usual_mode() -> int:
    """Who may read a new file, as this person has set it up.

    To be asked before the full screen begins, which makes all its own files private. A set is
    written to be handed over.
    """
    hidden = os.umask(0o077)
    os.umask(hidden)
    return 0o666 & ~hidden


def _put(
    path: Path, data: bytes, *, new: bool = False, ours: bool = False, mode: int | None = None
) -> None:
    """Writes beside it first, and then takes its place.

    Args:
        path: the file.
        data: all of it.
        new: raise `FileExistsError` if something got this name meanwhile.
        ours: nobody else may read it; otherwise as before, or as `mode` says of a new file.
        mode: who may read it, if it is new.
    """
    partial = path.parent / f"{path.name}.{os.getpid()}.partial"
    made = os.open(partial, os.O_WRONLY | os.O_CREAT | os.O_EXCL, _OURS if ours else 0o666)
    try:
        with os.fdopen(made, "wb") as out:
            out.write(data)
            out.flush()
            os.fsync(out.fileno())
        if not ours and path.exists():
            mode = stat.S_IMODE(path.stat().st_mode)
        if mode is not None:
            partial.chmod(mode)
        if not (new and _linked(partial, path)):
            partial.replace(path)
    finally:
        with suppress(OSError):
            partial.unlink(missing_ok=True)


def _linked(partial: Path, path: Path) -> bool:
    """Gives it its name where nothing has it; whether that can be done on this disk."""
    try:
        os.link(partial, path)
    except FileExistsError:
        raise
    except (OSError, AttributeError):
        return False
    return True
