"""What is better left until one has slept, and still possible after a yes."""

from datetime import datetime

from integrate.domain.phase import moment_at
from integrate.journal.journal import Journal


def rests_first(journal: Journal, now: datetime) -> bool:
    """Whether deleting and exporting are not offered, and asked about before they are done.

    Arriving and landing: what is done then cannot be weighed as on another day.

    Args:
        journal: the open journal.
        now: aware.
    """
    return moment_at(journal.sessions, now, journal.library.phase_tables()).tender
