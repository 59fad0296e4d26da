"""`integrate write`."""

import click

from integrate.cli import output
from integrate.cli.asked import Asked, journal_options
from integrate.cli.open_ import full_screen
from integrate.cli.opening import here_at, open_journal
from integrate.cli.settings import lock_after, wants_plain
from integrate.domain.phase import Place
from integrate.journal.begin import begin
from integrate.journal.draft import Keeper
from integrate.journal.due import due
from integrate.library import Library
from integrate.plain.dialogue import Dialogue
from integrate.plain.here import Here
from integrate.plain.leaving import Locking
from integrate.plain.questions import ask_questions
from integrate.plain.reopening import Attentive
from integrate.plain.start import locked_lines
from integrate.plain.talk import Terminal
from integrate.plain.waiting import offer_same
from integrate.words import say


def _complete(context: click.Context, option: click.Parameter, incomplete: str) -> list[str]:
    """The sets and measures whose name begins so; needs no journal."""
    del context, option
    library = Library.shipped()
    ids = (*library.set_ids(), *library.measure_ids())
    return [each for each in ids if each.startswith(incomplete)]


@click.command("write", help=say("cli.write.help"))
@click.argument("set_id", metavar="[SET]", required=False, shell_complete=_complete)
@click.option("--plain", is_flag=True, help=say("cli.option.plain"))
@journal_options
@click.pass_obj
def command(asked: Asked, set_id: str | None, *, plain: bool) -> int:
    """Answers a set; without a name, the one that is due."""
    ended = None if wants_plain() or plain else _on_screen(asked, set_id or "")
    if ended is None:
        _in_lines(asked, set_id)
    return ended or 0


def _on_screen(asked: Asked, wanted: str) -> int | None:
    """The full screen's exit code; `None` without a screen, or once plain lines are wished for."""
    from integrate.tui.start import PLAIN, on_a_terminal

    if not on_a_terminal():
        return None
    ended = full_screen(asked, wanted=wanted)
    return None if ended == PLAIN else ended


def _in_lines(asked: Asked, set_id: str | None) -> None:
    with open_journal(asked) as journal, Terminal().attended() as talk:
        here = here_at(asked, Attentive(talk, journal), journal)
        try:
            with talk.locks_after(lock_after()):
                _answer(here, set_id)
        except Locking as locking:
            talk.say("", *locked_lines(by_itself=locking.by_itself))


def _answer(here: Here, set_id: str | None) -> None:
    chosen, place = (set_id, None) if set_id else _due(here)
    if chosen is None:
        output.lines([say("plain.home.nothing_due")])
        return
    if here.talk.live and offer_same(here, chosen):
        return
    passage = begin(here.journal, chosen, here.clock(), place=place, language=here.language)
    Dialogue(here, passage, Keeper(here.journal)).run()


def _due(here: Here) -> tuple[str | None, Place | None]:
    if here.talk.live:
        ask_questions(here, set())
    found = due(here.journal, here.clock()).next
    return (found.set.id, found.place) if found else (None, None)
