"""A new file where somebody asked for one. What goes in is content, never words of a journal."""

import os
from pathlib import Path
from typing import Final

from integrate.cli.refused import Refused
from integrate.text import clean
from integrate.words import say

_OURS: Final = 0o600


def write_new(file: Path, text: str, *, ours: bool = False) -> None:
    """Writes a file that was not there, with bare newlines and in UTF-8.

    Args:
        file: where.
        text: all of it.
        ours: whether nobody else on this computer may read it.

    Raises:
        Refused: if something has that name already, a link that leads nowhere too, or if it cannot
            be written; then nothing is left of it.
    """
    named = clean(str(file), one_line=True)
    try:
        if ours:
            os.close(os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, _OURS))
        opened = file.open("w" if ours else "x", encoding="utf-8", newline="\n")
    except FileExistsError:
        raise Refused(say("cli.new_file.taken", file=named)) from None
    except OSError as error:
        reason = error.strerror or ""
        raise Refused(say("cli.new_file.not_written", file=named, reason=reason)) from None
    try:
        with opened:
            opened.write(text)
    except OSError as error:
        file.unlink(missing_ok=True)
        reason = error.strerror or ""
        raise Refused(say("cli.new_file.not_written", file=named, reason=reason)) from None
