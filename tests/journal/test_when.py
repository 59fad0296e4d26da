from contextlib import suppress
from datetime import UTC, date, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from integrate.domain.session import Precision, instant
from integrate.journal.when import About, CannotRead, read_when

BERLIN = ZoneInfo("Europe/Berlin")
NOW = datetime(2026, 3, 10, 19, 0, tzinfo=BERLIN)
"""A Tuesday."""


def at(month, day, hour=0, minute=0, year=2026):
    return datetime(year, month, day, hour, minute, tzinfo=BERLIN)


def read(text, now=NOW):
    about = read_when(text, now)
    return about.earliest, about.latest


EXACT = {
    "2026-11-20 14:00": at(11, 20, 14),
    "2026-11-20T14:00": at(11, 20, 14),
    "2026-11-20 14:00:59": at(11, 20, 14),
    "2026-11-20T14:00+02:00": datetime(2026, 11, 20, 14, tzinfo=timezone(timedelta(hours=2))),
    "2026-11-20T14:00Z": datetime(2026, 11, 20, 14, tzinfo=UTC),
    "tomorrow 3pm": at(3, 11, 15),
    "Tomorrow,  3 PM ": at(3, 11, 15),
    "tomorrow at 15:30": at(3, 11, 15, 30),
    "tomorrow at 15h30": at(3, 11, 15, 30),
    "3 p.m. yesterday": at(3, 9, 15),
    "12am tomorrow": at(3, 11, 0),
    "12pm tomorrow": at(3, 11, 12),
    "yesterday 2.30pm": at(3, 9, 14, 30),
    "14:00": at(3, 10, 14),
    "at 10": at(3, 10, 10),
    "noon": at(3, 10, 12),
    "12 o’clock tomorrow": at(3, 11, 12),
    "the day after tomorrow at 9am": at(3, 12, 9),
    "next tuesday 16:00": at(3, 17, 16),
    "last tuesday 16:00": at(3, 3, 16),
    "tuesday 20:00": at(3, 10, 20),
    "tuesday 18:00": at(3, 17, 18),
    "fri 8:15": at(3, 13, 8, 15),
    "20 Nov 14:00": at(11, 20, 14),
    "Nov 20th 2026, 2pm": at(11, 20, 14),
    "20.11.2026 14:00": at(11, 20, 14),
    "11/20/2026 14:00": at(11, 20, 14),
    "Tuesday 10 March 14:00": at(3, 10, 14),
    "in 20 minutes": at(3, 10, 19, 20),
    "5 min ago": at(3, 10, 18, 55),
    "now": at(3, 10, 19),
}


@pytest.mark.parametrize("text", EXACT)
def test_an_exact_time_is_read_to_the_minute(text):
    about = read_when(text, NOW)
    assert about.earliest == about.latest == EXACT[text]
    assert about.precision is Precision.MINUTE


