"""Keeping a walk within what the present moment allows, however long it stays open."""

from datetime import datetime

from msgspec.structs import replace

from integrate.domain.gate import HOLDS
from integrate.domain.phase import Moment, moment_at
from integrate.domain.session import instant
from integrate.domain.walk import Ending, Support, Walk
from integrate.journal.journal import Journal
from integrate.journal.measured import must_wait


class Within:
    """Watches the moment for one walk: a session may begin, or a phase end, while it is open."""

    def __init__(self, journal: Journal, now: datetime, *, steady: datetime | None = None) -> None:
        """Takes it that the walk was begun or taken up at this moment.

        Args:
            journal: the open journal.
            now: aware.
            steady: when the person was asked how steady they are; by default now.
        """
        self._journal = journal
        self._seen = _ground_of(_moment(journal, now))
        # What was said long ago was asked for again on taking up, where it had been said at all.
        self._steady = now if steady is None or is_long_ago(steady, now) else steady
        self.steady_at: datetime | None = None
        """When steadiness was asked for again; `None` while it was not."""

    def at(self, walk: Walk, now: datetime) -> Walk:
        """The walk as it may go on now: the very same one where nothing has changed.

        One that is over stays as it was said. A measure that must wait now is put away. One in
        which nothing is left to ask now comes back at its last question, so that it does not close
        unasked.
        """
        if not walk.over and is_long_ago(self._steady, now):
            walk, self._steady, self.steady_at = walk.ask_steadiness_again(), now, now
        moment = _moment(self._journal, now)
        if walk.over or _ground_of(moment) == self._seen:
            return walk
        self._seen = _ground_of(moment)
        moved = _within(walk, moment)
        return moved.back() if moved.over and moved.ending is not Ending.PARKED else moved


def is_long_ago(steady: datetime, now: datetime) -> bool:
    """Whether what was said then of steadiness no longer holds."""
    return instant(now) - instant(steady) > HOLDS


def within(journal: Journal, walk: Walk, now: datetime) -> Walk:
    """The walk taken up now, no deeper than this moment allows."""
    return _within(walk, _moment(journal, now))


def _within(walk: Walk, moment: Moment) -> Walk:
    if walk.measure and must_wait(moment, memory=any(each.memory for each in walk.set.flat())):
        # Leaving questions out, as elsewhere, would tear it in two: half of it has no score.
        # Help that was called for and not shown yet comes first, as on every way out.
        called = tuple(each for each in walk.detours if isinstance(each, Support))
        parked = walk.park()
        return replace(parked, detours=called) if called else parked
    return walk.within(
        max_depth=moment.max_depth,
        memory=moment.memory,
        arriving=moment.arriving,
        tender=moment.tender,
    )


def _moment(journal: Journal, now: datetime) -> Moment:
    return moment_at(journal.sessions, now, journal.library.phase_tables())


def _ground_of(moment: Moment) -> tuple[str | None, frozenset[str]]:
    """What decides how much may be asked."""
    return moment.phase_id, moment.guarded
