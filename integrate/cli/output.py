"""Printing: lines for people, JSON for scripts. Everything passes through `clean` on its way."""

from collections.abc import Iterable

import click
import msgspec

from integrate.text import clean


def lines(told: Iterable[str]) -> None:
    """Prints each line, all in one go: a thousand of them are a thousand system calls else."""
    click.echo("\n".join(map(_safe, told)))


def _safe(line: str) -> str:
    """The line as `clean` leaves it; most are plain ASCII, and a look is cheaper than a copy."""
    return line if line.isascii() and line.isprintable() else clean(line)


def as_json(value: object) -> None:
    """Prints a value as indented JSON in UTF-8, whatever the terminal's encoding."""
    click.echo(msgspec.json.format(msgspec.json.encode(value), indent=2))
