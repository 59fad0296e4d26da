"""`integrate due`."""

import click

from integrate.cli import output, shapes
from integrate.cli.asked import Asked, journal_options, json_option
from integrate.cli.opening import open_journal
from integrate.domain.due import Due
from integrate.journal.draft import waiting
from integrate.journal.due import due
from integrate.words import say


@click.command("due", help=say("cli.due.help"))
@journal_options
@json_option
@click.pass_obj
def command(asked: Asked, *, as_json: bool) -> None:
    """Says in one line what is next."""
    with open_journal(asked) as journal:
        found = due(journal, asked.clock())
        if as_json:
            output.as_json(shapes.due(found, len(waiting(journal))))
        else:
            output.lines([_in_a_line(found)])


def _in_a_line(found: Due) -> str:
    moment = found.moment
    if moment.went_ahead is not None:
        return say("cli.due.went", id=moment.went_ahead.id[:8])
    if moment.slept is not None:
        return say("cli.due.slept", id=moment.slept.id[:8])
    if found.next is None:
        return say("plain.home.nothing_due")
    head = found.next.set.set
    return say("cli.due.next", title=head.title, minutes=head.minutes, set=head.id)
