"""How steady the person was a short while ago, wherever they said so."""

from datetime import datetime

from integrate.domain.answer import Answer
from integrate.domain.gate import HOLDS, SERIES
from integrate.domain.session import instant
from integrate.journal.journal import Journal


def steadiness(journal: Journal, now: datetime) -> Answer | None:
    """What was last said on the steadiness scale, if that was within two hours.

    Args:
        journal: the open journal.
        now: aware.
    """
    for listed in journal.entries:
        heading = listed.heading
        if instant(now) - instant(heading.when) > HOLDS:
            return None
        if SERIES in heading.series and instant(heading.when) <= instant(now):
            return Answer(value=heading.series[SERIES])
    return None
