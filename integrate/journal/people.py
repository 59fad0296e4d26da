"""People who help: reading and changing the person's own list."""

from integrate.domain.people import People
from integrate.journal.journal import Journal


def people(journal: Journal) -> People:
    """Who to turn to."""
    return journal.people


def keep_people(journal: Journal, changed: People) -> None:
    """Keeps the list as it is now.

    Raises:
        VaultError: if it cannot be written; the old list stays.
    """
    journal.put_people(changed)
