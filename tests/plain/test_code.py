"""The recovery code can be heard group by group, as often as somebody likes."""

import pytest

from integrate.plain.code import settle_code
from integrate.words import say

from .conftest import ScriptedTalk, label

CODE = "0123-4567-89AB-CDEF-GHJK-MNPQ-RSTV"
SLOWLY = label("Hear it group by group")


def first_two(_groups, _count):
    return [0, 1]


def heard_groups(talk):
    return [line for line in talk.said if " of 7: " in line]


def group(number, letters):
    return f"Group {number} of 7: {', '.join(letters)}"


def test_each_group_is_said_letter_by_letter(journal):
    talk = ScriptedTalk([SLOWLY, *[""] * 7, "1", "0123", "4567"])
    assert settle_code(talk, journal, CODE, pick=first_two)
    wanted = [group(number, letters) for number, letters in enumerate(CODE.split("-"), 1)]
    assert heard_groups(talk) == wanted
    assert say("lines.code.end") in talk.said
    assert talk.left() == []


def test_a_group_is_heard_again_and_the_one_before_too(journal):
    steps = ["again", "next", "Again", "back", "back", "what?", "/next", "done"]
    talk = ScriptedTalk([SLOWLY, *steps, "1", "0123", "4567"])
    assert settle_code(talk, journal, CODE, pick=first_two)
    one, two = group(1, "0123"), group(2, "4567")
    assert heard_groups(talk) == [one, one, two, two, one, one, one, two]


@pytest.mark.parametrize("end", [["/back"], ["/pause"], []])
def test_turning_back_or_the_end_leads_out_of_it(journal, end):
    talk = ScriptedTalk([SLOWLY, *end])
    assert not settle_code(talk, journal, CODE, pick=first_two)
    assert heard_groups(talk)
