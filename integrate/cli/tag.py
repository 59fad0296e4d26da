"""`integrate tag`."""

import sys
from collections.abc import Sequence

import click

from integrate.cli import output
from integrate.cli.asked import Asked, journal_options, json_option
from integrate.cli.opening import here_at, open_journal
from integrate.cli.pocket import leave_for_undo
from integrate.cli.refused import Refused
from integrate.journal.contents import Listed
from integrate.journal.show import find
from integrate.journal.tag import CannotTag, tag
from integrate.plain.tagging import change_tags
from integrate.plain.talk import Terminal
from integrate.words import say


@click.command("tag", help=say("cli.tag.help"))
@click.argument("beginning", metavar="ID")
@click.argument("tags", nargs=-1, metavar="[TAG]...")
@click.option("--remove", "off", multiple=True, metavar="TAG", help=say("cli.tag.remove"))
@journal_options
@json_option
@click.pass_obj
def command(
    asked: Asked, beginning: str, tags: tuple[str, ...], off: tuple[str, ...], *, as_json: bool
) -> None:
    """Puts tags on a page, and takes others off."""
    talk = Terminal(aside=as_json)
    with open_journal(asked) as journal, talk.attended():
        listed = find(journal, beginning)
        try:
            if not tags and not off and talk.live:
                change_tags(here_at(asked, talk, journal), listed)
            else:
                given = tags or (() if off else _given())
                tag(journal, listed, asked.clock(), add=given, remove=off)
        except CannotTag as refusal:
            raise Refused(str(refusal)) from refusal
        leave_for_undo(asked, journal)
        _tell(find(journal, listed.id), as_json=as_json)


def _given() -> Sequence[str]:
    """One a line, from standard input."""
    return [line.strip() for line in sys.stdin or () if line.strip()]


def _tell(listed: Listed, *, as_json: bool) -> None:
    tags = listed.heading.tags
    if as_json:
        output.as_json({"id": listed.id, "title": listed.heading.title, "tags": list(tags)})
    elif tags:
        output.lines([say("aloud.tags.now", tags=", ".join(tags))])
    else:
        output.lines([say("aloud.tags.none")])
