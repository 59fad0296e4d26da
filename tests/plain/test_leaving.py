import os
import signal

import pytest

from integrate.plain.leaving import Bell, Leaving


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
