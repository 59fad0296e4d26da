"""`integrate search`."""

import sys
from collections.abc import Iterator, Sequence

import click

from integrate.cli import output, shapes
from integrate.cli.asked import Asked, journal_options, json_option
from integrate.cli.list_ import warn_of_damage
from integrate.cli.narrowing import narrow_options, wish_in
from integrate.cli.opening import open_journal
from integrate.cli.refused import REFUSED, Refused
from integrate.cli.table import short_id
from integrate.journal.journal import Journal
from integrate.journal.search import Match, matches, search, wanted_in
from integrate.journal.sieve import read_for
from integrate.plain.marked import marked
from integrate.plain.talk import Terminal
from integrate.words import say


@click.command("search", help=say("cli.search.help"))
@click.argument("words", nargs=-1)
@narrow_options
@journal_options
@json_option
@click.pass_obj
def command(asked: Asked, /, words: tuple[str, ...], *, as_json: bool, **only: str | None) -> int:
    """Prints the pages that say all the words, newest first, as they are found."""
    wanted = _wanted(" ".join(map(_as_typed, words))) if words else ()
    with open_journal(asked, read=False) as journal:
        lots = _lots(asked, journal, wanted or _wanted(_asked_for()), only)
        if as_json:
            found = [shapes.match(each) for lot in lots for each in lot]
            output.as_json(found)
            return 0 if found else REFUSED
        ids: Sequence[str] = ()
        for lot in lots:
            for each in lot:
                ids = ids or sorted(entry.id for entry in journal.entries)
                output.lines(_told(each, short_id(each.row.id, ids)))
    if not ids:
        raise Refused(say("search.none"))
    return 0


def _as_typed(word: str) -> str:
    """A shell takes the quotes off: what it hands over in one piece was meant as a phrase."""
    return f'"{word}"' if len(word.split()) > 1 and '"' not in word else word


def _wanted(typed: str) -> tuple[str, ...]:
    wanted = wanted_in(typed)
    if not wanted:
        raise Refused(say("search.no_words"))
    return wanted


def _asked_for() -> str:
    """The first line of standard input; whoever types is asked, and no shell remembers it."""
    talk = Terminal(aside=True)
    with talk.attended():
        if sys.stdin is not None and sys.stdin.isatty():
            talk.say(say("cli.search.ask"))
        return talk.hear() or ""


def _lots(
    asked: Asked, journal: Journal, wanted: Sequence[str], only: dict[str, str | None]
) -> Iterator[Iterator[Match]]:
    """What is found, lot by lot; in the end it tells of pages that could not be read."""
    among = read_for(journal, wanted)
    if any(only.values()):
        from integrate.journal.narrow import narrow

        wished = {each.id for each in narrow(journal, wish_in(asked, journal, only))}
        among = [each for each in among if each.id in wished]
    unread = len(journal.damaged)
    for lot in search(journal, wanted, among):
        unread += lot.unread
        yield matches(journal, lot.found, wanted)
    warn_of_damage(unread)


def _told(match: Match, short_id: str) -> list[str]:
    """A line that names the page, and one of its context."""
    row = match.row
    title = marked(row.title, match.title_marks)
    context = [f"    {marked(match.context, match.marks)}"] if match.context else []
    return [f"{row.when:%Y-%m-%d %H:%M}  {short_id}  {title}", *context]
