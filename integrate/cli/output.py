"""Printing: lines for people, which pass `clean`, and JSON for scripts, which loses nothing."""

import re
from collections.abc import Iterable
from typing import Final

import click
import msgspec

from integrate.text import clean

_STEERING: Final = re.compile("[\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]")


def lines(told: Iterable[str]) -> None:
    """Prints each line, all in one go: a thousand of them are a thousand system calls else."""
    click.echo("\n".join(map(_safe, told)))


def _safe(line: str) -> str:
    """The line as `clean` leaves it; most are plain ASCII, and a look is cheaper than a copy."""
    return line if line.isascii() and line.isprintable() else clean(line)


def as_json(value: object) -> None:
    """Prints a value as indented JSON in UTF-8, whatever the terminal's encoding.

    JSON lets control characters from DEL up and turning marks stand as they are. They are escaped,
    so that nothing is lost and yet nothing steers a terminal.
    """
    printed = msgspec.json.format(msgspec.json.encode(value), indent=2).decode()
    click.echo(_STEERING.sub(lambda found: f"\\u{ord(found[0]):04x}", printed).encode())
