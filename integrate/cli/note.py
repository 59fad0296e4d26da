"""`integrate note`."""

import sys
from typing import Final

import click

from integrate.cli import output
from integrate.cli.asked import Asked, journal_options, json_option
from integrate.cli.opening import open_journal
from integrate.cli.refused import Refused
from integrate.journal.write import note
from integrate.plain.no_input import NoInput
from integrate.text import clean
from integrate.words import say

MOST_BYTES: Final = 20 * 1024 * 1024


@click.command("note", help=say("cli.note.help"))
@journal_options
@json_option
@click.pass_obj
def command(asked: Asked, *, as_json: bool) -> None:
    """Keeps a free page from standard input."""
    text = given_words("cli.note.empty")
    with open_journal(asked, read=False) as journal:
        entry = note(journal, text, asked.clock(), title=say("free.title"))
    if as_json:
        when = entry.heading.when.isoformat(timespec="seconds")
        output.as_json({"id": entry.id, "when": when, "title": entry.heading.title})
    else:
        output.lines([say("plain.set.kept", id=entry.id[:8])])


def given_words(empty: str) -> str:
    """What stands on standard input.

    Args:
        empty: the sentence's key where there are no words.

    Raises:
        Refused: if it is too long, not UTF-8, or empty.
        NoInput: if standard input is closed.
    """
    if sys.stdin is None:
        raise NoInput
    if sys.stdin.isatty():
        click.echo(say("cli.note.write"), err=True)
    written = sys.stdin.buffer.read(MOST_BYTES + 1)
    if len(written) > MOST_BYTES:
        raise Refused(say("cli.note.long", most=MOST_BYTES // 1024 // 1024))
    try:
        text = clean(written.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise Refused(say("cli.note.not_text", at=error.start)) from error
    if not text.strip():
        raise Refused(say(empty))
    return text
