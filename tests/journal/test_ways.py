"""Home offers everything on most days, and only rest and a page around the medicine."""

import pytest

from integrate.domain.phase import moment_at
from integrate.journal.ways import ways

HARDER = {"checkin", "capture", "hard", "library", "sessions"}
"""What asks for more than taps, or for plans."""


@pytest.mark.parametrize("hours", [1, 10])
def test_while_arriving_and_landing_rest_comes_first_and_nothing_harder_is_offered(
    journal, now, past, hours
):
    past(hours)
    moment = moment_at(journal.sessions, now, journal.library.phase_tables())
    assert moment.tender
    assert ways(moment)[0] == "ground"
    assert not HARDER & set(ways(moment))


def test_with_no_session_near_everything_can_be_opened(journal, now):
    moment = moment_at(journal.sessions, now, journal.library.phase_tables())
    assert set(ways(moment)) > HARDER
