import msgspec
import pytest

from integrate.domain.answer import Answer
from integrate.domain.motion import does, ending, is_blank
from integrate.domain.prompt import Does, Prompt
from integrate.domain.step import Ending


def prompt(**more):
    return msgspec.convert({"id": "one", "kind": "multi", "ask": "One?", **more}, Prompt)


def options(*names):
    return [{"value": each, "label": each, "does": each} for each in names]


def test_people_come_before_grounding_whatever_the_order_of_the_options():
    one = prompt(options=options("ground", "show-note", "show-lines", "support"))
    found = does(one, Answer(value=("ground", "show-note", "show-lines", "support")))
    assert found == [Does.SUPPORT, Does.SHOW_LINES, Does.GROUND, Does.SHOW_NOTE]


def test_to_stop_outweighs_to_put_away():
    one = prompt(options=options("park", "stop"))
    assert ending(one, Answer(value=("park", "stop"))) is Ending.STOPPED
    assert ending(one, Answer(value=("park",))) is Ending.PARKED
    assert ending(one, Answer(value=())) is None


@pytest.mark.parametrize(
    ("kind", "answer", "blank"),
    [
        ("text", Answer(value=" \n"), True),
        ("text", Answer(value="x"), False),
        ("multi", Answer(value=()), True),
        ("multi", Answer(value=(), other="x"), False),
        ("choice", Answer(value=""), True),
        ("scale", Answer(value=0), False),
        ("yesno", Answer(value=False), False),
    ],
)
def test_nothing_said_is_told_from_zero_and_no(kind, answer, blank):
    assert is_blank(prompt(kind=kind), answer) is blank
