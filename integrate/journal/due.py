"""What is due."""

from datetime import datetime

from integrate.domain.due import Done, Due, due_of
from integrate.domain.phase import moment_at
from integrate.journal.journal import Journal
from integrate.journal.sets import all_sets


def due(journal: Journal, now: datetime) -> Due:
    """What the person could do next, most fitting first.

    Raises:
        BadFile: if a shipped set cannot be read.
    """
    sessions = journal.sessions
    moment = moment_at(sessions, now, journal.library.phase_tables())
    done = [
        Done(set=each.set, when=each.when, session=each.session, phase=each.phase)
        for each in (listed.heading for listed in journal.entries)
        if each.set is not None
    ]
    return due_of(moment, all_sets(journal), done, sessions)
