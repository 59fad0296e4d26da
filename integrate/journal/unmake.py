"""Taking back a journal that was made a moment ago and holds nothing yet."""

from integrate.journal.journal import Journal
from integrate.journal.sets import own_sets


def unmake(journal: Journal) -> bool:
    """Removes the journal's file, if nothing was ever kept in it; says whether it did.

    For somebody who goes back while the journal is being set up. A paper code that nobody has
    written down would otherwise lock an empty file for good.

    Raises:
        VaultError: if it cannot be read.
        OSError: if its file cannot be removed.
    """
    journal.refresh()
    if journal.entries or journal.sessions or journal.damaged or journal.vault.drafts():
        return False
    if own_sets(journal):
        return False
    if journal.people.people or journal.people.care_team:
        return False
    journal.close()
    journal.vault.path.unlink()
    return True
