"""`integrate keyring`."""

import click
from msgspec.structs import replace

from integrate import config, places
from integrate.cli import output
from integrate.cli.agreed import agree, see_that_it_can_be_asked
from integrate.cli.asked import Asked, journal_options, yes_option
from integrate.cli.opening import open_journal
from integrate.cli.refused import Refused
from integrate.cli.settings import backups_folder
from integrate.journal.care_said import copies_lines
from integrate.journal.keyring import turn_off, turn_on
from integrate.plain.talk import Terminal
from integrate.words import say


@click.command("keyring", help=say("cli.keyring.help"))
@click.argument("state", type=click.Choice(["on", "off"]))
@yes_option
@journal_options
@click.pass_obj
def command(asked: Asked, state: str, *, yes: bool) -> None:
    """Lets the system's keyring open the journal, or no more."""
    if state == "on":
        _turn_on(asked, yes=yes)
    else:
        with open_journal(asked) as journal:
            changed = turn_off(journal, backups_folder(asked))
        _keep(on=False)
        output.lines([say("keyring.off"), *copies_lines(changed, "locks.missed.code")])


def _turn_on(asked: Asked, *, yes: bool) -> None:
    talk = Terminal()
    see_that_it_can_be_asked(talk, yes=yes)
    with open_journal(asked, by_keyring=False) as journal, talk.attended():
        agree(
            talk,
            lambda: [say("keyring.price"), say("keyring.still")],
            do=say("keyring.do"),
            leave=say("keyring.leave"),
            yes=yes,
        )
        turn_on(journal)
        try:
            _keep(on=True)
        except BaseException:
            turn_off(journal, backups_folder(asked))
            raise
    output.lines([say("keyring.on")])


def _keep(*, on: bool) -> None:
    file = places.config_file()
    try:
        config.write(file, replace(config.read(file), keyring=on))
    except OSError as error:
        raise Refused(say("cli.config.not_written", file=file)) from error
