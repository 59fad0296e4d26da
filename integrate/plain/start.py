"""Starting the line dialogue."""

from os.path import lexists

from integrate import config
from integrate.plain.here import Here
from integrate.plain.home import Home
from integrate.plain.place import Place
from integrate.plain.talk import Talk
from integrate.plain.unlocking import unlocked
from integrate.plain.welcome import welcome


def start(talk: Talk, place: Place, given: str | None = None) -> None:
    """From the first line to the last: welcome or unlocking, then home.

    Args:
        talk: where to speak and listen.
        place: the journal.
        given: its passphrase, if it was given beforehand.

    Raises:
        Unasked: if a passphrase is needed and there is nobody to ask.
        Leaving: if a signal asks to leave; what was heard is sealed.
        VaultError: if the journal cannot be made or opened.
    """
    if lexists(place.path):
        journal = unlocked(talk, place, given, country=_country(place))
    elif (made := welcome(talk, place, given)) is not None:
        journal = made
    else:
        return
    try:
        Home(Here(talk=talk, journal=journal, clock=place.clock, country=_country(place))).run()
    finally:
        journal.close()


def _country(place: Place) -> str:
    """Help must never wait for a settings file."""
    try:
        return config.read(place.config_file).country
    except config.BadConfig:
        return ""
