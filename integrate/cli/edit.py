"""`integrate edit`."""

import click

from integrate.cli import output
from integrate.cli.asked import Asked, journal_options, json_option
from integrate.cli.note import given_words
from integrate.cli.opening import here_at, open_journal
from integrate.cli.pocket import leave_for_undo
from integrate.cli.refused import USAGE, Refused
from integrate.journal.contents import Listed
from integrate.journal.edit import CannotEdit, Edited, answer_at, edit, rewordable
from integrate.journal.journal import Journal
from integrate.journal.show import find
from integrate.plain.reopening import Attentive
from integrate.plain.reword import reword
from integrate.plain.talk import Terminal
from integrate.text import clean
from integrate.words import say


@click.command("edit", help=say("cli.edit.help"))
@click.argument("beginning", metavar="ID")
@click.option("--title", help=say("cli.edit.title"))
@click.option("--answer", "number", type=int, metavar="N", help=say("cli.edit.answer"))
@click.option("--earlier", "wording", type=int, metavar="N", help=say("cli.edit.earlier"))
@click.option("--settle", is_flag=True, help=say("cli.edit.settle"))
@journal_options
@json_option
@click.pass_obj
def command(  # noqa: PLR0913 - an option each
    asked: Asked,
    beginning: str,
    title: str | None,
    number: int | None,
    wording: int | None,
    *,
    settle: bool,
    as_json: bool,
) -> None:
    """Keeps a new wording."""
    talk = Terminal(aside=as_json)
    with open_journal(asked) as journal, talk.attended():
        listed = find(journal, beginning)
        try:
            if wording is not None:
                edited: Edited | None = _back_to(asked, journal, listed, wording)
            elif title is not None:
                titled, now = clean(title, one_line=True), asked.clock()
                edited = edit(journal, listed, title=titled, settle=settle, now=now)
            elif talk.live:
                here = here_at(asked, Attentive(talk, journal), journal)
                edited = reword(here, listed, number, settle=settle)
            else:
                edited = _from_input(asked, journal, listed, number, settle=settle)
        except CannotEdit as refusal:
            raise Refused(str(refusal)) from refusal
        leave_for_undo(asked, journal)
    if edited is not None:
        _tell(edited, as_json=as_json)


def _back_to(asked: Asked, journal: Journal, listed: Listed, number: int) -> Edited:
    """As it read in an earlier wording, by the number that the history gives it."""
    from integrate.journal.back_to import back_to
    from integrate.journal.history import history

    earlier = history(journal, listed).earlier
    if not 1 <= number <= len(earlier):
        raise Refused(say("cli.edit.no_earlier", number=number, id=listed.id[:8]))
    return back_to(journal, listed, earlier[-number], asked.clock())


def _from_input(
    asked: Asked, journal: Journal, listed: Listed, number: int | None, *, settle: bool
) -> Edited:
    """New words from standard input, read once it is clear that they have a place."""
    seen, now = journal.words(listed), asked.clock()
    if number is not None:
        answer_at(seen, number)
        answers = {number: given_words("edit.empty")}
        return edit(journal, listed, answers=answers, seen=seen, settle=settle, now=now)
    if listed.heading.set is not None:
        known = ", ".join(map(str, rewordable(seen))) or say("history.no_tags")
        raise Refused(say("cli.edit.which", known=known), USAGE)
    text = given_words("edit.empty")
    return edit(journal, listed, text=text, seen=seen, settle=settle, now=now)


def _tell(edited: Edited, *, as_json: bool) -> None:
    entry = edited.entry
    if as_json:
        told = {"id": entry.id, "title": entry.heading.title}
        output.as_json({**told, "changed": edited.changed, "apart": edited.apart})
    elif edited.apart:
        output.lines([say("edit.apart", id=entry.id[:8])])
    else:
        key = "cli.edit.kept" if edited.changed else "edit.same"
        output.lines([say(key, id=entry.id[:8])])
