"""Bringing pages back from a backup, line by line."""

from os.path import lexists
from pathlib import Path

from integrate.journal.backup import newest_named
from integrate.journal.care_said import restored_lines
from integrate.journal.restore import restore
from integrate.plain.here import Here
from integrate.plain.paths import ask_path
from integrate.plain.place import Place
from integrate.plain.talk import Talk
from integrate.text import clean
from integrate.vault import VaultError, WrongSecret
from integrate.words import say


class Restoring(Exception):
    """Pages are to be brought back from this backup, for which the journal is closed first."""

    def __init__(self, backup: Path, secret: str, folder: Path) -> None:
        super().__init__()  # an exception's arguments may end up in a report
        self.backup = backup
        self.secret = secret
        self.folder = folder
        """Where backups go."""


def ask_restore(here: Here) -> None:
    """Asks which backup, and what opens it.

    Raises:
        Leaving: if a signal asks to leave.
        Restoring: if there is one to bring back.
    """
    if here.backups is None:
        return
    newest = newest_named(here.backups, here.journal.vault.path.stem)
    says = say("lines.restore.says.none")
    if newest is not None:
        says = say("lines.restore.says", path=clean(str(newest), one_line=True))
    path = ask_path(here.talk, says, say("lines.restore.ask"))
    if path is None:
        return
    path = path.expanduser().absolute()
    if not lexists(path):
        here.talk.say(say("restore.none", path=clean(str(path), one_line=True)))
        return
    secret = here.talk.secret(say("lines.restore.secret"))
    if not secret:
        here.talk.say(say("cli.nothing_changed"))
        return
    raise Restoring(path, secret, here.backups)


def bring_back(talk: Talk, place: Place, wish: Restoring) -> None:
    """Brings them back and says how it went; what cannot be done is said, and changes nothing.

    Args:
        talk: where to speak.
        place: the journal, closed now.
        wish: what to bring back.
    """
    try:
        done = restore(
            place.path, wish.backup, wish.secret, wish.folder, place.clock(), machine=place.machine
        )
    except WrongSecret as wrong:
        # A slip in the code has a sentence of its own, which helps more.
        talk.say(say("restore.wrong") if type(wrong) is WrongSecret else str(wrong))
    except VaultError as error:
        talk.say(str(error))
    else:
        talk.say(*restored_lines(place.path, done))
    talk.say(say("lines.restore.again"))
