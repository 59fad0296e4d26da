"""The zone by name: a time in summer read on a day in winter is not an hour off."""

from datetime import UTC, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest
import tzlocal

from integrate.clock import system, zoned
from integrate.journal.when import read_when


@pytest.fixture
def berlin(monkeypatch):
    monkeypatch.setattr(tzlocal, "get_localzone", lambda: ZoneInfo("Europe/Berlin"))


def test_now_is_aware():
    assert system().utcoffset() is not None


@pytest.mark.usefixtures("berlin")
def test_a_summer_time_read_in_winter_is_summer_time():
    now = datetime(2026, 11, 23, 20, 0, tzinfo=timezone(timedelta(hours=1)))

    about = read_when("2026-07-10 14:00", zoned(now))

    assert about.earliest.astimezone(UTC) == datetime(2026, 7, 10, 12, 0, tzinfo=UTC)


@pytest.mark.usefixtures("berlin")
def test_the_instant_stays_and_so_does_a_zone_that_is_not_this_machines():
    here = datetime(2026, 11, 23, 20, 0, tzinfo=timezone(timedelta(hours=1)))
    elsewhere = datetime(2026, 11, 23, 20, 0, tzinfo=timezone(timedelta(hours=5)))
    named = datetime(2026, 11, 23, 20, 0, tzinfo=ZoneInfo("Asia/Tokyo"))

    assert zoned(here) == here
    assert zoned(elsewhere) is elsewhere
    assert zoned(named) is named
