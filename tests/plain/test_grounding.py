from integrate.plain.commands import Command
from integrate.plain.grounding import ground

from .conftest import ScriptedTalk


def test_each_step_waits_for_enter(library):
    chosen = library.grounding()[1]
    talk = ScriptedTalk(["2", *[""] * len(chosen.steps), "not asked for"])
    assert ground(talk, library.grounding()) is None
    assert [line for line in talk.said if line in chosen.steps] == list(chosen.steps)
    assert talk.left() == ["not asked for"]


def test_the_room_comes_first_for_an_empty_line_or_any_other(library):
    for line in ("", "99", "hm"):
        talk = ScriptedTalk([line, "/stop"])
        ground(talk, library.grounding())
        assert library.grounding()[0].steps[0] in talk.said


def test_a_command_ends_it_and_is_handed_on(library):
    talk = ScriptedTalk(["1", "", "/support"])
    assert ground(talk, library.grounding()) is Command.SUPPORT


def test_where_nobody_types_all_of_the_first_one_is_said(library):
    talk = ScriptedTalk(["a line for somebody else"], live=False)
    ground(talk, library.grounding())
    assert set(library.grounding()[0].steps) <= set(talk.said)
    assert talk.left() == ["a line for somebody else"]
