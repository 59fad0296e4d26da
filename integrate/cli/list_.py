"""`integrate list`."""

from collections.abc import Sequence

import click

from integrate.cli import output
from integrate.cli.asked import Asked, journal_options, json_option
from integrate.cli.narrowing import narrow_options, wish_in
from integrate.cli.opening import open_journal
from integrate.cli.table import entry_table
from integrate.journal.journal import Journal
from integrate.journal.list_ import Row, list_, row_of
from integrate.words import say


@click.command("list", help=say("cli.list.help"))
@narrow_options
@journal_options
@json_option
@click.pass_obj
def command(asked: Asked, /, *, as_json: bool, **only: str | None) -> None:
    """Lists the entries, newest first."""
    with open_journal(asked) as journal:
        rows = _rows(asked, journal, only)
        if as_json:
            from integrate.cli import shapes

            output.as_json([shapes.entry_row(row) for row in rows])
        elif rows:
            output.lines(entry_table(rows, journal.library.phase_tables()))
        else:
            output.lines([say("aloud.none" if journal.entries else "journal.empty")])
        warn_of_damage(len(journal.damaged))


def _rows(asked: Asked, journal: Journal, only: dict[str, str | None]) -> Sequence[Row]:
    if not any(only.values()):
        return list_(journal)
    from integrate.journal.narrow import narrow

    return [row_of(journal, each) for each in narrow(journal, wish_in(asked, journal, only))]


def warn_of_damage(count: int) -> None:
    """Says on standard error that something could not be read; the rest was."""
    if count:
        key = "journal.damaged.one" if count == 1 else "journal.damaged.some"
        click.echo(say(key, count=count), err=True)
