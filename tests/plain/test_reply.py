from datetime import date

import msgspec
import pytest

from integrate.domain.answer import AnswerRefused
from integrate.domain.prompt import Prompt
from integrate.plain.reply import reply_to

TODAY = date(2026, 3, 10)
OPTIONS = [
    {"value": "home", "label": "A ride home"},
    {"value": "food", "label": "Bread, and soup"},
    {"value": "rest", "label": "Rest"},
]


def prompt(kind: str, **parts) -> Prompt:
    return msgspec.convert({"id": "it", "kind": kind, "ask": "?", **parts}, Prompt)


def value_of(asked: Prompt, line: str):
    return reply_to(asked, line, TODAY).value


def test_a_scale_takes_a_whole_number():
    assert value_of(prompt("scale"), " 7 ") == 7


@pytest.mark.parametrize("line", ["seven", "7.5", "7/10", "", "١٢x"])
def test_what_is_no_whole_number_is_refused_with_the_span(line):
    with pytest.raises(AnswerRefused) as refused:
        value_of(prompt("scale"), line)
    assert refused.value.reason == "scale"
    assert refused.value.parts == {"low": 0, "high": 10}


@pytest.mark.parametrize(("line", "value"), [("7", 7), ("7.5", 7.5), ("7,5", 7.5)])
def test_a_number_may_have_a_comma_or_a_point(line, value):
    assert value_of(prompt("number"), line) == value


@pytest.mark.parametrize("line", ["nan", "inf", "1e999"])
def test_a_number_that_is_none_reaches_no_answer(line):
    from integrate.domain.answer import answer_to

    asked = prompt("number")
    with pytest.raises(AnswerRefused):
        answer_to(asked, value_of(asked, line))


@pytest.mark.parametrize(("line", "value"), [("y", True), ("YES", True), ("1", True), ("n", False)])
def test_yes_and_no_may_be_short(line, value):
    assert value_of(prompt("yesno"), line) is value


@pytest.mark.parametrize("line", ["2", "food", "Bread, and soup", "BREAD, AND SOUP"])
def test_an_option_goes_by_its_number_its_value_or_its_label(line):
    assert value_of(prompt("choice", options=OPTIONS), line) == "food"


@pytest.mark.parametrize("line", ["1 3", "1,3", "1, 3", "3 1", "home, Rest", "home,3"])
def test_several_options_go_in_one_line(line):
    assert set(value_of(prompt("multi", options=OPTIONS), line)) == {"home", "rest"}


@pytest.mark.parametrize("line", ["4", "1 4", "tea", "0", "-1", "²"])
def test_an_option_that_is_not_there_is_refused(line):
    with pytest.raises(AnswerRefused) as refused:
        value_of(prompt("multi", options=OPTIONS), line)
    assert refused.value.parts == {"most": 3}


def test_something_else_has_the_number_after_the_last_option():
    chosen = reply_to(prompt("multi", options=OPTIONS, other=True), "1 4", TODAY)
    assert (chosen.value, chosen.wants_words) == (("home",), True)


def test_today_and_yesterday_are_days():
    assert value_of(prompt("date"), "yesterday") == "2026-03-09"
    assert value_of(prompt("date"), "2026-02-01") == "2026-02-01"


def test_an_hour_may_have_one_figure():
    assert value_of(prompt("time"), "7:30") == "07:30"
