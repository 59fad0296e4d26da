"""Giving a set of the person's own out into a file."""

import os
from contextlib import suppress
from pathlib import Path
from typing import Final

from integrate.journal.journal import Journal
from integrate.journal.sets import own_text
from integrate.text import clean
from integrate.words import say

_OURS: Final = 0o600


class NotGiven(OSError):
    """The file could not be made; the sentence says why. What was there before stays."""


def give_out(journal: Journal, set_id: str, path: Path) -> Path:
    """Writes the text of a set into a new file that only its owner may read.

    Args:
        journal: the open journal.
        set_id: of the person's own.
        path: where it goes; a `~` stands for the home folder. Nothing that is there is touched.

    Returns:
        Where it is.

    Raises:
        NoSuchSet: if there is none.
        BadFile: if it cannot be read.
        NotGiven: if there is something of that name, or it cannot be written.
    """
    data = own_text(journal, set_id).encode()
    path = path.expanduser().absolute()
    named = clean(str(path), one_line=True)
    try:
        made = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, _OURS)
    except FileExistsError:
        raise NotGiven(say("cli.new_file.taken", file=named)) from None
    except OSError as error:
        raise NotGiven(_why(named, error)) from None
    try:
        with os.fdopen(made, "wb") as out:
            out.write(data)
            out.flush()
            os.fsync(out.fileno())
    except OSError as error:
        with suppress(OSError):
            path.unlink()
        raise NotGiven(_why(named, error)) from None
    return path


def _why(named: str, error: OSError) -> str:
    return say("cli.new_file.not_written", file=named, reason=error.strerror or "")
