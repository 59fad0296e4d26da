"""`integrate delete`."""

from collections.abc import Iterator, Sequence
from pathlib import Path

import click

from integrate.cli import output
from integrate.cli.agreed import agree, see_that_it_can_be_asked
from integrate.cli.asked import Asked, journal_options, json_option, yes_option
from integrate.cli.opening import here_at, open_journal
from integrate.cli.pocket import empty_pocket, leave_for_undo, pocket
from integrate.journal.contents import Listed
from integrate.journal.delete import Deletion, delete, forget
from integrate.journal.show import find
from integrate.journal.tender import rests_first
from integrate.plain.deleting import (
    ask_about_backups,
    cleared_lines,
    holding_lines,
    page_line,
)
from integrate.plain.here import Here
from integrate.plain.talk import Terminal
from integrate.words import say


@click.command("delete", help=say("cli.delete.help"))
@click.argument("beginning", metavar="ID")
@click.option("--also-in-backups", is_flag=True, help=say("cli.delete.also_in_backups"))
@click.option("--for-good", is_flag=True, help=say("cli.delete.for_good"))
@yes_option
@journal_options
@json_option
@click.pass_obj
def command(  # noqa: PLR0913 - an option each
    asked: Asked,
    beginning: str,
    *,
    also_in_backups: bool,
    for_good: bool,
    yes: bool,
    as_json: bool,
) -> None:
    """Deletes a page, here and, if wished, in the backups."""
    talk = Terminal(aside=as_json)
    see_that_it_can_be_asked(talk, yes=yes)
    with open_journal(asked) as journal, talk.attended():
        here = here_at(asked, talk, journal)
        listed = find(journal, beginning)
        agree(
            talk,
            lambda: list(_before(here, listed, for_good=for_good)),
            do=say("delete.yes"),
            leave=say(
                "delete.no.tender" if rests_first(here.journal, here.clock()) else "delete.no"
            ),
            yes=yes,
        )
        folder = here.backups or asked.path.parent
        deletion = delete(journal, listed.id, folder)
        undoable = not for_good and leave_for_undo(asked, journal)
        if not undoable:
            empty_pocket()
        if not as_json:
            talk.say(say("delete.done", title=listed.heading.title))
        left = _in_backups(here, deletion, also=also_in_backups, quiet=as_json)
    if as_json:
        output.as_json(_shape(listed, deletion, left, undoable=undoable))
    elif undoable:
        output.lines([say("delete.undo")])
    elif pocket() is not None and not for_good:
        output.lines([say("delete.no_undo")])


def _before(here: Here, listed: Listed, *, for_good: bool) -> Iterator[str]:
    """What is said before the yes."""
    yield page_line(listed)
    if rests_first(here.journal, here.clock()):
        yield say("delete.tender")
    kept = pocket() is not None and not for_good
    yield say("delete.before.undo" if kept else "delete.before.final")


def _in_backups(here: Here, deletion: Deletion, *, also: bool, quiet: bool) -> Sequence[Path]:
    """Sees to the backups that hold the page; says which still do."""
    if not also and here.talk.live and not quiet:
        return ask_about_backups(here, deletion)
    if also:
        left = forget(here.journal, deletion.entry, deletion.holding)
        cleared = cleared_lines(left) if deletion.holding else []
        lines = [*cleared, *holding_lines((), deletion.unknown)]
    else:
        left = deletion.holding
        lines = holding_lines(deletion.holding, deletion.unknown)
    if lines and not quiet:
        here.talk.say(*lines)
    return left


def _shape(
    listed: Listed, deletion: Deletion, left: Sequence[Path], *, undoable: bool
) -> dict[str, object]:
    return {
        "id": listed.id,
        "title": listed.heading.title,
        "backups": [str(path) for path in left],
        "unknown": [str(path) for path in deletion.unknown],
        "undoable": undoable,
    }
