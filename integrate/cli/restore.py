"""`integrate restore`."""

from os.path import lexists
from pathlib import Path

import click

from integrate import places
from integrate.cli import output
from integrate.cli.agreed import agree, see_that_it_can_be_asked
from integrate.cli.asked import Asked, journal_options, json_option, yes_option
from integrate.cli.progress import Progress
from integrate.cli.refused import DAMAGED, Refused
from integrate.cli.secret import given_or_asked
from integrate.cli.settings import backups_folder
from integrate.cli.telling import tell
from integrate.journal.care_said import restored_lines
from integrate.journal.journal import Journal
from integrate.journal.restore import Return, restore
from integrate.journal.unlock import unlock
from integrate.library import Library
from integrate.machine import Machine
from integrate.plain.leaving import Leaving
from integrate.plain.talk import Terminal
from integrate.vault import VaultError, WrongSecret
from integrate.words import say


@click.command("restore", help=say("cli.restore.help"))
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--exactly", is_flag=True, help=say("cli.restore.exactly"))
@yes_option
@journal_options
@json_option
@click.pass_obj
def command(asked: Asked, file: Path, *, exactly: bool, yes: bool, as_json: bool) -> int:
    """Brings back what a backup holds."""
    if not lexists(file):
        raise Refused(say("restore.none", path=file))
    talk = Terminal(aside=as_json)
    if exactly:
        see_that_it_can_be_asked(talk, yes=yes)
    secret = given_or_asked(asked, ask=say("cli.restore.ask"))
    with talk.attended():
        if exactly and lexists(asked.path):
            agree(
                talk,
                lambda: [_what_would_go(asked, file, secret), say("restore.exactly.before")],
                do=say("restore.exactly.do"),
                leave=say("restore.exactly.leave"),
                yes=yes,
            )
        try:
            done = _restored(asked, file, secret, Progress(talk), exactly=exactly)
        except Leaving:
            tell(say("restore.stopped"))
            raise
    if as_json:
        output.as_json(_shape(asked, done))
    else:
        output.lines(restored_lines(asked.path, done))
    return DAMAGED if done.restored.damaged or done.restored.findings else 0


def _restored(
    asked: Asked, file: Path, secret: str, progress: Progress, *, exactly: bool
) -> Return:
    try:
        return restore(
            asked.path,
            file,
            secret,
            backups_folder(asked),
            asked.clock(),
            machine=Machine(places.state_folder()),
            exactly=exactly,
            progress=progress,
        )
    except WrongSecret as wrong:
        # A slip in the code has a sentence of its own, which helps more.
        if type(wrong) is not WrongSecret:
            raise
        raise Refused(say("restore.wrong")) from wrong


def _what_would_go(asked: Asked, file: Path, secret: str) -> str:
    """How many pages are only in the journal; where that can't be told, that it can't."""
    try:
        kept = _pages(file, secret)
        here = _pages(asked.path, secret)
    except VaultError:
        return say("restore.exactly.unknown")
    gone = len(here - kept)
    key = "restore.exactly.one" if gone == 1 else "restore.exactly.some"
    return say(key if gone else "restore.exactly.no", count=gone)


def _pages(path: Path, secret: str) -> set[str]:
    """The ids of the pages in a file. This machine takes no note of having seen it."""
    journal: Journal = unlock(path, secret, machine=Machine(), library=Library.shipped())
    try:
        return {each.id for each in journal.entries}
    finally:
        journal.close()


def _shape(asked: Asked, done: Return) -> dict[str, object]:
    restored = done.restored
    return {
        "journal": str(asked.path),
        "brought": restored.brought,
        "taken": restored.taken,
        "stayed": restored.stayed,
        "damaged": restored.damaged,
        "lost": restored.lost,
        "findings": [finding.value for finding in restored.findings],
        "locks": restored.locks,
        "aside": str(restored.aside) if restored.aside else None,
        "before": str(done.before) if done.before else None,
    }
