"""Settings that are not private: config.toml holds nothing that a person wrote in their journal."""

import os
from pathlib import Path
from typing import Literal

import msgspec
from msgspec import Struct

from integrate.words import say


class BadConfig(ValueError):
    """The settings file cannot be read; the sentence says where and what to do."""


class Config(Struct, frozen=True, kw_only=True, omit_defaults=True, forbid_unknown_fields=True):
    """What a person may set."""

    country: str = ""
    """Two capital letters, for help lines; empty while not chosen. Never guessed."""
    face: Literal["screen", "plain"] | None = None
    """Full screen or plain lines; `None` while not chosen."""


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
    file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    partial = file.with_name(f"{file.name}.{os.getpid()}.partial")
    with partial.open("wb") as out:
        out.write(msgspec.toml.encode(config))
        out.flush()
        os.fsync(out.fileno())
    partial.replace(file)
