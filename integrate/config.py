"""Settings that are not private: config.toml holds nothing that a person wrote in their journal."""

import errno
import os
from pathlib import Path
from typing import Annotated, Final, Literal

import msgspec
from msgspec import Meta, Struct

from integrate.places import someone_elses
from integrate.words import say

LONGEST_LOCK: Final = 24 * 60
"""Minutes; whoever wants longer than a day means never, and says so with 0."""


Theme = Literal["calm-dark", "calm-light", "high-contrast"]
Marks = Literal["auto", "ascii"]


class BadConfig(ValueError):
    """The settings file cannot be read; the sentence says where and what to do."""


class Config(Struct, frozen=True, kw_only=True, omit_defaults=True, forbid_unknown_fields=True):
    """What a person may set."""

    country: str = ""
    """Two capital letters, for help lines; empty while not chosen. Never guessed."""
    language: str = ""
    """Such as "es", for prompt sets that bring it along; empty: each speaks its own."""
    face: Literal["screen", "plain"] | None = None
    """Full screen or plain lines; `None` while not chosen."""
    backups: str = ""
    """The folder for backups; empty: one beside the journal. Another disk is better."""
    keyring: bool = False
    """Whether to ask the system's keyring before the person."""
    lock_after: Annotated[int, Meta(ge=0, le=LONGEST_LOCK)] = 10
    """Minutes without a key after which the journal locks itself; 0: it never does."""
    theme: Theme = "calm-dark"
    """What the full screen looks like."""
    motion: bool = True
    """Whether a page of the full screen may come in softly; nothing else ever moves."""
    marks: Marks = "auto"
    """Whether signs are drawn in ASCII alone; "auto": where the terminal has no others."""
    word_count: bool = False
    """Whether a free page says how many words are on it."""
    editor: str = ""
    """The command of an editor that a page may be handed to; empty: to none."""
    keys: dict[str, str] = {}
    """Own keys of the full screen: for the name of one the keys, with commas between."""


def read(file: Path) -> Config:
    """The settings in `file`; the defaults where there is none.

    Raises:
        BadConfig: if the file cannot be understood.
    """
    try:
        return msgspec.toml.decode(file.read_bytes(), type=Config)
    except FileNotFoundError:
        return Config()
    except (OSError, ValueError) as error:
        raise BadConfig(say("config.bad", file=file, what=error)) from error


def write(file: Path, config: Config) -> None:
    """Keeps the settings, all or nothing; a link stays one.

    Raises:
        OSError: if the file cannot be written; the old one stays.
    """
    file = file.resolve()
    if (foreign := someone_elses(file.parent)) is not None:
        raise PermissionError(errno.EPERM, os.strerror(errno.EPERM), str(foreign))
    file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    partial = file.with_name(f"{file.name}.{os.getpid()}.partial")
    partial.touch(mode=0o600)
    with partial.open("wb") as out:
        out.write(msgspec.toml.encode(config))
        out.flush()
        os.fsync(out.fileno())
    partial.replace(file)
