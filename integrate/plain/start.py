"""Starting the line dialogue."""

from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext
from os.path import lexists

from integrate import config, places
from integrate.journal.backup import folder_for
from integrate.journal.journal import Journal
from integrate.journal.undo import expire
from integrate.machine import Machine
from integrate.plain.aided import with_help_before
from integrate.plain.backups import backup_daily
from integrate.plain.here import Here, nobody_asks
from integrate.plain.home import Home
from integrate.plain.leaving import Locking
from integrate.plain.place import Place
from integrate.plain.reopening import Attentive
from integrate.plain.restoring import Restoring, bring_back
from integrate.plain.talk import Talk, Terminal
from integrate.plain.unlocking import unlocked
from integrate.plain.welcome import welcome
from integrate.vault import Finding
from integrate.words import say

LocksAfter = Callable[[int], AbstractContextManager[None]]
"""While it locks once no line came for so many minutes."""


def _never(_minutes: int) -> AbstractContextManager[None]:
    return nullcontext()


def start(
    talk: Talk,
    place: Place,
    given: str | None = None,
    *,
    opened: Journal | None = None,
    locks_after: LocksAfter = _never,
) -> None:
    """From the first line to the last: welcome or unlocking, then home.

    Args:
        talk: where to speak and listen.
        place: the journal.
        given: its passphrase, if it was given beforehand.
        opened: the journal, if it is open already.
        locks_after: listens for nobody being there any more.

    Raises:
        Unasked: if a passphrase is needed and there is nobody to ask.
        Leaving: if a signal asks to leave; what was heard is sealed.
        VaultError: if the journal cannot be made or opened.
    """
    if opened is not None or lexists(place.path):
        country = _settings(place).country
        journal = opened or unlocked(talk, place, given, country=country)
    elif (made := welcome(talk, place, given)) is not None:
        journal = made
    else:
        if talk.live:
            talk.say("", say("lines.left"))
        return
    while _locked_at_home(talk, place, journal, locks_after):
        journal = unlocked(talk, place, None, country=_settings(place).country)


def _locked_at_home(talk: Talk, place: Place, journal: Journal, locks_after: LocksAfter) -> bool:
    """Home, until the end; says whether somebody locked it who may want to open it again."""
    settings = _settings(place)
    try:
        here = Here(
            talk=Attentive(
                with_help_before(talk, place.library, settings.country).steered(), journal
            ),
            journal=journal,
            clock=place.clock,
            country=settings.country,
            language=settings.language,
            backups=folder_for(place.path, settings.backups),
            config_file=place.config_file,
            kdf=place.kdf,
            leave_if_asked=talk.leave_if_asked if isinstance(talk, Terminal) else nobody_asks,
        )
        _let_go_of_old_changes(here)
        _tell_state(here)
        backup_daily(here)
        with locks_after(settings.lock_after):
            Home(here).run()
        if talk.live:
            talk.say("", say("lines.closed"))
    except Locking as locking:
        talk.say("", *locked_lines(by_itself=locking.by_itself))
        return talk.live and not locking.by_itself
    except Restoring as wish:
        journal.close()
        bring_back(talk, place, wish)
        return True
    finally:
        journal.close()
    return False


def locked_lines(*, by_itself: bool) -> list[str]:
    """That it is locked, and that lines cannot be taken off a screen."""
    return [say("lock.by_itself" if by_itself else "lock.locked"), say("plain.lock.window")]


def _let_go_of_old_changes(here: Here) -> None:
    """What a command left for `undo` goes once its time is over."""
    folder = places.pocket_folder()
    if folder is not None and folder.is_dir():
        expire(here.journal, Machine(folder), here.clock())


def _tell_state(here: Here) -> None:
    """What can be seen at once; looking closer is `check`."""
    if here.journal.vault.looks_older:
        here.talk.say(Finding.OLDER.sentence)
    if here.journal.vault.read_only:
        here.talk.say(say("vault.read_only"))


def _settings(place: Place) -> config.Config:
    """Help must never wait for a settings file."""
    try:
        return config.read(place.config_file)
    except config.BadConfig:
        return config.Config()
