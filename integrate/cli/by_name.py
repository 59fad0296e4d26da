"""A command by its name and options, as click reads them."""

from collections.abc import Sequence

import click

from integrate.cli.group import NAME, integrate
from integrate.cli.refused import USAGE
from integrate.cli.telling import tell
from integrate.cli.wish import Asked
from integrate.words import say


def by_name(args: list[str], asked: Asked) -> int:
    """Runs it; returns its exit code.

    What cannot be understood is told, in a sentence.
    """
    try:
        with integrate.make_context(NAME, args, obj=asked) as context:
            result = integrate.invoke(context)
    except click.exceptions.Exit as done:
        return done.exit_code
    except click.ClickException as misread:
        tell(_usage(misread))
        return USAGE
    return result if isinstance(result, int) else 0


def complete(args: Sequence[str], variable: str) -> None:
    """Answers a shell that asks what may come next, and ends."""
    integrate.main(list(args), prog_name=NAME, complete_var=variable)


def _usage(misread: click.ClickException) -> str:
    context = getattr(misread, "ctx", None)
    command = context.command_path if context else NAME
    if isinstance(misread, click.exceptions.NoArgsIsHelpError):
        return say("cli.usage", what=say("cli.which"), command=command)
    return say("cli.usage", what=misread.format_message().rstrip("."), command=command)
