from integrate.plain.commands import Command
from integrate.plain.menu import choose

from .conftest import ScriptedTalk


def test_each_choice_stands_on_its_own_line_with_its_number():
    talk = ScriptedTalk(["2"])
    assert choose(talk, ["tea", "coffee"]) == 1
    assert talk.said == ["1. tea", "2. coffee"]


def test_a_number_that_is_not_there_is_asked_for_again():
    talk = ScriptedTalk(["3", "0", "tea", "", "1"])
    assert choose(talk, ["tea", "coffee"]) == 0
    assert talk.all.count("from 1 to 2") == 4


def test_an_empty_line_takes_the_fallback_where_there_is_one():
    assert choose(ScriptedTalk([""]), ["tea", "coffee"], fallback=1) == 1


def test_a_command_and_the_end_are_told_apart():
    assert choose(ScriptedTalk(["/back"]), ["tea"]) is Command.BACK
    assert choose(ScriptedTalk(), ["tea"]) is None
