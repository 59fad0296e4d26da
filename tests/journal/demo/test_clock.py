from datetime import UTC, datetime, timedelta

import pytest

from integrate.journal.demo.clock import DemoClock, DemoMoment

TUESDAY = DemoMoment(id="a", title="A Tuesday", when=datetime(2026, 2, 3, 19, 30, tzinfo=UTC))
SUNDAY = DemoMoment(id="b", title="A Sunday", when=datetime(2026, 3, 22, 17, 0, tzinfo=UTC))


@pytest.fixture
def clock(watch):
    return DemoClock(TUESDAY, watch)


def test_it_stands_at_the_moment_first(clock):
    assert clock() == TUESDAY.when


def test_it_goes_on_while_the_moment_is_visited(clock, watch):
    watch.passes(timedelta(minutes=5))

    assert clock() == TUESDAY.when + timedelta(minutes=5)


def test_another_moment_is_visited_from_its_beginning(clock, watch):
    watch.passes(timedelta(hours=2))

    clock.go_to(SUNDAY)

    assert clock() == SUNDAY.when
