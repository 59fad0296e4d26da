"""Where many moments lie: the phases of all sessions, worked out once."""

from bisect import bisect_right
from collections.abc import Sequence
from datetime import datetime

from integrate.domain.phase import PhaseTables, Place, places, winner
from integrate.domain.session import Session, instant


class Timeline:
    """The same answer as `moment_at(...).place`, for a list of thousands of entries.

    Between two neighbouring edges (a phase begins or ends, a session starts to be doubted) the
    answer does not change, so it is worked out once for each stretch that is asked about.
    """

    def __init__(self, sessions: Sequence[Session], tables: PhaseTables) -> None:
        self._places = [
            (session.asked_from, places(session, tables))
            for session in sessions
            if not session.called_off
        ]
        edges = {asked for asked, _ in self._places if asked is not None}
        for _, own in self._places:
            edges.update(edge for each in own for edge in (each.begins, each.ends) if edge)
        self._edges = sorted(edges)
        self._known: dict[int, Place | None] = {}

    def place(self, when: datetime) -> Place | None:
        """The phase that holds at `when`, as far as is known now."""
        when = instant(when)
        stretch = bisect_right(self._edges, when)
        if stretch not in self._known:
            self._known[stretch] = self._winner(when)
        return self._known[stretch]

    def _winner(self, when: datetime) -> Place | None:
        return winner(
            [
                each
                for asked, own in self._places
                if asked is None or when < asked
                for each in own
                if each.holds(when)
            ]
        )
