from integrate.plain.commands import Command
from integrate.plain.menu import choose
from integrate.words import say

from .conftest import ScriptedTalk

MANY = [f"Tea number {number}" for number in range(1, 12)] + ["Coffee", "Café crème"]


def test_each_choice_stands_on_its_own_line_with_its_number_and_what_to_type_comes_last():
    talk = ScriptedTalk(["2"])
    assert choose(talk, ["tea", "coffee"]) == 1
    assert talk.said == ["1. tea", "2. coffee", "Type a number."]


def test_what_an_empty_line_means_is_said_where_it_means_something():
    talk = ScriptedTalk([""])
    assert choose(talk, ["tea", "coffee"], fallback=1) == 1
    assert talk.said[-1] == "Type a number. Enter alone: coffee."


def test_a_number_that_is_not_there_is_asked_for_again():
    talk = ScriptedTalk(["3", "0", "milk", "", "1"])
    assert choose(talk, ["tea", "coffee"]) == 0
    assert talk.all.count("from 1 to 2") == 4


def test_a_choice_may_also_be_typed_as_it_reads():
    assert choose(ScriptedTalk(["Coffee"]), ["tea", "coffee"]) == 1


def test_of_two_that_read_the_same_only_a_number_chooses():
    assert choose(ScriptedTalk(["tea", "2"]), ["tea", "tea"]) == 1


def test_a_long_list_is_narrowed_down_by_typing_and_the_numbers_stay():
    talk = ScriptedTalk(["creme cafe", "13"])
    assert choose(talk, MANY) == 12
    after = talk.said[len(MANY) :]
    assert after == [say("lines.how.long"), "13. Café crème", say("lines.how.long")]


def test_words_that_no_line_of_a_long_list_says_are_told():
    talk = ScriptedTalk(["cocoa", "1"])
    assert choose(talk, MANY) == 0
    assert say("lines.none_like") in talk.said


def test_a_command_and_the_end_are_told_apart():
    assert choose(ScriptedTalk(["/back"]), ["tea"]) is Command.BACK
    assert choose(ScriptedTalk(), ["tea"]) is None
