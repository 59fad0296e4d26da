"""`integrate backup`."""

from pathlib import Path

import click

from integrate.cli import output
from integrate.cli.asked import Asked, journal_options, json_option
from integrate.cli.opening import open_journal
from integrate.cli.progress import Progress
from integrate.cli.refused import DAMAGED
from integrate.cli.settings import backups_folder
from integrate.cli.telling import tell
from integrate.journal.backup import Backup, backup, backup_to, free_name
from integrate.journal.care_said import backup_lines
from integrate.journal.journal import Journal
from integrate.plain.leaving import Leaving
from integrate.plain.talk import Terminal
from integrate.words import say


@click.command("backup", help=say("cli.backup.help"))
@click.argument("file", type=click.Path(path_type=Path), required=False)
@journal_options
@json_option
@click.pass_obj
def command(asked: Asked, file: Path | None, *, as_json: bool) -> int:
    """Makes a backup that is known to be whole, and says where."""
    talk = Terminal(aside=as_json)
    with open_journal(asked) as journal, talk.attended():
        try:
            made = _made(asked, journal, file, Progress(talk))
        except Leaving:
            tell(say("backup.stopped"))
            raise
    if as_json:
        output.as_json(_shape(made))
    else:
        output.lines(backup_lines(made))
    return 0 if made.whole else DAMAGED


def _made(asked: Asked, journal: Journal, file: Path | None, progress: Progress) -> Backup:
    if file is None:
        return backup(journal, backups_folder(asked), asked.clock(), progress=progress)
    if file.is_dir():
        file = free_name(file, asked.path.stem, asked.clock())
    return backup_to(journal, file, progress=progress)


def _shape(made: Backup) -> dict[str, object]:
    return {
        "path": str(made.path),
        "whole": made.whole,
        "damaged": made.damaged,
        "findings": [finding.value for finding in made.findings],
        "removed": [str(path) for path in made.removed],
    }
