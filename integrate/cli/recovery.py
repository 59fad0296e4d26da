"""`integrate recovery`."""

import click

from integrate.cli import output
from integrate.cli.agreed import agree, see_that_it_can_be_asked
from integrate.cli.asked import Asked, journal_options, json_option, yes_option
from integrate.cli.lock_shapes import changed as shape
from integrate.cli.opening import here_at, open_journal
from integrate.cli.refused import Refused
from integrate.cli.settings import backups_folder
from integrate.cli.telling import tell
from integrate.journal.care_said import code_lines, gone_lines
from integrate.journal.journal import Journal
from integrate.journal.locks import change_recovery, drop_recovery
from integrate.plain.locks import give_code
from integrate.plain.talk import Terminal
from integrate.vault import OnlyKey
from integrate.words import say


@click.command("recovery", help=say("cli.recovery.help"))
@click.option("--none", "none", is_flag=True, help=say("cli.recovery.none"))
@yes_option
@journal_options
@json_option
@click.pass_obj
def command(asked: Asked, *, none: bool, yes: bool, as_json: bool) -> None:
    """Makes a new recovery code, or takes it away."""
    talk = Terminal(aside=as_json)
    if none:
        see_that_it_can_be_asked(talk, yes=yes)
    ask = say("cli.passphrase.present")
    with open_journal(asked, ask=ask, by_keyring=False) as journal, talk.attended():
        if none:
            _take_away(asked, journal, talk, yes=yes, as_json=as_json)
        elif talk.live and not as_json:
            if give_code(here_at(asked, talk, journal)) is None:
                raise Refused(say("cli.nothing_changed"))
        else:
            _print_new(asked, journal, as_json=as_json)


def _take_away(asked: Asked, journal: Journal, talk: Terminal, *, yes: bool, as_json: bool) -> None:
    if not journal.vault.has_recovery:
        raise Refused(say("locks.code.none"))
    if not journal.vault.has_passphrase:
        raise OnlyKey
    agree(
        talk,
        lambda: [say("code.without")],
        do=say("code.go_without"),
        leave=say("code.keep"),
        yes=yes,
    )
    changed = drop_recovery(journal, backups_folder(asked))
    if as_json:
        output.as_json({"recovery_code": None, **shape(changed)})
    else:
        output.lines(gone_lines(changed))


def _print_new(asked: Asked, journal: Journal, *, as_json: bool) -> None:
    """The code alone goes to standard output."""
    changed = change_recovery(journal, backups_folder(asked), kdf=asked.kdf)
    if as_json:
        output.as_json({"recovery_code": changed.code, **shape(changed)})
        return
    output.lines([changed.code or ""])
    for line in code_lines(changed):
        tell(line)
