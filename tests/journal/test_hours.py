"""The time of day is taken out of the words, and the others are left for the day."""

from datetime import time

import pytest

from integrate.journal.hours import Part, hours_in


@pytest.mark.parametrize(
    ("words", "clock"),
    [
        ("14:00", time(14)),
        ("at 14:05", time(14, 5)),
        ("15h30", time(15, 30)),
        ("3pm", time(15)),
        ("2.30 p.m.", time(14, 30)),
        ("12am", time(0)),
        ("12pm", time(12)),
        ("9 o'clock", time(9)),
        ("at 9", time(9)),
        ("noon", time(12)),
        ("midday", time(12)),
    ],
)
def test_a_time_on_the_clock(words, clock):
    found = hours_in(words)
    assert found.clock == clock
    assert not found.rest.strip()
    assert not found.unclear


@pytest.mark.parametrize("words", ["14:00 tomorrow", "tomorrow 14:00", "tomorrow at 14:00"])
def test_the_other_words_are_left_for_the_day(words):
    assert hours_in(words).rest.split() == ["tomorrow"]


@pytest.mark.parametrize(
    ("words", "begins", "ends"),
    [
        ("in the morning", 6, 12),
        ("early afternoon", 12, 18),
        ("evening", 18, 24),
        ("late night", 18, 30),
    ],
)
def test_a_part_of_the_day_has_a_beginning_and_an_end(words, begins, ends):
    found = hours_in(words)
    assert found.part == Part(begins=begins, ends=ends)
    assert found.clock is None
    assert not found.rest.strip()


@pytest.mark.parametrize("words", ["3pm-ish", "3pm ish", "at 9ish", "9ish"])
def test_ish_is_heard(words):
    assert hours_in(words).ish
    assert hours_in(words).clock in {time(15), time(9)}


@pytest.mark.parametrize("words", ["at 3", "3ish", "at 6"])
def test_a_small_hour_alone_could_be_night_or_afternoon(words):
    found = hours_in(words)
    assert found.unclear
    assert found.clock is None


@pytest.mark.parametrize("words", ["25:00", "13pm", "0am", "14:75"])
def test_what_no_clock_shows_is_unclear_rather_than_another_time(words):
    found = hours_in(words)
    assert found.unclear
    assert found.clock is None


@pytest.mark.parametrize("words", ["20 nov", "2026-11-20", "in 3 days", "3/4", "20.11.2026", ""])
def test_a_number_of_a_date_is_no_hour(words):
    found = hours_in(words)
    assert found.rest == words
    assert (found.clock, found.part, found.unclear) == (None, None, False)


def test_a_time_on_the_clock_is_taken_before_a_part_of_the_day():
    found = hours_in("tomorrow morning at 9:30")
    assert found.clock == time(9, 30)
    assert found.rest.split() == ["tomorrow", "morning"]
