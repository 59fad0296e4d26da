"""`integrate undo`."""

import click

from integrate.cli import output
from integrate.cli.asked import Asked, journal_options, json_option
from integrate.cli.opening import open_journal
from integrate.cli.pocket import pocket
from integrate.cli.refused import Refused
from integrate.journal.undo import empty, take_up, undo
from integrate.journal.undoable import Deleted
from integrate.words import say


@click.command("undo", help=say("cli.undo.help"))
@journal_options
@json_option
@click.pass_obj
def command(asked: Asked, *, as_json: bool) -> None:
    """Takes back what the last command deleted or reworded."""
    kept = pocket()
    if kept is None:
        raise Refused(say("undo.no_place"))
    with open_journal(asked) as journal:
        take_up(journal, kept, asked.clock())
        if journal.undoable is None:
            raise Refused(say("undo.too_late"))
        deleted = isinstance(journal.undoable, Deleted)
        listed = undo(journal)
        empty(kept)
    title = listed.heading.title
    if as_json:
        output.as_json({"id": listed.id, "title": title, "was_deleted": deleted})
    else:
        key = "undo.back" if deleted else "undo.reads_as_before"
        output.lines([say(key, title=title, id=listed.id[:8])])
