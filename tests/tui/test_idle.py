"""How long nobody has touched anything."""

import time

from integrate.tui.idle import Idle, ticking


class Ticks:
    def __init__(self) -> None:
        self.seconds = 500.0

    def __call__(self) -> float:
        return self.seconds


def test_it_is_over_when_the_minutes_have_passed_and_not_before():
    now = Ticks()
    idle = Idle(now)
    idle.begin(10)
    now.seconds += 599
    assert not idle.is_over
    now.seconds += 1
    assert idle.is_over


def test_a_touch_begins_anew():
    now = Ticks()
    idle = Idle(now)
    idle.begin(1)
    now.seconds += 59
    idle.touch()
    now.seconds += 59
    assert not idle.is_over


def test_nought_minutes_are_never_over():
    now = Ticks()
    idle = Idle(now)
    idle.begin(0)
    now.seconds += 10**9
    assert not idle.is_over


def test_before_it_is_begun_nothing_is_counted():
    now = Ticks()
    idle = Idle(now)
    now.seconds += 10**9
    assert not idle.is_over


def test_the_time_that_the_machine_slept_counts_where_the_system_can_tell(monkeypatch):
    asked = []
    monkeypatch.setattr(time, "CLOCK_BOOTTIME", 7, raising=False)
    monkeypatch.setattr(time, "clock_gettime", lambda number: asked.append(number) or 12.5)
    assert ticking() == 12.5
    assert asked == [7]


def test_on_macos_the_systems_own_clock_is_taken_which_goes_on_in_sleep(monkeypatch):
    monkeypatch.delattr(time, "CLOCK_BOOTTIME", raising=False)
    monkeypatch.setattr("sys.platform", "darwin")
    monkeypatch.setattr(time, "CLOCK_MONOTONIC", 6, raising=False)
    monkeypatch.setattr(time, "clock_gettime", float)
    assert ticking() == 6.0


def test_elsewhere_pythons_own_clock_is_taken(monkeypatch):
    monkeypatch.delattr(time, "CLOCK_BOOTTIME", raising=False)
    monkeypatch.setattr("sys.platform", "win32")
    monkeypatch.setattr(time, "monotonic", lambda: 3.5)
    assert ticking() == 3.5


def test_it_knows_for_how_long_nobody_has_been_here():
    seconds = 100.0
    idle = Idle(lambda: seconds)
    seconds += 3
    assert idle.still_for == 3
    idle.touch()
    assert idle.still_for == 0
