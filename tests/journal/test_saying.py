from datetime import datetime
from zoneinfo import ZoneInfo

import msgspec
import pytest

from integrate.domain.answer import answer_to
from integrate.domain.entry import answered
from integrate.domain.prompt import Prompt
from integrate.domain.session import Route, Session
from integrate.journal.saying import said_in_words, say_day, say_when
from integrate.journal.when import read_when

NOW = datetime(2026, 3, 10, 19, 0, tzinfo=ZoneInfo("Europe/Berlin"))


@pytest.mark.parametrize(
    ("told", "said"),
    [
        ("today 14:00", "Tue 10 March 2026, 14:00"),
        ("2025-12-01 09:05", "Mon 1 December 2025, 09:05"),
        ("around 3pm", "Tue 10 March 2026, around 15:00"),
        ("an hour ago", "Tue 10 March 2026, around 18:00"),
        ("this morning", "Tue 10 March 2026, morning"),
        ("this afternoon", "Tue 10 March 2026, afternoon"),
        ("this evening", "Tue 10 March 2026, evening"),
        ("tonight", "Tue 10 March 2026, night"),
        ("last night", "Mon 9 March 2026, night"),
        ("today", "Tue 10 March 2026"),
        ("2026-03-29", "Sun 29 March 2026"),
        ("2026-10-25", "Sun 25 October 2026"),
        ("a few days ago", "around Sat 7 March 2026"),
    ],
)
def test_a_session_says_when_it_is_as_exactly_as_it_is_known(told, said):
    about = read_when(told, NOW)
    session = Session(
        id="",
        route=Route.IM,
        starts=about.earliest,
        latest=about.latest,
        precision=about.precision,
    )
    assert say_when(session) == said
    assert say_when(session.went_ahead(NOW)).split(",")[0] == said.split(",")[0]
    this_year = said.replace(" 2026", "")
    assert say_when(session, NOW) == this_year


def test_a_day_is_said_without_its_year_only_in_the_same_year():
    day = NOW.date()
    assert say_day(day) == "Tue 10 March 2026"
    assert say_day(day, NOW) == "Tue 10 March"
    assert say_day(day.replace(year=2025), NOW) == "Mon 10 March 2025"


OPTIONS = [{"value": "a", "label": "Calm"}, {"value": "b", "label": "Tired"}]


@pytest.mark.parametrize(
    ("prompt", "value", "other", "said"),
    [
        ({"kind": "text"}, "  the lake\n", "", "the lake"),
        ({"kind": "scale"}, 7, "", "7 of 10"),
        ({"kind": "scale", "scale": {"low": 1, "high": 5}}, 1, "", "1 of 5"),
        ({"kind": "yesno"}, True, "", "yes"),
        ({"kind": "yesno"}, False, "", "no"),
        ({"kind": "number", "number": {"unit": "h"}}, 7.5, "", "7.5 h"),
        ({"kind": "number"}, 12345678, "", "12345678"),
        ({"kind": "choice", "options": OPTIONS}, "b", "", "Tired"),
        (
            {"kind": "multi", "options": OPTIONS, "other": True},
            ["a", "b"],
            "sad",
            "Calm, Tired, sad",
        ),
        ({"kind": "choice", "options": OPTIONS, "other": True}, "", "sad", "sad"),
        (
            {"kind": "body", "options": OPTIONS[:1], "words": OPTIONS[1:]},
            ["b", "a"],
            "",
            "Calm, Tired",
        ),
        ({"kind": "date"}, "2026-11-20", "", "2026-11-20"),
        ({"kind": "time"}, "14:30", "", "14:30"),
    ],
)
def test_an_answer_reads_as_one_would_say_it(prompt, value, other, said):
    asked = msgspec.convert({"id": "one", "ask": "One?", **prompt}, Prompt)
    assert said_in_words(answered(asked, answer_to(asked, value, other))) == said
