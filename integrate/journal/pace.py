"""Keeping a walk to about the time that its set asks for."""

from datetime import datetime, timedelta

from integrate.domain.walk import Walk


class Pace:
    """Watches the time of one sitting. It ends nothing: it offers to stop, once."""

    def __init__(self, walk: Walk, now: datetime) -> None:
        """Takes it that the person sat down at this moment."""
        self._over = now + timedelta(minutes=walk.minutes())

    def at(self, walk: Walk, now: datetime) -> Walk:
        """The walk as it may go on now: with the offer first, where the time is over.

        A measure is not interrupted: half of it has no score.
        """
        return walk.enough() if now >= self._over and not walk.measure else walk
