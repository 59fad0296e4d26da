"""What is said before a measure begins, and when it must wait (DESIGN.md 5)."""

from datetime import timedelta

import pytest

from integrate.journal.caution import caution


@pytest.mark.parametrize("measure", ["phq9", "gad7", "phq4", "pcl5", "pcptsd5", "suds"])
@pytest.mark.parametrize("hours", [0.5, 6, 23])
def test_in_tender_hours_every_measure_can_wait(journal, past, now, measure, hours):
    """DESIGN.md 5: arriving and landing ask for nothing but taps."""
    past(hours)
    assert caution(journal, measure, now).refused == "tender"


@pytest.mark.parametrize("measure", ["pcl5", "pcptsd5"])
def test_from_twelve_hours_before_a_session_no_memory_is_asked_for(journal, past, now, measure):
    past(-11)
    assert caution(journal, measure, now).refused == "memory"
    assert caution(journal, "phq9", now) is None


@pytest.mark.parametrize("measure", ["pcl5", "pcptsd5"])
def test_what_can_stir_memories_asks_first(journal, now, measure):
    found = caution(journal, measure, now)
    assert (found.refused, found.memory, found.last) == (None, True, None)


def test_an_ordinary_measure_or_set_says_nothing_first(journal, now):
    assert caution(journal, "phq9", now) is None
    assert caution(journal, "checkin", now) is None


@pytest.mark.parametrize(("days", "warned"), [(1, True), (13, True), (14, False), (60, False)])
def test_too_soon_is_a_warning_that_names_the_day(journal, now, answer, days, warned):
    answer("phq9", [1] * 9, days=days)
    found = caution(journal, "phq9", now)
    assert (found is not None) is warned
    if found is not None:
        assert (found.refused, found.memory) == (None, False)
        assert found.last == now - timedelta(days=days)


def test_answers_without_a_total_make_nothing_too_soon(journal, now, answer):
    answer("phq9", [1] * 8, days=1)
    assert caution(journal, "phq9", now) is None


def test_what_was_begun_is_not_called_too_soon_again(journal, now, answer):
    answer("phq9", [1] * 9, days=1)
    assert caution(journal, "phq9", now, begun=True) is None
