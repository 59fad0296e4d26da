"""`integrate init`."""

import stat
from contextlib import closing, suppress
from os.path import lexists
from pathlib import Path

import click
from msgspec.structs import replace

from integrate import config, places
from integrate.cli import output
from integrate.cli.asked import Asked, journal_options, json_option
from integrate.cli.refused import Refused
from integrate.cli.secret import given
from integrate.cli.settings import known_country
from integrate.journal.init import decline_code, init
from integrate.library import Library
from integrate.machine import Machine
from integrate.plain.code import settle_code
from integrate.plain.lock import choose_passphrase
from integrate.plain.talk import Terminal
from integrate.vault import VaultExists
from integrate.words import say


@click.command("init", help=say("cli.init.help"))
@click.option("--country", metavar="XX", help=say("cli.option.country"))
@click.option("--no-recovery", is_flag=True, help=say("cli.init.no_recovery"))
@journal_options
@json_option
@click.pass_obj
def command(asked: Asked, country: str | None, *, no_recovery: bool, as_json: bool) -> None:
    """Makes a journal. With a passphrase given, nothing is asked."""
    library = Library.shipped()
    chosen = None if country is None else known_country(country)
    if lexists(asked.path) and not _is_empty_file(asked.path):
        raise VaultExists(asked.path)
    secret = given(asked)
    talk = Terminal(aside=as_json)
    with talk.attended():
        passphrase = choose_passphrase(talk) if secret is None else secret
        if passphrase is None:
            raise Refused(say("cli.passphrase.nobody"))
        machine = Machine(places.state_folder())
        journal, code = init(
            asked.path, passphrase, machine=machine, library=library, kdf=asked.kdf
        )
        with closing(journal):
            _keep_country(chosen)
            if no_recovery:
                decline_code(journal)
            elif secret is None:
                settle_code(talk, journal, code)
            kept = code if journal.vault.has_recovery else None
    if as_json:
        output.as_json({"journal": str(asked.path), "recovery_code": kept})
    elif secret is not None and kept:
        output.lines([kept])
    else:
        output.lines([say("cli.init.made", path=asked.path)])


def _is_empty_file(path: Path) -> bool:
    """Whether there is a file without a byte: a new journal may begin there."""
    status = path.lstat()
    return stat.S_ISREG(status.st_mode) and status.st_size == 0


def _keep_country(code: str | None) -> None:
    """Settings that cannot be kept are no reason to have no journal."""
    if code:
        file = places.config_file()
        with suppress(config.BadConfig, OSError):
            config.write(file, replace(config.read(file), country=code))
