"""What was asked for on the command line before any verb, and what every verb may repeat."""

from collections.abc import Callable
from pathlib import Path
from typing import Any, Final, TypeVar

import click

from integrate.cli.wish import Asked
from integrate.words import say

__all__ = ["Asked", "journal_options", "json_option", "new_passphrase_options", "yes_option"]

F = TypeVar("F", bound=Callable[..., Any])


def _remember(context: click.Context, option: click.Parameter, value: Any) -> None:
    if value is not None and option.name:
        setattr(context.obj, option.name, value)


_OPTIONS: Final = (
    click.option(
        "--passphrase-command",
        metavar="COMMAND",
        expose_value=False,
        callback=_remember,
        help=say("cli.option.passphrase_command"),
    ),
    click.option(
        "--passphrase-file",
        type=click.Path(path_type=Path),
        metavar="FILE",
        expose_value=False,
        callback=_remember,
        help=say("cli.option.passphrase_file"),
    ),
    click.option(
        "--journal",
        type=click.Path(path_type=Path),
        metavar="PATH",
        expose_value=False,
        callback=_remember,
        help=say("cli.option.journal"),
    ),
)


def journal_options(command: F) -> F:
    """Takes `--journal`, `--passphrase-file` and `--passphrase-command` after the verb as well."""
    for option in _OPTIONS:
        command = option(command)
    return command


_NEW: Final = (
    click.option(
        "--new-passphrase-command",
        metavar="COMMAND",
        expose_value=False,
        callback=_remember,
        help=say("cli.option.new_passphrase_command"),
    ),
    click.option(
        "--new-passphrase-file",
        type=click.Path(path_type=Path),
        metavar="FILE",
        expose_value=False,
        callback=_remember,
        help=say("cli.option.new_passphrase_file"),
    ),
)


def new_passphrase_options(command: F) -> F:
    """Takes `--new-passphrase-file` and `--new-passphrase-command`."""
    for option in _NEW:
        command = option(command)
    return command


yes_option = click.option("--yes", is_flag=True, help=say("cli.option.yes"))
"""Says beforehand what would be asked; without anybody to ask, nothing is done without it."""

json_option = click.option("--json", "as_json", is_flag=True, help=say("cli.option.json"))
"""For scripts."""