PARTS = {
    "yesterday evening": (at(3, 9, 18), at(3, 10)),
    "last night": (at(3, 9, 18), at(3, 10, 6)),
    "tonight": (at(3, 10, 18), at(3, 11, 6)),
    "this morning": (at(3, 10, 6), at(3, 10, 12)),
    "evening": (at(3, 10, 18), at(3, 11)),
    "tomorrow in the early morning": (at(3, 11, 6), at(3, 11, 12)),
    "tuesday evening": (at(3, 10, 18), at(3, 11)),
    "tuesday morning": (at(3, 17, 6), at(3, 17, 12)),
    "last friday afternoon": (at(3, 6, 12), at(3, 6, 18)),
    "20 Nov evening": (at(11, 20, 18), at(11, 21)),
    "about 20 Nov in the evening": (at(11, 20, 18), at(11, 21)),
}
DAYS = {
    "2026-11-20": (at(11, 20), at(11, 21)),
    "today": (at(3, 10), at(3, 11)),
    "yesterday": (at(3, 9), at(3, 10)),
    "day before yesterday": (at(3, 8), at(3, 9)),
    "tuesday": (at(3, 10), at(3, 11)),
    "next tuesday": (at(3, 17), at(3, 18)),
    "last tuesday": (at(3, 3), at(3, 4)),
    "Weds": (at(3, 11), at(3, 12)),
    "3 days ago": (at(3, 7), at(3, 8)),
    "three days ago": (at(3, 7), at(3, 8)),
    "in two days": (at(3, 12), at(3, 13)),
    "2 days from now": (at(3, 12), at(3, 13)),
    "in 2 weeks": (at(3, 24), at(3, 25)),
    "a few days ago": (at(3, 6), at(3, 9)),
    "about 3 days ago": (at(3, 6), at(3, 9)),
    "a week ago": (at(3, 2), at(3, 5)),
    "a few days ago 3pm": (at(3, 6, 15), at(3, 8, 15)),
    "around 20 Nov": (at(11, 19), at(11, 22)),
    "20/11": (at(11, 20), at(11, 21)),
    "20.11.": (at(11, 20), at(11, 21)),
    "the 3rd of may": (at(5, 3), at(5, 4)),
    "20 feb": (at(2, 20), at(2, 21)),
    "20 dec": (at(12, 20, year=2025), at(12, 21, year=2025)),
    "29 feb 2028": (at(2, 29, year=2028), at(3, 1, year=2028)),
}
HOURS = {
    "around 3pm": (at(3, 10, 14, 30), at(3, 10, 15, 30)),
    "about 3 pm yesterday": (at(3, 9, 14, 30), at(3, 9, 15, 30)),
    "~ 15:00": (at(3, 10, 14, 30), at(3, 10, 15, 30)),
    "3pm-ish": (at(3, 10, 14, 30), at(3, 10, 15, 30)),
    "tomorrow 9ish": (at(3, 11, 8, 30), at(3, 11, 9, 30)),
    "an hour ago": (at(3, 10, 17, 30), at(3, 10, 18, 30)),
    "half an hour ago": (at(3, 10, 18), at(3, 10, 19)),
    "about two hours ago": (at(3, 10, 16, 30), at(3, 10, 17, 30)),
    "in 3 hours": (at(3, 10, 21, 30), at(3, 10, 22, 30)),
}
ROUGH = [
    (text, bounds, precision)
    for texts, precision in (
        (PARTS, Precision.PART),
        (DAYS, Precision.DAY),
        (HOURS, Precision.HOUR),
    )
    for text, bounds in texts.items()
]


@pytest.mark.parametrize(("text", "bounds", "precision"), ROUGH)
def test_a_rough_time_keeps_what_it_allows(text, bounds, precision):
    assert read(text) == bounds
    assert read_when(text, NOW).precision is precision


@pytest.mark.parametrize(
    ("text", "past"),
    [
        ("yesterday evening", True),
        ("3 days ago", True),
        ("last tuesday", True),
        ("last night", True),
        ("an hour ago", True),
        ("now", True),
        ("today", False),
        ("tuesday", False),
        ("this morning", False),
        ("2025-01-01", False),
        ("tomorrow", False),
    ],
)
def test_words_that_tell_of_the_past_say_so(text, past):
    assert read_when(text, NOW).told_as_past is past


def test_what_has_been_did_not_begin_after_now():
    two_at_night = datetime(2026, 3, 10, 2, 0, tzinfo=BERLIN)
    assert read("last night", two_at_night) == (at(3, 9, 18), two_at_night)


NONSENSE = (
    """
sometime|soon|later|banana|next week|march|2|3 4|a|in|at|then|sunny|satan|marching|20 novel|the
tomorrow tomorrow|3pm 4pm|today yesterday|last|this|last 3pm|thursday next|10 monday|mar|+1 day
1 day|in 3 days ago|days ago|-3 days ago|0001-01-01|2026-13-01|2026-02-30|29 feb
31.2.2026|monday 10 march|99 nov|20 nov 14|2026|20:11:2026|1e5 days ago|½ hour ago
14:00 to 15:00|between 3pm and 4pm|not today|no|yes|10 märz|demain|today?; drop table|{0}|%s
""".replace("\n", "|")
    .strip("|")
    .split("|")
)


@pytest.mark.parametrize("text", ["", "   ", *NONSENSE])
def test_what_is_no_time_is_refused_with_an_example(text):
    with pytest.raises(CannotRead, match=r"“2026-03-11 14:00”.*“tomorrow 3pm”") as refused:
        read_when(text, NOW)
    assert read_when("tomorrow 3pm", NOW)  # the example holds
    assert "!" not in str(refused.value)


