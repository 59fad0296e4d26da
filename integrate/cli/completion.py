"""`integrate completion`: what a shell needs to complete our verbs."""

import click
from click.shell_completion import get_completion_class

from integrate.cli.group import NAME, integrate
from integrate.cli.run import COMPLETION_VARIABLE
from integrate.words import say


@click.command("completion", help=say("cli.completion.help"))
@click.argument("shell", type=click.Choice(["bash", "zsh", "fish"]))
def command(shell: str) -> None:
    """Prints the shell's script, and says as a comment at its end where to put it."""
    complete = get_completion_class(shell)
    if complete is None:
        raise click.BadParameter(shell)
    script = complete(integrate, {}, NAME, COMPLETION_VARIABLE)
    click.echo(script.source_template % script.source_vars())
    click.echo(say(f"cli.completion.{shell}"))
