from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from integrate.domain.session import Precision, Route, Session, Went

BERLIN = ZoneInfo("Europe/Berlin")


def test_saying_that_it_went_ahead_bounds_when_it_began(session, start):
    rough = session(spread=6, went="unsaid").went_ahead(start + timedelta(hours=2))
    assert rough.went is Went.YES
    assert rough.latest == start + timedelta(hours=2)


def test_a_session_told_of_before_its_start_does_not_end_before_it_begins(session, start):
    early = session(spread=6, went="unsaid").went_ahead(start - timedelta(hours=2))
    assert early.latest == early.starts


def test_an_answered_session_is_not_asked_about_again(session, start):
    later = start + timedelta(days=400)
    assert session(went="unsaid").may_be_asked(later)
    assert not session(went="yes").may_be_asked(later)
    assert not session(went="no").may_be_asked(later)


def test_in_the_hour_that_comes_twice_instants_count_not_the_clock_on_the_wall():
    first = datetime(2026, 10, 25, 2, 30, tzinfo=BERLIN)
    now = datetime(2026, 10, 25, 2, 10, tzinfo=BERLIN, fold=1)  # forty minutes later
    one = Session(id="a", route=Route.IM, starts=first, latest=first, precision=Precision.MINUTE)
    assert one.may_be_asked(now)
    assert one.went_ahead(now).latest == first
