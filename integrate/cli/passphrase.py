"""`integrate passphrase`."""

import click

from integrate.cli import output
from integrate.cli.asked import Asked, journal_options, json_option, new_passphrase_options
from integrate.cli.lock_shapes import changed as shape
from integrate.cli.opening import here_at, open_journal
from integrate.cli.refused import Refused
from integrate.cli.secret import given_new
from integrate.cli.settings import backups_folder
from integrate.journal.care_said import passphrase_lines
from integrate.journal.locks import change_passphrase
from integrate.plain.agreeing import agrees
from integrate.plain.lock import choose_passphrase
from integrate.plain.talk import Talk, Terminal
from integrate.words import say


@click.command("passphrase", help=say("cli.passphrase.help"))
@new_passphrase_options
@journal_options
@json_option
@click.pass_obj
def command(asked: Asked, *, as_json: bool) -> None:
    """Changes the passphrase, here and in every backup that can be reached."""
    new = given_new(asked)
    talk = Terminal(aside=as_json)
    ask = say("cli.passphrase.present")
    with open_journal(asked, ask=ask, by_keyring=False) as journal, talk.attended():
        chosen = new_passphrase(talk, new)
        first = not journal.vault.has_passphrase
        changed = change_passphrase(journal, chosen, backups_folder(asked), kdf=asked.kdf)
        if as_json:
            output.as_json(shape(changed))
            return
        talk.say(*passphrase_lines(changed, first=first), "", say("locks.someone"))
        if talk.live and agrees(talk, say("rekey.do"), say("rekey.not_now")):
            from integrate.cli.rekey import explain, give_new_key

            explain(talk, yes=False)
            give_new_key(here_at(asked, talk, journal), talk, chosen, fresh=True)


def new_passphrase(talk: Talk, given: str | None) -> str:
    """The passphrase to come: what was given beforehand, or what the person chooses.

    Raises:
        Refused: if there is nobody to ask.
    """
    chosen = given or choose_passphrase(talk, ask=say("locks.passphrase.new"))
    if chosen is None:
        raise Refused(say("cli.passphrase.nobody_new"))
    return chosen
