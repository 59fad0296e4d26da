"""`integrate check`."""

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any

import click

from integrate.cli import output
from integrate.cli.agreed import agree, see_that_it_can_be_asked
from integrate.cli.asked import Asked, journal_options, json_option, yes_option
from integrate.cli.opening import open_journal
from integrate.cli.progress import Progress
from integrate.cli.refused import DAMAGED, Refused
from integrate.cli.settings import backups_folder
from integrate.cli.telling import tell
from integrate.journal.backup import newest_named, newest_whole
from integrate.journal.care_said import is_damaged, report_lines
from integrate.journal.check import Report, check, set_aside
from integrate.journal.journal import Journal
from integrate.plain.leaving import Leaving
from integrate.plain.talk import Terminal
from integrate.text import clean
from integrate.vault import DamagedSlot, DamagedVault
from integrate.words import say


@click.command("check", help=say("cli.check.help"))
@click.option("--set-aside", "aside", is_flag=True, help=say("cli.check.set_aside"))
@yes_option
@journal_options
@json_option
@click.pass_obj
def command(asked: Asked, *, aside: bool, yes: bool, as_json: bool) -> int:
    """Reads everything, and says what was found."""
    talk = Terminal(aside=as_json)
    if aside:
        see_that_it_can_be_asked(talk, yes=yes)
    with _openable(asked) as journal, talk.attended():
        try:
            found = check(journal, progress=Progress(talk))
        except Leaving:
            tell(say("check.stopped"))
            raise
        damaged = is_damaged(found)
        whole = newest_whole(journal, backups_folder(asked)) if damaged else None
        shape = _shape(journal, found, whole)
        if not as_json:
            talk.say(*report_lines(journal, found, whole))
        if aside:
            shape["set_aside"] = _set_aside(asked, journal, talk, found, yes=yes, quiet=as_json)
            damaged = is_damaged(check(journal))
    if as_json:
        output.as_json(shape)
    return DAMAGED if damaged else 0


@contextmanager
def _openable(asked: Asked) -> Iterator[Journal]:
    """The journal; where damage keeps it shut, the newest backup is named with the reason."""
    with ExitStack() as stack:
        try:
            journal = stack.enter_context(open_journal(asked))
        except (DamagedSlot, DamagedVault) as damage:
            newest = newest_named(backups_folder(asked), asked.path.stem)
            if newest is None:
                raise
            hint = say("check.newest", path=clean(str(newest), one_line=True))
            raise Refused(f"{damage} {hint}", DAMAGED) from damage
        yield journal


def _set_aside(  # noqa: PLR0913 - what was asked for
    asked: Asked, journal: Journal, talk: Terminal, found: Report, *, yes: bool, quiet: bool
) -> dict[str, Any]:
    """Moves what cannot be read out, after a yes; says how many, and where they are."""
    if not (found.broken or found.checked.findings):
        if not quiet:
            talk.say(say("check.aside.nothing"))
        return {"count": 0, "file": None}
    agree(
        talk,
        lambda: ["", say("check.aside.does")],
        do=say("check.aside.do"),
        leave=say("check.aside.leave"),
        yes=yes,
    )
    count, file = set_aside(journal, asked.clock())
    if not quiet:
        path = clean(str(file), one_line=True)
        talk.say(say("check.aside.done", count=count, path=path) if count else say("check.taken"))
    return {"count": count, "file": str(file) if count else None}


def _shape(journal: Journal, found: Report, whole: Path | None) -> dict[str, Any]:
    checked = found.checked
    return {
        "ok": not is_damaged(found),
        "pages": len(journal.entries),
        "sessions": len(journal.sessions),
        "records": checked.records,
        "drafts": checked.drafts,
        "locks": [{"kind": lock.kind, "whole": lock.whole} for lock in checked.locks],
        "broken": [
            {
                "record": each.rid,
                "entry": each.entry,
                "title": each.title or None,
                "when": each.when.isoformat(timespec="seconds") if each.when else None,
                "draft": each.draft,
            }
            for each in found.broken
        ],
        "findings": [finding.value for finding in checked.findings],
        "structure": list(checked.pages),
        "read_only": found.read_only,
        "loose": found.loose,
        "newest_whole_backup": str(whole) if whole else None,
    }
