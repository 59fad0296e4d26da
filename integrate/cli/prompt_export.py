"""`integrate prompts export`: the file of a set, shipped or the person's own."""

import sys
from pathlib import Path

import click

from integrate.cli import output
from integrate.cli.asked import Asked, journal_options
from integrate.cli.prompt_own import own_option
from integrate.cli.refused import Refused
from integrate.library import Library
from integrate.text import clean
from integrate.words import say


@click.command("export", help=say("own.export.help"))
@click.argument("set_id", metavar="ID")
@click.argument("file", metavar="[FILE]", required=False, type=click.Path(path_type=Path))
@own_option
@journal_options
@click.pass_obj
def command(asked: Asked, set_id: str, file: Path | None, *, own: bool) -> None:
    """Gives out the set's text; into a new file that only its owner may read."""
    text = _text(asked, set_id, own=own)
    if file is None:
        click.echo((clean(text) if sys.stdout.isatty() else text).encode(), nl=False)
        return
    from integrate.cli.new_file import write_new

    write_new(file, text, ours=True)
    output.lines([say("cli.new_file.written", file=file)])


def _text(asked: Asked, set_id: str, *, own: bool) -> str:
    """The text of a set's file; opens the journal only where the set is not one of ours.

    Raises:
        Refused: if it is a measure.
        NoSuchSet: if there is no such set.
    """
    library = Library.shipped()
    if not own and set_id in library.measure_ids():
        raise Refused(say("own.export.measure", id=set_id))
    if not own and set_id in library.set_ids():
        return library.set_text(set_id)
    from integrate.cli.opening import open_journal
    from integrate.journal.sets import own_text

    with open_journal(asked) as journal:
        return own_text(journal, set_id)
