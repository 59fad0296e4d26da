"""Walking a set line by line with nothing kept."""

import pytest

from integrate.journal.preview import preview
from integrate.plain.preview import walk_through
from integrate.plain.unanswered import Unanswered
from integrate.words import say

from .conftest import NOW, ScriptedTalk


@pytest.fixture
def previewed(library):
    return lambda set_id="open", **facts: preview(library.set(set_id), library, NOW, **facts)


def test_lines_through_a_pipe_walk_it_once_and_tell_what_was_not_seen(previewed):
    talk = ScriptedTalk(["5", "", "", "", "", ""], live=False)

    walk_through(talk, previewed())

    assert talk.said[0] == say("preview.plain")
    assert say("preview.reason.unsteady") in talk.said
    assert talk.said.count(say("preview.closing")) == 1
    assert not any("kept in your journal" in line for line in talk.said)


def test_low_steadiness_offers_rest_as_for_real(previewed):
    talk = ScriptedTalk(["1", "4"], live=False)

    walk_through(talk, previewed())

    assert say("plain.unsteady") in talk.said
    assert say("preview.stopped") in talk.said


def test_no_lines_at_all_tell_what_there_is(previewed):
    talk = ScriptedTalk([], live=False)

    walk_through(talk, previewed())

    assert say("preview.reason.earlier") in talk.said


def test_a_line_that_does_not_fit_is_refused(previewed):
    with pytest.raises(Unanswered):
        walk_through(ScriptedTalk(["eleven and a half"], live=False), previewed())


def test_somebody_who_types_may_walk_it_again(previewed):
    talk = ScriptedTalk(["5", "/stop", "", "8", "/pause", "/pause"])

    walk_through(talk, previewed())

    assert talk.said.count(say("preview.plain.again")) == 2
    assert talk.left() == []


def test_the_phase_decides_how_deep_it_goes(previewed):
    shallow, deep = ScriptedTalk([], live=False), ScriptedTalk([], live=False)

    walk_through(shallow, previewed(at="doorstep"))
    walk_through(deep, previewed(at="open"))

    assert say("preview.reason.deep") in shallow.said
    assert say("preview.reason.memory") in shallow.said or "memory" not in shallow.all
    assert say("preview.reason.deep") not in deep.said