@pytest.mark.parametrize(
    "text",
    [
        "\x1b[2Jtomorrow",
        "tomorrow\x1b]0;x\x07 3pm",
        "to\u202emorrow",
        "tomorrow\x00",
        "9" * 10_000,
        "tomorrow " * 2_000,
        "1" * 80,
        "a " * 39,
        "((((" * 20,
    ],
)
def test_what_no_keyboard_types_is_refused_just_as_calmly(text):
    with pytest.raises(CannotRead) as refused:
        read_when(text, NOW)
    assert "\x1b" not in str(refused.value)
    assert len(str(refused.value)) < 200


@pytest.mark.parametrize(
    "text", ["at 3", "3ish", "tomorrow 13pm", "0am", "25:00", "2026-11-20 25:00", "at 6 tomorrow"]
)
def test_an_hour_that_could_be_day_or_night_is_asked_for_again(text):
    with pytest.raises(CannotRead, match="“3pm” or “15:00”"):
        read_when(text, NOW)


def test_a_date_that_could_be_two_days_is_asked_for_again():
    with pytest.raises(CannotRead, match="“2026-04-03”"):
        read_when("03/04/2026", NOW)
    assert read("03.04.2026")[0] == at(4, 3)
    assert read("04/04/2026")[0] == at(4, 4)


@pytest.mark.parametrize("text", ["20 march 2999", "1800-01-01", "9999-12-31 23:00"])
def test_a_slip_in_the_year_is_noticed(text):
    with pytest.raises(CannotRead, match="year"):
        read_when(text, NOW)


# --- the clock changes in Berlin on 29 March (forward at two) and 25 October 2026 (back at three)


@pytest.mark.parametrize(("day", "hours"), [("2026-03-29", 23), ("2026-10-25", 25)])
def test_a_day_ends_at_the_next_midnight_however_long_it_is(day, hours):
    earliest, latest = read(day)
    assert latest - earliest == timedelta(hours=hours)
    assert (earliest.hour, latest.hour) == (0, 0)
    assert latest.date() - earliest.date() == timedelta(days=1)


def test_a_time_that_the_clock_jumps_over_is_read_as_just_after():
    assert read("2026-03-29 02:30")[0] == at(3, 29, 3, 30)


def test_a_time_that_comes_twice_is_read_as_the_first():
    assert instant(read("2026-10-25 02:30")[0]) == datetime(2026, 10, 25, 0, 30, tzinfo=UTC)


def test_a_time_across_the_change_has_the_offset_of_its_own_day():
    assert read("2026-07-01 14:00")[0].utcoffset() == timedelta(hours=2)
    assert read("2026-12-01 14:00")[0].utcoffset() == timedelta(hours=1)


def test_hours_ago_are_hours_that_passed_not_hours_on_the_wall():
    after_the_jump = datetime(2026, 3, 29, 3, 30, tzinfo=BERLIN)
    assert instant(read("60 minutes ago", after_the_jump)[0]) == datetime(
        2026, 3, 29, 0, 30, tzinfo=UTC
    )


def test_with_a_fixed_offset_that_offset_is_used():
    now = datetime(2026, 3, 10, 19, tzinfo=timezone(timedelta(hours=-7)))
    assert read("2026-07-01 14:00", now)[0] == datetime(2026, 7, 1, 14, tzinfo=now.tzinfo)


@given(
    st.sampled_from([*EXACT, *PARTS, *DAYS, *HOURS]).filter(lambda text: "10 March" not in text),
    st.datetimes(datetime(2026, 1, 1), datetime(2030, 1, 1)),  # noqa: DTZ001 - the zone comes next
    st.sampled_from(["Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "Asia/Kolkata"]),
)
def test_in_any_zone_and_hour_the_earliest_is_not_after_the_latest(text, naive, zone):
    now = naive.replace(tzinfo=ZoneInfo(zone))
    about = read_when(text, now)
    assert about.earliest <= about.latest
    assert about.earliest.tzinfo is not now.tzinfo  # an offset, so that reckoning stays right
    if about.told_as_past:
        assert about.earliest <= instant(now)


@given(st.dates(date(2020, 1, 1), date(2030, 12, 31)))
def test_a_calendar_day_with_its_year_is_read_in_every_form(day):
    for form in ("%Y-%m-%d", "%d.%m.%Y", "%d %B %Y", "%b %d %Y", "%A %d %b %Y"):
        assert read(day.strftime(form))[0].date() == day


@given(st.text(max_size=90))
def test_any_text_is_read_or_refused(text):
    with suppress(CannotRead):
        assert isinstance(read_when(text, NOW), About)
