from datetime import timedelta

from integrate.domain.walk import Enough
from integrate.journal.begin import begin
from integrate.journal.pace import Pace


def test_once_the_sets_minutes_are_over_stopping_is_offered_and_not_again(journal, now):
    walk = begin(journal, "checkin", now).walk
    minutes = timedelta(minutes=walk.set.set.minutes)
    pace = Pace(walk, now)
    assert pace.at(walk, now + minutes - timedelta(seconds=1)) is walk
    offered = pace.at(walk, now + minutes)
    assert isinstance(offered.step, Enough)
    on = offered.resume()
    assert pace.at(on, now + 2 * minutes) == on
