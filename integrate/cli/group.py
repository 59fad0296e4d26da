"""The commands by name. A verb's module is imported when that verb is used, and not before."""

from importlib import import_module
from typing import Final

import click

from integrate import __version__
from integrate.cli.asked import Asked, journal_options
from integrate.words import say

NAME: Final = "integrate"
_VERBS: Final = {
    "demo": "demo",
    "init": "init",
    "session": "session",
    "due": "due",
    "write": "write",
    "note": "note",
    "list": "list_",
    "show": "show",
    "search": "search",
    "edit": "edit",
    "tag": "tag",
    "delete": "delete",
    "undo": "undo",
    "ground": "ground",
    "support": "support",
    "prompts": "prompts",
    "backup": "backup",
    "restore": "restore",
    "check": "check",
    "passphrase": "passphrase",
    "recovery": "recovery",
    "rekey": "rekey",
    "keyring": "keyring",
    "config": "config",
    "completion": "completion",
}
"""Verb to module, in the order of the help."""


class Verbs(click.Group):
    """Knows its verbs by name alone until one is used."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Every verb."""
        del ctx
        return list(_VERBS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """One verb, imported now."""
        del ctx
        if cmd_name not in _VERBS:
            return None
        command = import_module(f"integrate.cli.{_VERBS[cmd_name]}").command
        return command if isinstance(command, click.Command) else None

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Lists the verbs without importing them."""
        del ctx
        with formatter.section(say("cli.commands")):
            formatter.write_dl([(verb, say(f"cli.{verb}.help")) for verb in _VERBS])


@click.group(
    cls=Verbs,
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"]},
    help=say("cli.help"),
)
@journal_options
@click.option("--plain", is_flag=True, help=say("cli.option.plain"))
@click.version_option(__version__, prog_name=NAME, message="%(prog)s %(version)s")
@click.pass_context
def integrate(context: click.Context, *, plain: bool) -> int | None:
    """Opens the journal where no verb is given."""
    if context.invoked_subcommand is not None:
        return None
    from integrate.cli.open_ import open_

    asked: Asked = context.obj
    return open_(asked, plain=plain)
