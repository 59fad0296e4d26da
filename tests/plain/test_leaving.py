import os
import signal

import pytest

from integrate.plain.leaving import Bell, Leaving, Locking


@pytest.mark.parametrize("name", ["SIGINT", "SIGTERM", "SIGHUP"])
def test_a_signal_while_a_line_is_awaited_leaves_at_once(name):
    number = getattr(signal, name)
    bell = Bell()
    with bell.attended(), bell.open_door(), pytest.raises(Leaving) as left:
        os.kill(os.getpid(), number)
    assert left.value.code == 128 + number


def test_a_signal_between_two_lines_waits_until_the_next_one():
    bell, sealed = Bell(), []
    with bell.attended():
        os.kill(os.getpid(), signal.SIGTERM)
        sealed.append("words")
        with pytest.raises(Leaving), bell.open_door():
            pytest.fail("a line was awaited all the same")
    assert sealed == ["words"]


def test_afterwards_signals_do_what_they_did_before():
    before = signal.getsignal(signal.SIGTERM)
    with Bell().attended():
        assert signal.getsignal(signal.SIGTERM) != before
    assert signal.getsignal(signal.SIGTERM) == before


class Ticks:
    def __init__(self) -> None:
        self.seconds = 500.0

    def __call__(self) -> float:
        return self.seconds


def test_nobody_there_for_the_minutes_means_locking_with_what_was_typed():
    now = Ticks()
    bell = Bell(now)
    with bell.locks_after(10), bell.open_door(lambda: "half a line"):
        now.seconds += 599
        bell.look(signal.SIGALRM, None)
        now.seconds += 1
        with pytest.raises(Locking) as locking:
            bell.look(signal.SIGALRM, None)
    assert locking.value.by_itself
    assert locking.value.typed == "half a line"
    assert locking.value.code == 0


def test_a_new_line_counts_anew():
    now = Ticks()
    bell = Bell(now)
    with bell.locks_after(1):
        with bell.open_door():
            now.seconds += 59
        with bell.open_door():
            now.seconds += 59
            bell.look(signal.SIGALRM, None)


def test_between_two_lines_nobody_is_waited_for():
    now = Ticks()
    bell = Bell(now)
    with bell.locks_after(1):
        with bell.open_door():
            pass
        now.seconds += 10**6
        bell.look(signal.SIGALRM, None)


def test_the_alarm_looks_and_is_given_back():
    bell, before = Bell(Ticks()), signal.getsignal(signal.SIGALRM)
    with bell.locks_after(1):
        assert signal.getsignal(signal.SIGALRM) == bell.look
        with bell.open_door():
            assert signal.getitimer(signal.ITIMER_REAL)[1] > 0
        assert signal.getitimer(signal.ITIMER_REAL) == (0.0, 0.0)
    assert signal.getsignal(signal.SIGALRM) == before


def test_nought_minutes_mean_never():
    bell, before = Bell(Ticks()), signal.getsignal(signal.SIGALRM)
    with bell.locks_after(0), bell.open_door():
        assert signal.getsignal(signal.SIGALRM) == before
        assert signal.getitimer(signal.ITIMER_REAL) == (0.0, 0.0)


def test_work_that_takes_long_can_ask_whether_to_go_on():
    bell = Bell()
    with bell.attended():
        bell.leave_if_asked()
        os.kill(os.getpid(), signal.SIGINT)
        with pytest.raises(Leaving):
            bell.leave_if_asked()
