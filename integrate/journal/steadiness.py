"""How steady the person was a short while ago, wherever they said so."""

from datetime import datetime

from integrate.domain.answer import Answer
from integrate.domain.gate import HOLDS, SERIES, holds_for, holds_on
from integrate.domain.session import instant
from integrate.journal.draft import waiting
from integrate.journal.journal import Journal
from integrate.journal.passage import Guided, Passage
from integrate.journal.within import is_long_ago


def steadiness(journal: Journal, now: datetime) -> Answer | None:
    """What was last said on the steadiness scale, if that was within two hours.

    A low answer that waits in a draft stands before what was said in any page: it is asked again.

    Args:
        journal: the open journal.
        now: aware.
    """
    if any(_is_low(each.passage, now) for each in waiting(journal)):
        return None
    for listed in journal.entries:
        heading = listed.heading
        if instant(now) - instant(heading.when) > HOLDS:
            return None
        if SERIES in heading.series and instant(heading.when) <= instant(now):
            return Answer(value=heading.series[SERIES])
    return None


def _is_low(passage: Passage, now: datetime) -> bool:
    if not isinstance(passage, Guided) or is_long_ago(passage.steady_at or passage.begun, now):
        return False
    said = passage.walk.answers
    asked = (said.get(each.id) for each in passage.walk.set.flat() if holds_for(each))
    return any(answer is not None and not holds_on(answer) for answer in asked)
