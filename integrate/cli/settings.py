"""Settings that verbs need."""

import os
import sys
from pathlib import Path
from typing import Literal

from integrate import config, places
from integrate.cli.refused import USAGE, Refused
from integrate.cli.telling import tell
from integrate.cli.wish import Asked
from integrate.words import say

Face = Literal["screen", "plain"]


def country() -> str:
    """The country for help lines, where one was chosen; settings that cannot be read count as none.

    Help must never wait for a settings file.
    """
    return _read().country


def language() -> str:
    """The language that is wished for where a prompt set brings it along; empty: none."""
    return _read().language


def known_country(named: str) -> str:
    """The country's two letters, if there are help lines for it.

    Raises:
        Refused: if it is none that we know.
    """
    from integrate.library import Library

    code, known = named.strip().upper(), Library.shipped().support().countries
    if code not in known:
        raise Refused(say("cli.country.unknown", known=", ".join(known)), USAGE)
    return code


def backups_folder(asked: Asked) -> Path:
    """Where the journal's backups go."""
    from integrate.journal.backup import folder_for

    return folder_for(asked.path, _read().backups)


def wants_keyring() -> bool:
    """Whether the system's keyring is asked before the person."""
    return _read().keyring


def lock_after() -> int:
    """Minutes without a line after which the journal locks itself; 0: never."""
    return _read().lock_after


def _read() -> config.Config:
    """The settings; those that cannot be read count as not made."""
    try:
        return config.read(places.config_file())
    except config.BadConfig:
        return config.Config()


def wants_plain() -> bool:
    """Whether plain lines were chosen; settings that cannot be read are told, and stop nobody."""
    return kept_face() == "plain"


def kept_face() -> Face | None:
    """What was chosen, if anything; settings that cannot be read are told, and stop nobody."""
    try:
        return config.read(places.config_file()).face
    except config.BadConfig as bad:
        tell(str(bad))
        return "screen"


def is_dumb() -> bool:
    """Whether somebody types at a terminal that can only show one line after the other."""
    streams = (sys.__stdin__, sys.__stdout__)
    typed = all(each is not None and each.isatty() for each in streams)
    return typed and os.environ.get("TERM") in {"dumb", ""}
