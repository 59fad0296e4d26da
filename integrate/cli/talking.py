"""The line dialogue, as the command line starts it."""

from integrate import places
from integrate.cli.asked import Asked
from integrate.cli.opening import opened_by_keyring
from integrate.cli.refused import Refused
from integrate.cli.secret import given
from integrate.library import Library
from integrate.machine import Machine
from integrate.plain.place import Place, Unasked
from integrate.plain.start import start
from integrate.plain.talk import Terminal
from integrate.words import say


def place_of(asked: Asked) -> Place:
    """The journal that the command line names."""
    return Place(
        path=asked.path,
        machine=Machine(places.state_folder()),
        library=Library.shipped(),
        clock=asked.clock,
        config_file=places.config_file(),
        kdf=asked.kdf,
    )


def talk_at(asked: Asked) -> None:
    """Welcome or unlocking, then home, in lines.

    Raises:
        Refused: if a passphrase is needed and there is nobody to ask.
    """
    secret, opened = given(asked), opened_by_keyring(asked)
    terminal = Terminal()
    try:
        with terminal.attended() as talk:
            start(talk, place_of(asked), secret, opened=opened, locks_after=talk.locks_after)
    except Unasked as unasked:
        if not terminal.live:
            raise Refused(say("cli.passphrase.nobody")) from unasked
        terminal.say("", say("lines.left"))
