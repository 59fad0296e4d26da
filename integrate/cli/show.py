"""`integrate show`."""

import click

from integrate.cli import output, shapes
from integrate.cli.asked import Asked, journal_options, json_option
from integrate.cli.opening import open_journal
from integrate.journal.show import show
from integrate.plain.page import entry_lines
from integrate.words import say


@click.command("show", help=say("cli.show.help"))
@click.argument("beginning", metavar="ID")
@journal_options
@json_option
@click.pass_obj
def command(asked: Asked, beginning: str, *, as_json: bool) -> None:
    """Prints one entry with its words."""
    with open_journal(asked) as journal:
        shown = show(journal, beginning)
        if as_json:
            output.as_json(shapes.entry(shown))
        else:
            output.lines(entry_lines(shown, journal.library.phase_tables()))
