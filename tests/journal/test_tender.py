"""Around the medicine, what cannot be weighed as on another day is left until one has slept."""

import pytest

from integrate.journal.tender import rests_first


@pytest.mark.parametrize("hours", [1, 10])
def test_while_arriving_and_landing_it_is_asked_about_first(journal, now, past, hours):
    past(hours)
    assert rests_first(journal, now)


@pytest.mark.parametrize("hours", [60, 200])
def test_from_the_open_window_on_it_is_done_as_on_any_day(journal, now, past, hours):
    past(hours)
    assert not rests_first(journal, now)


def test_with_no_session_near_it_is_done_as_on_any_day(journal, now):
    assert not rests_first(journal, now)
