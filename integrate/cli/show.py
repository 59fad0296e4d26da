"""`integrate show`."""

import click

from integrate.cli import output, shapes
from integrate.cli.asked import Asked, journal_options, json_option
from integrate.cli.opening import open_journal
from integrate.cli.result_shape import measured
from integrate.journal.history import history
from integrate.journal.journal import Journal
from integrate.journal.result_said import lines_of
from integrate.journal.show import find, show
from integrate.plain.page import entry_lines
from integrate.plain.wordings import history_lines
from integrate.words import say


@click.command("show", help=say("cli.show.help"))
@click.argument("beginning", metavar="ID")
@click.option("--history", "earlier", is_flag=True, help=say("cli.show.history"))
@journal_options
@json_option
@click.pass_obj
def command(asked: Asked, beginning: str, *, earlier: bool, as_json: bool) -> None:
    """Prints one entry with its words, or how it was worded before."""
    with open_journal(asked) as journal:
        if earlier:
            _tell_history(journal, beginning, as_json=as_json)
            return
        shown = show(journal, beginning)
        if as_json:
            output.as_json({**shapes.entry(shown), "measure": measured(journal, shown.entry)})
        else:
            result = lines_of(journal, shown.entry)
            output.lines(entry_lines(shown, journal.library.phase_tables(), result))


def _tell_history(journal: Journal, beginning: str, *, as_json: bool) -> None:
    listed = find(journal, beginning)
    found = history(journal, listed)
    if as_json:
        output.as_json(shapes.history(listed.id, found))
    else:
        output.lines(history_lines(listed, found))
