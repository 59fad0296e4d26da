"""`integrate rekey`."""

from pathlib import Path

import click

from integrate.cli import output
from integrate.cli.agreed import agree, see_that_it_can_be_asked
from integrate.cli.asked import (
    Asked,
    journal_options,
    json_option,
    new_passphrase_options,
    yes_option,
)
from integrate.cli.lock_shapes import new_key as shape
from integrate.cli.opening import here_at, open_journal
from integrate.cli.passphrase import new_passphrase
from integrate.cli.pocket import empty_pocket
from integrate.cli.progress import Progress
from integrate.cli.secret import given_new
from integrate.cli.settings import wants_keyring
from integrate.cli.telling import tell
from integrate.journal.locks import drop_recovery
from integrate.journal.rekey import NewKey, rekey, take_away
from integrate.plain.code import settle_code
from integrate.plain.here import Here
from integrate.plain.leaving import Leaving
from integrate.plain.rekeying import tell_new_key
from integrate.plain.talk import Terminal
from integrate.words import say


@click.command("rekey", help=say("cli.rekey.help"))
@click.option("--no-recovery", is_flag=True, help=say("cli.rekey.no_recovery"))
@click.option("--take-away-old", is_flag=True, help=say("cli.rekey.take_away_old"))
@yes_option
@new_passphrase_options
@journal_options
@json_option
@click.pass_obj
def command(
    asked: Asked, *, no_recovery: bool, take_away_old: bool, yes: bool, as_json: bool
) -> None:
    """Gives the journal a new key, a new passphrase and a new recovery code."""
    talk = Terminal(aside=as_json)
    see_that_it_can_be_asked(talk, yes=yes)
    new = given_new(asked)
    ask = say("cli.passphrase.present")
    with open_journal(asked, ask=ask, by_keyring=False) as journal, talk.attended():
        explain(talk, yes=yes)
        give_new_key(
            here_at(asked, talk, journal),
            talk,
            new_passphrase(talk, new),
            code=not no_recovery,
            take_away_old=take_away_old,
            as_json=as_json,
        )


def explain(talk: Terminal, *, yes: bool) -> None:
    """Says what a new key does and does not, and asks for a yes unless it was given.

    Raises:
        Refused: if the person would rather not.
    """
    agree(
        talk,
        lambda: [say("rekey.does"), say("rekey.does_not")],
        do=say("rekey.do"),
        leave=say("rekey.not_now"),
        yes=yes,
    )


def give_new_key(  # noqa: PLR0913 - what was asked for, each by name
    here: Here,
    talk: Terminal,
    passphrase: str,
    *,
    code: bool = True,
    fresh: bool = False,
    take_away_old: bool = False,
    as_json: bool = False,
) -> None:
    """Does it, shows the new code, and sees to the old backups.

    Args:
        here: the open journal.
        talk: where to speak and listen.
        passphrase: opens it from then on.
        code: whether to make a new recovery code, where there is one now.
        fresh: whether the passphrase was chosen just now, so that nobody knows it.
        take_away_old: whether backups under the old key go without asking.
        as_json: whether a script reads how it went.

    Raises:
        Leaving: if somebody asked to leave before it was done: then nothing has changed.
        VaultError: if it cannot be done; then everything is as it was.
    """
    folder = here.backups or here.journal.vault.path.parent
    if not fresh and here.journal.vault.fits(passphrase):
        talk.aside(say("rekey.same"))
    if talk.live:
        talk.aside(say("rekey.working"))
    try:
        key = rekey(
            here.journal,
            passphrase,
            folder,
            here.clock(),
            code=code and here.journal.vault.has_recovery,
            kdf=here.kdf,
            progress=Progress(talk),
        )
    except Leaving:
        tell(say("rekey.stopped"))
        raise
    empty_pocket()
    if as_json:
        left = take_away(here.journal, key.old) if take_away_old else key.old
        output.as_json(shape(key, code=key.code, left=[str(path) for path in left]))
        return
    _show_code(here, talk, key, folder)
    told = talk if talk.live or key.code is None else Terminal(aside=True)
    tell_new_key(here, told, key, keyring=wants_keyring(), take_away_old=take_away_old)


def _show_code(here: Here, talk: Terminal, key: NewKey, folder: Path) -> None:
    """Said once; whoever types gives part of it back. In a pipe it is all there is."""
    if key.code is None:
        return
    if not talk.live:
        output.lines([key.code])
        return
    decline = lambda: drop_recovery(here.journal, folder)  # noqa: E731 - shorter than a name
    settle_code(talk, here.journal, key.code, decline=decline)
