"""`integrate prompts remove`: deleting a set of the person's own."""

import click

from integrate.cli import output
from integrate.cli.asked import Asked, journal_options, yes_option
from integrate.cli.refused import Refused
from integrate.library import Library
from integrate.words import say


@click.command("remove", help=say("own.remove.help"))
@click.argument("set_id", metavar="ID")
@yes_option
@journal_options
@click.pass_obj
def command(asked: Asked, set_id: str, *, yes: bool) -> None:
    """Deletes the set for good after a yes; what was written with it stays."""
    from integrate.cli.agreed import agree, see_that_it_can_be_asked
    from integrate.cli.opening import open_journal
    from integrate.journal.sets import find_own, own_sets, remove_set
    from integrate.plain.talk import Terminal

    talk = Terminal()
    see_that_it_can_be_asked(talk, yes=yes)
    library = Library.shipped()
    ours = set_id in library.set_ids() or set_id in library.measure_ids()
    with open_journal(asked) as journal, talk.attended():
        if ours and all(each.id != set_id for each in own_sets(journal)):
            raise Refused(say("own.remove.ours", id=set_id))
        own = find_own(journal, set_id)
        titled = say("own.titled", title=own.title, id=own.id, version=own.version)
        agree(
            talk,
            lambda: [titled, say("own.remove.before")],
            do=say("own.remove.yes"),
            leave=say("own.remove.no"),
            yes=yes,
        )
        remove_set(journal, set_id)
    output.lines([say("own.remove.done", title=own.title)])
