"""Backups in lines."""

from collections.abc import Iterator

from integrate.journal.backup import Backup, backup
from integrate.journal.daily import daily
from integrate.plain.agreeing import path_lines
from integrate.plain.here import Here
from integrate.text import clean
from integrate.vault import Rekeyed, VaultError
from integrate.words import say


def backup_daily(here: Here) -> None:
    """Makes the day's backup and says where; what goes wrong is said, and stops nobody.

    Raises:
        Rekeyed: if the journal was given a new key meanwhile.
    """
    if here.backups is None:
        return
    try:
        made = daily(here.journal, here.backups, here.clock(), ended=lambda: False)
        if made is not None:
            here.talk.say(*backup_lines(made))
    except Rekeyed:
        raise
    except VaultError as error:
        here.talk.say(str(error))


def backup_now(here: Here) -> None:
    """Makes one and says where.

    Raises:
        VaultError: if it cannot be made.
    """
    if here.backups is not None:
        here.talk.say(*backup_lines(backup(here.journal, here.backups, here.clock())))


def backup_lines(made: Backup) -> list[str]:
    """Where it is, and whether it is whole."""
    return list(_told(made))


def _told(made: Backup) -> Iterator[str]:
    path = clean(str(made.path), one_line=True)
    if made.whole:
        yield say("backup.made", path=path)
    else:
        yield say("backup.made.damaged", path=path)
        if made.damaged:
            key = "backup.damaged.one" if made.damaged == 1 else "backup.damaged.some"
            yield say(key, count=made.damaged)
        yield from (finding.sentence for finding in made.findings)
        yield say("backup.check")
    if made.removed:
        yield say("backup.removed")
        yield from path_lines(made.removed)
