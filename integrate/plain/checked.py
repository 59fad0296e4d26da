"""Checking the journal, in lines."""

from integrate.journal.backup import newest_whole
from integrate.journal.care_said import is_damaged, report_lines
from integrate.journal.check import check
from integrate.plain.here import Here
from integrate.plain.progress import Progress
from integrate.words import say


def check_now(here: Here) -> None:
    """Reads everything, and says what was found.

    Raises:
        Leaving: if somebody asked to leave meanwhile.
        VaultError: if the file cannot be read at all.
    """
    here.talk.say(say("check.reading"))
    found = check(here.journal, progress=Progress(here))
    whole = None
    if is_damaged(found) and here.backups is not None:
        whole = newest_whole(here.journal, here.backups)
    here.talk.say(*report_lines(here.journal, found, whole))
