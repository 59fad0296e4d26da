"""`integrate list`."""

import click

from integrate.cli import output
from integrate.cli.asked import Asked, journal_options, json_option
from integrate.cli.opening import open_journal
from integrate.cli.table import entry_table
from integrate.journal.list_ import list_
from integrate.words import say


@click.command("list", help=say("cli.list.help"))
@journal_options
@json_option
@click.pass_obj
def command(asked: Asked, *, as_json: bool) -> None:
    """Lists every entry, newest first."""
    with open_journal(asked) as journal:
        rows = list_(journal)
        if as_json:
            from integrate.cli import shapes

            output.as_json([shapes.entry_row(row) for row in rows])
        elif rows:
            output.lines(entry_table(rows, journal.library.phase_tables()))
        else:
            output.lines([say("journal.empty")])
        warn_of_damage(len(journal.damaged))


def warn_of_damage(count: int) -> None:
    """Says on standard error that something could not be read; the rest was."""
    if count:
        key = "journal.damaged.one" if count == 1 else "journal.damaged.some"
        click.echo(say(key, count=count), err=True)
