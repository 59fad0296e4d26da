"""Backups in lines."""

from integrate.journal.backup import backup
from integrate.journal.care_said import backup_lines
from integrate.journal.daily import daily
from integrate.plain.here import Here
from integrate.plain.progress import Progress
from integrate.vault import Rekeyed, VaultError


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
        made = backup(here.journal, here.backups, here.clock(), progress=Progress(here))
        here.talk.say(*backup_lines(made))
